// «Год за минуту»: asks how far the year is, then draws what the bot said in it.
import { byId } from "./dom.js";
import { drawFacts, drawTimeline, drawTotals } from "./timeline.js";

const AGAIN_MS = 500;
const dayWords = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", timeZone: "UTC" });
let year = null;

byId("play").addEventListener("click", async () => {
  await fetch("/ui/do/year", { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
  follow();
});
byId("person").addEventListener("change", draw);
byId("kind").addEventListener("change", draw);
byId("all").addEventListener("click", () => choose("", ""));

/** Until the year is over; the page of a server that is gone says so. */
async function follow() {
  const state = await fetch("/ui/year").then((answer) => answer.json()).catch(() => null);
  if (!state) return say("Песочница не отвечает. Запустите её и откройте страницу снова.");
  byId("play").disabled = state.playing;
  byId("going").hidden = !state.playing && !state.failed;
  byId("lead").hidden = state.playing || state.played;
  if (state.failed) return say("Год не удалось прожить до конца. Причина в журнале песочницы; можно попробовать ещё раз.");
  byId("going-share").hidden = false;
  byId("going-share").value = state.share;
  byId("going-words").textContent = `Идёт год: ${dayWords.format(new Date(state.day))}`;
  if (state.playing) return setTimeout(follow, AGAIN_MS);
  if (state.played) await show();
}

function say(words) {
  byId("going").hidden = false;
  byId("going-share").hidden = true;
  byId("going-words").textContent = words;
}

async function show() {
  year = await fetch("/ui/year/timeline").then((answer) => answer.json());
  year.byId = new Map(year.people.map((person) => [person.id, person]));
  year.words = new Map(year.kinds.map((kind) => [kind.key, kind.words]));
  byId("play").textContent = "Прожить ещё раз";
  fill("person", "Всем", year.people.map((person) => [person.id, `${person.name} · ${person.who}`]));
  fill("kind", "Всё", year.kinds.map((kind) => [kind.key, kind.words]));
  drawFacts(year);
  drawTotals(year, (person) => choose(person, ""));
  byId("year").hidden = false;
  draw();
}

function fill(id, everything, options) {
  byId(id).replaceChildren(new Option(everything, ""), ...options.map(([value, words]) => new Option(words, value)));
}

function choose(person, kind) {
  byId("person").value = person;
  byId("kind").value = kind;
  draw();
  byId("timeline").scrollIntoView({ block: "start" });
}

function draw() {
  const person = Number(byId("person").value);
  const kind = byId("kind").value;
  const chosen = year.said.filter((each) => (!person || each.person === person) && (!kind || each.kind === kind));
  byId("all").hidden = !person && !kind;
  byId("count").textContent = `Сообщений: ${chosen.length}`;
  drawTimeline(year, chosen, choose);
}

follow();
