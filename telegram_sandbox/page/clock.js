// The sandbox's clock: shows its time in Paris and moves it.

import { moveClock } from "./api.js";
import { el } from "./dom.js";
import { FIXED, dayText, fieldValue, momentOf, timeText } from "./text.js";

const HOUR = 3600; // seconds
const STEPS = [
  [`+${FIXED}1${FIXED}heure`, HOUR],
  [`+${FIXED}1${FIXED}jour`, 24 * HOUR],
];

/** Bring the clock panel to life; `onError(text)` tells what the server refused. */
export function startClock(model, onError) {
  const time = document.getElementById("clock-now");
  const field = document.getElementById("clock-field");
  let shown = "";

  async function move(where) {
    try {
      await moveClock(where);
    } catch (error) {
      onError(error.message);
    }
  }

  function showTime() {
    const now = model.currentTime();
    if (shown === fieldValue(now)) return;
    shown = fieldValue(now);
    document.getElementById("clock-day").textContent = dayText(now);
    document.getElementById("clock-time").textContent = timeText(now);
    time.dateTime = now.toISOString();
    if (document.activeElement !== field) field.value = shown;
  }

  function showMoves() {
    const steps = STEPS.map(([label, seconds]) => moveButton(label, () => move({ forward: seconds })));
    const moments = model.moments.map(({ label, at }) => moveButton(label, () => move({ now: at }), new Date(at)));
    document.getElementById("clock-moves").replaceChildren(...steps, ...moments);
  }

  document.getElementById("clock-form").addEventListener("submit", (event) => {
    event.preventDefault();
    move({ now: momentOf(field.value).toISOString().replace(".000Z", "Z") });
  });
  model.addEventListener("change", ({ detail }) => {
    if (detail.type === "load") showMoves();
    if (detail.type === "load" || detail.type === "clock") showTime();
  });
  setInterval(showTime, 1000);
}

function moveButton(label, onclick, at) {
  const title = at ? `${dayText(at)}, ${timeText(at)}` : null;
  return el("button", { type: "button", class: "quiet", title, onclick }, label);
}
