// The chat's commands above the composer: opened by a button, or by typing « / », which filters.

import { el } from "./dom.js";

let lists = 0;

/** The list of a chat's commands, driven from the text field, which keeps the focus. */
export class CommandList {
  #field;
  #onChoose;
  #entries = [];
  #current = 0;

  /** `onChoose(command)` gets « /programme », say. */
  constructor(field, onChoose) {
    this.#field = field;
    this.#onChoose = onChoose;
    const id = `commands-${(lists += 1)}`;
    this.node = el("div", { class: "commands", role: "listbox", id, "aria-label": "Commandes", hidden: true });
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-haspopup", "listbox");
    field.setAttribute("aria-controls", id);
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** Show the commands that begin with `typed` (« / » for all); close when none does. */
  show(commands, typed) {
    const wanted = typed.slice(1).toLowerCase();
    this.#entries = commands.filter(({ command }) => command.startsWith(wanted));
    if (this.#entries.length === 0) {
      this.close();
      return;
    }
    this.node.replaceChildren(...this.#entries.map((entry, index) => this.#option(entry, index)));
    this.node.hidden = false;
    this.#mark(0);
  }

  close() {
    this.node.hidden = true;
    this.#field.removeAttribute("aria-activedescendant");
  }

  /** Handle a key of the text field; true when it was for the list. */
  onKey(event) {
    if (!this.isOpen) return false;
    const last = this.#entries.length - 1;
    const actions = {
      ArrowDown: () => this.#mark(this.#current === last ? 0 : this.#current + 1),
      ArrowUp: () => this.#mark(this.#current === 0 ? last : this.#current - 1),
      Enter: () => this.#choose(this.#current),
      Escape: () => this.close(),
    };
    const action = event.shiftKey ? undefined : actions[event.key];
    if (!action) return false;
    event.preventDefault();
    action();
    return true;
  }

  #option({ command, description }, index) {
    return el(
      "div",
      {
        class: "command-option",
        role: "option",
        id: `${this.node.id}-${index}`,
        onmousedown: (event) => event.preventDefault(), // the text field keeps the focus
        onclick: () => this.#choose(index),
      },
      el("span", { class: "command-name" }, `/${command}`),
      el("span", { class: "command-description" }, description),
    );
  }

  #mark(index) {
    this.#current = index;
    [...this.node.children].forEach((option, at) => {
      option.setAttribute("aria-selected", at === index ? "true" : "false");
    });
    const option = this.node.children[index];
    this.#field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  #choose(index) {
    const { command } = this.#entries[index];
    this.close();
    this.#onChoose(`/${command}`);
  }
}
