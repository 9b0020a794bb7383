// The messages of one chat, in order, with a line at each new day. Follows the newest message
// unless the person scrolled up to read.

import { el } from "./dom.js";
import { messageNode } from "./message.js";
import { FIXED, counted, dayText } from "./text.js";

const NEAR_BOTTOM = 80; // pixels
const HIGHLIGHT = 1200; // milliseconds

/** The scrolled list of a chat's messages. `view` is what message.js asks for. */
export class Log {
  #view;
  #list;
  #newer;
  #unseen = 0;

  constructor(name, view) {
    this.#view = view;
    this.#list = el("div", {
      class: "log",
      role: "log",
      "aria-live": "polite",
      "aria-label": `Messages de ${name}`,
      tabindex: "0",
      onscroll: () => this.#onScroll(),
    });
    this.#newer = el("button", {
      type: "button",
      class: "newer",
      hidden: true,
      onclick: () => this.scrollToEnd(),
    });
    this.node = el("div", { class: "log-frame" }, this.#list, this.#newer);
    // The composer growing or a keyboard opening must not hide the newest message.
    new ResizeObserver(() => this.#atEnd && this.scrollToEnd()).observe(this.#list);
  }

  #atEnd = true;

  /** Show `messages` from scratch, at the newest, without reading them all aloud. */
  fill(messages, empty) {
    this.#list.setAttribute("aria-busy", "true");
    this.#list.replaceChildren(...(messages.length === 0 ? [empty] : []));
    for (const message of messages) this.#append(message);
    this.#list.removeAttribute("aria-busy");
    this.scrollToEnd();
  }

  /** Show a message that just came. The person's own always brings the list to its end. */
  add(message) {
    if (this.#find(message.message_id)) {
      this.replace(message);
      return;
    }
    this.#list.querySelector(".empty")?.remove();
    const follow = this.#atEnd || this.#view.isOwn(message);
    this.#append(message, "arrived");
    if (follow) this.scrollToEnd();
    else this.#count(this.#unseen + 1);
  }

  /** Show a message's new content in the place of the old one; whether its words changed. */
  replace(message) {
    const old = this.#find(message.message_id);
    if (!old) return false;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const node = this.#node(message);
    old.replaceWith(node);
    if (this.#atEnd) this.scrollToEnd();
    if (focused) this.#refocus(node, focused);
    return words(node) !== words(old);
  }

  /** Say, briefly and without moving anything, that a message changed. */
  highlight(messageId) {
    const node = this.#find(messageId);
    node?.classList.add("changed");
    setTimeout(() => node?.classList.remove("changed"), HIGHLIGHT);
  }

  /** Take a deleted message away, and its day's line when nothing else is left of that day. */
  remove(messageId) {
    const node = this.#find(messageId);
    const before = node?.previousElementSibling;
    const after = node?.nextElementSibling;
    node?.remove();
    if (before?.matches(".day") && (!after || after.matches(".day"))) before.remove();
  }

  /** Show that a button waits for the bot's answer, or that it no longer does. */
  markPending(messageId, data, pending) {
    for (const key of this.#find(messageId)?.querySelectorAll(".key") ?? []) {
      if (key.dataset.key !== data) continue;
      if (pending) key.setAttribute("aria-busy", "true");
      else key.removeAttribute("aria-busy");
    }
  }

  scrollToEnd() {
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#atEnd = true;
    this.#count(0);
  }

  #append(message, extra = "") {
    const day = dayText(new Date(message.date * 1000));
    const days = this.#list.querySelectorAll(".day");
    if ([...days].at(-1)?.textContent !== day) {
      this.#list.append(el("p", { class: "day" }, day));
    }
    const node = this.#node(message);
    if (extra) node.classList.add(extra);
    this.#list.append(node);
  }

  #node(message) {
    return messageNode(message, this.#view);
  }

  #find(messageId) {
    return this.#list.querySelector(`[data-message="${messageId}"]`);
  }

  // The button that had the focus is gone with the old content: its twin takes it over, or the
  // first of the new buttons, or the composer.
  #refocus(node, focused) {
    const keys = [...node.querySelectorAll(".key")];
    const twin = keys.find((key) => key.textContent === focused.textContent);
    const next = twin ?? keys[0];
    if (next) next.focus({ preventScroll: true });
    else this.#view.onFocusLost();
  }

  #onScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.#list;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
    if (this.#atEnd) this.#count(0);
  }

  #count(unseen) {
    this.#unseen = unseen;
    this.#newer.hidden = unseen === 0;
    this.#newer.textContent = `↓${FIXED}${counted(unseen, "nouveau message", "nouveaux messages")}`;
  }
}

function words(node) {
  return node.querySelector(".text")?.textContent;
}
