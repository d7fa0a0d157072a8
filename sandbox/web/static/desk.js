// The clock and the bot.
import { byId } from "./dom.js";
import { act } from "./api.js";
import { now, on, store } from "./store.js";
import { fieldValue, moment } from "./times.js";

const STATES = {
  running: "Бот работает",
  starting: "Бот запускается…",
  restarting: "Бот перезапускается…",
  stopped: "Бот остановлен",
  crashed: "Бот завершился сам",
};

export function showDesk() {
  on("clock", tick);
  on("bot", bot);
  setInterval(tick, 1000);
  for (const button of document.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => moveClock({ step: button.dataset.step }));
  }
  byId("clock-form").addEventListener("submit", (event) => {
    event.preventDefault();
    moveClock({ to: byId("clock-to").value });
  });
  byId("bot-kill").addEventListener("click", () => act("bot", { what: "kill" }));
  byId("bot-restart").addEventListener("click", () => ask("Бот перезапускается…", "bot", { what: "restart" }));
  byId("bot-log-open").addEventListener("click", () => byId("bot-log").showModal());
}

const moveClock = (given) => ask("Переводим часы…", "clock", given);

/** What was pressed is on the screen before the server has answered. */
async function ask(words, deed, given) {
  byId("bot-state").textContent = words;
  await act(deed, given);
  bot();
}

function tick() {
  byId("clock").textContent = moment(now());
  const field = byId("clock-to");
  const earliest = fieldValue(now());
  field.min = earliest;
  if (document.activeElement !== field && field.value < earliest) field.value = earliest;
}

function bot() {
  byId("bot-dot").dataset.state = store.bot.state;
  byId("bot-state").textContent = STATES[store.bot.state];
  byId("bot-kill").disabled = store.bot.state === "stopped" || store.bot.state === "crashed";
  byId("bot-lines").textContent = store.bot.lines.join("\n") || "Пока пусто.";
}
