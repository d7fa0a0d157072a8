// Building elements without a framework.

/** An element: h("button", {class: "key", onclick}, "Да"). */
export function h(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** An icon of the sprite. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/static/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export const byId = (id) => document.getElementById(id);

/** A round portrait: initials on a steady colour. */
export function dressAvatar(element, person, tone) {
  element.className = `avatar tone-${tone % 9}`;
  element.textContent = person.name.split(" ").map((word) => word[0]).join("").slice(0, 2);
  return element;
}

export const avatar = (person, tone) =>
  dressAvatar(h("span", { "aria-hidden": "true" }), person, tone);
