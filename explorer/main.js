// The page: takes its state from the link, asks the model, shows what comes.

import { h, replace } from "./dom.js";
import { languages, number, say, speak, spoken, take_words, told as told_in } from "./words.js";
import { change, from_link, state, to_link, to_toml, when_changed } from "./state.js";
import { answer, answer_whole, appraise_case, begin, case_workbook, cohorts, compare, family, inputs, made_of, whole } from "./engine.js";
import { case_fold, forget_case_fold, take_case } from "./case.js";
import { bottom_line, show_answer, show_faults, spoken_answer, view_of } from "./answer.js";
import { show_controls } from "./controls.js";
import { settable, show_inputs } from "./inputs.js";
import { depth_section, luck_section } from "./depth.js";
import { strength_part } from "./strength.js";

const at = (id) => document.getElementById(id);
const data = self.samspil_data;

// What is at hand, beside the state.
const page = {
  last: null, step: null, whole_busy: false, lives: [], rolled: [], luck_busy: false, compared: null,
  compare_busy: false, family: null, asked: 0, open: {}, theme: "", is_saving: false, is_fetching: false,
};
// What every shipped strategy is called, and its usual numbers.
function strategies() { return [...data.strategies].sort((a, b) => told_in(a, "title").localeCompare(told_in(b, "title"), spoken())); }

// ---- bytes of the model: beside the page, or in it
async function bytes_of(name) {
  const inside = at(name);
  if (inside) {
    const text = atob(inside.textContent);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
    return bytes;
  }
  const answered = await fetch(name);
  if (!answered.ok) throw new Error(`${name}: ${answered.status}`);
  return new Uint8Array(await answered.arrayBuffer());
}

// ---- what is shown
function top() {
  const mark = () => {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 30 20");
    svg.setAttribute("aria-hidden", "true");
    for (const [tag, of] of [["circle", { cx: 10, cy: 10, r: 8.6, class: "ring" }], ["circle", { cx: 20, cy: 10, r: 8.6, class: "ring" }], ["path", { d: "M15 3a8.6 8.6 0 0 1 0 14a8.6 8.6 0 0 1 0-14z" }]]) {
      const node = document.createElementNS(space, tag);
      for (const [name, value] of Object.entries(of)) node.setAttribute(name, value);
      svg.append(node);
    }
    return svg;
  };
  replace(at("top"), h("span", { class: "brand" }, mark(), "Samspil"), h("span", { class: "what" }, say("explorer.what")),
    h("span", { class: "buttons" },
      h("button", { type: "button", id: "copy", onclick: copy_link }, say("explorer.copy")),
      h("button", { type: "button", id: "language", lang: spoken() === "da" ? "en" : "da", onclick: in_other_language }, spoken() === "da" ? "English" : "Dansk"),
      h("button", { type: "button", id: "theme", onclick: () => { set_theme(page.theme === "dark" ? "light" : "dark"); keep_link(); top(); } }, say(is_dark() ? "explorer.light" : "explorer.dark")),
      h("span", { class: "hidden", role: "status", id: "copied" })));
}
function is_dark() { return page.theme ? page.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches; }
function set_theme(theme) {
  page.theme = theme;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

// A slider that is held stays where it is until it is let go.
let is_held = false, is_waiting = false;
for (const kind of ["pointerup", "pointercancel"]) {
  addEventListener(kind, () => {
    is_held = false;
    if (is_waiting) setTimeout(() => controls());
  });
}
addEventListener("pointerdown", ({ target }) => { is_held = target.type === "range"; });

// What was typed wrong stays to be mended, until something else is changed.
function controls(is_changed = false) {
  is_waiting = is_held || (!is_changed && at("controls").querySelector("[aria-invalid=true]") !== null);
  if (is_waiting) return;
  show_controls(at("controls"), {
    places: data.places, strategies: strategies(), first_year: data.first_year, answered: page.last?.document?.strategies[0],
    is_fetching: page.is_fetching, open_inputs, take_files,
  });
}
async function open_inputs() {
  page.is_fetching = true;
  controls();
  const found = await inputs();
  page.is_fetching = false;
  controls();
  if (found.faults) return show_faults(at("answer"), found.faults, spoken(), null);
  show_inputs(at("dialog"), settable(found.entries));
}

// The municipality's own families; of the nation a group of forty.
function luck_families() { return Math.max(1, Math.round(page.last?.document?.municipality?.families ?? 40)); }

function show() {
  if (!page.last) return replace(at("answer"), h("p", { class: "waiting", role: "status" }, say("explorer.waiting")));
  const key = spoken();
  if (page.last.faults) return show_faults(at("answer"), page.last.faults, key, null);
  const view = view_of(page.last);
  const luck = luck_section({ families: luck_families(), enrolled: view.run.municipality?.families_enrolled, lives: page.lives, centre: centre_of_lives(view), is_busy: page.luck_busy, roll });
  const depth = depth_section(view, {
    compared: page.compared, compare_busy: page.compare_busy, compare: compare_now, family: page.family, show_family, exports, is_saving: page.is_saving, open: page.open,
    case_fold: case_fold({ appraise: appraise_case, save_text: (name, text) => save(name, text, "application/toml"), save_workbook: async () => save_bytes("case.xlsx", await case_workbook(spoken())) }),
  });
  show_answer(at("answer"), view, { step: page.step, busy: page.whole_busy, whole: go_on, luck, depth });
  replace(at("bottom"), bottom_line(view));
  replace(at("strength"), strength_part(view.strategy, page.step === "whole"));
  if (page.step !== 0 && at("spoken").textContent !== spoken_answer(view)) at("spoken").textContent = spoken_answer(view);
}
function draw() { top(); controls(true); show(); }
function in_other_language() {
  speak(spoken() === "da" ? "en" : "da");
  const was_open = forget_case_fold();
  keep_link();
  draw();
  if (was_open) at("case").open = true;
}

// What the fields tell of an answer is its effects; without others what is being typed is left alone.
let effects_told = "";
function controls_of_answer() {
  const effects = JSON.stringify(page.last.document?.strategies[0]?.effects.map(({ hook, observed }) => [hook, observed]));
  if (effects === effects_told) return;
  effects_told = effects;
  controls();
}

// ---- asking
function ask() {
  answer((found, step, which) => {
    if (which !== page.asked || step > page.step) {
      Object.assign(page, { last: found, step, asked: which });
      controls_of_answer();
      show();
    }
    mark_time(`step ${step}`);
  });
}
async function go_on() {
  page.whole_busy = true;
  show();
  const found = await answer_whole();
  page.whole_busy = false;
  if (found) Object.assign(page, { last: found, step: "whole" });
  show();
}

let rolls = [];
// Of the municipality the estimate; of another group the mean of all lives at hand.
function centre_of_lives({ run, strategy }) {
  if (run.municipality) return strategy.pockets.centre.by_payer.municipality.net;
  return page.rolled.length ? page.rolled.reduce((sum, one) => sum + one, 0) / page.rolled.length : 0;
}
async function roll() {
  if (rolls.length === 0) {
    page.luck_busy = true;
    show();
    const at_once = Math.max(4, Math.min(40, Math.floor(8000 / luck_families())));
    const found = await cohorts(luck_families(), at_once, page.rolled.length);
    page.luck_busy = false;
    if (found.faults) return show_faults(at("answer"), found.faults, spoken(), null);
    rolls = found.municipality;
    page.rolled = [...page.rolled, ...rolls];
  }
  page.lives.push(rolls.shift());
  if (page.lives.length > 40) page.lives.shift();
  show();
}

const four = ["familien_paa_vej", "familiens_vej_en_myndighed", "sammen_om_familien", "familiens_fremtid"];
async function compare_now(how) {
  page.compare_busy = true;
  show();
  const names = how === "all" ? data.strategies.map(({ id }) => id) : four;
  const sizes = how === "whole" ? { families: 0, draws: 16, families_per_draw: 400 } : { families: 4000, draws: how === "all" ? 16 : 32, families_per_draw: 200 };
  page.compared = await compare(names, sizes);
  page.compare_busy = false;
  show();
}

async function show_family() {
  page.family = await family(`family.${spoken()}.toml`);
  show();
}

// ---- files in and out
const most_bytes = 5e6;
async function take_files(list) {
  const files = { ...state.files };
  let scenario = state.scenario;
  for (const file of list) {
    if (file.size > most_bytes) return file_fault(say("explorer.file_large", file.name, number(most_bytes / 1e6)));
    if (!/\.(csv|toml)$/i.test(file.name)) return file_fault(say("explorer.file_kind", file.name));
    const text = (await file.text()).replace(/^\uFEFF/, "");
    if (/^\s*\[case\]/m.test(text) && /\.toml$/i.test(file.name)) return take_case(text);
    if (/\.toml$/i.test(file.name)) scenario = text;
    else files[file.name] = text;
  }
  change({ files, scenario });
}
function file_fault(text) { at("file-fault").textContent = text; }

function save(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
function save_bytes(name, made) {
  if (made.faults) return tell_taking(made.faults[0][spoken()]);
  save(name, made.bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}
function tell_taking(text) { at("taking").textContent = text; }

// The step that is shown, as a file that gives the same hash; a file that was dropped is itself, and
// how large its run is stands in the line that runs it.
function scenario_text() {
  const { sizes } = page.last;
  if (!state.scenario) return `# ${say("explorer.toml_head")}\n${to_toml(sizes)}`;
  const { families, draws, families_per_draw } = sizes;
  const options = families === undefined ? "" : ` --families ${families} --draws ${draws}${families_per_draw ? ` --families-per-draw ${families_per_draw}` : ""}`;
  return `# ${say("explorer.toml_line", `samspil run samspil.toml${options}`)}\n${state.scenario}`;
}
// While it is made no other is asked for.
const taking = (act) => async () => {
  page.is_saving = true;
  show();
  try {
    await act();
  } finally {
    page.is_saving = false;
    show();
  }
};
const exports = [
  ["export-toml", "explorer.export_toml", () => {
    save("samspil.toml", scenario_text(), "application/toml");
    for (const [name, text] of Object.entries(state.files)) save(name, text, "text/csv");
  }],
  ["export-xlsx", "explorer.export_xlsx", taking(async () => save_bytes("samspil.xlsx", await made_of(page.last.sizes, { do: "make", file: "report.xlsx", language: spoken() })))],
  ["export-csv", "explorer.export_csv", taking(async () => {
    const tables = await made_of(page.last.sizes, { do: "tables", language: spoken() });
    for (const [name, text] of Object.entries(tables)) {
      if (/^(net_results|outcomes|cells|uncertainty)(_da)?\.csv$/.test(name)) save(name, text, "text/csv");
    }
  })],
  ["export-json", "explorer.export_json", () => save("samspil.json", JSON.stringify(page.last.document, null, 1), "application/json")],
  ["print", "explorer.print", () => window.print()]];

function address() {
  const fields = new URLSearchParams(to_link());
  if (spoken() !== "da") fields.set("lang", spoken());
  if (page.theme) fields.set("theme", page.theme);
  return `#${fields}`;
}
let kept = "";
function keep_link() { kept = address(); history.replaceState(null, "", kept === "#" ? location.pathname : kept); }
async function copy_link() {
  keep_link();
  try {
    await navigator.clipboard.writeText(location.href);
    at("copied").textContent = at("copy").textContent = say("explorer.copied");
  } catch {
    window.prompt(say("explorer.copy"), location.href);
  }
}
function take_link() {
  const text = location.hash.slice(1);
  const fields = new URLSearchParams(text);
  speak(languages.includes(fields.get("lang")) ? fields.get("lang") : "da");
  set_theme(["dark", "light"].includes(fields.get("theme")) ? fields.get("theme") : "");
  from_link(text);
}

// ---- begin
function mark_time(name) { performance.mark(`samspil ${name}`); }

async function main() {
  take_words(data.words);
  take_link();
  document.body.append(h("div", { class: "bottom", id: "bottom", "aria-hidden": "true" }));
  draw();
  let before = "";
  when_changed(() => {
    const asked = JSON.stringify({ ...state, level: null });
    keep_link();
    if (asked !== before) {
      Object.assign(page, { lives: [], rolled: [], compared: null });
      rolls = [];
      ask();
    } else show();
    before = asked;
    controls(true);
  });
  before = JSON.stringify({ ...state, level: null });
  addEventListener("hashchange", () => {
    if (location.hash === kept) return;
    take_link();
    before = JSON.stringify({ ...state, level: null });
    draw();
    ask();
  });
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => { event.preventDefault(); if (kind === "drop") take_files(event.dataTransfer.files); });
  try {
    await begin(bytes_of);
  } catch (error) {
    return show_faults(at("answer"), [{ en: say("explorer.cannot", error.message), da: say("explorer.cannot", error.message) }], spoken(), null);
  }
  mark_time("ready");
  ask();
}

main();
