// The reply keyboard that the bot puts in place of letters.

import { confirm } from "./dialogs.js";
import { el } from "./dom.js";
import { NARROW, phoneText } from "./text.js";

/**
 * The node of a reply keyboard. `onText(text)` gets the label of a pressed key, `onContact()` is
 * called once the person agreed to share their number (`phone`).
 */
export function replyKeyboard(keyboard, { phone, botName, onText, onContact }) {
  const share = async () => {
    const number = phone ? ` (${phoneText(phone)})` : "";
    const question = `Partager votre numéro${NARROW}?`;
    if (await confirm(question, `${botName} recevra votre numéro de téléphone${number}.`, "Partager")) {
      onContact();
    }
  };
  const key = (button) => {
    const text = typeof button === "string" ? button : button.text;
    const onclick = button.request_contact ? share : () => onText(text);
    return el("button", { type: "button", class: "key", onclick }, text);
  };
  return el(
    "div",
    { class: "reply-keyboard", role: "group", "aria-label": "Réponses proposées" },
    ...keyboard.keyboard.map((row) => el("div", { class: "key-row" }, ...row.map(key))),
  );
}
