// Text with entities as elements. Offsets are UTF-16 units, which is what JavaScript counts in.
import { h } from "./dom.js";
import { openLink } from "./dialogs.js";
import { act } from "./api.js";
import { store } from "./store.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote",
};

// A block ends its own line, so the line break after it would be seen as an empty line.
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** Nodes for a text. */
export const rich = (text, entities) => nodes(text, entities, 0, text.length);

function nodes(text, entities, from, to) {
  const made = [];
  let at = from;
  for (let index = 0; index < entities.length;) {
    const entity = entities[index];
    const begin = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    let next = index + 1;
    if (begin < end) {
      while (next < entities.length && entities[next].offset < end) next += 1;
      if (begin > at) made.push(text.slice(at, begin));
      const inner = nodes(text, entities.slice(index + 1, next), begin, end);
      made.push(wrap(entity, text.slice(begin, end), inner));
      at = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end;
    }
    index = next;
  }
  if (at < to) made.push(text.slice(at, to));
  return made;
}

function wrap(entity, words, inner) {
  if (entity.type in TAGS) return h(TAGS[entity.type], {}, inner);
  if (entity.type === "text_link") return link(entity.url, inner);
  if (entity.type === "url") return link(words, inner);
  if (entity.type === "spoiler") return spoiler(inner);
  if (entity.type === "expandable_blockquote") return folded(inner);
  if (entity.type === "bot_command") return command(words);
  return h("span", {}, inner);
}

function link(url, inner) {
  const address = /^[a-z]+:/i.test(url) ? url : `https://${url}`;
  const safe = /^(https?|tg):/i.test(address) ? address : "#";
  return h("a", { href: safe, target: "_blank", rel: "noopener noreferrer", onclick: (event) => openLink(event, safe) }, inner);
}

function spoiler(inner) {
  const button = h("button", { type: "button", class: "spoiler", "aria-label": "Показать скрытый текст" }, inner);
  button.addEventListener("click", () => {
    button.classList.add("open");
    button.removeAttribute("aria-label");
  });
  return button;
}

function folded(inner) {
  const quote = h("blockquote", { class: "folded", tabindex: "0", title: "Развернуть" }, inner);
  const unfold = () => quote.classList.remove("folded");
  quote.addEventListener("click", unfold);
  quote.addEventListener("keydown", (event) => event.key === "Enter" && unfold());
  return quote;
}

const command = (words) =>
  h("button", { type: "button", class: "link", onclick: () => act("say", { user: store.current, text: words }) }, words);
