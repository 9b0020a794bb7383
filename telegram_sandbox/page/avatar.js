// A person's initials on a colour of their own.

import { el } from "./dom.js";
import { initials } from "./text.js";

const COLOURS = 6; // as many as `.avatar` has in side.css

/** The avatar of a chat: decoration, since the name stands beside it. */
export function avatar(id, name) {
  const colour = Math.abs(Number(id)) % COLOURS;
  return el("span", { class: "avatar", "data-colour": String(colour), "aria-hidden": "true" }, initials(name));
}
