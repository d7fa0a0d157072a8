// Toasts, alerts, menus, and the question «Открыть от имени…».
import { avatar, byId, h } from "./dom.js";
import { store } from "./store.js";

const TOAST_MS = 4000;
let chosen = () => {};

/** Who opens a link to the bot is decided elsewhere. */
export const onLink = (listener) => { chosen = listener; };

export function showToast(text) {
  const toast = h("div", { class: "toast" }, text);
  byId("toasts").append(toast);
  setTimeout(() => toast.remove(), TOAST_MS);
}

/** The answer to a press: nothing, a toast, or an alert. */
export function showAnswer(toast) {
  if (!toast?.text) return;
  if (!toast.alert) {
    showToast(toast.text);
    return;
  }
  byId("alert-text").textContent = toast.text;
  if (!byId("alert").open) byId("alert").showModal();
}

/** A link: one to our bot asks who opens it, any other opens in a new tab. */
export function openLink(event, url) {
  const match = /^https?:\/\/(?:www\.)?t\.me\/([A-Za-z0-9_]+)(?:\?start=([A-Za-z0-9_-]*))?$/.exec(url);
  if (match?.[1].toLowerCase() !== store.username.toLowerCase()) return;
  event.preventDefault();
  pick(match[2] ?? "");
}

function pick(payload) {
  const dialog = byId("picker");
  const choices = [...store.people.values()].map((person, tone) => {
    const choose = () => { dialog.close(); chosen(person.id, payload); };
    const words = h("span", {}, h("span", { class: "name" }, person.name), h("span", { class: "who" }, person.who));
    return h("li", {}, h("button", { type: "button", class: "person", onclick: choose }, avatar(person, tone), words));
  });
  byId("picker-people").replaceChildren(...choices);
  dialog.showModal();
}

/** Put a popover beside the button that opened it. */
export function placeMenu(menu, button) {
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "open") return;
    const place = button.getBoundingClientRect();
    const left = Math.min(place.left, innerWidth - menu.offsetWidth - 12);
    menu.style.left = `${Math.max(12, left)}px`;
    menu.style.bottom = `${innerHeight - place.top + 8}px`;
    menu.querySelector("button")?.focus();
  });
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const items = [...menu.querySelectorAll("button")];
    items.at((items.indexOf(document.activeElement) + step) % items.length)?.focus();
  });
}
