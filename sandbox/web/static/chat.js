// The open chat: head, log, the empty state, what is said while the bot is away.
import { byId, dressAvatar, h } from "./dom.js";
import { act } from "./api.js";
import { bubble, markBusy } from "./bubbles.js";
import { messagesOf, on, person, store } from "./store.js";
import { dayOf } from "./times.js";

const NEAR_END = 120;
let atEnd = true;
const AWAY = {
  starting: "Бот запускается… Сообщения и нажатия его дождутся.",
  restarting: "Бот перезапускается… Сообщения и нажатия его дождутся.",
  stopped: "Бот остановлен. Сообщения и нажатия ждут его запуска.",
  crashed: "Бот завершился сам. Откройте «Журнал», чтобы увидеть причину.",
};

export function showChat() {
  on("current", draw);
  on("message", take);
  on("person", frame);
  on("bot description", () => { frame(); banner(); });
  on("twice", () => byId("twice").setAttribute("aria-pressed", String(store.twice)));
  byId("twice").addEventListener("click", () => {
    store.twice = !store.twice;
    byId("twice").setAttribute("aria-pressed", String(store.twice));
  });
  byId("block").addEventListener("click", () => act("block", { user: store.current, blocked: !person().blocked }));
  byId("start").addEventListener("click", () => act("start", { user: store.current, payload: person().started ? "" : person().payload }));
  byId("log").addEventListener("scroll", scrolled);
  // A picture has no height until it is loaded, and then pushes the end out of sight; its load does not bubble.
  byId("log").addEventListener("load", () => atEnd && toEnd(), true);
  byId("to-end").addEventListener("click", toEnd);
}

function draw() {
  const log = byId("log");
  log.setAttribute("aria-live", "off");
  log.replaceChildren();
  byId("toasts").replaceChildren();
  for (const message of messagesOf(store.current)) append(message);
  frame();
  banner();
  toEnd();
  setTimeout(() => log.setAttribute("aria-live", "polite"), 100);
}

/** Everything around the messages. */
function frame() {
  const one = person();
  if (!one) return;
  byId("chat-name").textContent = one.name;
  byId("chat-who").textContent = one.who;
  dressAvatar(byId("chat-avatar"), one, [...store.people.keys()].indexOf(one.id));
  byId("block-label").textContent = one.blocked ? "Разблокировать бота" : "Заблокировать бота";
  byId("block").setAttribute("aria-pressed", String(one.blocked));
  byId("block").disabled = !one.started;
  empty(one);
  startButton(one);
  for (const message of messagesOf(one.id)) {
    const element = find(message.id);
    if (element && message.keyboard.length) markBusy(element, message);
  }
}

function startButton(one) {
  const start = byId("start");
  start.hidden = one.started && !one.blocked;
  start.textContent = one.blocked ? "Разблокировать бота" : "Начать";
  start.disabled = one.awaitsInvitation && store.bot.state === "starting";
  byId("composer").hidden = !start.hidden;
}

function empty(one) {
  const old = byId("log").querySelector(".empty");
  if (messagesOf(one.id).length) {
    old?.remove();
    return;
  }
  const note = one.payload ? "Кнопка «Начать» откроет приглашение первого координатора." : null;
  const card = h("div", { class: "empty" },
    h("img", { src: "/static/mark.svg", alt: "", width: "56", height: "56" }),
    h("h3", {}, store.name),
    h("p", {}, store.description || "Здесь пока пусто. Нажмите «Начать», чтобы поздороваться с ботом."),
    note ? h("p", { class: "note" }, note) : null);
  if (old) old.replaceWith(card);
  else byId("log").append(card);
}

function banner() {
  const words = AWAY[store.bot.state];
  byId("waiting").hidden = !words;
  byId("waiting").textContent = words ?? "";
}

function take({ message, before }) {
  if (message.chat !== store.current) return;
  const stick = isNearEnd();
  const shown = find(message.id);
  if (message.deleted) shown?.remove();
  else if (shown) swap(shown, message);
  else append(message);
  empty(person());
  if (stick || (message.mine && !before)) toEnd();
  else if (!before) byId("to-end").hidden = false;
}

function append(message) {
  const log = byId("log");
  log.querySelector(".empty")?.remove();
  const day = dayOf(message.date);
  if ([...log.querySelectorAll(".day")].at(-1)?.textContent !== day) {
    log.append(h("div", { class: "day" }, h("span", {}, day)));
  }
  log.append(bubble(message));
  markBusy(log.lastElementChild, message);
}

/** Replace an edited message; whoever stood on one of its buttons stays on the same place. */
function swap(shown, message) {
  const place = [...shown.querySelectorAll(".key")].indexOf(document.activeElement);
  const next = bubble(message);
  next.classList.add("changed");
  shown.replaceWith(next);
  markBusy(next, message);
  if (place >= 0) {
    const keys = [...next.querySelectorAll(".key")];
    (keys[Math.min(place, keys.length - 1)] ?? byId("log")).focus({ preventScroll: true });
  }
}

const find = (id) => byId("log").querySelector(`[data-message="${id}"]`);

function isNearEnd() {
  const log = byId("log");
  return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
}

function scrolled() {
  atEnd = isNearEnd();
  if (atEnd) byId("to-end").hidden = true;
}

function toEnd() {
  atEnd = true;
  byId("log").scrollTop = byId("log").scrollHeight;
  byId("to-end").hidden = true;
}
