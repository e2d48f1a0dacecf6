// Drawings: across in per cent, down in pixels, so that text is never scaled. Colours and marks are
// those of a payer everywhere; sign has no colour.

import { s, h } from "./dom.js";
import { million, millions, number, say } from "./words.js";

export const payers = ["municipality", "region", "state", "citizen"];

export function mark(payer) {
  const shapes = {
    municipality: () => s("rect", { width: 12, height: 12 }),
    region: () => s("circle", { cx: 6, cy: 6, r: 6 }),
    state: () => s("path", { d: "M6 0 12 12H0z" }),
    citizen: () => s("path", { d: "M6 0 12 6 6 12 0 6z" }),
  };
  return s("svg", { class: `mark ${payer}`, viewBox: "0 0 12 12", "aria-hidden": "true" }, shapes[payer]());
}

// Round ends and steps for an axis that holds all values, and nought.
export function scale_of(values, most = 6) {
  const known = values.filter((value) => Number.isFinite(value)).concat(0);
  let low = Math.min(...known), high = Math.max(...known);
  if (low === high) high = low + 1;
  const span = high - low;
  let step = 10 ** Math.floor(Math.log10(span / most));
  for (let i = 0; span / step > most; ++i) step *= i % 3 === 1 ? 2.5 : 2;  // 1, 2, 5, 10
  low = Math.floor(low / step - 1e-9) * step;
  high = Math.ceil(high / step + 1e-9) * step;
  const ticks = [];
  for (let i = Math.round(low / step); i <= Math.round(high / step); ++i) ticks.push(i * step);
  return { low, high, step, ticks, across: (value) => `${(((value - low) / (high - low)) * 100).toFixed(2)}%` };
}

function tick_text(value, step, unit) {
  const digits = Math.max(0, -Math.floor(Math.log10(step / unit) + 1e-9));
  return number(value / unit, Math.min(digits, 3), value !== 0);
}
function frame(scale, top, bottom) {
  return scale.ticks.map((tick) => s("line", { class: tick === 0 ? "nought" : "grid", x1: scale.across(tick), x2: scale.across(tick), y1: top, y2: bottom }));
}
function tick_row(scale, y, unit = million, most = 6) {
  const every = Math.ceil(scale.ticks.length / most);
  const nought = scale.ticks.indexOf(0);
  return scale.ticks.filter((_, i) => (i - nought) % every === 0).map((tick) => {
    const place = (tick - scale.low) / (scale.high - scale.low);
    return s("text", { x: scale.across(tick), y, "text-anchor": place < 0.06 ? "start" : place > 0.94 ? "end" : "middle" }, tick_text(tick, scale.step, unit));
  });
}
function bar(scale, low, high, y, height) {
  const from = Math.min(low, high), to = Math.max(low, high);
  return s("rect", { class: "range", x: scale.across(from), y, width: `${(((to - from) / (scale.high - scale.low)) * 100).toFixed(2)}%`, height });
}
function middle(scale, value, y1, y2) {
  return s("line", { class: "middle", x1: scale.across(value), x2: scale.across(value), y1, y2 });
}

function ends() {
  return h("div", { class: "ends", "aria-hidden": "true" }, h("span", null, say("explorer.end_more")), h("span", null, say("explorer.end_unit")), h("span", null, say("explorer.end_less")));
}

// Twenty equally likely outcomes on the axis of kroner, the range under them.
export function dots_figure({ dots, low, high, centre, none, spoken }) {
  const scale = scale_of([...(dots ?? []), low, high, centre, none]);
  const drawn = frame(scale, 24, 158);
  const place = (none - scale.low) / (scale.high - scale.low);
  drawn.push(s("line", { class: "no-effect", x1: scale.across(none), x2: scale.across(none), y1: 24, y2: 158 }),
    s("text", { x: scale.across(none), y: 15, "text-anchor": place < 0.2 ? "start" : place > 0.8 ? "end" : "middle" },
      say("explorer.no_effect_at", millions(none))));
  if (dots) {
    const bins = 18, size = (scale.high - scale.low) / bins, stacks = new Map();
    for (const dot of dots) {
      const bin = Math.min(bins - 1, Math.floor((dot - scale.low) / size));
      stacks.set(bin, [...(stacks.get(bin) ?? []), dot]);
    }
    const tallest = Math.max(...[...stacks.values()].map((stack) => stack.length));
    const step = Math.min(15, 92 / tallest), radius = Math.min(6.5, step / 2 - 0.9);
    for (const [bin, stack] of stacks) {
      stack.forEach((dot, i) => drawn.push(s("circle", { class: dot > 0 ? "dot saves" : "dot", cx: scale.across(scale.low + (bin + 0.5) * size), cy: 123 - step / 2 - i * step, r: radius })));
    }
  }
  if (Number.isFinite(low)) drawn.push(bar(scale, low, high, 129, 16));
  drawn.push(middle(scale, centre, 125, 149), tick_row(scale, 176));
  return [s("svg", { class: "figure municipality", height: 184, role: "img", "aria-label": spoken }, drawn), ends()];
}

// One payer's years: range, middle, and without effect; on an axis common to all payers.
export function years_figure(scale, payer, years, width) {
  const top = 6, height = 204;
  const y = (value) => top + ((scale.high - value) / (scale.high - scale.low)) * height;
  const drawn = scale.ticks.map((tick) => s("line", { class: tick === 0 ? "nought" : "grid", x1: 0, x2: "100%", y1: y(tick), y2: y(tick) }));
  years.forEach(({ centre, low, high, none }, i) => {
    const at = 100 * (i + 0.5) / years.length;
    const parts = [];
    if (Number.isFinite(low)) {
      const tall = Math.max(3, y(low) - y(high));
      parts.push(s("rect", { class: "range", x: -width / 2, y: (y(low) + y(high) - tall) / 2, width, height: tall }));
    }
    parts.push(s("line", { class: "middle", x1: -width / 2 - 4, x2: width / 2 + 4, y1: y(centre), y2: y(centre) }));
    drawn.push(s("svg", { x: `${at}%`, y: 0, overflow: "visible" }, parts));
    if (Number.isFinite(none)) drawn.push(s("line", { class: "no-effect", x1: `${at - 40 / years.length}%`, x2: `${at + 40 / years.length}%`, y1: y(none), y2: y(none) }));
  });
  return s("svg", { class: `figure ${payer}`, height: 216, "aria-hidden": "true" }, drawn);
}
export function years_axis(scale) {
  const y = (value) => 6 + ((scale.high - value) / (scale.high - scale.low)) * 204;
  return s("svg", { class: "figure", height: 216, "aria-hidden": "true" },
    scale.ticks.map((tick) => s("text", { x: "100%", y: y(tick) + 5, "text-anchor": "end" }, tick_text(tick, scale.step, million))));
}

// A row of a table: range, middle, nought, and without effect where it is told.
export function row_figure(scale, payer, { centre, low, high, none }) {
  const drawn = frame(scale, 0, 30);
  if (Number.isFinite(low)) drawn.push(bar(scale, low, high, 9, 12));
  if (Number.isFinite(none)) drawn.push(s("line", { class: "no-effect", x1: scale.across(none), x2: scale.across(none), y1: 0, y2: 30 }));
  drawn.push(middle(scale, centre, 6, 24));
  return s("svg", { class: `figure ${payer}`, height: 30, "aria-hidden": "true" }, drawn);
}
export function row_axis(scale) {
  return [s("svg", { class: "figure", height: 20, "aria-hidden": "true" }, tick_row(scale, 14, million, 4)), ends()];
}

// People: as many as it could be, those who must be others filled.
export function people_figure(of, needed, most, spoken) {
  const each = Math.max(1, Math.ceil(of / most));
  const shown = Math.max(1, Math.round(of / each));
  const figures = Array.from({ length: shown }, (_, i) =>
    s("svg", { viewBox: "0 0 14 22", class: i < Math.ceil(needed / each - 1e-9) ? "on" : null }, s("use", { href: "#person" })));
  return { figure: h("div", { class: "people", role: "img", "aria-label": spoken }, figures), each };
}

// What the effort is taken to move, and what is needed.
export function needed_figure({ moved, low, high, needed }) {
  const scale = scale_of([moved, low, high, needed], 5);
  const drawn = frame(scale, 22, 50);
  drawn.push(bar(scale, low, high, 29, 14), middle(scale, moved, 26, 46));
  const is_near = Math.abs(needed - moved) / (scale.high - scale.low) < 0.45;
  if (Number.isFinite(needed)) {
    drawn.push(s("line", { class: "needed", x1: scale.across(needed), x2: scale.across(needed), y1: 18, y2: 50 }),
      s("text", { class: "strong", x: scale.across(needed), y: 13, "text-anchor": (needed - scale.low) / (scale.high - scale.low) > 0.7 ? "end" : "start" }, say("explorer.needed_at", number(needed, 1))));
  }
  drawn.push(s("text", { x: scale.across(moved), y: is_near ? 84 : 13, "text-anchor": "middle" }, say("explorer.moved_at", number(moved, 1))),
    tick_row(scale, 68, 1));
  return s("svg", { class: "figure moved", height: is_near ? 90 : 74, "aria-hidden": "true" }, drawn);
}

// How strong all effects are, from none through the estimate to the most that was looked at; marked
// where the net result is nought, if it is so anywhere.
export function strength_figure({ most, at }) {
  const scale = { low: 0, high: most, across: (value) => `${((100 * value) / most).toFixed(2)}%` };
  const drawn = [bar(scale, 0, most, 26, 8), middle(scale, 1, 23, 37)];
  const names = { 0: say("explorer.level_none"), 1: say("explorer.level_centre") };
  for (let tick = 0; tick <= most; ++tick) {
    drawn.push(s("text", { x: scale.across(tick), y: 55, "text-anchor": tick === 0 ? "start" : tick === most ? "end" : "middle" }, names[tick] ?? `× ${number(tick)}`));
  }
  if (at !== null) {
    const place = at / most;
    drawn.push(s("line", { class: "needed", x1: scale.across(at), x2: scale.across(at), y1: 18, y2: 40 }),
      s("text", { class: "strong", x: scale.across(at), y: 13, "text-anchor": place < 0.2 ? "start" : place > 0.8 ? "end" : "middle" }, say("explorer.strength_at", number(at, 1))));
  }
  return s("svg", { class: "figure moved", height: 60, "aria-hidden": "true" }, drawn);
}

// The same families lived again and again by chance alone.
export function luck_figure(values, centre, spoken) {
  const scale = scale_of([...values, centre]);
  const drawn = frame(scale, 20, 92);
  const place = (centre - scale.low) / (scale.high - scale.low);
  drawn.push(middle(scale, centre, 20, 92), s("text", { x: scale.across(centre), y: 13, "text-anchor": place < 0.15 ? "start" : place > 0.85 ? "end" : "middle" }, say("explorer.centre")));
  values.forEach((value, i) => drawn.push(s("svg", { x: scale.across(value), y: 34 + (i % 4) * 14, overflow: "visible" },
    s("path", { class: i === values.length - 1 ? "life last" : "life", d: "M0-6 6 0 0 6-6 0z" }))));
  drawn.push(tick_row(scale, 112));
  return [s("svg", { class: "figure municipality", height: 118, role: "img", "aria-label": spoken }, drawn), ends()];
}

// An effect: where it works badly and well, its middle, none, and what a trial or report saw; on a
// scale of ratios.
export function effect_figure({ weak, centre, strong, observed }) {
  const logs = [weak, centre, strong, observed].filter((ratio) => ratio > 0).map(Math.log);
  const scale = scale_of(logs, 4);
  const drawn = [frame(scale, 0, 26), bar(scale, Math.log(weak), Math.log(strong), 7, 12), middle(scale, Math.log(centre), 4, 22)];
  if (observed > 0) drawn.push(s("svg", { x: scale.across(Math.log(observed)), y: 13, overflow: "visible" }, s("path", { class: "seen", d: "M-5 7 0-3 5 7z" })));
  return s("svg", { class: "figure moved", height: 26, "aria-hidden": "true" }, drawn);
}
