// What a page is set to: in the link, in the file that `samspil run` takes, and nowhere else.

export const usual = {
  place: "Furesø", families: 40, strategy: "sammen_om_familien", staffed: "caseload", staff: null, cost: null,
  first_year: null, seed: 1, level: "centre",
};
// Of the nation no municipality is asked, and of a file nothing.
export const nation = "*";

export const state = { ...usual, inputs: {}, files: {}, scenario: null };

const earlier = [];
let listeners = [];
export function when_changed(act) { listeners.push(act); }

// Sets some of it. What can be undone is kept.
export function change(some) {
  earlier.push(snapshot());
  if (earlier.length > 100) earlier.shift();
  Object.assign(state, some);
  for (const act of listeners) act(state);
}
function snapshot() { return { ...state, inputs: { ...state.inputs }, files: { ...state.files } }; }
export function undo() {
  const before = earlier.pop();
  if (!before) return;
  Object.assign(state, before);
  for (const act of listeners) act(state);
}
export function can_undo() { return earlier.length > 0; }

// The names of what is not as usual; own numbers by their names behind "inputs.".
export function changes() {
  const names = Object.keys(usual).filter((name) => name !== "level" && state[name] !== usual[name] && name !== "staffed");
  if (state.scenario) return ["scenario"];
  return [...names, ...Object.keys(state.files).map((name) => `files.${name}`),
    ...Object.keys(state.inputs).map((name) => `inputs.${name}`)];
}
export function reset(name) {
  if (name.startsWith("inputs.")) {
    const inputs = { ...state.inputs };
    delete inputs[name.slice(7)];
    return change({ inputs });
  }
  if (name.startsWith("files.")) {
    const files = { ...state.files };
    delete files[name.slice(6)];
    return change({ files });
  }
  if (name === "scenario") return change({ scenario: null, files: {} });
  if (name === "staff") return change({ staff: null, staffed: "caseload" });
  change({ [name]: usual[name] });
}
export function reset_all() { change({ ...usual, inputs: {}, files: {}, scenario: null }); }

// Behind the # of the address. Files are not in it: they never leave the page.
export function to_link() {
  const fields = new URLSearchParams();
  for (const name of Object.keys(usual)) {
    if (state[name] !== usual[name] && state[name] !== null) fields.set(name, state[name]);
  }
  for (const [name, value] of Object.entries(state.inputs)) fields.set(`inputs.${name}`, value);
  return fields.toString();
}

const numbers = ["families", "staff", "cost", "first_year", "seed"];
const choices = { staffed: ["caseload", "caseworkers"], level: ["weak_effect", "no_effect", "centre", "strong_effect"] };

// What of a link is no value of its field is left out.
export function from_link(text) {
  const found = { ...usual, inputs: {}, files: {}, scenario: null };
  for (const [name, value] of new URLSearchParams(text)) {
    const number = value.trim() === "" ? NaN : Number(value);
    if (name.startsWith("inputs.") && Number.isFinite(number)) found.inputs[name.slice(7)] = number;
    else if (numbers.includes(name) && Number.isFinite(number) && number >= 0) found[name] = number;
    else if (choices[name]?.includes(value)) found[name] = value;
    else if (["place", "strategy"].includes(name) && value.length < 60) found[name] = value;
  }
  Object.assign(state, found);
}

const quoted = (text) => JSON.stringify(text);

// Closed accounts of a dropped table: function, year, amount, under English or Danish names and as
// either language writes its numbers. Nothing where the table is no accounts.
export function accounts_in(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const separator = lines[0]?.includes(";") ? ";" : ",";
  const cells = (line) => line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const names = cells(lines[0] ?? "").map((name) => name.toLowerCase());
  const at = [["function", "funktion"], ["year", "år", "aar"], ["amount", "beløb", "beloeb"]].map((known) => names.findIndex((name) => known.includes(name)));
  if (at.includes(-1)) return null;
  const is_danish = separator === ";";
  return lines.slice(1).map((line) => {
    const row = cells(line);
    const amount = is_danish ? row[at[2]]?.replaceAll(".", "").replace(",", ".") : row[at[2]];
    return [row[at[0]] ?? "", row[at[1]] ?? "", amount ?? ""];
  });
}
// A cell that is no number goes as text, so that the model's reader tells the fault by its line.
const bare = (cell) => (cell !== "" && Number.isFinite(Number(cell)) ? String(Number(cell)) : quoted(cell));

// A scenario of TOML; `sizes` how large the run of it is, `own` numbers in place of the usual.
export function to_toml(sizes, { strategies = [state.strategy], own = state.inputs } = {}) {
  const lines = [];
  const put = (name, value) => lines.push(`${name} = ${value}`);
  if (state.place === nation) lines.push('title_da = "Hele landet"', 'title_en = "The whole country"');
  put("strategies", `[${strategies.map(quoted).join(", ")}]`);
  put("seed", state.seed);
  for (const [name, value] of Object.entries(sizes)) put(name, value);
  const tables = Object.entries(state.files).filter(([name]) => /\.csv$/i.test(name));
  const prices = tables.filter(([, text]) => !accounts_in(text)).map(([name]) => name);
  if (prices.length) put("prices", `[${prices.map(quoted).join(", ")}]`);
  if (state.place === nation) {
    lines.push('population = "national_target_group"', 'parameters = ["calibrated.csv"]');
    if (!prices.length) lines.push('prices = "2022"');
    lines.push('compare = "same_families"', "enrol = 0.5");
  } else {
    lines.push("", "[municipality]", `name = ${quoted(state.place)}`, `families_enrolled = ${state.families}`);
    if (state.staff !== null) put(state.staffed, state.staff);
    if (state.cost !== null) put("caseworker_cost", state.cost);
    if (state.first_year !== null) put("first_year", state.first_year);
  }
  for (const [, text] of tables) {
    for (const [account, year, amount] of accounts_in(text) ?? []) {
      lines.push("", "[[accounts]]", `function = ${quoted(account)}`, `year = ${bare(year)}`, `amount = ${bare(amount)}`);
    }
  }
  if (Object.keys(own).length) {
    lines.push("", "[inputs]");
    for (const [name, value] of Object.entries(own)) lines.push(`${quoted(name)} = ${value}`);
  }
  return lines.join("\n") + "\n";
}
