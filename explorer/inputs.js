// Every number that may be one's own: searched, with unit, range, source and grade, and changed.

import { h, replace } from "./dom.js";
import { label, number, own_name, read_number, say, told, written } from "./words.js";
import { change, reset, state } from "./state.js";

const kinds = ["lever", "price", "effect", "element", "margin", "parameter"];
const most_shown = 60;

// Of the document of explain those that a scenario may set, under the name that it sets them by.
export function settable(entries) {
  return entries.filter((entry) => kinds.includes(entry.kind) && entry.value !== null)
    .map((entry) => ({ ...entry, set_by: entry.drawn_as ?? entry.name }))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

// Of an effect its hook alone is told, and of how long it acts nothing.
function title_of(entry) { return (entry.kind !== "effect" && told(entry, "label")) || own_name(entry.name); }

function unit_of({ kind, unit }) {
  if (!unit) return "";
  return kind === "price" ? say("explorer.kr_per", label("unit", unit)) : label("unit", unit);
}

function row_of(entry, again) {
  const own = state.inputs[entry.set_by];
  const id = `input-${entry.set_by}`;
  const [low, high] = entry.admissible ?? [-Infinity, Infinity];
  const fault = h("p", { class: "fault", role: "status" });
  const input = h("input", {
    id, type: "text", inputmode: "decimal", autocomplete: "off", value: written(own ?? entry.value),
    onchange: ({ target }) => {
      const typed = read_number(target.value);
      const fits = Number.isFinite(typed) && typed >= low && typed <= high;
      fault.textContent = fits ? "" : say("explorer.wrong_input");
      target.setAttribute("aria-invalid", fits ? "false" : "true");
      if (!fits) return;
      if (typed === entry.value) reset(`inputs.${entry.set_by}`);
      else change({ inputs: { ...state.inputs, [entry.set_by]: typed } });
      again();
    },
  });
  return h("li", null,
    h("div", { class: "input-head" }, h("label", { for: id }, title_of(entry)),
      h("span", { class: own === undefined ? "origin" : "origin own" }, own === undefined ? label("grade", entry.grade) : say("explorer.own"))),
    h("div", { class: "input-value" }, input, h("span", null, unit_of(entry)),
      own !== undefined && h("button", { type: "button", class: "link", onclick: () => { reset(`inputs.${entry.set_by}`); again(); } }, say("explorer.reset"))),
    fault,
    h("p", { class: "hint" }, entry.low < entry.high ? say("explorer.input_range", written(entry.value), written(entry.low), written(entry.high)) : say("explorer.input_certain", written(entry.value)), " · ", h("code", null, entry.name)),
    h("p", { class: "hint source" }, told(entry, "source") || say("explorer.no_source")));
}

export function show_inputs(node, entries) {
  let search = "", kind = "";
  const list = h("ul", { class: "inputs" });
  const count = h("p", { class: "hint", role: "status", id: "inputs-count" });
  const matches = (entry) => {
    if (kind === "own" ? state.inputs[entry.set_by] === undefined : kind && entry.kind !== kind) return false;
    const text = `${entry.name} ${entry.label ?? ""} ${entry.label_da ?? ""} ${title_of(entry)} ${entry.source ?? ""} ${entry.source_da ?? ""} ${entry.unit ?? ""}`.toLowerCase();
    return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
  };
  const draw = () => {
    const found = entries.filter(matches);
    count.textContent = found.length > most_shown ? say("explorer.inputs_some", number(most_shown), number(found.length)) : say("explorer.inputs_found", number(found.length));
    replace(list, found.slice(0, most_shown).map((entry) => row_of(entry, draw)));
  };
  const kind_options = [["", say("explorer.all_kinds")], ["own", say("explorer.only_own")], ...kinds.map((name) => [name, label("kind", name)])];
  const dialog = h("dialog", { class: "sheet", "aria-labelledby": "inputs-heading" },
    h("div", { class: "sheet-head" }, h("h2", { id: "inputs-heading" }, say("explorer.all_inputs", number(entries.length))),
      h("button", { type: "button", id: "close-inputs", onclick: () => dialog.close() }, say("explorer.close"))),
    h("p", { class: "hint" }, say("explorer.inputs_hint")),
    h("div", { class: "search" },
      h("div", null, h("label", { for: "search" }, say("explorer.search")), h("input", { id: "search", type: "search", oninput: ({ target }) => { search = target.value; draw(); } })),
      h("div", null, h("label", { for: "kind" }, say("explorer.kind")), h("select", { id: "kind", onchange: ({ target }) => { kind = target.value; draw(); } }, kind_options.map(([name, text]) => h("option", { value: name }, text))))),
    count, list);
  dialog.addEventListener("close", () => { node.replaceChildren(); document.getElementById("all-inputs")?.focus(); });
  node.replaceChildren(dialog);
  draw();
  dialog.showModal();
  document.getElementById("search").focus();
}
