// Builders of DOM nodes. Text is always set as text: nothing here parses markup.

/** An element with attributes (`on…` are listeners; null and false are left out) and children. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** An icon of the sprite in index.html, hidden from assistive technology. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A button that shows only an icon; `label` is its name for everyone who cannot see it. */
export function iconButton(name, label, attributes = {}) {
  const classes = `icon-button ${attributes.class ?? ""}`.trim();
  return el(
    "button",
    { type: "button", "aria-label": label, title: label, ...attributes, class: classes },
    icon(name),
  );
}

/** Text that only screen readers meet. */
export function spoken(text) {
  return el("span", { class: "spoken" }, text);
}
