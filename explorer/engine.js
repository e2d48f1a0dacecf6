// The model at work beside the page: one worker gives the first estimate from few families within a
// blink, another refines it. Each step is a whole run of `samspil run` with its sizes, and tells its
// error.

import { state, to_toml } from "./state.js";

// Families simulated, draws of the uncertain inputs, families that live each draw. The first two are
// lived by the families that travel with the page.
export const steps = [
  { families: 320, draws: 10, families_per_draw: 160, break_even: false },
  { families: 800, draws: 24, families_per_draw: 320, break_even: true },
  { families: 4000, draws: 32, families_per_draw: 320, break_even: true },
];
// As a municipality's scenario says of itself.
export const whole = { families: 0, draws: 200, families_per_draw: 2360, break_even: true };

// A worker of its own, which begins when it is first wanted.
class Helper {
  constructor(url, beginning) {
    this.url = url;
    this.beginning = beginning;
    this.waiting = new Map();
    this.next = 0;
    this.line = Promise.resolve();
  }
  begin() { return this.begun ??= this.open(); }
  open() {
    this.worker = new Worker(this.url);
    this.worker.onmessage = ({ data }) => {
      this.waiting.get(data.number)(data.answer);
      this.waiting.delete(data.number);
    };
    this.worker.onerror = (event) => {
      for (const answer of this.waiting.values()) answer({ faults: [{ en: event.message, da: event.message }], broken: true });
      this.waiting.clear();
    };
    return this.ask({ do: "begin", ...this.beginning });
  }
  ask(question) {
    return new Promise((answer) => {
      this.waiting.set(++this.next, answer);
      this.worker.postMessage({ number: this.next, question });
    });
  }
  // Questions that belong together, one after the other, with no others between them.
  together(act) {
    const turn = this.line.then(async () => {
      const begun = await this.begin();
      return begun.faults ? begun : act((question) => this.ask(question));
    });
    this.line = turn.catch(() => {});
    return turn;
  }
}

let quick, thorough;
let asked = 0;          // The state that was asked for last.
let is_quick_busy = false;

async function unpacked(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;  // a server has done it
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// `parts` gives the bytes of a part by name: of files beside the page, or of the page itself.
export async function begin(parts) {
  const [loader, binary, start] = await Promise.all(["worker.js", "model.bin", "start.bin"].map(async (name) => unpacked(await parts(name))));
  const module = await WebAssembly.compile(binary);
  const url = URL.createObjectURL(new Blob([loader], { type: "text/javascript" }));
  quick = new Helper(url, { module, start });
  thorough = new Helper(url, { module, start });
  const first = await quick.begin();
  if (first.faults) throw new Error(first.faults[0].en);
}

function scenario_question() { return { do: "load", scenario: state.scenario ?? to_toml({}), files: state.files }; }

// The scenario as it is set now; its text once for each helper, however large the run.
async function load(helper, ask) {
  const question = scenario_question();
  const asked_for = JSON.stringify(question);
  if (helper.loaded?.asked_for === asked_for) return helper.loaded.answer;
  const found = await ask(question);
  helper.loaded = found.faults ? null : { asked_for, answer: found };
  return found;
}

// What a helper holds of its last run.
function held_as(sizes) { return JSON.stringify([scenario_question(), sizes]); }

async function run_in(helper, ask, sizes, more) {
  const began = performance.now();
  const about = await load(helper, ask);
  if (about.faults) return about;
  const found = await ask({ do: "run", ...sizes, ...more });
  helper.held = found.faults ? null : { what: held_as(sizes), is_exact: found.exact };
  return { ...found, sizes, seconds: (performance.now() - began) / 1000 };
}

// A field that is being moved is answered by first estimates alone: until nothing was asked for so
// long, or something is.
let tell_change = () => {}, changed;
function note_change() {
  tell_change();
  changed = new Promise((go) => { tell_change = go; });
}
function at_rest() { return Promise.race([changed, new Promise((go) => setTimeout(go, 200))]); }

// Answers the state as it is now: `tell(answer, step, which)` after each step that is still wanted, of
// the question `which`; the last step may come before the one before it.
export async function answer(tell) {
  const mine = ++asked;
  note_change();
  if (is_quick_busy) return;  // whoever is at it begins again with what is asked for last
  is_quick_busy = true;
  let now = mine;
  try {
    for (let step = 0; step < 2; ++step) {
      if (step === 1) await at_rest();
      const found = now === asked && await quick.together((ask) => run_in(quick, ask, steps[step], { lean: true, worth_of_work: step === 0 ? "known" : "reckoned" }));
      if (now !== asked) {
        now = asked;
        step = -1;
        continue;
      }
      tell(found, step, now);
      if (found.faults) return;
      thorough.begin();  // not before: it would share the processor with the first answer
      if (step === (navigator.hardwareConcurrency > 1 ? 0 : 1)) refine(tell, now);
    }
  } finally {
    is_quick_busy = false;
  }
}

// Beside the second step where there is a core for it, unless somebody is still at a field: what is begun is not left.
async function refine(tell, mine) {
  await at_rest();
  if (mine !== asked) return;
  const found = await thorough.together((ask) => (mine === asked ? run_in(thorough, ask, steps[2]) : null));
  if (found && mine === asked) tell(found, 2, mine);
}

// All families and draws, as `samspil run` lives them; its hashes are the program's.
export async function answer_whole(sizes = whole) {
  const mine = asked;
  const found = await thorough.together((ask) => run_in(thorough, ask, state.scenario ? {} : sizes, { exact: true }));
  return mine === asked ? found : null;
}

// The same question of the same families for several strategies.
export function compare(strategies, sizes) {
  return thorough.together(async (ask) => {
    thorough.loaded = thorough.held = null;
    const loaded = await ask({ do: "load", scenario: to_toml({}, { strategies }), files: state.files });
    return loaded.faults ? loaded : ask({ do: "run", ...sizes, break_even: false, exact: sizes.families === 0, worth_of_work: "none" });
  });
}

export function cohorts(families, count, first) {
  return thorough.together(async (ask) => {
    const loaded = await load(thorough, ask);
    return loaded.faults ? loaded : ask({ do: "cohorts", families, cohorts: count, first });
  });
}

// Every number of the scenario as it is usual, for the strategy and the municipality that are chosen.
export function inputs() {
  return quick.together(async (ask) => {
    quick.loaded = null;
    const loaded = await ask({ do: "load", scenario: to_toml({}, { own: {} }), files: state.files });
    return loaded.faults ? loaded : ask({ do: "inputs" });
  });
}

// What the program makes of the state as it is now in one size: its tables, its workbook. A run that
// is at hand is not lived again, unless its families were made for other prices.
export function made_of(sizes, question) {
  return thorough.together(async (ask) => {
    const is_held = thorough.held?.what === held_as(sizes) && thorough.held.is_exact;
    const found = is_held ? {} : await run_in(thorough, ask, sizes, { exact: true });
    return found.faults ? found : ask(question);
  });
}

// A case needs no families: the same few hundred sums as `samspil case` does.
export function appraise_case(text) { return quick.together((ask) => ask(text === undefined ? { do: "case" } : { do: "case", case: text })); }
export function case_workbook(language) { return quick.together((ask) => ask({ do: "make", file: "case.xlsx", language })); }

export function family(file) { return quick.together((ask) => ask({ do: "family", file })); }
