// Fields of numbers and choices, with what is wrong beside them.

import { h } from "./dom.js";
import { number, read_number, say } from "./words.js";

export function choice(id, value, options, act) {
  return h("select", { id, "aria-describedby": `${id}-hint`, onchange: ({ target }) => act(target.value) },
    options.map(([name, text]) => h("option", { value: name, selected: name === value }, text)));
}

export function amount(id, value, low, high, digits, act) {
  const input = h("input", {
    id, type: "text", inputmode: "decimal", value: digits === null ? String(value) : number(value, digits), "aria-describedby": `${id}-hint`, autocomplete: "off",
    onchange: ({ target }) => {
      const typed = read_number(target.value);
      const fits = Number.isFinite(typed) && typed >= low && typed <= high;
      target.setAttribute("aria-invalid", fits ? "false" : "true");
      document.getElementById(`${id}-fault`).textContent = fits ? "" : say("explorer.wrong_number", digits === null ? low : number(low), digits === null ? high : number(high));
      if (fits) setTimeout(() => act(typed));  // when the focus has moved on
    },
  });
  return h("div", { class: "amount" }, input, h("p", { class: "fault", id: `${id}-fault`, role: "status" }));
}
