// Makes the explorer's files of its sources and of the module that emscripten made:
//   node build.mjs SOURCES WASM_FOLDER WORDS.csv MUNICIPALITIES.csv LICENCES.txt OUT
// OUT holds a folder of static files, and explorer.html, the same in one file.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [sources, wasm, model_words, places_file, licences_file, out] = process.argv.slice(2);
const source = (name) => readFileSync(join(sources, name), "utf8");

// ---- rows of a CSV with quotes
function rows_of(text) {
  return text.split("\n").filter((line) => line !== "").map((line) => {
    const cells = [""];
    let quoted = false;
    for (let i = 0; i < line.length; ++i) {
      const c = line[i];
      if (quoted && c === '"' && line[i + 1] === '"') { cells[cells.length - 1] += '"'; ++i; }
      else if (c === '"') quoted = !quoted;
      else if (c === "," && !quoted) cells.push("");
      else cells[cells.length - 1] += c;
    }
    return cells;
  });
}

// ---- one script of the modules, in the order of what they import, each in a scope of its own
const seen = new Set();
const parts = [];
const variable = (name) => `module_${name.replace(".js", "")}`;
function add(name) {
  if (seen.has(name)) return;
  seen.add(name);
  const exported = [];
  const text = source(name)
    .replace(/^import \{(.*)\} from "\.\/(.*)";$/gm, (_, names, other) => {
      add(other);
      return `const {${names.replaceAll(" as ", ": ")}} = ${variable(other)};`;
    })
    .replace(/^export ((?:async )?(?:function|const) (\w+))/gm, (_, declared, one) => { exported.push(one); return declared; });
  if (/^(import|export) /m.test(text)) throw new Error(`${name}: an import or export that is not taken along`);
  parts.push(`const ${variable(name)} = (() => {\n${text}\nreturn { ${exported.join(", ")} };\n})();`);
}
add("main.js");
const script = `"use strict";\n(() => {\n${parts.join("\n")}\n})();\n`;

// ---- words of the page, those of the model that it says, and names of what documents tell of
const groups = new Set(["service", "department", "payer", "account_type", "grade", "effect_level", "hook", "lever", "unit",
  "design", "margin", "kind", "channel", "element", "input", "payer_rule", "rule_state", "settlement"]);
const own = rows_of(source("words.csv")).slice(1);
const of_model = rows_of(readFileSync(model_words, "utf8")).slice(1);
// A key may be put together: "explorer.case_" and what follows. Names of files are none.
const said = [...script.matchAll(/["`]((?:explorer|case)\.[a-z_]*)(\$\{)?/g)].map(([, key, more]) => [key, Boolean(more)])
  .filter(([key]) => !/\.(toml|xlsx)$/.test(key));
const is_said = (key) => said.some(([one, more]) => (more ? key.startsWith(one) : key === one));
const places_in = (text) => [...new Set(text.match(/\{\d/g))].sort().join();
const faults = own.filter(([key, en, da, ...more]) => !en || !da || more.length || places_in(en) !== places_in(da)).map(([key]) => `${key}: a text for each language, with the same places`)
  .concat(own.filter(([key], at) => own.findIndex(([one]) => one === key) !== at).map(([key]) => `${key}: stands twice`))
  .concat(own.filter(([key]) => !is_said(key)).map(([key]) => `${key}: said nowhere`))
  .concat(said.filter(([key, more]) => !more && ![...own, ...of_model].some(([one]) => one === key)).map(([key]) => `${key}: has no words`));
if (faults.length) throw new Error(`words.csv of the page:\n${faults.join("\n")}`);
const words = Object.fromEntries([...own, ...of_model.filter(([key]) => groups.has(key.split(".")[0]) || is_said(key))].map(([key, en, da]) => [key, [en, da]]));
const places = rows_of(readFileSync(places_file, "utf8")).slice(1).map(([name, people]) => [name, Number(people)]);
// ---- the module, and the families that travel with the page
const glue = readFileSync(join(wasm, "samspil_explorer.js"), "utf8");
const binary = readFileSync(join(wasm, "samspil_explorer.wasm"));
const started = 1000;
const { model } = createRequire(import.meta.url)("../wasm/model.cjs");
const { ask, start } = await model(wasm);
const loaded = (question) => {
  const answer = ask({ do: "load", ...question });
  if (answer.faults) throw new Error(JSON.stringify(answer.faults));
  return answer;
};
const known = loaded({ scenario: 'strategies = ["baseline"]\n[municipality]\nname = "Furesø"\n', all_strategies: true });
loaded({ scenario: 'strategies = ["familiens_fremtid"]\n[municipality]\nname = "Furesø"\n' });
const data = `"use strict";\nself.samspil_data = ${JSON.stringify({ words, places, ...known })};\n`;
const pack = (bytes) => gzipSync(bytes, { level: 9 });
// What is large is packed by who takes his time: a twentieth smaller, and unpacked by the browser like any other.
const kept = mkdtempSync(join(tmpdir(), "samspil_explorer_"));
const pack_small = (bytes) => {
  const file = join(kept, "bytes");
  writeFileSync(file, bytes);
  return execFileSync("zopfli", ["--gzip", "-c", file], { maxBuffer: 1 << 26 });
};
const packed = {
  "worker.js": pack(Buffer.from(`${glue}\n${source("worker.js")}`)),
  "model.bin": pack_small(binary),
  "start.bin": pack_small(start(started)),
};
rmSync(kept, { recursive: true });

// ---- the two pages; what may be run is named by its hash, and nothing may be fetched from elsewhere
const style = source("explorer.css");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const licences = readFileSync(licences_file, "utf8").replaceAll("--", "- -");
function page(policy, style_tag, script_tags) {
  return source("page.html").replace("<!--policy-->",
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace("<!--licences-->", () => `<!-- Of what makes the workbooks:\n${licences}-->`)
    .replace("<!--style-->", () => style_tag).replace("<!--script-->", () => script_tags);
}
const common = "default-src 'none'; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'; ";
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "explorer"), { recursive: true });
const write = (name, bytes) => writeFileSync(join(out, name), bytes);
write("explorer/index.html", page(`${common}script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'`,
  '<link rel="stylesheet" href="explorer.css">', '<script src="data.js"></script>\n<script src="explorer.js"></script>'));
write("explorer/explorer.css", style);
write("explorer/explorer.js", script);
write("explorer/data.js", data);
for (const [name, bytes] of Object.entries(packed)) write(`explorer/${name}`, bytes);

const inside = Object.entries(packed).map(([name, bytes]) => `<script type="text/plain" id="${name}">${bytes.toString("base64")}</script>`).join("\n");
const safe = (text) => text.replaceAll("</script", "<\\/script");
write("explorer.html", page(`${common}script-src ${hash(safe(data))} ${hash(safe(script))} 'wasm-unsafe-eval'; style-src ${hash(style)}; connect-src 'none'`,
  `<style>${style}</style>`, `${inside}\n<script>${safe(data)}</script>\n<script>${safe(script)}</script>`));

const kb = (bytes) => `${Math.round(bytes / 1024)} kB`;
const sizes = Object.entries(packed).map(([name, bytes]) => [name, bytes.length]);
for (const [name, text] of [["explorer.js", script], ["data.js", data], ["explorer.css", style]]) sizes.push([name, pack(Buffer.from(text)).length]);
console.log(`packed: ${sizes.map(([name, size]) => `${name} ${kb(size)}`).join(", ")}; together ${kb(sizes.reduce((sum, [, size]) => sum + size, 0))}`);
