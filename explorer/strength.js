// How strong all effects must be together for the municipality to pay nothing: the document's own
// break-even, as a mark on a scale of strengths and as a sentence.

import { h } from "./dom.js";
import { strength_figure } from "./figures.js";
import { number, say } from "./words.js";

const curve_of = (strategy) => strategy?.break_even?.all_effects;

// Where there is one break-even, or why there is none; nothing where none was looked for yet.
export function strength_text(strategy) {
  const curve = curve_of(strategy);
  if (!curve) return "";
  const { status, multiplier, rises } = curve.roots.municipality;
  if (status === "found") return say(rises ? "explorer.multiplier" : "explorer.multiplier_falls", number(multiplier, 1));
  const why = { several: "explorer.multiplier_several", saves_throughout: "explorer.multiplier_none", not_within: "explorer.multiplier_beyond", none: "explorer.multiplier_unmoved" };
  return say(why[status], number(curve.multipliers.at(-1)));
}

// Below the dial. The sentence is what is said of the mark. A file may ask for no break-even: then none comes with the whole run.
export function strength_part(strategy, is_whole = false) {
  const curve = curve_of(strategy);
  const root = curve?.roots.municipality;
  return [curve && strength_figure({ most: curve.multipliers.at(-1), at: root.status === "found" ? root.multiplier : null }),
    h("p", { class: "hint", id: "strength-text" }, curve ? strength_text(strategy) : say(is_whole ? "explorer.multiplier_not_asked" : "explorer.multiplier_coming"))];
}
