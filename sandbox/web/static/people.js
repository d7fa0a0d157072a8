// The list on the left.
import { avatar, byId, h } from "./dom.js";
import { lastOf, now, on, store } from "./store.js";
import { when } from "./times.js";

export function showPeople() {
  on("people", draw);
}

function draw() {
  const focused = document.activeElement?.dataset?.person;
  byId("people").replaceChildren(...[...store.people.values()].map(row));
  if (focused) byId("people").querySelector(`[data-person="${focused}"]`)?.focus();
}

function row(person, tone) {
  const last = lastOf(person.id);
  const unread = store.unread.get(person.id);
  const current = person.id === store.current;
  const words = h("span", {}, h("span", { class: "name" }, person.name), h("span", { class: "who" }, person.who));
  const note = h("span", { class: "side-note" },
    last ? h("time", {}, when(last.date, now())) : null,
    person.blocked ? h("span", { class: "blocked-mark" }, "заблокирован") : null,
    unread ? h("span", { class: "badge", "aria-label": `непрочитанных: ${unread}` }, String(unread)) : null);
  return h("li", {}, h("a", {
    class: "person", href: `#${person.id}`, "data-person": person.id, "aria-current": current ? "true" : null,
  }, avatar(person, tone), words, note));
}
