// The explorer as a user has it, in a headless browser: every control, both languages and themes,
// offline, wrong input, a link restored, what is taken away equal to the program's, nobody spoken
// to, nothing that people cannot use. `./dev explorer-test` runs it; it takes some minutes.
//   node explorer_test.cjs ROOT [NAME…]   NODE_PATH with puppeteer-core and axe-core
"use strict";
const assert = require("node:assert/strict");
const { execFileSync, spawn, spawnSync } = require("node:child_process");
const { mkdtempSync } = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { answered, answered_again, click, fs, is_local, open_browser, open_page, saved, set_value, text_of, unzipped } = require("./browser.cjs");

const [root, ...only] = process.argv.slice(2);
const program = path.join(root, "build/release/samspil");
const built = path.join(root, "build/explorer");
const scratch = mkdtempSync(path.join(os.tmpdir(), "samspil-explorer-"));
const one_page = `file://${path.join(built, "explorer.html")}`;

const native = (file, ...options) => JSON.parse(execFileSync(program, ["run", file, "--json", ...options], { stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1e8, cwd: scratch }));

// The program serves the page; ends with `end`.
async function serve() {
  const server = spawn(program, ["explorer", "--serve", "--lang", "en"]);
  const address = await new Promise((go, fail) => {
    server.stdout.once("data", (text) => go(String(text).split(" ")[0]));
    server.stderr.once("data", (text) => fail(new Error(String(text))));
  });
  return { address, end: () => server.kill("SIGINT"), server };
}

const tests = {
  async "the served page answers, in three steps"(browser) {
    const { address, end } = await serve();
    try {
      const page = await open_page(browser, address);
      for (const step of [0, 1, 2]) await answered(page, step);
      assert.match(await text_of(page, "sentence"), /mio\. kr\..*ingen effekt/);
      assert.deepEqual(page.noted.requests.filter((url) => !is_local(url)), []);
      assert.deepEqual(page.noted.faults, []);
      await page.close();
    } finally {
      end();
    }
  },

  async "the server knows nobody without its token, nor another host's name"() {
    const { address, end } = await serve();
    try {
      const bare = new URL(address);
      assert.equal((await fetch(`${bare.origin}/`)).status, 404);
      assert.equal((await fetch(`${address}../../etc/passwd`)).status, 404);
      assert.equal((await fetch(address, { method: "POST" })).status, 405);
      assert.equal((await fetch(address)).status, 200);
      const other = execFileSync("bash", ["-c", `exec 3<>/dev/tcp/127.0.0.1/${bare.port}; printf 'GET ${bare.pathname} HTTP/1.1\\r\\nHost: evil.example\\r\\n\\r\\n' >&3; head -n 1 <&3`]);
      assert.match(String(other), /404/);
    } finally {
      end();
    }
  },

  async "its files are written where nothing of others stands"() {
    const run = (...options) => spawnSync(program, ["explorer", "--out", ...options], { encoding: "utf8" });
    const folder = path.join(scratch, "taken/along");
    assert.equal(run(folder).status, 0);
    assert.deepEqual(fs.readFileSync(path.join(folder, "explorer.html")), fs.readFileSync(path.join(built, "explorer.html")));
    assert.deepEqual(fs.readdirSync(path.join(folder, "explorer")).sort(), fs.readdirSync(path.join(built, "explorer")).sort());
    const again = run(folder);
    assert.equal(again.status, 2);
    assert.match(again.stderr, /--force/);
    assert.equal(run(folder, "--force").status, 0);
    assert.equal(run(path.join(folder, "explorer.html")).status, 2, "a file is no folder");
  },

  async "one file answers offline, without any request"(browser) {
    const page = await browser.newPage();
    await page.setOfflineMode(true);
    await page.close();
    const offline = await open_page(browser, one_page);
    await offline.setOfflineMode(true);
    await answered(offline, 1);
    assert.deepEqual(offline.noted.requests.filter((url) => !/^(file|blob):/.test(url)), []);
    assert.deepEqual(offline.noted.faults, []);
    await offline.close();
  },

  async "every control moves the answer, and can be undone"(browser) {
    const page = await open_page(browser, one_page);
    await answered(page, 1);
    const first = await text_of(page, "sentence");
    const moves = [["place", "Aarhus", false], ["families", "60", true], ["first-year", "2027", true], ["strategy", "familien_paa_vej", true], ["staff", "12", true], ["cost", "700000", true]];
    for (const [id, value, moves_money] of moves) {
      const before = await text_of(page, "answer");
      await answered_again(page, 0, () => set_value(page, id, value));
      const after = await text_of(page, "answer");
      if (moves_money) assert.notEqual(after, before, id);
      else assert.match(await page.evaluate(() => location.hash), /Aarhus/);
    }
    await answered_again(page, 0, () => click(page, "staffed"));
    assert.match(await text_of(page, "controls"), /Rådgivere/);
    for (const level of ["0", "1", "3", "2"]) await set_value(page, "level", level);
    assert.match(await text_of(page, "changed-count"), /\d ændringer/);
    await answered_again(page, 1, () => click(page, "reset-all"));
    assert.equal(await text_of(page, "changed-count"), "Intet er ændret");
    assert.equal(await text_of(page, "sentence"), first);
    await answered_again(page, 0, () => click(page, "undo"));
    assert.match(await text_of(page, "changed-count"), /\d ændringer/);
    assert.deepEqual(page.noted.faults, []);
    await page.close();
  },

  async "a dial shows the levels of effect without another run"(browser) {
    const page = await open_page(browser, one_page);
    await answered(page, 0);
    const at = async (level) => { await set_value(page, "level", level); return text_of(page, "sentence"); };
    const texts = [await at("0"), await at("1"), await at("2"), await at("3")];
    assert.equal(new Set(texts).size, 4, texts.join("\n"));
    assert.match(texts[1], /^Har indsatsen ingen effekt/);
    await page.close();
  },

  async "the dial is marked where the municipality breaks even, by the document's own figure"(browser) {
    for (const [lang, cost] of [["da", ""], ["en", ""], ["da", "&cost=100000"], ["da", "&cost=0"]]) {
      const page = await open_page(browser, `${one_page}#lang=${lang}${cost}`);
      await answered(page, 1);
      await answered(page, 2);
      await page.$eval("#take", (node) => { node.open = true; });
      const { "samspil.json": text } = await saved(page, () => click(page, "export-json"), 1);
      const { status, multiplier } = JSON.parse(String(text)).strategies[0].break_even.all_effects.roots.municipality;
      const said = await text_of(page, "strength-text"), marks = await page.$$eval("#strength line.needed", (all) => all.length);
      assert.equal(marks, status === "found" ? 1 : 0, `${lang}${cost}: ${status}`);
      assert.match(said, lang === "da" ? /[Kk]ommunen/ : /municipality/);
      if (status === "found") assert.ok(said.includes(multiplier.toFixed(1).replace(".", lang === "da" ? "," : ".")), said);
      await page.close();
    }
  },

  async "a slider that is dragged slowly is not lost on the way"(browser) {
    const page = await open_page(browser, one_page);
    await answered(page, 1);
    const { x, y, width, height } = await (await page.$("#staff")).boundingBox();
    await page.mouse.move(x + width * 0.55, y + height / 2);
    await page.mouse.down();
    for (const share of [0.5, 0.4, 0.3, 0.2]) {
      await page.mouse.move(x + width * share, y + height / 2, { steps: 4 });
      await new Promise((go) => setTimeout(go, 1500));
    }
    await page.mouse.up();
    const value = Number(await page.$eval("#staff", (node) => node.value));
    assert.ok(value >= 8 && value <= 15, String(value));
    assert.match(await page.evaluate(() => location.hash), new RegExp(`staff=${value}`));
    await page.close();
  },

  async "an input is found, changed, listed, and in the link; a link is restored"(browser) {
    const page = await open_page(browser, one_page);
    await answered(page, 0);
    await click(page, "all-inputs");
    await page.waitForSelector("#search", { timeout: 60000 });
    await page.type("#search", "foster_family");
    const id = "input-foster_family";
    await page.waitForSelector(`#${id}`);
    assert.match(await page.$eval(".inputs", (node) => node.textContent), /kr\..*kilde|Standard/s);
    await set_value(page, id, "ikke et tal");
    assert.equal(await page.$eval(`#${id}`, (node) => node.getAttribute("aria-invalid")), "true");
    await answered_again(page, 0, () => set_value(page, id, "9.000"));
    await click(page, "close-inputs");
    assert.match(await text_of(page, "controls"), /Plejefamilie/);
    await answered_again(page, 0, () => set_value(page, "families", "55"));
    const link = await page.evaluate(() => location.href);
    const sentence = await text_of(page, "sentence");
    await answered(page, 1);
    const other = await open_page(browser, link);
    await answered(other, 0);
    assert.equal(await text_of(other, "sentence"), sentence);
    assert.match(await text_of(other, "controls"), /Plejefamilie/);
    await other.close();
    const nonsense = await open_page(browser, `${one_page}#families=-1&strategy=%3Cscript%3E&level=x&inputs.none=3&y=2`);
    await nonsense.waitForFunction(() => document.querySelector("#sentence, .faults"), { timeout: 60000 });
    assert.deepEqual(nonsense.noted.faults, []);
    await nonsense.close();
    await page.close();
  },

  async "wrong input is told, and nothing is reckoned of it"(browser) {
    const page = await open_page(browser, one_page);
    await answered(page, 0);
    const before = await text_of(page, "sentence");
    for (const wrong of ["", "-5", "1e9", "<b>x</b>", "tyve"]) {
      await set_value(page, "families", wrong);
      assert.equal(await page.$eval("#families", (node) => node.getAttribute("aria-invalid")), "true", wrong);
      assert.match(await text_of(page, "families-fault"), /1 til 2\.000/);
    }
    assert.equal(await text_of(page, "sentence"), before);
    await set_value(page, "families", "1999");  // more than there are in the municipality
    await page.waitForSelector(".faults", { timeout: 60000 });
    assert.match(await text_of(page, "answer"), /1\.?999/);
    await click(page, "undo");
    await page.waitForSelector("#sentence", { timeout: 60000 });
    await page.close();
  },

  async "own prices are dropped; person numbers and 50 MB are refused"(browser) {
    const page = await open_page(browser, one_page);
    await answered(page, 0);
    const file = (name, text) => { const place = path.join(scratch, name); fs.writeFileSync(place, text); return place; };
    const drop = async (place) => { const input = await page.$("#file"); await input.uploadFile(place); };
    const before = await text_of(page, "answer");
    await answered_again(page, 0, () => drop(path.join(root, "scenarios/examples/kommune_priser.csv")));
    assert.notEqual(await text_of(page, "answer"), before);
    await answered_again(page, 0, () => click(page, "undo"));
    await answered_again(page, 1, () => drop(file("regnskab.csv", "funktion;år;beløb\n5.28.22;2024;12.000.000,00\n")));
    assert.match(await text_of(page, "accounts"), /5\.28\.22 \(2024\)/);
    await answered_again(page, 0, () => click(page, "undo"));
    await drop(file("personer.csv", "ydelse;pris;prisniveau;kilde\nPlejefamilie;1750;2024;010190-1234\n"));
    await page.waitForSelector(".faults", { timeout: 60000 });
    assert.match(await text_of(page, "answer"), /personnum|CPR/i);
    await click(page, "undo");
    await page.waitForSelector("#sentence", { timeout: 60000 });
    await drop(file("stor.csv", "x".repeat(50e6)));
    await page.waitForFunction(() => document.getElementById("file-fault").textContent !== "");
    assert.match(await text_of(page, "file-fault"), /5 MB/);
    await drop(file("billede.png", "PNG"));
    await page.waitForFunction(() => document.getElementById("file-fault").textContent.includes("billede"));
    await page.close();
  },

  async "what is taken away gives the program's hashes"(browser) {
    const page = await open_page(browser, `${one_page}#place=Odense&families=50&inputs.foster_family=2000&staff=15&cost=600000`);
    await answered(page, 2);
    await page.$eval("#take", (node) => { node.open = true; });
    const files = { ...await saved(page, () => click(page, "export-toml"), 1) };
    const scenario = "samspil.toml";  // its name stands beside each of its own numbers
    fs.writeFileSync(path.join(scratch, scenario), files["samspil.toml"]);
    const { "samspil.json": text } = await saved(page, () => click(page, "export-json"), 1);
    const here = native(scenario), there = JSON.parse(String(text));
    assert.equal(there.results_hash, here.results_hash);
    assert.equal(there.draws_hash, here.draws_hash);
    for (const key of ["strategies", "baseline"]) assert.deepEqual(there[key], here[key], key);
    for (const style of ["excel-da", "plain"]) {  // as the page's language is
      const tables = await saved(page, () => click(page, "export-csv"), 4);
      const folder = path.join(scratch, style);
      execFileSync(program, ["run", scenario, "--csv", folder, "--csv-style", style, "--force"], { stdio: "ignore", cwd: scratch });
      for (const [name, own] of Object.entries(tables)) assert.equal(String(own), fs.readFileSync(path.join(folder, name), "utf8"), name);
      await click(page, "language");
    }
    const made = await saved(page, () => click(page, "export-xlsx"), 1);
    const report = path.join(scratch, "report");
    execFileSync(program, ["run", scenario, "--out", "samspil.h5", "--force"], { stdio: "ignore", cwd: scratch });
    execFileSync(program, ["report", "samspil.h5", "--out", report, "--lang", "da"], { stdio: "ignore", cwd: scratch });
    const sheets = unzipped(made["samspil.xlsx"]), own_sheets = unzipped(fs.readFileSync(path.join(report, "report.xlsx")));
    assert.deepEqual(Object.keys(sheets), Object.keys(own_sheets));
    for (const [name, text] of Object.entries(sheets)) assert.equal(text, own_sheets[name], name);
    await page.close();
  },

  async "reckoned with all families it has both hashes of the program"(browser) {
    const page = await open_page(browser, `${one_page}#place=Odense&strategy=familien_paa_vej`);
    await answered(page, 2);
    await click(page, "whole");
    await page.waitForSelector("#hash", { timeout: 600000 });
    await page.$eval("#take", (node) => { node.open = true; });
    const { "samspil.toml": scenario } = await saved(page, () => click(page, "export-toml"), 1);
    const { "samspil.json": text } = await saved(page, () => click(page, "export-json"), 1);
    const place = path.join(scratch, "whole.toml");
    fs.writeFileSync(place, scenario);
    const here = native(place), there = JSON.parse(String(text));
    assert.equal(there.families, 23600);
    assert.equal(there.draws, 200);
    assert.equal(await text_of(page, "hash"), here.results_hash);
    assert.equal(there.draws_hash, here.draws_hash);
    for (const key of ["strategies", "baseline", "population", "caveats"]) assert.deepEqual(there[key], here[key], key);
    await page.close();
  },

  async "the default scenario has one hash in the page, in node and here"(browser) {
    const scenario = path.join(root, "scenarios/default.toml");
    const here = native(scenario, "--draws", "1").results_hash;
    const node = execFileSync("node", [path.join(root, "wasm/run.cjs"), path.join(root, "build/wasm/wasm"), scenario, "23600"], { maxBuffer: 1e8 });
    assert.match(String(node), new RegExp(here));
    const page = await open_page(browser, `${one_page}#place=*`);
    await answered(page, 1);
    await page.$eval("#compare", (details) => { details.open = true; });
    await click(page, "compare-whole");
    await page.waitForSelector("#compare-hash", { timeout: 600000 });
    assert.equal(await text_of(page, "compare-hash"), here);
    await page.close();
  },

  async "the example municipality has the program's hashes when its files are dropped"(browser) {
    const examples = path.join(root, "scenarios/examples");
    const page = await open_page(browser, one_page);
    await answered(page, 0);
    const input = await page.$("#file");
    await answered_again(page, 0, () => input.uploadFile(path.join(examples, "kommune.toml"), path.join(examples, "kommune_priser.csv")));
    await answered(page, 2);
    await page.$eval("#take", (node) => { node.open = true; });
    const { "samspil.json": text } = await saved(page, () => click(page, "export-json"), 1);
    const there = JSON.parse(String(text));
    const here = native(path.join(examples, "kommune.toml"), "--families", String(there.families), "--draws", String(there.draws));
    assert.equal(there.results_hash, here.results_hash);
    await page.close();
  },

  async "a file that asks for no break-even gets none of all families, and the dial says so"(browser) {
    const own = path.join(scratch, "own.toml");
    fs.writeFileSync(own, 'title_da = "Egen"\ntitle_en = "Own"\nyears = 2\nfamilies = 400\npopulation = "national_target_group"\nparameters = "parameters.csv"\nprices = "2022"\nstrategies = ["familien_paa_vej"]\nbreak_even = false\n');
    const page = await open_page(browser, one_page);
    await answered(page, 0);
    const input = await page.$("#file");
    await answered_again(page, 0, () => input.uploadFile(own));
    await answered(page, 2);
    await click(page, "whole");
    await page.waitForSelector("#hash", { timeout: 120000 });
    assert.match(await text_of(page, "strength-text"), /break_even = false/);
    await page.close();
  },

  async "both languages, both themes and three widths hold nothing that people cannot use"(browser) {
    const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
    for (const lang of ["da", "en"]) {
      for (const theme of ["light", "dark"]) {
        const page = await open_page(browser, `${one_page}#lang=${lang}&theme=${theme}`);
        await answered(page, 1);
        await page.$$eval("details", (all) => all.forEach((one) => { one.open = true; }));
        assert.equal(await page.$eval("html", (node) => node.lang), lang);
        for (const width of [360, 768, 1280]) {
          await page.setViewport({ width, height: 900 });
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(beyond <= 0, `${lang} ${theme} ${width}: ${beyond} px too wide`);
          const found = await page.evaluate(`${axe}; axe.run({ resultTypes: ["violations"] })`);
          const serious = found.violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
          assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(" ")}`), [], `${lang} ${theme} ${width}`);
        }
        await page.close();
      }
    }
  },

  async "the keyboard alone reaches every control"(browser) {
    const page = await open_page(browser, one_page);
    await answered(page, 1);
    const reached = new Set();
    for (let i = 0; i < 60; ++i) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate(() => document.activeElement.id));
    }
    for (const id of ["copy", "language", "theme", "place", "families", "first-year", "strategy", "staff", "cost", "level", "all-inputs", "file", "whole", "dice"]) assert.ok(reached.has(id), id);
    await page.close();
  },

  async "depth: lives, strategies, effects, krone, a family, print"(browser) {
    const page = await open_page(browser, one_page);
    await answered(page, 1);
    for (let i = 0; i < 3; ++i) {
      await click(page, "dice");
      await page.waitForFunction((n) => document.querySelectorAll("#luck .life").length === n, { timeout: 120000 }, i + 1);
    }
    assert.match(await text_of(page, "luck-told"), /mio\. kr\./);
    await page.$$eval("details", (all) => all.forEach((one) => { one.open = true; }));
    await click(page, "compare-four");
    await page.waitForSelector(".compared tbody tr:nth-child(4)", { timeout: 300000 });
    await click(page, "show-family");
    await page.waitForFunction(() => document.querySelectorAll("#family tbody tr").length > 4, { timeout: 60000 });
    assert.ok((await page.$$("#effects tbody tr")).length > 5);
    assert.ok((await page.$$("#krone tbody tr")).length > 3);
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 20000);
    assert.deepEqual(page.noted.faults, []);
    await page.close();
  },
};

Object.assign(tests, require("./case_tests.cjs")({ root, program, scratch, one_page }));

async function main() {
  const browser = await open_browser();
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    if (only.length && !only.some((part) => name.includes(part))) continue;
    const began = Date.now();
    try {
      await test(browser);
      console.log(`ok      ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    } catch (error) {
      ++failed;
      console.log(`FAILED  ${name}\n${error.stack ?? error}`);
    }
  }
  await browser.close();
  fs.rmSync(scratch, { recursive: true, force: true });
  console.log(failed === 0 ? "all in order" : `${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
main();
