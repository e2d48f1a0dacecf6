// The explorer in Firefox: that it loads, answers and follows its fields, in both languages and two
// widths, without a fault. What only one browser could get wrong; all else is tried in Chromium.
//   node firefox_test.cjs ROOT   NODE_PATH with puppeteer-core
"use strict";
const assert = require("node:assert/strict");
const path = require("node:path");
const { answered, answered_again, click, open_firefox, set_value, text_of } = require("./browser.cjs");

const [root] = process.argv.slice(2);
const one_page = `file://${path.join(root, "build/explorer/explorer.html")}`;

async function main() {
  const browser = await open_firefox();
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => { if (message.type() === "error") faults.push(message.text()); });
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 900 });
      await page.goto("about:blank");
      await page.goto(one_page, { waitUntil: "load" });
      await answered(page, 1);
      const danish = await text_of(page, "sentence");
      assert.match(danish, /mio\. kr\./);
      await answered_again(page, 0, () => set_value(page, "staff", "6"));
      assert.notEqual(await text_of(page, "sentence"), danish);
      await click(page, "language");
      assert.match(await text_of(page, "sentence"), /the municipality gets/);
      await page.$$eval("details", (all) => all.forEach((one) => { one.open = true; }));
      await page.waitForSelector("#case-verdict", { timeout: 60000 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${width}: ${beyond} px too wide`);
      await answered(page, 1);
      console.log(`ok      Firefox at ${width}`);
    }
    assert.deepEqual(faults, []);
  } finally {
    await browser.close();
  }
}
main().catch((error) => {
  console.log(`FAILED  Firefox\n${error.stack ?? error}`);
  process.exitCode = 1;
});
