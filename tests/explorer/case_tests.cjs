// The page's investment case beside the program's; a part of explorer_test.cjs.
"use strict";
const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const path = require("node:path");
const { model } = require("../../wasm/model.cjs");
const { answered, click, fs, open_page, saved, set_value, text_of, unzipped } = require("./browser.cjs");

module.exports = ({ root, program, scratch, one_page }) => ({
  async "an investment case is the program's, from the page's own form"(browser) {
    const page = await open_page(browser, one_page);
    await answered(page, 1);
    await page.$eval("#case", (node) => { node.open = true; });
    await page.waitForSelector("#case-verdict", { timeout: 60000 });
    const told = async (act) => {
      await page.evaluate(() => performance.clearMarks());
      await act();
      await page.waitForFunction(() => performance.getEntriesByName("samspil case").length > 0, { timeout: 60000 });
    };
    const first = String((await saved(page, () => click(page, "case-toml"), 1))["case.toml"]);
    const natively = (text) => {
      const place = path.join(scratch, "case.toml");
      fs.writeFileSync(place, text);
      return JSON.parse(execFileSync(program, ["case", place, "--json"], { stdio: ["ignore", "pipe", "ignore"] }));
    };
    const shipped = JSON.parse(execFileSync(program, ["case", path.join(root, "scenarios/templates/case.en.toml"), "--json"], { stdio: ["ignore", "pipe", "ignore"] }));
    assert.deepEqual(natively(first), shipped, "unchanged it is the shipped example");
    await told(() => set_value(page, "case-rate", "12,5"));
    assert.match(await text_of(page, "case-answer"), /merudgift.*40 deltagere/);
    await told(() => set_value(page, "case-participants", "40; 20"));
    await told(() => set_value(page, "case-cost-0-amount", "1.200.000"));
    await told(() => set_value(page, "case-discount", "fm"));
    await told(() => click(page, "case-consequence-add"));
    await told(() => set_value(page, "case-consequence-1-years", "0; 15.000; −2.000"));
    await told(() => set_value(page, "case-consequence-1-payer", "state"));
    const text = String((await saved(page, () => click(page, "case-toml"), 1))["case.toml"]);
    const here = natively(text);
    const { ask } = await model(path.join(root, "build/wasm/wasm"));
    assert.deepEqual(ask({ do: "case", case: text }).document, here);
    const mio = (value) => (value / 1e6).toFixed(1).replace(".", ",").replace("-", "−");
    const shown = await page.$$eval("#case-verdict tbody tr", (rows) => rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent)));
    assert.deepEqual(shown.map(([name]) => name), ["Kommunen", "Staten", "Offentligt"]);
    assert.equal(shown[0][2].replace("+", ""), mio(here.payers.municipality.npv));
    assert.equal(shown[0][4], `${(100 * here.payers.municipality.break_even_success_rate).toFixed(1).replace(".", ",")} %`);
    const book = (await saved(page, () => click(page, "case-xlsx"), 1))["case.xlsx"];
    const own_book = path.join(scratch, "own_case.xlsx");
    fs.writeFileSync(path.join(scratch, "case.toml"), text);
    execFileSync(program, ["case", "case.toml", "--xlsx", own_book, "--lang", "da"], { stdio: "ignore", cwd: scratch });
    assert.deepEqual(unzipped(book), unzipped(fs.readFileSync(own_book)));
    await set_value(page, "case-rate", "120");
    assert.equal(await page.$eval("#case-rate", (node) => node.getAttribute("aria-invalid")), "true");
    const input = await page.$("#file");
    const place = path.join(scratch, "wrong.toml");
    fs.writeFileSync(place, "[case]\nparticipants = 0\n");
    await input.uploadFile(place);
    await page.waitForSelector("#case-fault", { timeout: 60000 });
    assert.match(await text_of(page, "case-fault"), /participants/);
    assert.deepEqual(page.noted.faults, []);
    await page.close();
  },
});
