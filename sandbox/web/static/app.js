// The page: parts, the address (#id is the open chat), the stream.
import { act } from "./api.js";
import { showChat } from "./chat.js";
import { showComposer } from "./composer.js";
import { onLink } from "./dialogs.js";
import { showDesk } from "./desk.js";
import { listen } from "./feed.js";
import { showPeople } from "./people.js";
import { open, store } from "./store.js";

const narrow = matchMedia("(max-width: 47.5em)");
let isReady = false;

showPeople();
showChat();
showComposer();
showDesk();

/** On a phone no address means the list; beside the list there is always an open chat. */
function follow() {
  const asked = Number(location.hash.slice(1));
  const isChat = store.people.has(asked);
  document.body.dataset.view = isChat ? "chat" : "list";
  if (isChat) open(asked);
  else if (narrow.matches) open(null);
  else open([...store.people.keys()][0]);
}

onLink((id, payload) => {
  location.hash = String(id);
  act("start", { user: id, payload });
});
addEventListener("hashchange", follow);
narrow.addEventListener("change", follow);
listen(() => {
  if (!isReady) follow();
  isReady = true;
});
