// The fields beside the answer, what was changed, and the files that were dropped.

import { h, replace } from "./dom.js";
import { amount, choice } from "./fields.js";
import { effect_figure } from "./figures.js";
import { strength_part } from "./strength.js";
import { label, number, own_name, say, told } from "./words.js";
import { can_undo, change, changes, nation, reset, reset_all, state, undo, usual } from "./state.js";

export const levels = ["weak_effect", "no_effect", "centre", "strong_effect"];
const level_words = { weak_effect: "explorer.level_weak", no_effect: "explorer.level_none", centre: "explorer.level_centre", strong_effect: "explorer.level_strong" };

let later = 0;
// A slider is followed at once, a number when it is whole.
function soon(act) {
  clearTimeout(later);
  later = setTimeout(act, 60);
}

function field(id, word, is_own, hint, control, own = "explorer.own") {
  return h("div", { class: "field" },
    h("div", { class: "label" }, h("label", { for: id }, say(word)), h("span", { class: is_own ? "origin own" : "origin" }, say(is_own ? own : "explorer.usual"))),
    control, h("p", { class: "hint", id: `${id}-hint` }, hint));
}

// A limit of the slider; numbers beyond it may be typed in `all inputs`.
const caseloads = [4, 42];

function staffing(strategy) {
  const by_head = state.staffed === "caseworkers";
  const usual_load = strategy?.caseload ?? 0;
  const value = state.staff ?? (by_head ? Math.round((10 * state.families) / (usual_load || 10)) / 10 : usual_load);
  const limits = by_head ? [1, Math.max(1, Math.min(60, state.families))] : caseloads;
  const at = Math.max(limits[0], Math.min(limits[1], value));
  const output = h("output", { for: "staff" }, number(at, by_head ? 1 : 0));
  const slider = h("input", {
    id: "staff", type: "range", min: limits[0], max: limits[1], step: by_head ? 0.5 : 1, value: at, "aria-describedby": "staff-hint",
    oninput: ({ target }) => {
      output.textContent = number(Number(target.value), by_head ? 1 : 0);
      soon(() => change({ staff: Number(target.value), staffed: state.staffed }));
    },
  });
  const other = by_head ? "explorer.by_caseload" : "explorer.by_caseworkers";
  const hint = [say("explorer.limits", number(limits[0]), number(limits[1])), " ",
    h("button", { type: "button", class: "link", id: "staffed", onclick: () => change({ staffed: by_head ? "caseload" : "caseworkers", staff: null }) }, say(other))];
  return field("staff", by_head ? "explorer.caseworkers" : "explorer.caseload", state.staff !== null, hint, h("div", { class: "slider" }, slider, output));
}

function dial(strategy) {
  const effects = strategy?.effects;
  const at = levels.indexOf(state.level);
  const slider = h("input", {
    id: "level", type: "range", min: 0, max: levels.length - 1, step: 1, value: at, "aria-valuetext": say(level_words[state.level]), "aria-describedby": "level-hint",
    oninput: ({ target }) => change({ level: levels[Number(target.value)] }),
  });
  const seen = effects?.filter(was_seen).length ?? 0;
  return h("div", { class: "field dial" },
    h("div", { class: "label" }, h("label", { for: "level" }, say("explorer.level")), h("span", { class: "origin" }, say(level_words[state.level]))),
    slider,
    h("div", { class: "stops", "aria-hidden": "true" }, levels.map((level) => h("span", null, say(level_words[level])))),
    h("div", { id: "strength" }, strength_part(strategy)),
    h("p", { class: "hint", id: "level-hint" }, effects ? say("explorer.level_hint", number(seen), number(effects.length)) : "", " ", say("explorer.level_harm"), " ", say("explorer.no_report")));
}

function name_of(name) {
  const fixed = { place: "explorer.place", families: "explorer.families", strategy: "explorer.strategy", staff: "explorer.staffing", cost: "explorer.cost", first_year: "explorer.first_year", seed: "explorer.seed", scenario: "explorer.file" };
  if (fixed[name]) return say(fixed[name]);
  return name.startsWith("files.") ? name.slice(6) : own_name(name.slice(7));
}

function changed_list() {
  const names = changes();
  return h("div", { class: "changed" },
    h("div", { class: "changed-head" }, h("span", { id: "changed-count", role: "status" }, names.length === 0 ? say("explorer.nothing_changed") : say(names.length === 1 ? "explorer.one_changed" : "explorer.many_changed", number(names.length))),
      h("button", { type: "button", class: "small", id: "undo", disabled: !can_undo(), onclick: undo }, say("explorer.undo"))),
    names.length > 0 && h("ul", null, names.map((name) => h("li", null, h("span", null, name_of(name)),
      h("button", { type: "button", class: "link", "aria-label": say("explorer.reset_one", name_of(name)), onclick: () => reset(name) }, say("explorer.reset"))))),
    names.length > 1 && h("button", { type: "button", class: "small", id: "reset-all", onclick: reset_all }, say("explorer.reset_all")));
}

// Where a strategy was tried stands in its own words.
const is_tried_here = (strategy) => state.place !== "" && told(strategy, "tried_on").includes(state.place);

export function show_controls(node, { places, strategies, first_year, answered, is_fetching, open_inputs, take_files }) {
  const strategy = strategies.find(({ id }) => id === state.strategy);
  const is_nation = state.place === nation;
  const place_options = [[nation, say("explorer.nation")], ...places.map(([name]) => [name, name])];
  const years = [["", first_year ?? say("explorer.usual")], ...[2026, 2027, 2028].map((year) => [String(year), String(year)])];
  const own = [
    h("div", { class: "pair" },
      field("families", "explorer.families", state.families !== usual.families, say("explorer.families_hint", number(1), number(2000)),
        amount("families", state.families, 1, 2000, 0, (families) => change({ families: Math.round(families) }))),
      field("first-year", "explorer.first_year", state.first_year !== null, say("explorer.first_year_hint"),
        choice("first-year", String(state.first_year ?? ""), years, (year) => change({ first_year: year ? Number(year) : null })))),
    staffing(strategy),
    field("cost", "explorer.cost", state.cost !== null, say("explorer.cost_hint", number(strategy?.wage)),
      amount("cost", state.cost ?? strategy?.wage, 0, 5e6, 0, (cost) => change({ cost })))];
  const from_file = [h("p", { class: "hint" }, say("explorer.from_file")), h("button", { type: "button", class: "small", id: "leave-file", onclick: () => reset("scenario") }, say("explorer.leave_file"))];
  const of_page = [
    field("place", "explorer.place", state.place !== usual.place, say("explorer.place_hint"), choice("place", state.place, place_options, (place) => change({ place })), "explorer.chosen"),
    field("strategy", "explorer.strategy", state.strategy !== usual.strategy, strategy ? told(strategy, "tried_on") : "",
      choice("strategy", state.strategy, strategies.map((one) => [one.id, is_tried_here(one) ? say("explorer.tried_here", told(one, "title")) : told(one, "title")]), (id) => change({ strategy: id, staff: null, cost: null })), "explorer.chosen"),
    !is_nation && own];
  replace(node,
    h("h2", { id: "controls-heading" }, say(is_nation ? "explorer.the_nation" : "explorer.own_municipality")), h("p", { class: "hint" }, say("explorer.follow")),
    state.scenario ? from_file : of_page,
    dial(answered), changed_list(),
    h("button", { type: "button", class: "all", id: "all-inputs", disabled: is_fetching || Boolean(state.scenario), onclick: open_inputs }, say(is_fetching ? "explorer.inputs_coming" : "explorer.inputs_open")),
    h("div", { class: "drop", id: "drop" }, h("label", { for: "file" }, say("explorer.drop")),
      h("input", { type: "file", id: "file", accept: ".csv,.toml", multiple: true, onchange: ({ target }) => take_files(target.files) }),
      h("p", { class: "fault", id: "file-fault", role: "alert" })));
  node.setAttribute("aria-labelledby", "controls-heading");
}

const was_seen = ({ observed, design }) => observed > 0 && design !== "none";

export function effects_table(effects) {
  return h("table", { class: "who effects" }, h("caption", { class: "hidden" }, say("explorer.effects_heading")),
    h("thead", null, h("tr", null, ["explorer.effect_on", "explorer.effect_seen", "explorer.effect_where", "explorer.effect_range"].map((word) => h("th", { scope: "col" }, say(word))))),
    h("tbody", null, effects.map((effect) => h("tr", null,
      h("th", { scope: "row" }, label("hook", effect.hook)),
      h("td", null, was_seen(effect) ? number(effect.observed, 2) : "–"),
      h("td", { class: "text" }, was_seen(effect) ? `${label("design", effect.design)}: ${told(effect, "where")}` : say("explorer.effect_assumed")),
      h("td", { class: "drawing" }, effect_figure(was_seen(effect) ? effect : { ...effect, observed: null }), h("span", { class: "hidden" }, say("explorer.effect_spoken", number(effect.weak, 2), number(effect.centre, 2), number(effect.strong, 2))))))));
}
