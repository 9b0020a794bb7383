// A small menu under a button: arrows walk it, Escape or a click elsewhere closes it.

import { el, icon } from "./dom.js";

/**
 * Attach to `button` a menu whose entries `items()` gives at each opening:
 * `[{ icon, label, action }]`. Returns the menu's node, to be placed beside the button.
 */
export function attachMenu(button, items) {
  const menu = el("div", { class: "menu", role: "menu", "aria-label": button.ariaLabel, hidden: true });
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");

  function open() {
    menu.replaceChildren(...items().map(entry));
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    menu.firstElementChild.focus();
    document.addEventListener("pointerdown", closeFromOutside);
  }

  function close() {
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", closeFromOutside);
  }

  function closeFromOutside(event) {
    if (!menu.contains(event.target) && !button.contains(event.target)) close();
  }

  function entry(item) {
    const choose = () => {
      close();
      button.focus();
      item.action();
    };
    return el(
      "button",
      { type: "button", role: "menuitem", tabindex: "-1", onclick: choose },
      icon(item.icon),
      item.label,
    );
  }

  function walk(event) {
    const entries = [...menu.children];
    const at = entries.indexOf(document.activeElement);
    const target = {
      ArrowDown: entries[(at + 1) % entries.length],
      ArrowUp: entries.at(at - 1),
      Home: entries[0],
      End: entries.at(-1),
    }[event.key];
    if (target) {
      event.preventDefault();
      target.focus();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
      button.focus();
    } else if (event.key === "Tab") {
      close();
    }
  }

  button.addEventListener("click", () => (menu.hidden ? open() : close()));
  menu.addEventListener("keydown", walk);
  return menu;
}
