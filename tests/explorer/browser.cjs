// A headless browser at a page of the explorer, which may speak to nobody but this machine.
"use strict";
const fs = require("node:fs");
const { inflateRawSync } = require("node:zlib");
const puppeteer = require("puppeteer-core");

// Firefox is driven by the same library, over WebDriver BiDi.
async function open_firefox() {
  return puppeteer.launch({
    browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true, protocolTimeout: 600000,
  });
}

async function open_browser() {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    protocolTimeout: 600000,
  });
}

// A page that notes every request, fault and message of its console.
async function open_page(browser, address, { width = 1280, height = 900, dark = false } = {}) {
  const page = await browser.newPage();
  const noted = { requests: [], faults: [] };
  page.on("request", (request) => noted.requests.push(request.url()));
  page.on("pageerror", (error) => noted.faults.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") noted.faults.push(message.text()); });
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.goto(address, { waitUntil: "load" });
  return Object.assign(page, { noted });
}

const is_local = (url) => /^(file|blob|data|about):/.test(url) || /^http:\/\/127\.0\.0\.1:\d+\//.test(url);

// Waits until the answer has come so far: a step of engine.js.
async function answered(page, step, timeout = 180000) {
  await page.waitForFunction((name) => performance.getEntriesByName(`samspil step ${name}`).length > 0, { timeout, polling: 20 }, step);
}
// The same after a change.
async function answered_again(page, step, act, timeout = 180000) {
  await page.evaluate(() => performance.clearMarks());
  await act();
  await answered(page, step, timeout);
}
const text_of = (page, id) => page.$eval(`#${id}`, (node) => node.textContent.trim());
async function click(page, id) {
  await page.waitForSelector(`#${id}:not([disabled])`, { timeout: 180000 });
  await page.$eval(`#${id}`, (node) => node.click());
}
async function set_value(page, id, value) {
  await page.$eval(`#${id}`, (node, to) => {
    node.value = to;
    for (const kind of ["input", "change"]) node.dispatchEvent(new Event(kind, { bubbles: true }));
  }, value);
}

// What the page gives to be saved, in place of a folder of downloads: name and bytes of each file.
async function saved(page, act, count) {
  await page.evaluate(() => {
    self.saved_files = [];
    const make = URL.createObjectURL.bind(URL);
    const blobs = new Map();
    URL.createObjectURL = (blob) => { const url = make(blob); blobs.set(url, blob); return url; };
    HTMLAnchorElement.prototype.click = function () {
      blobs.get(this.href).arrayBuffer().then((buffer) => {
        let bytes = "";
        for (const byte of new Uint8Array(buffer)) bytes += String.fromCharCode(byte);
        self.saved_files.push([this.download, btoa(bytes)]);
      });
    };
  });
  await act();
  await page.waitForFunction((n) => self.saved_files.length >= n, { timeout: 180000 }, count);
  const files = await page.evaluate(() => self.saved_files);
  return Object.fromEntries(files.map(([name, bytes]) => [name, Buffer.from(bytes, "base64")]));
}

// The files in a zip by name, whatever packed them and when.
function unzipped(bytes) {
  const files = {};
  let at = bytes.readUInt32LE(bytes.lastIndexOf("PK\x05\x06") + 16);
  for (; bytes.readUInt32LE(at) === 0x02014b50; at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)) {
    const name = bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42), packed = bytes.readUInt32LE(at + 20);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const part = bytes.subarray(begin, begin + packed);
    files[name] = (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(part) : part).toString();
  }
  return files;
}

module.exports = { answered, answered_again, click, fs, is_local, open_browser, open_firefox, open_page, saved, set_value, text_of, unzipped };
