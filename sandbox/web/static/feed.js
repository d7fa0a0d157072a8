// The stream of changes. After a break the browser connects again and is told everything anew.
import { showAnswer } from "./dialogs.js";
import { changed, store, takeBot, takeClock, takeEverything, takeMessage, takePerson } from "./store.js";

export function listen(ready) {
  const source = new EventSource("/ui/events");
  const hear = (kind, deed) => source.addEventListener(kind, (event) => deed(JSON.parse(event.data)));
  hear("everything", (all) => { takeEverything(all); ready(); });
  hear("message", takeMessage);
  hear("person", takePerson);
  hear("clock", takeClock);
  hear("bot", takeBot);
  hear("description", ({ text }) => { store.description = text; changed("description"); });
  hear("answer", ({ chat, toast }) => { if (chat === store.current) showAnswer(toast); });
  addEventListener("pagehide", () => source.close());
}
