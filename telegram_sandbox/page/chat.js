// One open chat: its header, its messages, its composer, its toasts.

import * as api from "./api.js";
import { avatar } from "./avatar.js";
import { Composer } from "./composer.js";
import { tell } from "./dialogs.js";
import { el, iconButton } from "./dom.js";
import { Log } from "./log.js";
import { attachMenu } from "./menu.js";
import { FIXED, NARROW, fullName, listed } from "./text.js";

const TOAST = 3500; // milliseconds
const NO_ANSWER = 30000; // milliseconds after which a press is given up

/**
 * A column that shows one chat. `app` is what it needs of the page: `closeChat()`,
 * `openLink(payload)`, `onActive(view)`.
 */
export class ChatView {
  #model;
  #app;
  #log;
  #composer;
  #subtitle;
  #toasts;
  #who = null; // in a group, the choice of who writes
  #pending = new Map(); // "message data" → query id, or null until the server names it
  #answeredEarly = new Set();

  constructor(chat, model, app) {
    this.chat = chat;
    this.#model = model;
    this.#app = app;
    const name = model.nameOf(chat);
    this.#subtitle = el("p", { class: "chat-subtitle" });
    this.#toasts = el("div", { class: "toasts", role: "status" });
    this.#log = new Log(name, this.#messageView());
    this.#composer = new Composer(chat, name, model.bot.first_name, {
      send: (content) => this.send(content),
      edit: (messageId, text) => this.#try(api.edit(chat.id, messageId, text), "edit"),
      block: (blocked) => this.#try(api.block(chat.id, blocked)),
      lastOwn: () =>
        chat.messages.findLast((message) => this.#isOwn(message) && message.text !== undefined),
      person: () => model.people.get(chat.id),
    });
    this.node = el(
      "section",
      {
        class: "chat",
        "aria-label": `Conversation de ${name}`,
        onfocusin: () => app.onActive(this),
        onkeydown: (event) => this.#onKey(event),
      },
      this.#header(name),
      this.#toasts,
      this.#log.node,
      this.#composer.node,
    );
    this.#log.fill(chat.messages, this.#empty());
    this.#showSubtitle();
  }

  /** Put the cursor in the composer. */
  focus() {
    this.#composer.focus();
  }

  /** Settle what cannot be measured off screen: the field's height, the list's end. */
  shown() {
    this.#composer.shown();
    this.#log.scrollToEnd();
  }

  /** Send `content` as this chat's person; whether the server took it. */
  send(content) {
    return this.#try(api.send(this.chat.id, { ...content, ...this.#speaker() }), "message");
  }

  /** Show one change of the model that concerns this chat. */
  receive(change) {
    const handlers = {
      message: () => this.#onMessage(change),
      edit: () => {
        const reworded = this.#log.replace(change.message);
        if (reworded) this.#log.highlight(change.message.message_id);
      },
      delete: () => this.#log.remove(change.messageId),
      toast: () => this.#onToast(change),
    };
    handlers[change.type]?.();
    this.#showSubtitle();
    if (["message", "keyboard", "chat"].includes(change.type)) this.#composer.refresh();
  }

  // In a group the server must be told who acts.
  #speaker() {
    return this.#who ? { from: Number(this.#who.value) } : {};
  }

  #messageView() {
    const { chat } = this;
    return {
      isGroup: chat.type !== "private",
      isOwn: (message) => this.#isOwn(message),
      isPending: (message, button) => this.#pending.has(`${message.message_id} ${button.callback_data}`),
      onPress: (message, button) => this.#press(message, button),
      onEdit: (message) => this.#composer.startEditing(message),
      onCopy: (text) => this.#copy(text),
      onFocusLost: () => this.#composer.focus(),
      links: {
        bot: this.#model.bot,
        onCommand: (text) => this.send({ text }),
        onStart: (payload) => this.#app.openLink(payload),
      },
    };
  }

  #isOwn(message) {
    return message.from !== undefined && message.from.id !== this.#model.bot.id;
  }

  #header(name) {
    const more = iconButton("more", `Options de la conversation de ${name}`);
    const options = () => [
      {
        icon: "block",
        label: this.chat.blocked ? "Débloquer le bot" : "Bloquer le bot",
        action: () => this.#try(api.block(this.chat.id, !this.chat.blocked)),
      },
    ];
    return el(
      "header",
      { class: "chat-header" },
      iconButton("back", "Revenir aux conversations", { class: "back", onclick: () => this.#app.closeChat() }),
      avatar(this.chat.id, name),
      el("div", { class: "chat-titles" }, el("h2", {}, name), this.#subtitle),
      this.chat.type === "private" ? null : this.#speakerChoice(),
      this.chat.type === "private" ? el("div", { class: "anchor end" }, more, attachMenu(more, options)) : null,
    );
  }

  #speakerChoice() {
    const option = (person) => el("option", { value: person.id }, fullName(person));
    this.#who = el("select", { class: "speaker", "aria-label": "Qui écrit" }, ...this.#members().map(option));
    return this.#who;
  }

  #empty() {
    const { bot } = this.#model;
    return el(
      "div",
      { class: "empty" },
      el("h3", {}, bot.first_name),
      el("p", {}, `Rien n’est encore dit ici. Touchez «${FIXED}Démarrer${FIXED}»${NARROW}: le bot se présente.`),
    );
  }

  #showSubtitle() {
    const bot = this.#model.bot.first_name;
    const { blocked, typing } = this.chat;
    this.#subtitle.classList.toggle("typing", Boolean(typing));
    if (blocked) this.#subtitle.textContent = `${bot} est bloqué`;
    else this.#subtitle.textContent = typing ? `${bot} écrit…` : this.#company();
  }

  #company() {
    const bot = this.#model.bot.first_name;
    if (this.chat.type === "private") return `avec ${bot}`;
    return listed([...this.#members().map((person) => person.first_name), bot]);
  }

  #members() {
    return this.chat.people.map((id) => this.#model.people.get(id));
  }

  #onMessage({ message, isNew }) {
    this.#log.add(message);
    if (isNew && this.chat.messages.length === 1) this.#composer.refresh();
  }

  async #press(message, button) {
    const data = button.callback_data;
    const key = `${message.message_id} ${data}`;
    if (this.#pending.has(key)) return;
    this.#pending.set(key, null);
    this.#log.markPending(message.message_id, data, true);
    setTimeout(() => this.#settle(key), NO_ANSWER);
    try {
      const { query_id: queryId } = await api.press(this.chat.id, {
        message_id: message.message_id,
        data,
        ...this.#speaker(),
      });
      this.#pending.set(key, queryId);
      if (this.#answeredEarly.delete(queryId)) this.#settle(key);
    } catch (error) {
      this.#settle(key);
      this.toast(error.message);
    }
  }

  #settle(key) {
    if (!this.#pending.delete(key)) return;
    const space = key.indexOf(" ");
    this.#log.markPending(key.slice(0, space), key.slice(space + 1), false);
  }

  // The answer to a press may come before the press's own HTTP answer, which names the query.
  #onToast({ queryId, text, alert }) {
    const key = [...this.#pending.keys()].find((each) => this.#pending.get(each) === queryId);
    if (key) this.#settle(key);
    else this.#answeredEarly.add(queryId);
    if (!text) return;
    if (alert) tell(this.#model.bot.first_name, text);
    else this.toast(text);
  }

  /** Show `text` over the chat for a moment. */
  toast(text) {
    const node = el("p", { class: "toast" }, text);
    this.#toasts.append(node);
    setTimeout(() => node.remove(), TOAST);
  }

  async #copy(text) {
    await navigator.clipboard.writeText(text);
    this.toast("Copié");
  }

  // The server tells of the same message through its events; whichever comes first is shown.
  async #try(promise, shownAs) {
    try {
      const answer = await promise;
      if (shownAs) this.#model.apply({ type: shownAs, chat_id: this.chat.id, message: answer });
      return true;
    } catch (error) {
      this.toast(error.message);
      return false;
    }
  }

  #onKey(event) {
    if (event.key === "Escape" && !event.defaultPrevented) this.#composer.focus();
  }
}
