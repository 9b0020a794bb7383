// « Pannes »: the switches of what goes wrong between the bot and the server.

import { setFaults } from "./api.js";
import { el } from "./dom.js";
import { FIXED, NARROW, counted } from "./text.js";

const SHARES = [
  ["duplicate", "Messages livrés deux fois"],
  ["repeat_press", "Appuis répétés"],
  ["reorder", "Messages dans le désordre"],
  ["too_many", "Envois refusés (trop nombreux)"],
  ["no_answer", "Envois faits, réponse perdue"],
];
const SECONDS = [
  ["retry_after", "Attente après un refus", { min: "1", max: "60", step: "1" }],
  ["latency", "Délai de chaque réponse", { min: "0", max: "10", step: "0.1" }],
];

/** Bring the faults panel to life; `onError(text)` tells what the server refused. */
export function startFaults(model, onError) {
  const form = document.getElementById("faults-form");
  const inputs = new Map();
  const rows = [
    el("p", { class: "faults-intro" }, `Pour voir comment le bot s’en sort quand tout va mal entre lui et Telegram${NARROW}:`),
    switchRow(inputs),
    ...SHARES.map(([key, label]) => shareRow(inputs, key, label)),
    ...SECONDS.map(([key, label, limits]) => secondsRow(inputs, key, label, limits)),
    el("button", { type: "button", class: "quiet wide", onclick: () => send(calm()) }, "Tout remettre d’aplomb"),
  ];
  form.append(...rows);

  function read() {
    const values = [...inputs].map(([key, input]) => [key, valueOf(key, input)]);
    return Object.fromEntries(values);
  }

  async function send(faults) {
    try {
      model.apply({ type: "faults", faults: await setFaults(faults) });
    } catch (error) {
      onError(error.message);
      show();
    }
  }

  function show() {
    for (const [key, input] of inputs) {
      const value = model.faults[key] ?? (key === "retry_after" ? 1 : 0);
      if (key === "outage") input.checked = Boolean(value);
      else if (isShare(key)) input.value = String(Math.round(value * 100));
      else if (document.activeElement !== input) input.value = String(value);
      showShare(input);
    }
    const count = active(model.faults);
    const label = document.getElementById("faults-count");
    label.textContent = count ? counted(count, "active", "actives") : "aucune";
    label.classList.toggle("active", count > 0);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => showShare(target));
  form.addEventListener("change", () => form.reportValidity() && send(read()));
  model.addEventListener("change", ({ detail }) => {
    if (["load", "faults"].includes(detail.type)) show();
  });

  function calm() {
    const none = Object.fromEntries([...inputs.keys()].map((key) => [key, 0]));
    return { ...none, outage: false, retry_after: 1 };
  }
}

const isShare = (key) => SHARES.some(([share]) => share === key);

function active(faults) {
  return ["outage", "latency", ...SHARES.map(([key]) => key)].filter((key) => faults[key]).length;
}

function valueOf(key, input) {
  if (key === "outage") return input.checked;
  return isShare(key) ? Number(input.value) / 100 : Number(input.value);
}

function showShare(input) {
  const share = input.parentElement.querySelector(".share");
  if (share) share.textContent = `${input.value}${FIXED}%`;
}

function switchRow(inputs) {
  const input = el("input", { type: "checkbox", role: "switch" });
  inputs.set("outage", input);
  return el("label", { class: "fault switch" }, el("span", {}, "Coupure complète"), input);
}

function shareRow(inputs, key, label) {
  const input = el("input", { type: "range", min: "0", max: "100", step: "5", value: "0", "aria-label": label });
  inputs.set(key, input);
  return el("label", { class: "fault" }, el("span", {}, label), el("span", { class: "share", "aria-hidden": "true" }), input);
}

function secondsRow(inputs, key, label, limits) {
  const input = el("input", { type: "number", inputmode: "decimal", required: true, ...limits });
  inputs.set(key, input);
  return el("label", { class: "fault seconds" }, el("span", {}, label), input, el("span", { class: "unit" }, "s"));
}
