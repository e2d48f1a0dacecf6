// The module in node: model(FOLDER) gives what answers the questions of Session::answer().
"use strict";
const fs = require("node:fs");
const path = require("node:path");

async function model(folder) {
  const make = require(path.resolve(folder, "samspil_explorer.js"));
  const module = await make({ wasmBinary: fs.readFileSync(path.join(folder, "samspil_explorer.wasm")) });
  const put = (bytes) => {
    const place = module._samspil_room(bytes.length);
    module.HEAPU8.set(bytes, place);
    return [place, bytes.length];
  };
  const told = (place) => Buffer.from(module.HEAPU8.slice(place, place + module._samspil_told()));
  return {
    ask: (question) => JSON.parse(told(module._samspil_ask(...put(Buffer.from(JSON.stringify(question)))))),
    start: (families) => told(module._samspil_start(families)),
    take_start: (bytes) => module._samspil_take_start(...put(bytes)),
  };
}
module.exports = { model };
