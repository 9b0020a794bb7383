// The list of conversations: who, the last words, what is unread.

import { avatar } from "./avatar.js";
import { el, spoken } from "./dom.js";
import { NARROW, counted, summary, timeText } from "./text.js";

/** Show every chat of `model` in the list; `openIds` are on screen, `onOpen(id)` opens one. */
export function showPeople(model, openIds, onOpen) {
  const list = document.getElementById("people");
  const chats = [...model.chats.values()];
  document.getElementById("people-empty").hidden = chats.length > 0;
  const focused = document.activeElement?.closest("#people [data-chat]")?.dataset.chat;
  list.replaceChildren(...chats.map((chat) => entry(chat, model, openIds, onOpen)));
  if (focused) list.querySelector(`[data-chat="${focused}"]`)?.focus();
}

function entry(chat, model, openIds, onOpen) {
  const name = model.nameOf(chat);
  const last = chat.messages.at(-1);
  return el(
    "li",
    {},
    el(
      "button",
      {
        type: "button",
        class: "person",
        "data-chat": chat.id,
        "aria-current": openIds.includes(chat.id) ? "true" : null,
        onclick: () => onOpen(chat.id),
      },
      avatar(chat.id, name),
      el(
        "span",
        { class: "person-lines" },
        el(
          "span",
          { class: "person-line" },
          el("span", { class: "person-name" }, name),
          last ? el("time", { class: "person-time" }, timeText(new Date(last.date * 1000))) : null,
        ),
        el(
          "span",
          { class: "person-line" },
          model.people.get(chat.id)?.organiser ? el("span", { class: "badge" }, "organise") : null,
          el("span", { class: chat.typing ? "person-last typing" : "person-last" }, lastWords(chat, last, model)),
          unread(chat),
        ),
      ),
    ),
  );
}

function lastWords(chat, last, model) {
  if (chat.blocked) return "a bloqué le bot";
  if (chat.typing) return `${model.bot.first_name} écrit…`;
  if (!last) return "rien encore";
  const own = last.from && last.from.id !== model.bot.id;
  return `${own ? `Vous${NARROW}: ` : ""}${summary(last)}`;
}

function unread(chat) {
  if (!chat.unread) return null;
  const words = counted(chat.unread, "message non lu", "messages non lus");
  return el(
    "span",
    { class: "unread" },
    el("span", { "aria-hidden": "true" }, String(chat.unread)),
    spoken(` ${words}`),
  );
}
