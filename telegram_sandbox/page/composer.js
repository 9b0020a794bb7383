// Where a person writes: text field, commands, attachments, reply keyboard, editing.

import { CommandList } from "./commands.js";
import { el, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboard.js";
import { attachMenu } from "./menu.js";

const PELUSSIN = { latitude: 45.4186, longitude: 4.6811 };

/**
 * The composer of one chat. `actions` are what it asks for, each a promise of whether the
 * server accepted: `send(content)`, `edit(messageId, text)`, `block(blocked)`; and `lastOwn()`
 * gives the person's last text message, `person()` who writes.
 */
export class Composer {
  #chat;
  #botName;
  #actions;
  #editing = null;
  #commands;
  #menuButton;
  #keysButton;
  #send;
  #banner;
  #keys;
  #form;
  #start;
  #unblock;

  constructor(chat, name, botName, actions) {
    this.#chat = chat;
    this.#botName = botName;
    this.#actions = actions;
    this.field = el("textarea", {
      rows: "1",
      maxlength: "4096",
      "aria-label": `Message de ${name}`,
      enterkeyhint: "send",
      oninput: () => this.#onInput(),
      onkeydown: (event) => this.#onKey(event),
      onblur: () => this.#commands.close(),
    });
    this.#commands = new CommandList(this.field, (command) => this.#sendCommand(command));
    this.#build();
    this.refresh();
  }

  #build() {
    this.#menuButton = iconButton("menu", "Menu des commandes", {
      class: "menu-button",
      onmousedown: (event) => event.preventDefault(), // the text field keeps the focus
      onclick: () => this.#toggleCommands(),
    });
    this.#keysButton = iconButton("keys", "Réponses proposées", { onclick: () => this.#toggleKeyboard() });
    const attach = iconButton("clip", "Joindre");
    this.#send = iconButton("send", "Envoyer", { class: "send", type: "submit" });
    this.#banner = el("div", { class: "editing", hidden: true });
    this.#keys = el("div", { class: "keys" });
    const submit = (event) => {
      event.preventDefault();
      this.#submit();
    };
    this.#form = el(
      "form",
      { class: "composer-line", onsubmit: submit },
      this.#menuButton,
      el("div", { class: "anchor" }, attach, attachMenu(attach, () => this.#attachments())),
      this.field,
      this.#keysButton,
      this.#send,
    );
    this.#start = el("button", { type: "button", class: "primary wide", onclick: () => this.#post({ text: "/start" }) }, "Démarrer");
    this.#unblock = el(
      "button",
      { type: "button", class: "primary wide", onclick: () => this.#actions.block(false) },
      "Débloquer le bot",
    );
    this.node = el(
      "div",
      { class: "composer" },
      this.#commands.node,
      this.#banner,
      this.#keys,
      this.#form,
      this.#start,
      this.#unblock,
    );
    this.field.value = this.#chat.draft;
  }

  /** Follow the chat: its commands, keyboard, whether the bot is blocked or not started. */
  refresh() {
    const { blocked, messages, commands, keyboard, keyboardHidden, type } = this.#chat;
    const toStart = !blocked && messages.length === 0 && type === "private";
    const focused = document.activeElement;
    this.#unblock.hidden = !blocked;
    this.#start.hidden = !toStart;
    this.#form.hidden = Boolean(blocked) || toStart;
    this.#menuButton.hidden = commands.length === 0;
    this.#keysButton.hidden = !keyboard || !keyboardHidden;
    this.field.placeholder = keyboard?.input_field_placeholder || "Votre message";
    const shown = keyboard && !keyboardHidden && !blocked;
    this.#keys.replaceChildren(...(shown ? [this.#keyboardNode(keyboard)] : []));
    this.#fit();
    // The button just pressed may have given way to the field: so does the focus.
    if (focused?.hidden && this.node.contains(focused)) this.focus();
  }

  /** Measure again: the field may have come on screen with a draft of several lines. */
  shown() {
    this.#fit();
  }

  /** Put the cursor where the person may write, or on the button that stands in its place. */
  focus() {
    const target = [this.#unblock, this.#start].find((button) => !button.hidden) ?? this.field;
    target.focus({ preventScroll: true });
  }

  /** Change a message already sent. */
  startEditing(message) {
    this.#editing = message;
    this.field.value = message.text;
    this.#banner.replaceChildren(
      icon("edit"),
      el("p", {}, el("strong", {}, "Modification"), el("span", {}, message.text)),
      iconButton("close", "Abandonner la modification", { onclick: () => this.#stopEditing() }),
    );
    this.#banner.hidden = false;
    this.#nameSend("check", "Enregistrer la modification");
    this.#fit();
    this.field.focus();
    this.field.setSelectionRange(message.text.length, message.text.length);
  }

  #stopEditing() {
    this.#editing = null;
    this.#banner.hidden = true;
    this.#banner.replaceChildren();
    this.#nameSend("send", "Envoyer");
    this.#write(this.#chat.draft);
    this.field.focus();
  }

  #nameSend(name, label) {
    this.#send.replaceChildren(icon(name));
    this.#send.ariaLabel = label;
    this.#send.title = label;
  }

  #onInput() {
    if (!this.#editing) this.#chat.draft = this.field.value;
    this.#fit();
    const typed = this.field.value;
    if (/^\/\w*$/.test(typed)) this.#commands.show(this.#chat.commands, typed);
    else this.#commands.close();
  }

  #onKey(event) {
    if (event.isComposing || this.#commands.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "ArrowUp" && this.field.value === "") {
      const message = this.#actions.lastOwn();
      if (!message) return;
      event.preventDefault();
      this.startEditing(message);
    } else if (event.key === "Escape" && this.#editing) {
      event.preventDefault();
      this.#stopEditing();
    }
  }

  #toggleCommands() {
    if (this.#commands.isOpen) this.#commands.close();
    else {
      this.field.focus();
      this.#commands.show(this.#chat.commands, "/");
    }
  }

  #toggleKeyboard() {
    this.#chat.keyboardHidden = !this.#chat.keyboardHidden;
    this.refresh();
    this.#keys.querySelector("button")?.focus();
  }

  #keyboardNode(keyboard) {
    const used = (content) => {
      if (keyboard.one_time_keyboard) this.#chat.keyboardHidden = true;
      this.#post(content);
      this.refresh();
      this.focus();
    };
    return replyKeyboard(keyboard, {
      phone: this.#actions.person()?.phone,
      botName: this.#botName,
      onText: (text) => used({ text }),
      onContact: () => used({ contact: "own" }),
    });
  }

  #attachments() {
    const kind = (name, label, value) => ({ icon: name, label, action: () => this.#post(value) });
    return [
      kind("photo", "Photo", { kind: "photo" }),
      kind("video", "Vidéo", { kind: "video" }),
      kind("voice", "Message vocal", { kind: "voice" }),
      kind("file", "Document", { kind: "document" }),
      kind("place", "Position", { location: PELUSSIN }),
      kind("sticker", "Autocollant", { kind: "sticker" }),
      kind("phone", "Mon numéro", { contact: "own" }),
    ];
  }

  #submit() {
    const text = this.field.value.trim();
    if (!text) return;
    const edited = this.#editing;
    if (edited) {
      this.#stopEditing();
      if (text !== edited.text) this.#actions.edit(edited.message_id, text);
      return;
    }
    this.#write("");
    this.#sendText(text);
  }

  async #sendText(text) {
    const sent = await this.#post({ text });
    if (!sent && this.field.value === "") this.#write(text);
  }

  #sendCommand(command) {
    this.#write("");
    this.#post({ text: command });
    this.field.focus();
  }

  #post(content) {
    return this.#actions.send(content);
  }

  #write(text) {
    this.field.value = text;
    if (!this.#editing) this.#chat.draft = text;
    this.#commands.close();
    this.#fit();
  }

  #fit() {
    this.field.style.height = "auto";
    const { scrollHeight, offsetHeight, clientHeight } = this.field;
    // A field not on screen yet measures nothing: it keeps its one row.
    if (scrollHeight) this.field.style.height = `${scrollHeight + offsetHeight - clientHeight}px`;
    this.#send.disabled = this.field.value.trim() === "";
  }
}
