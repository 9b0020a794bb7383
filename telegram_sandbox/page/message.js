// One message of a chat as a bubble: its author, card, text, date and inline buttons.

import { card } from "./cards.js";
import { el, icon, iconButton, spoken } from "./dom.js";
import { link, plainText, richText } from "./richtext.js";
import { NARROW, fullName, serviceText, timeText } from "./text.js";

/**
 * The node of a message. `view` is the chat that shows it: `isOwn(message)`, `links`,
 * `onPress(message, button)`, `onEdit(message)`, `isPending(message, button)`, `isGroup`.
 */
export function messageNode(message, view) {
  const service = message.text === undefined && !card(message) ? serviceText(message) : null;
  if (service) {
    return el("p", { class: "service", "data-message": message.message_id }, service);
  }
  const own = view.isOwn(message);
  return el(
    "article",
    { class: `message ${own ? "own" : "theirs"}`, "data-message": message.message_id },
    bubble(message, view),
    own && message.text !== undefined
      ? iconButton("edit", "Modifier ce message", {
          class: "edit-own",
          onclick: () => view.onEdit(message),
        })
      : null,
    inlineKeyboard(message, view),
  );
}

function bubble(message, view) {
  const author = message.from ? fullName(message.from) : "";
  const named = view.isGroup && message.from?.id !== view.links.bot.id;
  const name = named ? el("p", { class: "author" }, author) : spoken(`${author}${NARROW}: `);
  const shown = card(message);
  const kind = message.sticker ? "bare" : isReworded(message, view.links) ? "edited" : "";
  return el(
    "div",
    { class: `bubble ${kind}`.trim() },
    name,
    shown,
    textNode(message, view.links),
    footer(message, view.links),
  );
}

// Like Telegram's own applications: what a bot edits, often its buttons alone, is not marked.
function isReworded(message, links) {
  return Boolean(message.edit_date) && message.from?.id !== links.bot.id;
}

function textNode(message, links) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const nodes = message.html === undefined ? plainText(text, links) : richText(message.html, links);
  return el("div", { class: "text" }, ...nodes);
}

function footer(message, links) {
  const date = new Date(message.date * 1000);
  return el(
    "footer",
    { class: "stamp" },
    isReworded(message, links) ? el("span", {}, "modifié") : null,
    el("time", { datetime: date.toISOString() }, timeText(date)),
  );
}

function inlineKeyboard(message, view) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return null;
  return el(
    "div",
    { class: "inline-keyboard", role: "group", "aria-label": "Choix proposés" },
    ...rows.map((row) =>
      el("div", { class: "key-row" }, ...row.map((button) => inlineButton(button, message, view))),
    ),
  );
}

function inlineButton(button, message, view) {
  if (button.url !== undefined) {
    return link(button.url, view.links, { class: "key" }, button.text, icon("open"));
  }
  if (button.copy_text) {
    const onclick = () => view.onCopy(button.copy_text.text);
    return el("button", { type: "button", class: "key", onclick }, button.text);
  }
  if (button.callback_data === undefined) {
    const title = "Le bac à sable ne connaît pas ce genre de bouton";
    return el("button", { type: "button", class: "key", disabled: true, title }, button.text);
  }
  return el(
    "button",
    {
      type: "button",
      class: "key",
      "data-key": button.callback_data,
      "aria-busy": view.isPending(message, button) ? "true" : null,
      onclick: () => view.onPress(message, button),
    },
    button.text,
  );
}
