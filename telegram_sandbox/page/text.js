// Dates, sizes and names as French writes them. Everything is said in Europe/Paris.

export const NARROW = "\u202f";
export const FIXED = "\u00a0";
const ZONE = "Europe/Paris";
const LINE = 80; // characters of a message that the list of conversations shows

const fieldsFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const dayFormat = new Intl.DateTimeFormat("fr-FR", {
  timeZone: ZONE,
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

function fields(date) {
  const parts = fieldsFormat.formatToParts(date);
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

/** « 9 h 05 ». */
export function timeText(date) {
  const { hour, minute } = fields(date);
  return `${Number(hour)}${FIXED}h${FIXED}${minute}`;
}

/** « lundi 16 février 2015 », « dimanche 1er mars 2015 ». */
export function dayText(date) {
  return dayFormat.format(date).replace(/(^|\s)1(?=\s)/, "$11er");
}

/** « 2015-02-16T09:00 » in Paris, as a date-time field wants it. */
export function fieldValue(date) {
  const { year, month, day, hour, minute } = fields(date);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The moment that a date-time field's value names on a Paris wall. */
export function momentOf(value) {
  const asIfUtc = new Date(`${value}Z`);
  const offsetAt = (date) => new Date(`${fieldValue(date)}Z`) - date;
  // The first guess may fall on the other side of a change of summer time: correct it once.
  const guess = new Date(asIfUtc - offsetAt(asIfUtc));
  return new Date(asIfUtc - offsetAt(guess));
}

/** « 812 octets », « 3,4 ko », « 1,2 Mo ». */
export function sizeText(bytes) {
  const units = [[1e6, "Mo"], [1e3, "ko"]];
  const [scale, unit] = units.find(([least]) => bytes >= least) ?? [1, bytes < 2 ? "octet" : "octets"];
  const number = (bytes / scale).toLocaleString("fr-FR", { maximumFractionDigits: scale === 1 ? 0 : 1 });
  return `${number}${FIXED}${unit}`;
}

/** « 0:07 » for a voice message or a video. */
export function durationText(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** « + 1 heure » and the like: a count with its unit, kept together. */
export function counted(count, one, many) {
  return `${count.toLocaleString("fr-FR")}${FIXED}${count < 2 ? one : many}`;
}

/** First and last name, or what there is of them. */
export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ");
}

/** « +33 6 39 98 12 34 »; numbers of other countries stay as they are. */
export function phoneText(number) {
  const digits = number.replace(/\s/g, "");
  if (!/^\+33\d{9}$/.test(digits)) return number;
  return digits.replace(/^(\+33)(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, ["$1", "$2", "$3", "$4", "$5", "$6"].join(FIXED));
}

/** « Marie, Paul et Binôme ». */
export function listed(names) {
  return new Intl.ListFormat("fr-FR").format(names);
}

/** One or two letters for an avatar. */
export function initials(name) {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...word][0].toUpperCase()).join("");
}

/** One line that says what a message holds, for the list of conversations. */
export function summary(message) {
  const text = message.text ?? message.caption;
  if (message.document) return `📄${FIXED}${message.document.file_name ?? "Document"}`;
  if (message.venue) return `📍${FIXED}${message.venue.title}`;
  if (message.location) return `📍${FIXED}Position`;
  if (message.contact) return `👤${FIXED}${fullName(message.contact)}`;
  if (message.photo) return `🖼${FIXED}${text ?? "Photo"}`;
  if (message.voice) return `🎤${FIXED}Message vocal`;
  if (message.video) return `🎬${FIXED}${text ?? "Vidéo"}`;
  if (message.sticker) return `${message.sticker.emoji ?? ""} Autocollant`.trim();
  return firstWords(text ?? serviceText(message) ?? "Message");
}

// A screen reader would read a whole message aloud where the eye sees one line.
function firstWords(text) {
  const characters = [...text.trim().replace(/\n+/g, " ")];
  return characters.length > LINE ? `${characters.slice(0, LINE).join("")}…` : characters.join("");
}

/** What a message without content of its own tells (somebody joined…), or null. */
export function serviceText(message) {
  const names = (people) => listed(people.map(fullName));
  if (message.new_chat_members) return `${names(message.new_chat_members)} a rejoint le groupe`;
  if (message.left_chat_member) return `${fullName(message.left_chat_member)} a quitté le groupe`;
  if (message.group_chat_created) return "Le groupe est créé";
  if (message.new_chat_title) return `Le groupe s’appelle maintenant «${FIXED}${message.new_chat_title}${FIXED}»`;
  if (message.pinned_message) return "Un message est épinglé";
  return null;
}
