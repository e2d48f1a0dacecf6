// The first screen: the answer in a sentence and a picture, kroner by year, what must be achieved,
// who pays and who gains. All figures are those of the document of the run.

import { h, rich, replace } from "./dom.js";
import { dots_figure, mark, needed_figure, payers, people_figure, row_axis, row_figure, scale_of, years_axis, years_figure } from "./figures.js";
import { in_words, label, millions, number, say, told } from "./words.js";
import { state } from "./state.js";
import { strength_text } from "./strength.js";

const sum = (list) => list.reduce((all, one) => all + one, 0);
const nets = { no_effect: "net_result_no_effect", weak_effect: "net_result_weak_effect", centre: "net_result", strong_effect: "net_result_strong_effect" };

// What one level of effect comes to: figures of the document under shorter names.
export function view_of(answer) {
  const { document: run } = answer;
  const strategy = run.strategies[0];
  const level = state.level;
  const ranges = strategy.uncertainty_by_level?.[level] ?? {};
  const net = strategy[nets[level]];
  const range_of = (budget) => ({ low: ranges[budget]?.p05, high: ranges[budget]?.p95 });
  const pockets = strategy.pockets[level];
  const none = strategy.pockets.no_effect.by_payer;
  const yearly = (payer) => run.years.map((year, i) => {
    const drawn = level === "centre" ? strategy.uncertainty?.[payer]?.yearly?.[i] : null;
    const values = payer === "citizen" ? net.citizen : net.by_payer[payer];
    return { centre: values[i], low: drawn?.p05, high: drawn?.p95, none: payer === "municipality" ? strategy.net_result_no_effect.by_payer.municipality[i] : undefined };
  });
  return {
    run, strategy, level, pockets, yearly, range_of, answer,
    of_payer: (payer) => ({ centre: payer === "citizen" ? sum(net.citizen) : pockets.by_payer[payer].net, ...range_of(payer) }),
    own: { ...pockets.by_payer.municipality, ...range_of("municipality"), none: none.municipality.net },
    twenty: answer.twenty?.[strategy.id]?.[level] ?? null,
    threshold: answer.threshold?.[strategy.id] ?? {},
    error: strategy.paired_monte_carlo[level]?.municipality?.standard_error,
  };
}

function sentence({ own, run, level }) {
  const years = number(run.years.length);
  const what = own.net < 0 ? say("explorer.say_more", millions(-own.net, false)) : say("explorer.say_less", millions(own.net, false));
  const range = Number.isFinite(own.low) ? say("explorer.say_range", in_words(own.low), in_words(own.high)) : "";
  if (level === "no_effect") return say("explorer.say_no_effect", years, what, range);
  const none = own.none < 0 ? say("explorer.say_none_more", millions(-own.none, false)) : say("explorer.say_none_less", millions(own.none, false));
  return say("explorer.say_answer", years, what, range, none);
}

function equation({ own }) {
  const digits = Math.min(Math.abs(own.pays), Math.abs(own.net)) < 95000 ? 2 : 1;
  const shown = (value) => millions(value, false, digits);
  const part = (word, value) => h("div", null, h("span", null, say(word)), h("b", null, value));
  return h("div", { class: "equation" },
    part("explorer.effort", shown(Math.abs(own.pays))),
    h("i", { "aria-hidden": "true" }, own.gains < 0 ? "+" : "−"),
    part(own.gains < 0 ? "explorer.support_net" : "explorer.saved_net", shown(Math.abs(own.gains))),
    h("i", { "aria-hidden": "true" }, "="),
    part(own.net < 0 ? "explorer.more_spending" : "explorer.less_spending", say("explorer.amount", shown(Math.abs(own.net)))));
}

// Of few families and draws: more are on their way.
const is_first = (step) => step === 0 || step === 1;

function lead(view, step) {
  const chance = view.twenty && say("explorer.chance", number(view.twenty.saves));
  const spoken = [chance?.replaceAll("*", ""), sentence(view).replaceAll("*", "")].filter(Boolean).join(". ");
  return h("div", { class: "lead" },
    h("div", null, is_first(step) && h("p", { class: "provisional", id: "provisional" }, say("explorer.provisional")), h("p", { class: "sentence", id: "sentence" }, rich(sentence(view))), equation(view), h("p", { class: "lead-needed" }, needed_text(view), " ",
      h("button", { type: "button", class: "link", id: "to-break-even", onclick: () => document.getElementById("break-even").scrollIntoView() }, say("explorer.needed_more")))),
    h("figure", null, h("figcaption", null, chance ? rich(chance) : say("explorer.no_draws")),
      dots_figure({ ...view.own, centre: view.own.net, dots: view.twenty?.results, spoken })));
}

function years_text(run) {
  return run.years.length === 1 ? String(run.years[0]) : `${run.years[0]}–${String(run.years.at(-1)).slice(2)}`;
}

function about_line({ run, strategy }) {
  const enrolled = run.municipality?.families_enrolled;
  const grades = Object.entries(run.grades).filter(([, count]) => count > 0).map(([grade, count]) => `${number(count)} ${label("grade", grade)}`);
  const parts = [
    enrolled ? say("explorer.about_own", years_text(run), number(enrolled)) : say("explorer.about_nation", years_text(run)),
    say("explorer.about_law", run.law_year, run.price_level),
    say("explorer.about_effect"), grades.join(", "), say("explorer.about_seed", run.seed)];
  const last_known = Object.keys(run.last_known);
  return h("p", { class: "about" }, parts.join(" · "),
    last_known.length > 0 && ` · ${say("explorer.about_last_known", number(last_known.length))}`);
}

// How sure the reckoning itself is: not the doubt about the effect.
function error_line({ answer, error, run, own }, step, busy, act) {
  // Beside the doubt about the inputs, which does not shrink.
  const share = Number.isFinite(error) && own.high > own.low ? Math.min(100, (200 * error) / (own.high - own.low)) : 0;
  const drawn = run.draws > 1 ? say("explorer.reckoned_draws", number(run.draws)) : "";
  return h("div", { class: "reckoned" },
    h("p", { id: "reckoned" }, say("explorer.reckoned", number(run.families), drawn, number(answer.seconds, 1)),
      Number.isFinite(error) && ` ${say("explorer.reckoned_error", millions(error, false, 2))}`,
      step === "whole" && h("span", null, " ", say("explorer.reckoned_hash"), " ", h("code", { id: "hash" }, run.results_hash))),
    h("span", { class: "error-bar", "aria-hidden": "true", vars: { "--share": `${share}%` } }),
    step !== "whole" && h("button", { type: "button", class: "small", id: "whole", disabled: busy, onclick: act }, say(busy ? "explorer.whole_busy" : "explorer.whole")));
}

function key_list() {
  const sample = (className, kind) => h("span", { class: `sample ${className}`, "aria-hidden": "true" }, kind);
  return h("ul", { class: "key", "aria-label": say("explorer.key") },
    h("li", null, sample("range"), say("explorer.key_range")), h("li", null, sample("middle"), say("explorer.centre")),
    h("li", null, sample("no-effect"), say("explorer.key_no_effect")), h("li", null, sample("nought"), say("explorer.key_nought")));
}

function years_heading(own) {
  const more = own.filter(({ centre }) => centre < 0).length;
  if (more === own.length) return say("explorer.years_all_more", number(own.length));
  if (more === 0) return say("explorer.years_all_less", number(own.length));
  return say("explorer.years_some_more", number(more), number(own.length));
}

function years_section(view) {
  const { run, strategy, yearly, level } = view;
  const all = payers.map((payer) => ({ payer, years: yearly(payer) }));
  const scale = scale_of(all.flatMap(({ years }) => years.flatMap(({ centre, low, high, none }) => [centre, low, high, none])));
  const own = all[0].years;
  const cumulated = run.years.map((_, i) => sum(own.slice(0, i + 1).map(({ centre }) => centre)));
  const between = ({ low, high }) => (Number.isFinite(low) ? say("explorer.between", millions(low), millions(high)) : "–");
  const cell = (text) => h("td", null, text);
  const row = (word, texts, className) => h("tr", { class: className }, h("th", { scope: "row" }, say(word)), texts.map(cell));
  const small = all.slice(1).map(({ payer, years }) => {
    const of = view.of_payer(payer);
    return h("div", { class: "years-small" }, h("h3", null, mark(payer), label("payer", payer)), years_figure(scale, payer, years, 12),
      h("p", null, h("b", null, millions(of.centre)), ` ${say("explorer.in_all")}`), h("p", { class: "quiet" }, between(of)));
  });
  return h("section", null,
    h("div", { class: "heading" }, h("h2", null, years_heading(own)), h("p", { class: "sub" }, say("explorer.years_sub", label("effect_level", level).toLowerCase())), key_list()),
    h("div", { class: "years" },
      h("div", { class: "years-own" },
        h("h3", null, mark("municipality"), label("payer", "municipality")),
        h("div", { class: "years-axis" }, years_axis(scale)),
        years_figure(scale, "municipality", own, 24),
        h("table", { class: "years-table" }, h("caption", { class: "hidden" }, say("explorer.years_caption")),
          h("thead", null, h("tr", null, h("th", { scope: "col" }, say("explorer.million")), run.years.map((year) => h("th", { scope: "col" }, year)))),
          h("tbody", null,
            row("explorer.net", own.map(({ centre }) => millions(centre)), "strong"),
            row("explorer.key_range", own.map(between), "quiet"),
            row("explorer.key_no_effect", own.map(({ none }) => millions(none))),
            row("explorer.cumulated", cumulated.map((value) => millions(value)))))),
      small));
}

// Whom the people are counted among: not the families of the effort alone.
function group_of({ run }) {
  const families = run.municipality?.families;
  return families ? say("explorer.in_own_group", number(families)) : say("explorer.in_group");
}

function needed_part(view, change, words) {
  const people = view.threshold[change];
  if (!people || people.needed === null) return h("div", null, h("p", { class: "big" }, say(words.name)), h("p", { class: "sub" }, say("explorer.needed_unknown")));
  const needed = Math.ceil(people.needed - 0.05);
  const levels = people.moved;
  const low = Math.min(levels.weak_effect, levels.strong_effect), high = Math.max(levels.weak_effect, levels.strong_effect);
  const spoken = say(words.spoken, number(people.of), number(needed));
  const { figure, each } = people_figure(people.of, needed, 95, spoken);
  return h("div", null,
    h("p", { class: "big" }, h("b", null, number(needed)), " ", say(needed === 1 ? words.one : words.many)),
    h("p", { class: "sub" }, say(words.of, number(people.of), number(view.run.years.length), group_of(view)), Math.abs(needed - people.needed) > 0.05 && ` ${say("explorer.rounded_up", number(people.needed, 1))}`, each > 1 && ` ${say("explorer.each_figure", number(each))}`),
    figure,
    needed_figure({ moved: levels[view.level], low, high, needed: people.needed }),
    h("p", { class: "note" }, say(words.axis, millions(people.worth, false, 2))));
}

// What must be achieved, in one line.
function needed_text(view) {
  if (view.own.net >= 0) return say("explorer.needed_reached");
  const text = (people, one, many) => {
    if (!people || people.needed === null) return null;
    const count = Math.ceil(people.needed - 0.05);
    return say(count === 1 ? one : many, number(count));
  };
  const parts = [text(view.threshold.fewer_placed, "explorer.needed_placed_one", "explorer.needed_placed_many"),
    text(view.threshold.more_in_work, "explorer.needed_work_one", "explorer.needed_work_many")].filter(Boolean);
  return parts.length > 0 ? say("explorer.needed_heading", parts.join(` ${say("explorer.or")} `)) : say("explorer.needed_not_told");
}

function needed_section(view) {
  return h("section", { class: "centre-piece", id: "break-even", "aria-labelledby": "needed-heading" },
    h("div", { class: "heading" },
      h("h2", { id: "needed-heading" }, needed_text(view)),
      h("p", { class: "sub" }, say("explorer.needed_sub", view.run.years.at(-1)), ` ${strength_text(view.strategy)}`)),
    h("div", { class: "needed" },
      needed_part(view, "fewer_placed", { name: "explorer.placed_name", one: "explorer.placed_one", many: "explorer.placed_many", of: "explorer.placed_of", axis: "explorer.placed_axis", spoken: "explorer.placed_spoken" }),
      h("div", { class: "or", "aria-hidden": "true" }, h("span", null, say("explorer.or"))),
      needed_part(view, "more_in_work", { name: "explorer.work_name", one: "explorer.work_one", many: "explorer.work_many", of: "explorer.work_of", axis: "explorer.work_axis", spoken: "explorer.work_spoken" })));
}

const departments = ["coordination", "child_family", "school_daycare", "adult_social", "employment", "health", "tax", "block_grant"];

function who_section(view) {
  const { strategy, pockets, run } = view;
  const rows = departments.map((name) => ({ name: label("department", name), payer: "municipality", centre: pockets.by_department[name].net, ...view.range_of(name), inner: true }))
    .filter(({ centre, low, high }) => centre !== 0 || low || high);
  rows.push({ name: say("explorer.municipality_in_all"), payer: "municipality", centre: view.own.net, low: view.own.low, high: view.own.high, none: view.own.none, total: true });
  for (const payer of payers.slice(1)) rows.push({ name: label("payer", payer), payer, ...view.of_payer(payer) });
  const scale = scale_of(rows.flatMap(({ centre, low, high, none }) => [centre, low, high, none]), 5);
  return h("section", null,
    h("div", { class: "heading" }, h("h2", null, say("explorer.who_heading")), h("p", { class: "sub" }, say("explorer.who_sub", years_text(run)))),
    h("table", { class: "who" }, h("caption", { class: "hidden" }, say("explorer.who_heading")),
      h("thead", null, h("tr", null, h("th", { scope: "col" }, say("explorer.item")), h("th", { scope: "col" }, say("explorer.million")), h("th", { scope: "col" }, say("explorer.key_range")))),
      h("tbody", null, rows.map((row) => h("tr", { class: row.total ? "total" : null },
        h("th", { scope: "row", class: row.inner ? "inner" : null }, !row.inner && mark(row.payer), row.name),
        h("td", null, millions(row.centre, true, 2)),
        h("td", { class: "drawing" }, row_figure(scale, row.payer, row),
          h("span", { class: "hidden" }, Number.isFinite(row.low) ? say("explorer.between", millions(row.low), millions(row.high)) : ""))))),
      h("tfoot", null, h("tr", null, h("td", { colspan: 2 }), h("td", { class: "drawing" }, row_axis(scale))))));
}

function accounts_section({ run }) {
  if (!run.own_accounts?.length) return null;
  return h("section", { id: "accounts" }, h("div", { class: "heading" }, h("h2", null, say("explorer.accounts_heading")), h("p", { class: "sub" }, say("explorer.accounts_sub"))),
    h("table", { class: "plain" }, h("thead", null, h("tr", null, ["explorer.accounts_function", "explorer.accounts_own", "explorer.accounts_simulated", "explorer.accounts_ratio"].map((word) => h("th", { scope: "col" }, say(word))))),
      h("tbody", null, run.own_accounts.map((account) => h("tr", null, h("th", { scope: "row" }, `${account.function} (${account.year})`),
        h("td", null, millions(account.own, false)), h("td", null, millions(account.simulated, false)),
        h("td", null, account.is_outside ? h("span", { class: "origin own" }, number(account.ratio, 2)) : number(account.ratio, 2)))))));
}

function caveats({ run }) {
  return h("section", null, h("div", { class: "heading" }, h("h2", null, say("explorer.caveats"))),
    h("ul", { class: "caveats" }, run.caveats.filter(({ key }) => key !== "few_families" && key !== "expected_of_many").map((caveat) => h("li", null, told(caveat, "text")))));
}

// What a screen reader says of a new answer.
export function spoken_answer(view) { return sentence(view).replaceAll("*", ""); }

export function bottom_line(view) {
  const saving = view.twenty ? say("explorer.chance_short", number(view.twenty.saves)) : "";
  return [h("b", null, in_words(view.own.net)), h("span", null, saving)];
}

export function show_answer(node, view, { step, busy, whole, luck, depth }) {
  const strategy = view.strategy;
  replace(node,
    h("h1", { class: "hidden" }, say("explorer.question", number(view.run.years.length))),
    lead(view, step), about_line(view), error_line(view, step, busy, whole),
    years_section(view), needed_section(view),
    h("div", { class: "two" }, who_section(view), luck), accounts_section(view), caveats(view), depth);
  document.title = `Samspil: ${told(strategy, "title")}`;
}

export function show_faults(node, faults, key, depth) {
  replace(node, h("h1", { class: "hidden" }, say("explorer.faults")), h("div", { class: "faults", role: "alert" }, h("h2", null, say("explorer.faults")),
    h("ul", null, faults.slice(0, 12).map((fault) => h("li", null, fault[key])))), depth);
}
