// An investment case in the form of the ministry's model: one's own participants, success rate, costs
// and what each success gives back, appraised by the program's own calculator.

import { h, replace } from "./dom.js";
import { row_axis, row_figure, scale_of } from "./figures.js";
import { amount, choice } from "./fields.js";
import { label, millions, number, read_number, say, spoken, told } from "./words.js";

const payers = ["municipality", "region", "state", "citizen"];
const departments = ["coordination", "child_family", "school_daycare", "adult_social", "employment", "health"];
const account_types = ["service", "transfer", "capital", "revenue"];

// ---- what is asked, and its file
// `found` is what the model tells of a case: the form holds all that its file says.
export function form_of({ document: one, inputs }) {
  const account = ({ title, payer, department, account_type, account_function, grade, source }) =>
    ({ name: title ?? "", payer, department, account_type, account_function, grade, source });
  return {
    title: inputs.title, title_da: one.title_da, title_en: one.title_en, first_year: one.first_year, price_level: one.price_level,
    participants: [one.participants].flat(), success_rate: one.success_rate, discount_rate: one.discount_rate, seed: inputs.seed, draws: inputs.draws,
    costs: one.costs.map((cost) => ({ ...account(cost), time: cost.time, amount: cost.amount, one_off: cost.one_off })),
    consequences: one.consequences.map((row) => ({ ...account(row), per_success: row.per_success })),
    uncertainty: inputs.uncertainty,
  };
}

const quoted = (text) => JSON.stringify(text);
export function case_toml(form) {
  const lines = [];
  const put = (name, value) => { if (value !== null && value !== undefined && value !== "") lines.push(`${name} = ${typeof value === "string" ? quoted(value) : Array.isArray(value) ? `[${value.join(", ")}]` : value}`); };
  const put_account = (row) => { for (const name of ["name", "payer", "department", "account_type", "account_function", "grade", "source"]) put(name, row[name]); };
  lines.push("[case]");
  for (const name of ["title", "title_da", "title_en"]) put(name, form[name]);
  put("participants", form.participants.length === 1 ? form.participants[0] : form.participants);
  for (const name of ["success_rate", "discount_rate", "first_year", "price_level", "seed"]) put(name, form[name]);
  for (const cost of form.costs) {
    lines.push("", "[[cost]]");
    put_account(cost);
    for (const name of ["time", "amount", "one_off"]) put(name, cost[name]);
  }
  for (const row of form.consequences) {
    lines.push("", "[[consequence]]");
    put_account(row);
    put("per_success", row.per_success);
  }
  const uncertain = Object.entries(form.uncertainty).filter(([, one]) => one);
  if (uncertain.length) {
    lines.push("", "[uncertainty]");
    for (const [name, { kind, parameters }] of uncertain) lines.push(`${name} = { ${kind} = [${parameters.join(", ")}] }`);
    put("draws", form.draws);
  }
  return lines.join("\n") + "\n";
}

// ---- what is shown
function chance_text(result) {
  if (result.probability_of_saving === null) return "–";
  return say("explorer.of_twenty", number(20 * result.probability_of_saving), number(20));
}
function payback_text(years) {
  if (years === null) return say("case.never");
  return years <= 0 ? say("case.at_once") : number(years, 1);
}
function rate_text(rate) {
  if (rate === null) return say("case.never");
  return rate > 1 ? say("case.above_all") : `${number(100 * rate, 1)} %`;
}

function sentence(one) {
  const { npv, payback_simple: payback, successes_needed: needed } = one.payers.municipality;
  const worth = npv < 0 ? say("explorer.case_loses", millions(-npv, false)) : say("explorer.case_saves", millions(npv, false));
  const back = payback === null ? say("explorer.case_not_back") : payback <= 0 ? "" : say("explorer.case_back", number(payback, 1));
  const must = needed === null ? say("explorer.case_never") : needed > one.participants_in_all ? say("explorer.case_beyond", number(one.participants_in_all))
    : say("explorer.case_needed", number(needed, 1), number(one.participants_in_all), number(one.expected_successes, 1));
  return [worth, back, must].filter(Boolean).join(" ");
}

function verdict_table(one) {
  const moved = payers.filter((payer) => one.payers[payer].cumulated.some((value) => value !== 0));
  const rows = moved.map((payer) => ({ payer, name: label("payer", payer), result: one.payers[payer] }));
  if (rows.length > 1) rows.push({ payer: "public", name: say("case.public_short"), result: one.total, total: true });
  const scale = scale_of(rows.flatMap(({ result }) => [result.npv, result.p5, result.p95]), 5);
  const heads = ["explorer.item", "explorer.case_sum", "explorer.case_npv", "explorer.case_payback", "explorer.case_rate", "explorer.chance_column", "explorer.case_range"];
  return h("div", { class: "wide-table", tabindex: 0, role: "region", "aria-label": say("case.verdict") }, h("table", { class: "plain case-verdict", id: "case-verdict" }, h("caption", null, say("explorer.case_verdict")),
    h("thead", null, h("tr", null, heads.map((word) => h("th", { scope: "col" }, say(word))))),
    h("tbody", null, rows.map(({ payer, name, result, total }) => h("tr", { class: total ? "total" : null }, h("th", { scope: "row" }, name),
      h("td", null, millions(result.cumulated.at(-1))), h("td", null, millions(result.npv)), h("td", null, payback_text(result.payback_simple)),
      h("td", null, rate_text(result.break_even_success_rate)), h("td", null, chance_text(result)),
      h("td", { class: "drawing" }, row_figure(scale, payer, { centre: result.npv, low: result.p5, high: result.p95 }),
        h("span", { class: "hidden" }, result.p5 === null ? "" : say("explorer.between", millions(result.p5), millions(result.p95))))))),
    h("tfoot", null, h("tr", null, h("td", { colspan: 6 }), h("td", { class: "drawing" }, row_axis(scale))))));
}

function years_table(one) {
  const { yearly, cumulated } = one.payers.municipality;
  const row = (word, values) => h("tr", null, h("th", { scope: "row" }, say(word)), values.map((value) => h("td", null, number(value / 1000, 0, true))));
  return h("div", { class: "wide-table", tabindex: 0, role: "region", "aria-label": say("explorer.case_years") }, h("table", { class: "plain" }, h("caption", null, say("explorer.case_years")),
    h("thead", null, h("tr", null, h("td"), one.committee.years.map((year) => h("th", { scope: "col" }, year ?? say("case.now"))))),
    h("tbody", null, row("explorer.net", yearly), row("explorer.cumulated", cumulated))));
}

function result_of(one) {
  return [h("p", { class: "case-answer", id: "case-answer" }, sentence(one).split("*").map((part, i) => (i % 2 ? h("b", null, part) : part))),
    verdict_table(one), years_table(one),
    h("p", { class: "note" }, say("case.law_line"), " ", say("case.net_of_anyway")), h("p", { class: "note" }, say("case.contrast_note"))];
}

// ---- the form
const described = (id, word, control, hint, is_wide = false) => h("div", { class: is_wide ? "field wide" : "field" }, h("div", { class: "label" }, h("label", { for: id }, say(word))), control, h("p", { class: "hint", id: `${id}-hint` }, hint));
const share_of = (per_cent) => Number((per_cent / 100).toPrecision(12));
const list_text = (values) => values.map((value) => number(value)).join("; ");

function list_field(id, word, values, low, act, hint) {
  const fault = h("p", { class: "fault", id: `${id}-fault`, role: "status" });
  const input = h("input", {
    id, type: "text", inputmode: "text", autocomplete: "off", value: list_text(values), "aria-describedby": `${id}-hint`,
    onchange: ({ target }) => {
      const typed = target.value.split(";").filter((part) => part.trim() !== "").map(read_number);
      const fits = typed.length > 0 && typed.every((one) => Number.isFinite(one) && one >= low);
      target.setAttribute("aria-invalid", fits ? "false" : "true");
      fault.textContent = fits ? "" : say("explorer.case_list_fault");
      if (fits) setTimeout(() => act(typed));  // when the focus has moved on
    },
  });
  return described(id, word, [input, fault], hint);
}
function text_field(id, word, value, act) {
  return described(id, word, h("input", { id, type: "text", class: "words", maxlength: 200, value: value ?? "", "aria-describedby": `${id}-hint`, onchange: ({ target }) => setTimeout(() => act(target.value)) }), "", true);
}
const number_field = (id, word, value, low, high, digits, act, hint = "") => described(id, word, amount(id, value, low, high, digits, act), hint);
const choice_field = (id, word, group, names, value, act) =>
  described(id, word, choice(id, value, [...new Set([...names, value])].map((name) => [name, label(group, name)]), act), "");

// The rows of one list: each in a frame, with what it may say; `put` sets one row.
function rows_of(name, rows, fields, put, make) {
  const each = rows.map((row, i) => h("fieldset", { class: "case-row" }, h("legend", null, say(`explorer.case_${name}`, number(i + 1))),
    fields(row, `case-${name}-${i}`, (some) => put(rows.map((one, k) => (k === i ? { ...one, ...some } : one)))),
    h("button", { type: "button", class: "small", id: `case-${name}-${i}-remove`, "aria-label": say("explorer.case_remove_one", say(`explorer.case_${name}`, number(i + 1))), onclick: () => put(rows.filter((_, k) => k !== i)) }, say("explorer.case_remove"))));
  return [each, h("button", { type: "button", id: `case-${name}-add`, onclick: () => put([...rows, { ...make(), name: say(`explorer.case_${name}`, number(rows.length + 1)) }]) }, say(`explorer.case_${name}_add`))];
}
const account_fields = (row, id, set) => [
  text_field(`${id}-name`, "explorer.case_name", row.name, (name) => set({ name })),
  choice_field(`${id}-payer`, "explorer.case_payer", "payer", payers, row.payer, (payer) => set({ payer })),
  choice_field(`${id}-department`, "explorer.case_department", "department", departments, row.department, (department) => set({ department })),
  choice_field(`${id}-type`, "explorer.case_type", "account_type", account_types, row.account_type, (account_type) => set({ account_type }))];
const new_account = (payer, department, account_type) => ({ payer, department, account_type, account_function: null, grade: "own", source: "" });

// Doubt of a kind that the page has no field for stays as its file says.
function doubt_fields(form, put) {
  const { success_rate: rate, price_factor: price, cost_factor: cost } = form.uncertainty;
  const set = (name, one) => put({ uncertainty: { ...form.uncertainty, [name]: one } });
  const share = form.success_rate;
  const as_seen = rate?.kind === "beta" ? rate.parameters[0] + rate.parameters[1] : 0;
  const other = (name, one, kind) => one && one.kind !== kind && h("p", { class: "hint" }, say("explorer.case_as_file", say(`case.${name}`), `${one.kind} [${one.parameters.map((value) => number(value, 2)).join("; ")}]`));
  const spread = (name, one, word) => other(name, one, "lognormal") || number_field(`case-${name}`, word, one ? 100 * one.parameters[1] : 0, 0, 200, 0,
    (typed) => set(name, typed > 0 ? { kind: "lognormal", parameters: [one?.parameters[0] ?? 0, typed / 100] } : null), say("explorer.case_spread_hint"));
  return [
    other("success_rate", rate, "beta") || number_field("case-as-seen", "explorer.case_as_seen", as_seen, 0, 1e5, 0,
      (typed) => set("success_rate", typed > 0 && share > 0 && share < 1 ? { kind: "beta", parameters: [share * typed, (1 - share) * typed] } : null), say("explorer.case_as_seen_hint")),
    spread("price_factor", price, "explorer.case_spread_prices"), spread("cost_factor", cost, "explorer.case_spread_costs")];
}

// A beta of another middle than the rate would speak of something else.
function with_rate(form, success_rate) {
  const rate = form.uncertainty.success_rate;
  if (rate?.kind !== "beta") return { success_rate };
  const as_seen = rate.parameters[0] + rate.parameters[1];
  const is_certain = success_rate <= 0 || success_rate >= 1;
  return { success_rate, uncertainty: { ...form.uncertainty, success_rate: is_certain ? null : { kind: "beta", parameters: [success_rate * as_seen, (1 - success_rate) * as_seen] } } };
}

function form_fields(form, put) {
  const is_flat = form.discount_rate !== "fm";
  return [
    h("div", { class: "case-fields" },
      text_field("case-title", "explorer.case_title", told(form, "title") || form.title_en, (title) => put({ title, title_da: null, title_en: null })),
      list_field("case-participants", "explorer.case_participants", form.participants, 0, (participants) => put({ participants }), say("explorer.case_participants_hint")),
      number_field("case-rate", "explorer.case_success", 100 * form.success_rate, 0, 100, 1, (typed) => put(with_rate(form, share_of(typed))), say("explorer.case_success_hint")),
      number_field("case-first-year", "explorer.first_year", form.first_year, 2000, 2100, null, (first_year) => put({ first_year: Math.round(first_year) })),
      described("case-discount", "explorer.case_discount", choice("case-discount", is_flat ? "flat" : "fm", [["fm", say("explorer.case_fm")], ["flat", say("explorer.case_flat")]],
        (kind) => put({ discount_rate: kind === "fm" ? "fm" : answered.document.discount_rates[0] })), ""),
      is_flat && number_field("case-discount-rate", "explorer.case_discount_rate", 100 * form.discount_rate, 0, 20, 1, (typed) => put({ discount_rate: share_of(typed) }))),
    h("h3", null, say("explorer.case_costs")),
    rows_of("cost", form.costs, (row, id, set) => h("div", { class: "case-fields" }, account_fields(row, id, set),
      number_field(`${id}-amount`, "explorer.case_amount", row.amount, 0, 1e12, 0, (value) => set({ amount: value })),
      number_field(`${id}-time`, "explorer.case_time", row.time, 0, 100, 1, (time) => set({ time }), say("explorer.case_time_hint")),
      choice_one_off(row, id, set)), (costs) => put({ costs }), () => ({ ...new_account("municipality", "coordination", "service"), time: 0, amount: 0, one_off: false })),
    h("h3", null, say("explorer.case_consequences")),
    rows_of("consequence", form.consequences, (row, id, set) => h("div", { class: "case-fields" }, account_fields(row, id, set),
      list_field(`${id}-years`, "explorer.case_per_success", row.per_success, -1e12, (per_success) => set({ per_success }), say("explorer.case_per_success_hint"))),
    (consequences) => put({ consequences }), () => ({ ...new_account("municipality", "employment", "transfer"), per_success: [0] })),
    h("h3", null, say("explorer.case_doubt")), h("div", { class: "case-fields" }, doubt_fields(form, put))];
}
function choice_one_off(row, id, set) {
  return described(`${id}-once`, "explorer.case_once", choice(`${id}-once`, String(row.one_off), [["true", say("case.one_off")], ["false", say("case.running")]], (value) => set({ one_off: value === "true" })), "");
}

// ---- one case at a time, in a fold that stays where it is while the answer above changes
let node = null, form = null, answered = null;

// `appraise` asks the model of a text, or of the shipped example; `save` gives files to the user.
export function case_fold({ appraise, save_text, save_workbook }) {
  if (node) return node;
  const fields = h("div", { class: "case-form" }), result = h("div", { class: "case-result", "aria-live": "polite" });
  const show_result = () => replace(result, answered === null ? h("p", { class: "sub" }, say("explorer.waiting"))
    : answered.faults ? h("ul", { class: "fault", id: "case-fault" }, answered.faults.map((fault) => h("li", null, fault[spoken()]))) : result_of(answered.document));
  const put = (some) => { form = { ...form, ...some }; show_form(); ask(case_toml(form)); };
  const show_form = () => { if (form) replace(fields, form_fields(form, put)); };
  const ask = async (text) => {
    answered = await appraise(text);
    if (!form && answered.document) { form = form_of(answered); show_form(); }
    show_result();
    performance.mark("samspil case");
  };
  const take = (text) => { form = null; node.open = true; ask(text); };
  const buttons = h("div", { class: "dice" },
    h("button", { type: "button", id: "case-toml", onclick: () => save_text("case.toml", case_toml(form)) }, say("explorer.case_save")),
    h("button", { type: "button", id: "case-xlsx", onclick: () => save_workbook() }, say("explorer.export_xlsx")));
  node = h("details", { id: "case", ontoggle: ({ target }) => { if (target.open && !answered) ask(); } },
    h("summary", null, say("explorer.case_heading")), h("p", { class: "sub" }, say("explorer.case_sub")), result, buttons, fields);
  Object.assign(node, { take });
  show_form();
  show_result();
  return node;
}

// In another language the fold is made anew, of the same case.
export function forget_case_fold() {
  const was_open = node?.open ?? false;
  node = null;
  return was_open;
}
// A dropped file of a case.
export function take_case(text) { node?.take(text); }
