// Writing: the field, the attach menu, the command menu, the reply keyboard, mending an own message.
import { byId, h } from "./dom.js";
import { act, upload } from "./api.js";
import { placeMenu } from "./dialogs.js";
import { on, person, store } from "./store.js";

let mending = null;
const drafts = new Map();
let shown = null;

export function showComposer() {
  byId("composer").addEventListener("submit", submit);
  byId("input").addEventListener("keydown", keys);
  byId("input").addEventListener("input", grow);
  byId("editing-cancel").addEventListener("click", () => mend(null));
  placeMenu(byId("attach-menu"), byId("attach"));
  placeMenu(byId("commands-menu"), byId("commands"));
  byId("attach-menu").addEventListener("click", attach);
  byId("file").addEventListener("change", sendFile);
  on("current", changeChat);
  on("current person", menus);
  on("mend", mend);
}

async function submit(event) {
  event.preventDefault();
  const text = byId("input").value.trim();
  if (!text) return;
  const deed = mending
    ? act("edit", { user: store.current, message: mending.id, text })
    : act("say", { user: store.current, text });
  byId("input").value = "";
  mending = null;
  byId("editing").hidden = true;
  grow();
  await deed;
}

function keys(event) {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    byId("composer").requestSubmit();
  }
  if (event.key === "Escape" && mending) mend(null);
}

function grow() {
  const field = byId("input");
  field.style.height = "";
  if (field.value) field.style.height = `${field.scrollHeight + 2}px`;
}

function mend(message) {
  mending = message;
  byId("editing").hidden = !message;
  byId("input").value = message?.text ?? "";
  grow();
  byId("input").focus();
}

function changeChat() {
  if (shown === store.current) return;
  drafts.set(shown, mending ? "" : byId("input").value);
  shown = store.current;
  mending = null;
  byId("editing").hidden = true;
  byId("input").value = drafts.get(shown) ?? "";
  grow();
}

function menus() {
  const one = person();
  if (!one) return;
  byId("commands").hidden = one.commands.length === 0;
  byId("commands-menu").replaceChildren(...one.commands.map(command));
  const keyboard = byId("reply-keyboard");
  keyboard.hidden = one.replyKeyboard.length === 0 || one.blocked;
  keyboard.replaceChildren(...one.replyKeyboard.map((row) => h("div", { class: "keys-row" }, row.map(replyKey))));
}

const replyKey = (label) =>
  h("button", { type: "button", class: "key", onclick: () => act("say", { user: store.current, text: label }) }, label);

function command({ command: name, description }) {
  const say = () => {
    byId("commands-menu").hidePopover();
    act("say", { user: store.current, text: `/${name}` });
  };
  return h("button", { type: "button", onclick: say }, h("b", {}, `/${name}`), h("small", {}, description));
}

function attach(event) {
  const what = event.target.closest("[data-send]")?.dataset.send;
  if (!what) return;
  byId("attach-menu").hidePopover();
  if (what === "file") byId("file").click();
  else act("send", { user: store.current, what });
}

async function sendFile() {
  const [file] = byId("file").files;
  byId("file").value = "";
  if (file) await upload(store.current, file);
}
