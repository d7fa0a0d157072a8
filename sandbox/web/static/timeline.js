// Parts of the year: what must hold, the days with their messages, the totals.
import { byId, h } from "./dom.js";

const SHOWN = 8; // names of one moment; the others are a press away
const monthWords = new Intl.DateTimeFormat("ru", { month: "long", year: "numeric", timeZone: "UTC" });
const shortMonth = new Intl.DateTimeFormat("ru", { month: "short", timeZone: "UTC" });
const dayWords = new Intl.DateTimeFormat("ru", { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" });

const monthName = (month) => upper(monthWords.format(new Date(month)).replace(" г.", ""));
const upper = (words) => words[0].toUpperCase() + words.slice(1);

export function drawFacts(year) {
  byId("facts").replaceChildren(...year.facts.map(fact));
}

function fact({ words, value, most, holds }) {
  const bar = most === null ? "" : most === 0 ? "должно быть 0" : `можно до ${most}`;
  return h("li", { class: holds ? "fact" : "fact broken" },
    h("strong", {}, String(value)), h("span", {}, words), bar ? h("small", {}, `${holds ? "✓" : "нарушено:"} ${bar}`) : null);
}

/** Months down, in them days, in a day one line for each kind at its hour. */
export function drawTimeline(year, said, choose) {
  const months = year.months.map((month) => [month, said.filter((each) => each.day.startsWith(month))])
    .filter(([, mine]) => mine.length);
  byId("months").replaceChildren(...months.map(([month, mine]) =>
    h("a", { class: "chip", href: `#m-${month}` }, upper(shortMonth.format(new Date(month))), h("small", {}, String(mine.length)))));
  const drawn = months.map(([month, mine]) => h("section", { class: "month", id: `m-${month}` },
    h("h2", {}, monthName(month), h("small", {}, ` сообщений: ${mine.length}`)),
    [...grouped(mine, (each) => each.day)].map(([date, ofDay]) => day(year, date, ofDay, choose))));
  byId("timeline").replaceChildren(...drawn, ...(drawn.length ? [] : [h("p", { class: "nothing" }, "Таких сообщений не было.")]));
}

function day(year, date, said, choose) {
  const lines = [...grouped(said, (each) => `${each.time} ${each.kind}`).values()];
  return h("div", { class: "day" }, h("h3", {}, dayWords.format(new Date(date))),
    h("ul", {}, lines.map((line) => moment(year, line, choose))));
}

function moment(year, said, choose) {
  const [{ time, kind }] = said;
  const names = h("span", { class: "names" }, said.slice(0, SHOWN).map((each) => name(year, each, choose)));
  const rest = said.slice(SHOWN);
  if (rest.length) {
    const more = h("button", { type: "button", class: "more" }, `ещё ${rest.length}`);
    more.addEventListener("click", () => more.replaceWith(...rest.map((each) => name(year, each, choose))));
    names.append(more);
  }
  return h("li", { class: `moment kind-${kind}` }, h("time", {}, time),
    h("span", { class: "kind" }, year.words.get(kind), said.length > 1 ? h("small", {}, ` ${said.length}`) : null), names);
}

function name(year, said, choose) {
  const person = year.byId.get(said.person);
  return h("button", { type: "button", class: "name", title: person.who, onclick: () => open(year, said, choose) }, person.name);
}

function open(year, said, choose) {
  const person = year.byId.get(said.person);
  byId("message-kind").textContent = year.words.get(said.kind);
  byId("message-when").textContent = `${dayWords.format(new Date(said.day))}, ${said.time}. ${person.fullName}: ${person.who}`;
  byId("message-text").textContent = said.text;
  byId("message-buttons").replaceChildren(...said.buttons.map((label) => h("li", {}, label)));
  byId("message-person").textContent = "Весь год этого человека";
  byId("message-person").onclick = () => { byId("message").close(); choose(said.person, ""); };
  byId("message").showModal();
}

export function drawTotals(year, choose) {
  const counts = new Map(year.people.map((person) => [person.id, year.months.map(() => 0)]));
  for (const each of year.said) counts.get(each.person)[year.months.indexOf(each.day.slice(0, 7))] += 1;
  const head = h("tr", {}, h("th", { scope: "col" }, "Кому"),
    year.months.map((month) => h("th", { scope: "col" }, shortMonth.format(new Date(month)))), h("th", { scope: "col" }, "Год"));
  const rows = year.people.map((person) => h("tr", {},
    h("th", { scope: "row" }, h("button", { type: "button", class: "name", onclick: () => choose(person.id) }, person.name),
      h("small", {}, person.who)),
    counts.get(person.id).map((count) => h("td", { class: `heat-${Math.min(count, 5)}` }, count ? String(count) : "")),
    h("td", { class: "sum" }, String(counts.get(person.id).reduce((sum, count) => sum + count, 0)))));
  byId("totals").replaceChildren(h("thead", {}, head), h("tbody", {}, rows));
}

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
