// Below the answer: luck, strategies side by side, effects beside what was seen, from krone to unit and
// price, and what can be taken away.

import { h } from "./dom.js";
import { luck_figure, row_axis, row_figure, scale_of } from "./figures.js";
import { effects_table } from "./controls.js";
import { in_words, label, millions, number, say, spoken, told } from "./words.js";

const die = () => {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 20 20", class: "die", "aria-hidden": "true" })) svg.setAttribute(name, value);
  const add = (tag, attributes) => { const node = document.createElementNS(space, tag); for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value); svg.append(node); };
  add("rect", { x: 1, y: 1, width: 18, height: 18, rx: 4, class: "face" });
  for (const [x, y] of [[6, 6], [14, 6], [10, 10], [6, 14], [14, 14]]) add("circle", { cx: x, cy: y, r: 1.9 });
  return svg;
};

// `lives` are those lived so far, `roll` asks for one more.
export function luck_section({ families, enrolled, lives, centre, is_busy, roll }) {
  const last = lives.at(-1);
  const told_text = is_busy ? say("explorer.living") : last === undefined ? say("explorer.luck_first") : say("explorer.luck_last", in_words(last));
  return h("section", { id: "luck" },
    h("div", { class: "heading" }, h("h2", null, say("explorer.luck_heading", number(families))), h("p", { class: "sub" }, enrolled ? `${say("explorer.luck_own", number(families), number(enrolled))} ` : "", say("explorer.luck_sub"))),
    h("div", { class: "dice" }, h("button", { type: "button", id: "dice", disabled: is_busy, onclick: roll }, die(), say("explorer.live_again")), h("span", { role: "status", id: "luck-told" }, told_text)),
    lives.length > 0 && luck_figure(lives, centre, say("explorer.luck_spoken", number(lives.length), in_words(Math.min(...lives)), in_words(Math.max(...lives)))));
}

function fold(id, word, body, ontoggle) {
  return h("details", { id, ontoggle }, h("summary", null, say(word)), body);
}

function compared_table({ document: run, twenty }) {
  const rows = run.strategies.map((strategy) => {
    const drawn = strategy.uncertainty_by_level?.centre?.municipality;
    const pockets = strategy.pockets.centre.by_payer.municipality;
    const saves = twenty?.[strategy.id]?.centre.saves;
    return { strategy, centre: pockets.net, low: drawn?.p05, high: drawn?.p95, none: strategy.pockets.no_effect.by_payer.municipality.net, saves };
  });
  const scale = scale_of(rows.flatMap(({ centre, low, high, none }) => [centre, low, high, none]), 5);
  return [h("table", { class: "who compared" }, h("caption", { class: "hidden" }, say("explorer.compare_heading")),
    h("thead", null, h("tr", null, ["explorer.strategy", "explorer.million", "explorer.chance_column", "explorer.key_range"].map((word) => h("th", { scope: "col" }, say(word))))),
    h("tbody", null, rows.map((row) => h("tr", null, h("th", { scope: "row" }, told(row.strategy, "title")), h("td", null, millions(row.centre)),
      h("td", null, row.saves === undefined ? "–" : say("explorer.of_twenty", number(row.saves), number(20))),
      h("td", { class: "drawing" }, row_figure(scale, "municipality", row))))),
    h("tfoot", null, h("tr", null, h("td", { colspan: 3 }), h("td", { class: "drawing" }, row_axis(scale))))),
  h("p", { class: "note" }, say("explorer.reckoned", number(run.families), run.draws > 1 ? say("explorer.reckoned_draws", number(run.draws)) : "", number(run.run.seconds, 1)), " ", say("explorer.reckoned_hash"), " ", h("code", { id: "compare-hash" }, run.results_hash))];
}

function services_table({ strategy }) {
  const used = strategy.units_to_kroner.services.filter(({ gross }) => Math.abs(gross) >= 500)
    .sort((a, b) => Math.abs(b.by_payer.municipality) - Math.abs(a.by_payer.municipality));
  return h("div", { class: "wide-table", tabindex: 0, role: "region", "aria-label": say("explorer.krone_heading") }, h("table", { class: "plain" }, h("caption", { class: "hidden" }, say("explorer.krone_heading")),
    h("thead", null, h("tr", null, ["explorer.service", "explorer.units_less", "explorer.price", "explorer.gross", "explorer.own_part", "explorer.state_part"].map((word) => h("th", { scope: "col" }, say(word))))),
    h("tbody", null, used.map((row) => h("tr", null, h("th", { scope: "row" }, label("service", row.service)),
      h("td", null, `${number(row.units, 1, true)} ${label("unit", row.unit)}`), h("td", null, number(row.price)), h("td", null, number(row.gross / 1000, 0, true)),
      h("td", null, number(row.by_payer.municipality / 1000, 0, true)), h("td", null, number(row.by_payer.state / 1000, 0, true)))))),
  h("p", { class: "note" }, say("explorer.krone_note")));
}

const ladder_order = ["weeks_1_4", "weeks_5_26", "weeks_27_52", "weeks_from_53"];

function rule_text(rule) {
  const [name, state] = rule.split(".");
  return state ? `${label("payer_rule", name)}, ${label("rule_state", state)}` : label("payer_rule", name, label("settlement", name));
}

// Whose it is; what is settled over all of them is nobody's.
const member_of = ({ member, service, rule }) => (service === rule ? "" : `${member}: `);

// One made-up family: who pays, week by week down the refund ladder.
function family_table(family) {
  const years = family.years;
  const rows = new Map();
  for (const year of years) {
    for (const use of year.services) {
      const key = `${use.member} ${use.service} ${use.rule}`;
      const row = rows.get(key) ?? { ...use, by_year: years.map(() => 0), own: 0 };
      row.by_year[years.indexOf(year)] += use.payers.municipality;
      row.own += use.payers.municipality;
      rows.set(key, row);
    }
  }
  const ordered = [...rows.values()].sort((a, b) => a.member.localeCompare(b.member) || ladder_order.indexOf(a.rule.split(".")[1]) - ladder_order.indexOf(b.rule.split(".")[1]));
  return h("div", { class: "wide-table", tabindex: 0, role: "region", "aria-label": say("explorer.family_heading") }, h("table", { class: "plain" }, h("caption", null, say("explorer.family_caption", family.price_level)),
    h("thead", null, h("tr", null, h("th", { scope: "col" }, say("explorer.service")), h("th", { scope: "col" }, say("explorer.rule")), years.map(({ year }) => h("th", { scope: "col" }, year)))),
    h("tbody", null, ordered.map((row) => h("tr", null, h("th", { scope: "row" }, `${member_of(row)}${label("service", row.service, label("settlement", row.service))}`), h("td", { class: "text" }, rule_text(row.rule)),
      row.by_year.map((value) => h("td", null, number(value)))))),
    h("tfoot", null, [["explorer.municipality_in_all", ({ payers }) => payers.municipality], ["explorer.state_in_all", ({ payers }) => payers.state]].map(([word, of]) =>
      h("tr", null, h("th", { scope: "row", colspan: 2 }, say(word)), years.map((year) => h("td", null, number(of(year)))))))));
}

export function depth_section(view, { compared, compare_busy, compare, family, show_family, case_fold, exports, is_saving, open }) {
  const remember = (name) => ({ target }) => { open[name] = target.open; };
  const parts = [
    fold("compare", "explorer.compare_heading", [h("p", { class: "sub" }, say("explorer.compare_sub")),
      h("div", { class: "dice" }, h("button", { type: "button", id: "compare-four", disabled: compare_busy, onclick: () => compare("four") }, say("explorer.compare_four")),
        h("button", { type: "button", id: "compare-all", disabled: compare_busy, onclick: () => compare("all") }, say("explorer.compare_all")),
        h("button", { type: "button", id: "compare-whole", disabled: compare_busy, onclick: () => compare("whole") }, say("explorer.compare_whole")),
        h("span", { role: "status" }, compare_busy ? say("explorer.whole_busy") : "")),
      compared && (compared.faults ? h("p", { class: "fault" }, compared.faults[0][spoken()]) : compared_table(compared))], remember("compare")),
    fold("effects", "explorer.effects_heading", [h("p", { class: "sub" }, say("explorer.effects_sub")), effects_table(view.strategy.effects)], remember("effects")),
    fold("krone", "explorer.krone_heading", services_table(view), remember("krone")),
    fold("family", "explorer.family_heading", [h("p", { class: "sub" }, say("explorer.family_sub")),
      h("button", { type: "button", id: "show-family", onclick: show_family }, say("explorer.family_show")), family && family_table(family)], remember("family")),
    case_fold,
    fold("take", "explorer.take_heading", [h("p", { class: "sub" }, say("explorer.take_sub")),
      h("div", { class: "dice" }, exports.map(([id, word, act]) => h("button", { type: "button", id, disabled: is_saving, onclick: act }, say(word)))),
      h("p", { class: "note", role: "status", id: "taking" }, is_saving ? say("explorer.taking") : "")], remember("take"))];
  for (const part of parts) if (open[part.id]) part.open = true;
  return h("div", { class: "depth" }, parts);
}

