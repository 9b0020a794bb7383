// The few windows that ask or tell something before going on.

import { el } from "./dom.js";
import { FIXED, NARROW, fullName } from "./text.js";

let titles = 0;

// A modal that forgets itself; resolves with what `close(value)` got, or null after Escape.
function modal(title, fill) {
  return new Promise((resolve) => {
    const id = `dialog-title-${(titles += 1)}`;
    const dialog = el("dialog", { class: "dialog", "aria-labelledby": id }, el("h2", { id }, title));
    let answer = null;
    const close = (value) => {
      answer = value;
      dialog.close();
    };
    dialog.append(...fill(close));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function button(label, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, label);
}

/** Tell `text` until it is acknowledged. */
export function tell(title, text) {
  return modal(title, (close) => [
    el("p", { class: "dialog-text" }, text),
    el("div", { class: "dialog-actions" }, button("D’accord", () => close(true), { class: "primary", autofocus: true })),
  ]);
}

/** Ask whether to go on; true for yes. */
export function confirm(title, text, yes) {
  return modal(title, (close) => [
    el("p", { class: "dialog-text" }, text),
    el(
      "div",
      { class: "dialog-actions" },
      button("Annuler", () => close(null), { class: "quiet" }),
      button(yes, () => close(true), { class: "primary", autofocus: true }),
    ),
  ]);
}

function field(label, attributes) {
  return el("label", { class: "field" }, el("span", {}, label), el("input", { autocomplete: "off", ...attributes }));
}

/** Ask who is to be added: `{first_name, last_name?, language_code}`, or null. */
export function askPerson() {
  return modal("Ajouter une personne", (close) => {
    const submit = (event) => {
      event.preventDefault();
      const answers = new FormData(event.target);
      const person = Object.fromEntries([...answers].map(([name, value]) => [name, value.trim()]));
      if (!person.first_name) return;
      if (!person.last_name) delete person.last_name;
      close(person);
    };
    const language = (code, name) => el("option", { value: code }, name);
    return [
      el(
        "form",
        { class: "dialog-form", onsubmit: submit },
        field("Prénom", { name: "first_name", required: true, maxlength: "64", autofocus: true }),
        field("Nom", { name: "last_name", maxlength: "64" }),
        el(
          "label",
          { class: "field" },
          el("span", {}, "Langue de son Telegram"),
          el(
            "select",
            { name: "language_code" },
            language("fr", "Français"),
            language("en", "English"),
            language("de", "Deutsch"),
            language("es", "Español"),
          ),
        ),
        el(
          "div",
          { class: "dialog-actions" },
          button("Annuler", () => close(null), { class: "quiet" }),
          el("button", { type: "submit", class: "primary" }, "Ajouter"),
        ),
      ),
    ];
  });
}

/** Ask who meets in a new group: `{title, people: [ids]}`, or null. */
export function askGroup(people) {
  return modal("Créer un groupe", (close) => {
    const submit = (event) => {
      event.preventDefault();
      const answers = new FormData(event.target);
      const members = answers.getAll("people").map(Number);
      const title = answers.get("title").trim();
      if (title && members.length > 0) close({ title, people: members });
    };
    const member = (person) =>
      el(
        "label",
        { class: "choice" },
        el("input", { type: "checkbox", name: "people", value: person.id, checked: true }),
        fullName(person),
      );
    return [
      el(
        "form",
        { class: "dialog-form", onsubmit: submit },
        field("Nom du groupe", { name: "title", required: true, maxlength: "128", autofocus: true }),
        el("fieldset", {}, el("legend", {}, "Avec le bot et"), ...people.map(member)),
        el(
          "div",
          { class: "dialog-actions" },
          button("Annuler", () => close(null), { class: "quiet" }),
          el("button", { type: "submit", class: "primary" }, "Créer"),
        ),
      ),
    ];
  });
}

/** Ask which of `people` opens a link to the bot: a person, "new" for somebody else, or null. */
export function askWhoOpens(people) {
  const intro = `Ce lien mène au bot. Choisissez la personne qui le touche${NARROW}: la conversation s’ouvre de son côté.`;
  return modal(`Qui ouvre ce lien${NARROW}?`, (close) => [
    el("p", { class: "dialog-text" }, intro),
    el(
      "div",
      { class: "dialog-choices" },
      ...people.map((person) => button(fullName(person), () => close(person), { class: "quiet" })),
      button(`Une nouvelle personne${FIXED}…`, () => close("new"), { class: "quiet" }),
    ),
    el("div", { class: "dialog-actions" }, button("Annuler", () => close(null), { class: "quiet" })),
  ]);
}
