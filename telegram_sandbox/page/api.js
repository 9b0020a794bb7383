// The people's side of the sandbox server (docs/sandbox.md) over HTTP.

import { NARROW } from "./text.js";

const FIRST_RETRY = 500; // milliseconds; doubled at each failure
const LAST_RETRY = 5000;

async function request(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Error("Le serveur ne répond pas.");
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) {
    throw new Error(`Le serveur a refusé${NARROW}: ${answer?.error ?? response.status}.`);
  }
  return answer;
}

const chat = (id) => `sandbox/chats/${id}`;

export const getState = () => request("GET", "sandbox/state");
export const addPerson = (person) => request("POST", "sandbox/people", person);
export const send = (chatId, content) => request("POST", `${chat(chatId)}/messages`, content);
export const edit = (chatId, messageId, text) =>
  request("PUT", `${chat(chatId)}/messages/${messageId}`, { text });
export const press = (chatId, press) => request("POST", `${chat(chatId)}/presses`, press);
export const addGroup = (group) => request("POST", "sandbox/groups", group);
export const block = (chatId, blocked) => request("POST", `${chat(chatId)}/blocked`, { blocked });
export const moveClock = (move) => request("POST", "sandbox/clock", move);
export const setFaults = (faults) => request("POST", "sandbox/faults", faults);

/**
 * Keep `onState` and `onEvent` fed for ever: events are listened to first, the state is read
 * next, then the events that came meanwhile are handed over, so that none falls in between.
 * `onConnection(up)` says when the server is gone and when it is back.
 */
export function follow({ onState, onEvent, onConnection }) {
  let retry = FIRST_RETRY;

  function connect() {
    const source = new EventSource("sandbox/events");
    let waiting = [];
    let lost = false;

    function again() {
      if (lost) return;
      lost = true;
      source.close();
      onConnection(false);
      setTimeout(connect, retry);
      retry = Math.min(retry * 2, LAST_RETRY);
    }

    source.addEventListener("error", again);
    source.addEventListener("message", ({ data }) => {
      const event = JSON.parse(data);
      if (waiting) waiting.push(event);
      else onEvent(event);
    });
    source.addEventListener("open", async () => {
      try {
        onState(await getState());
      } catch {
        again();
        return;
      }
      const missed = waiting;
      waiting = null;
      retry = FIRST_RETRY;
      onConnection(true);
      missed.forEach(onEvent);
    });
  }

  connect();
}
