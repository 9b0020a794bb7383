// What the page knows: the server's state, kept up with its events, and what only the page
// keeps for each chat (draft, unread count).

import { fullName } from "./text.js";

const TYPING = 5000; // milliseconds, as the Bot API says of sendChatAction

/** The state of the sandbox. Tells of each change with a `change` event whose detail says what. */
export class Model extends EventTarget {
  now = new Date();
  bot = { id: 0, first_name: "Binôme", username: "" };
  people = new Map();
  chats = new Map();
  faults = {};
  moments = [];
  #clockRead = performance.now();

  /** Replace everything by the server's state, keeping drafts and unread counts. */
  load(state) {
    const before = this.chats;
    this.bot = state.bot;
    this.faults = state.faults;
    this.moments = state.moments ?? [];
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.chats = new Map();
    for (const chat of inOrder(state)) {
      const { draft, unread } = before.get(chat.id) ?? {};
      this.#add({ ...chat, draft, unread });
    }
    this.#setClock(state.now);
    this.#tell({ type: "load" });
  }

  /** Apply one event of the server; an event seen twice changes nothing the second time. */
  apply(event) {
    const handler = this[`on_${event.type}`];
    if (handler) handler.call(this, event);
  }

  on_person({ person }) {
    this.people.set(person.id, person);
    this.#tell({ type: "people" });
  }

  on_chat({ chat }) {
    const known = this.chats.get(chat.id);
    if (!known) this.#add(chat);
    else {
      const { messages, typing } = known; // both have events of their own
      Object.assign(known, chat, { typing, messages: merged(messages, chat.messages ?? []) });
    }
    this.#tell({ type: known ? "chat" : "people", chatId: chat.id });
  }

  on_message({ chat_id: chatId, message }) {
    const chat = this.#chat(chatId);
    const isNew = !chat.messages.some((known) => known.message_id === message.message_id);
    chat.messages = merged(chat.messages, [message]);
    if (message.from?.id === this.bot.id) this.#stopTyping(chat);
    this.#tell({ type: "message", chatId, message, isNew });
  }

  on_edit({ chat_id: chatId, message }) {
    const chat = this.#chat(chatId);
    chat.messages = merged(chat.messages, [message]);
    this.#tell({ type: "edit", chatId, message });
  }

  on_delete({ chat_id: chatId, message_id: messageId }) {
    const chat = this.#chat(chatId);
    chat.messages = chat.messages.filter((message) => message.message_id !== messageId);
    this.#tell({ type: "delete", chatId, messageId });
  }

  on_typing({ chat_id: chatId }) {
    const chat = this.#chat(chatId);
    clearTimeout(chat.typingTimer);
    chat.typing = true;
    chat.typingTimer = setTimeout(() => {
      this.#stopTyping(chat);
      this.#tell({ type: "typing", chatId });
    }, TYPING);
    this.#tell({ type: "typing", chatId });
  }

  on_toast({ chat_id: chatId, query_id: queryId, text, alert }) {
    this.#tell({ type: "toast", chatId, queryId, text, alert });
  }

  on_keyboard({ chat_id: chatId, keyboard }) {
    const chat = this.#chat(chatId);
    chat.keyboard = keyboard;
    chat.keyboardHidden = false;
    this.#tell({ type: "keyboard", chatId });
  }

  on_clock({ now }) {
    this.#setClock(now);
    this.#tell({ type: "clock" });
  }

  on_faults({ faults }) {
    this.faults = faults;
    this.#tell({ type: "faults" });
  }

  /** The sandbox's time at this instant: its clock goes on by itself from where it was set. */
  currentTime() {
    return new Date(this.now.getTime() + performance.now() - this.#clockRead);
  }

  /** The name of a chat: its title, or its person's. */
  nameOf(chat) {
    const person = this.people.get(chat.id);
    return chat.title ?? (person ? fullName(person) : `Conversation ${chat.id}`);
  }

  /** Note that a chat's messages were seen. */
  markRead(chatId) {
    const chat = this.chats.get(chatId);
    if (!chat || !chat.unread) return;
    chat.unread = 0;
    this.#tell({ type: "unread", chatId });
  }

  /** Note one message that nobody looked at yet. */
  markUnread(chatId) {
    this.#chat(chatId).unread += 1;
    this.#tell({ type: "unread", chatId });
  }

  #setClock(now) {
    this.now = new Date(now);
    this.#clockRead = performance.now();
  }

  #stopTyping(chat) {
    clearTimeout(chat.typingTimer);
    chat.typing = false;
  }

  // Events of one chat may overtake the one that tells of the chat itself.
  #chat(id) {
    return this.chats.get(id) ?? this.#add({ id, type: id < 0 ? "group" : "private" });
  }

  #add(chat) {
    const whole = {
      ...chat,
      messages: merged([], chat.messages ?? []),
      commands: chat.commands ?? [],
      keyboard: chat.keyboard ?? null,
      typing: false,
      draft: chat.draft ?? "",
      unread: chat.unread ?? 0,
    };
    this.chats.set(chat.id, whole);
    return whole;
  }

  #tell(detail) {
    this.dispatchEvent(new CustomEvent("change", { detail }));
  }
}

// JSON objects lose their order for numeric keys: people come first, as they joined, then groups.
function inOrder({ people, chats }) {
  const groups = Object.values(chats).filter((chat) => chat.type !== "private");
  return [...people.map((person) => chats[person.id]), ...groups];
}

// A state read while an edit is under way may be older than the event: the later edit wins.
function merged(known, incoming) {
  const byId = new Map(known.map((message) => [message.message_id, message]));
  for (const message of incoming) {
    const old = byId.get(message.message_id);
    if (!old || (message.edit_date ?? 0) >= (old.edit_date ?? 0)) {
      byId.set(message.message_id, message);
    }
  }
  return [...byId.values()].sort((a, b) => a.message_id - b.message_id);
}
