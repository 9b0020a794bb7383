// What a message carries besides its text: documents, contacts, places and the rest, as cards.

import { el, icon } from "./dom.js";
import { FIXED, durationText, fullName, phoneText, sizeText } from "./text.js";

/** The card of what `message` carries, or null when it is only text. */
export function card(message) {
  if (message.document) return documentCard(message.document);
  if (message.contact) return contactCard(message.contact);
  if (message.venue) return placeCard(message.venue.title, message.venue.address, message.venue.location);
  if (message.location) return placeCard("Position", coordinates(message.location), message.location);
  if (message.photo) return photoCard(message.photo.at(-1));
  if (message.voice) return plainCard("voice", "Message vocal", durationText(message.voice.duration ?? 0));
  if (message.video) return plainCard("video", "Vidéo", durationText(message.video.duration ?? 0));
  if (message.sticker) return stickerCard(message.sticker);
  return null;
}

function body(title, detail) {
  return el(
    "span",
    { class: "card-body" },
    el("span", { class: "card-title" }, title),
    detail ? el("span", { class: "card-detail" }, detail) : null,
  );
}

function badge(name) {
  return el("span", { class: "card-badge" }, icon(name));
}

function plainCard(name, title, detail) {
  return el("div", { class: "card" }, badge(name), body(title, detail));
}

const fileAddress = (file) => `sandbox/files/${encodeURIComponent(file.file_id)}`;

// People send stand-ins that are no pictures: a card takes the place of what cannot be shown.
function photoCard(file) {
  const onerror = () => picture.replaceWith(plainCard("photo", "Photo"));
  const picture = el("img", { class: "photo", src: fileAddress(file), alt: "Photo", onerror });
  return picture;
}

function documentCard(file) {
  const name = file.file_name ?? "document";
  const detail = file.file_size === undefined ? "Télécharger" : `Télécharger · ${sizeText(file.file_size)}`;
  return el("a", { class: "card", href: fileAddress(file), download: name }, badge("file"), body(name, detail));
}

function contactCard(contact) {
  const number = contact.phone_number.replace(/[^\d+]/g, "");
  return el(
    "a",
    { class: "card", href: `tel:${number}` },
    badge("person"),
    body(fullName(contact), phoneText(contact.phone_number)),
  );
}

function coordinates({ latitude, longitude }) {
  const part = (value) => `${value.toLocaleString("fr-FR", { maximumFractionDigits: 4 })}°`;
  return `${part(latitude)} · ${part(longitude)}`;
}

function placeCard(title, detail, { latitude, longitude }) {
  const place = `mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`;
  const href = `https://www.openstreetmap.org/?${place}`;
  return el(
    "a",
    { class: "card place", href, target: "_blank", rel: "noopener noreferrer" },
    el("span", { class: "place-picture" }, icon("place")),
    body(title, detail),
    el("span", { class: "card-detail" }, `Voir la carte${FIXED}↗`),
  );
}

function stickerCard(sticker) {
  const picture = sticker.emoji || "🙂";
  return el("span", { class: "sticker", role: "img", "aria-label": `Autocollant ${picture}` }, picture);
}
