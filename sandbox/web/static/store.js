// What the page knows. Everything comes from the feed; listeners redraw their own part.

export const store = {
  username: "",
  name: "",
  description: "",
  people: new Map(),
  messages: new Map(),
  unread: new Map(),
  bot: { state: "stopped", lines: [] },
  clockShift: 0,
  moved: false,
  current: null,
  twice: false,
};

const listeners = new Map();

/** Call back when one of the named things changes. */
export function on(kinds, listener) {
  for (const kind of kinds.split(" ")) {
    if (!listeners.has(kind)) listeners.set(kind, []);
    listeners.get(kind).push(listener);
  }
}

export function changed(kind, detail) {
  for (const listener of listeners.get(kind) ?? []) listener(detail);
}

/** The sandbox's moment. */
export const now = () => new Date(Date.now() + store.clockShift);

export const messagesOf = (chat) => [...(store.messages.get(chat)?.values() ?? [])];

export const lastOf = (chat) => messagesOf(chat).at(-1);

export const person = () => store.people.get(store.current);

/** Open someone's chat. */
export function open(id) {
  store.current = id;
  store.unread.delete(id);
  changed("current");
  changed("people");
}

export function takeEverything(all) {
  const known = new Set(messagesOfAll().map((message) => `${message.chat}:${message.id}`));
  const first = store.people.size === 0;
  Object.assign(store, { username: all.username, name: all.name, description: all.description });
  store.people = new Map(all.people.map((one) => [one.id, one]));
  store.messages = new Map();
  for (const message of all.messages) keep(message);
  for (const message of all.messages) {
    if (!first && !known.has(`${message.chat}:${message.id}`)) count(message);
  }
  takeClock(all.clock);
  store.bot = all.bot;
  for (const kind of ["people", "current", "bot", "clock"]) changed(kind);
}

export function takeMessage(message) {
  const before = store.messages.get(message.chat)?.get(message.id);
  keep(message);
  if (!before) count(message);
  changed("message", { message, before });
  changed("people");
}

export function takePerson(one) {
  store.people.set(one.id, one);
  changed("people");
  if (one.id === store.current) changed("person");
}

export function takeClock(clock) {
  store.clockShift = new Date(clock.now).getTime() - Date.now();
  store.moved = clock.moved;
  changed("clock");
}

export function takeBot(bot) {
  store.bot = bot;
  changed("bot");
}

function keep(message) {
  if (!store.messages.has(message.chat)) store.messages.set(message.chat, new Map());
  const chat = store.messages.get(message.chat);
  if (message.deleted) chat.delete(message.id);
  else chat.set(message.id, message);
}

function count(message) {
  if (message.mine || message.deleted || message.chat === store.current) return;
  store.unread.set(message.chat, (store.unread.get(message.chat) ?? 0) + 1);
}

const messagesOfAll = () => [...store.messages.values()].flatMap((chat) => [...chat.values()]);
