// Words of words.csv in the language of the page, and numbers as each language writes them.

let language = "da";
let table = {};

export const languages = ["da", "en"];
export function speak(which) { language = which; document.documentElement.lang = which; }
export function spoken() { return language; }
export function take_words(words) { table = words; }

// The text of a key with its places {0}, {1} … filled in.
export function say(key, ...places) {
  const row = table[key];
  if (!row) throw new Error(`no word ${key}`);
  return row[language === "da" ? 1 : 0].replace(/\{(\d)[^}]*\}/g, (_, i) => places[i]);
}

// What a name of a group is called, or `other`.
export function label(group, name, other = name.replaceAll("_", " ")) {
  const row = table[`${group}.${name}`];
  return (row && row[language === "da" ? 1 : 0]) || other;
}

// What a number is called by the name that a scenario sets it by: "foster_family",
// "familien_paa_vej.caseload", "familien_paa_vej.job_entry.discovery.months".
export function own_name(name) {
  const own = name.slice(name.indexOf(".") + 1);
  const [hook, channel, ...more] = own.split(".");
  if (!channel) return label("service", own, label("lever", own, label("element", own)));
  const effect = `${label("hook", hook)}, ${label("channel", channel)}`;
  return more.at(-1) === "months" ? say("input.months", effect) : effect;
}

// Of a value that stands in English under a key and in Danish under KEY_da.
export function told(of, key) {
  return (language === "da" && of[`${key}_da`]) || of[key] || "";
}

// 1234567.8 -> "1.234.567,8" or "1,234,567.8"; a real minus; with a sign where asked for.
export function number(value, digits = 0, signed = false) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const text = Math.abs(value).toLocaleString(language === "da" ? "da-DK" : "en-GB",
    { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const is_nought = !/[1-9]/.test(text);
  if (is_nought) return text;
  return (value < 0 ? "−" : signed ? "+" : "") + text;
}

// A number with all its digits.
export function written(value) {
  return value.toLocaleString(language === "da" ? "da-DK" : "en-GB", { maximumSignificantDigits: 8 }).replace("-", "−");
}

export const million = 1e6;

// Two decimals where one would round the sign away.
function digits_of(kroner) { return Math.abs(kroner) < 0.095 * million ? 2 : 1; }
export function millions(kroner, signed = true, digits = digits_of(kroner)) {
  return number(kroner / million, digits, signed);
}

// "3,9 mio. kr. i merudgift": both ends in words, never by sign alone.
export function in_words(kroner) {
  const amount = millions(Math.abs(kroner), false);
  return kroner < 0 ? say("explorer.more_spent", amount) : say("explorer.less_spent", amount);
}

// What somebody typed, in either language's way of writing; NaN where it is no number.
export function read_number(text) {
  const bare = text.replace(/[\s  ]/g, "").replace("−", "-");
  const dotted = language === "da" ? bare.replaceAll(".", "").replace(",", ".") : bare.replaceAll(",", "");
  return /^-?\d*\.?\d+$|^-?\d+\.?$/.test(dotted) ? Number(dotted) : NaN;
}
