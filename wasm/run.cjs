// Prints what `samspil run` prints: node run.cjs FOLDER SCENARIO FAMILIES
"use strict";
const fs = require("node:fs");
const { model } = require("./model.cjs");

async function main([folder, scenario, families]) {
  const { ask } = await model(folder);
  const of = (question) => {
    const answer = ask(question);
    if (answer.faults) throw new Error(answer.faults.map(({ en }) => en).join("\n"));
    return answer;
  };
  of({ do: "load", scenario: fs.readFileSync(scenario, "utf8"), name: "default.toml" });
  of({ do: "run", families: Number(families), draws: 1, families_per_draw: 0, exact: true });
  process.stdout.write(of({ do: "screen", language: "en" }).text);
}
main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
