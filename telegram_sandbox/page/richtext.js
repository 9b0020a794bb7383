// A message's html as DOM nodes: only the tags Telegram knows are copied, with no attribute but
// a link's address; anything else is shown as its text.

import { el } from "./dom.js";

const TAGS = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "DEL", "CODE", "PRE", "BLOCKQUOTE"]);
const SCHEMES = new Set(["http:", "https:", "tel:", "mailto:", "tg:"]);
const LIVE = new RegExp(
  [
    /(?<![\p{L}\p{N}/_.@])\/[a-z][a-z0-9_]{0,31}(?![\p{L}\p{N}/_])/, // a command
    /https?:\/\/[^\s<>«»]*[^\s<>«».,;:!?)]/,
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/, // an e-mail address
    /(?<![\d+])(?:\+33[\s.]?|0)[1-9](?:[\s.]?\d\d){4}(?!\d)/, // a French phone number
  ]
    .map((pattern) => pattern.source)
    .join("|"),
  "giu",
);

/** The nodes of `html`; `links` makes commands and addresses live (see `links` in chat.js). */
export function richText(html, links) {
  // A parsed document is inert: it runs nothing and loads nothing.
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return copies(parsed.body, links);
}

/** The nodes of plain text, with its commands and addresses made live. */
export function plainText(text, links) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(LIVE)) {
    nodes.push(text.slice(end, match.index), live(match[0], links));
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

function parse(address) {
  return URL.canParse(address) ? new URL(address) : null;
}

/** `address` if it is one that a message may open, or null. */
export function safeAddress(address) {
  const url = parse(address);
  return url && SCHEMES.has(url.protocol) ? url.href : null;
}

/** What follows `start=` in a link that opens `bot` (t.me, tg://, or wrapped for sharing), or null. */
export function startPayload(address, bot) {
  const url = parse(address);
  if (!url) return null;
  const name = bot.username.toLowerCase();
  if (url.protocol === "tg:") {
    const domain = url.searchParams.get("domain")?.toLowerCase();
    return domain === name ? url.searchParams.get("start") : null;
  }
  if (!["t.me", "telegram.me"].includes(url.hostname)) return null;
  if (url.pathname === "/share/url") return startPayload(url.searchParams.get("url") ?? "", bot);
  return url.pathname.slice(1).toLowerCase() === name ? (url.searchParams.get("start") ?? "") : null;
}

/** A link that opens in a new tab, or inside the page when it is one to the bot itself. */
export function link(address, links, attributes, ...children) {
  const href = safeAddress(address);
  if (!href) return el("span", {}, ...children);
  const payload = startPayload(href, links.bot);
  const onclick = (event) => {
    if (payload === null) return;
    event.preventDefault();
    links.onStart(payload);
  };
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", onclick, ...attributes }, ...children);
}

function live(found, links) {
  if (found.startsWith("/")) {
    const onclick = () => links.onCommand(found);
    return el("button", { type: "button", class: "command", onclick }, found);
  }
  return link(addressOf(found), links, {}, found);
}

function addressOf(found) {
  if (found.startsWith("http")) return found;
  return found.includes("@") ? `mailto:${found}` : `tel:${found.replace(/[^\d+]/g, "")}`;
}

function copies(parent, links) {
  return [...parent.childNodes].flatMap((node) => copy(node, links));
}

function copy(node, links) {
  if (node.nodeType === Node.TEXT_NODE) {
    return node.parentElement.closest("a, code, pre") ? [node.data] : plainText(node.data, links);
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const children = copies(node, links);
  if (node.tagName === "BR") return ["\n"];
  if (TAGS.has(node.tagName)) return [el(node.tagName.toLowerCase(), {}, ...children)];
  if (node.tagName === "A") return [link(node.getAttribute("href") ?? "", links, {}, ...children)];
  if (node.matches(".spoiler, .tg-spoiler, tg-spoiler")) return [spoiler(children)];
  return children;
}

function spoiler(children) {
  const reveal = () => hidden.replaceWith(el("span", { class: "spoiler-shown" }, ...children));
  const hidden = el("button", { type: "button", class: "spoiler", onclick: reveal }, "Texte masqué");
  return hidden;
}
