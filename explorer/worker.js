// One worker: holds the model and answers one question at a time. Stands behind the module's own
// loader, in one text with it.
"use strict";
/* global samspil_module */

let model = null;

function with_bytes(bytes, use) {
  const place = model._samspil_room(bytes.length);
  model.HEAPU8.set(bytes, place);
  return use(place, bytes.length);
}

function ask(question) {
  const place = with_bytes(new TextEncoder().encode(JSON.stringify(question)), (at, size) => model._samspil_ask(at, size));
  const size = model._samspil_told();
  const answer = JSON.parse(new TextDecoder().decode(model.HEAPU8.slice(place, place + size)));
  if (question.do !== "make" || answer.faults) return answer;
  const made = model._samspil_made();
  return { bytes: model.HEAPU8.slice(made, made + model._samspil_made_bytes()) };
}

async function begin({ module, start }) {
  model = await samspil_module({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    },
    print() {}, printErr() {},
  });
  if (start) with_bytes(new Uint8Array(start), (at, size) => model._samspil_take_start(at, size));
  return {};
}

self.onmessage = async ({ data }) => {
  let answer;
  try {
    answer = data.question.do === "begin" ? await begin(data.question) : ask(data.question);
  } catch (error) {
    answer = { faults: [{ en: String(error), da: String(error) }], broken: true };
  }
  self.postMessage({ number: data.number, answer });
};
