// Elements without a framework. No text ever becomes markup or style: the page's policy forbids it,
// and what a file or a link says is shown as letters.

const svg_space = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else if (name === "vars") for (const [key, one] of Object.entries(value)) node.style.setProperty(key, one);
    else node.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(4)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : String(child));
  }
  return node;
}

// h("p", {class: "x"}, "text", node…)
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

// The same of a drawing.
export function s(tag, attributes, ...children) {
  return fill(document.createElementNS(svg_space, tag), attributes, children);
}

// Text in which *words* between stars are strong.
export function rich(text) {
  return text.split("*").map((part, i) => (i % 2 ? h("b", null, part) : part));
}

// Puts new children in place of the old ones, and the focus back where it was, by id.
export function replace(node, ...children) {
  const focused = document.activeElement?.id;
  node.replaceChildren(...children.flat(4).filter((child) => child !== null && child !== undefined && child !== false));
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}
