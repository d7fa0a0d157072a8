// One message as an element: what it carries, its text, its buttons.
import { h, icon } from "./dom.js";
import { act } from "./api.js";
import { openLink } from "./dialogs.js";
import { changed, person, store } from "./store.js";
import { rich } from "./rich.js";
import { timeOf } from "./times.js";

/** The element of a message as it stands now. */
export function bubble(message) {
  const keys = message.keyboard.length ? keyboard(message) : null;
  const side = message.mine ? "message mine" : "message";
  return h("article", { class: keys ? `${side} with-keys` : side, "data-message": message.id },
    h("div", { class: "bubble" }, quote(message), carried(message), text(message), meta(message)), keys);
}

/** Turn the spinners of a message's buttons on and off. */
export function markBusy(element, message) {
  const waiting = new Set((person()?.spinners ?? [])
    .filter((press) => press.message === message.id).map((press) => press.data));
  for (const key of element.querySelectorAll(".key[data-data]")) {
    const busy = waiting.has(key.dataset.data);
    key.classList.toggle("busy", busy);
    key.setAttribute("aria-busy", String(busy));
  }
}

function quote(message) {
  const origin = message.replyTo && store.messages.get(message.chat)?.get(message.replyTo);
  return origin ? h("span", { class: "quote" }, origin.text || "Файл") : null;
}

function carried(message) {
  const parts = [];
  if (message.forwarded) parts.push(h("div", { class: "forwarded" }, "Пересланное сообщение"));
  if (message.picture) parts.push(picture(message));
  else if (message.carried) parts.push(h("div", { class: "carried" }, message.carried));
  if (message.document) parts.push(document_(message.document));
  return parts;
}

/** A press opens it as large as it is. */
function picture(message) {
  return h("a", { class: "picture", href: message.picture, target: "_blank", rel: "noopener noreferrer" },
    h("img", { src: message.picture, alt: message.text ? "Картинка, подпись под ней" : "Картинка" }));
}

function document_(file) {
  return h("a", { class: "document", href: file.href, download: file.name },
    h("span", { class: "sheet" }, icon("file")),
    h("span", {}, h("b", {}, file.name), h("small", {}, size(file.size))));
}

const text = (message) =>
  message.text ? h("div", { class: "body" }, rich(message.text, message.entities)) : null;

function meta(message) {
  const mend = message.mine && message.text && !message.document
    ? h("button", { type: "button", class: "mend", "aria-label": "Исправить своё сообщение", onclick: () => changed("mend", message) }, icon("pen"))
    : null;
  return h("div", { class: "meta" }, mend, message.edited ? h("span", {}, "изменено") : null,
    h("time", { datetime: message.date }, timeOf(message.date)));
}

function keyboard(message) {
  return h("div", { class: "keys", role: "group", "aria-label": "Кнопки сообщения" },
    message.keyboard.map((row) => h("div", { class: "keys-row" }, row.map((button) => key(message, button)))));
}

function key(message, button) {
  if (button.url) {
    return h("a", { class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer", onclick: (event) => openLink(event, button.url) },
      button.label, icon("out"));
  }
  const deed = button.copy ? () => navigator.clipboard?.writeText(button.copy) : () => press(message, button);
  return h("button", { type: "button", class: "key", "data-data": button.data ?? null, onclick: deed }, button.label);
}

function press(message, button) {
  const times = store.twice ? 2 : 1;
  store.twice = false;
  changed("twice");
  return act("press", { user: message.chat, message: message.id, data: button.data, times });
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} Б`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} КБ`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} МБ`;
}
