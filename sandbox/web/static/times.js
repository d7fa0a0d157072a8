// Dates and times in the demo school's zone.
const zone = { timeZone: "Europe/Moscow" };
const clockTime = new Intl.DateTimeFormat("ru", { ...zone, hour: "2-digit", minute: "2-digit" });
const dayOnly = new Intl.DateTimeFormat("ru", { ...zone, weekday: "long", day: "numeric", month: "long" });
const shortDay = new Intl.DateTimeFormat("ru", { ...zone, day: "numeric", month: "short" });
const full = new Intl.DateTimeFormat("ru", { ...zone, weekday: "short", day: "numeric", month: "long", year: "numeric" });
const sortable = new Intl.DateTimeFormat("sv", { ...zone, dateStyle: "short", timeStyle: "short" });

export const timeOf = (date) => clockTime.format(new Date(date));
export const dayOf = (date) => dayOnly.format(new Date(date));
export const moment = (date) => `${full.format(date).replace(" г.", "")}, ${clockTime.format(date)}`;

/** The value of a date-time field: 2026-09-01T14:05. */
export const fieldValue = (date) => sortable.format(date).replace(" ", "T");

/** «14:05» today, «3 сент.» before. */
export function when(date, now) {
  return dayOf(date) === dayOf(now) ? timeOf(date) : shortDay.format(new Date(date));
}
