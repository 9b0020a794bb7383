// The page: which chats are open, and where each change of the model goes.

import * as api from "./api.js";
import { ChatView } from "./chat.js";
import { startClock } from "./clock.js";
import { askGroup, askPerson, askWhoOpens, tell } from "./dialogs.js";
import { el } from "./dom.js";
import { startFaults } from "./faults.js";
import { Model } from "./model.js";
import { showPeople } from "./people.js";
import { counted } from "./text.js";

const REMEMBERED = "binome.page"; // which columns were open, kept by the browser
const model = new Model();
const columns = document.getElementById("columns");
const remembered = JSON.parse(localStorage.getItem(REMEMBERED) ?? "{}");
let columnCount = remembered.columns ?? 1;
let views = [];
let active = null;

function openIds() {
  return views.map((view) => view.chat.id);
}

function remember() {
  localStorage.setItem(REMEMBERED, JSON.stringify({ columns: columnCount, open: openIds() }));
}

// How many columns the window's width has room for.
function room() {
  if (window.matchMedia("(min-width: 84rem)").matches) return 3;
  return window.matchMedia("(min-width: 62rem)").matches ? 2 : 1;
}

// On a phone the list or one chat is shown, and the browser's own « back » leads to the list.
function isPhone() {
  return window.matchMedia("(max-width: 43.75rem)").matches;
}

function showColumns() {
  const shown = Math.min(columnCount, room());
  const kept = views.slice(-shown);
  if (active && !kept.includes(active)) kept.splice(0, 1, active);
  views = views.filter((view) => kept.includes(view));
  for (const chat of model.chats.values()) {
    if (views.length >= shown) break;
    if (!openIds().includes(chat.id)) views.push(newView(chat));
  }
  place();
}

function place() {
  columns.dataset.columns = String(Math.max(views.length, 1));
  const nodes = views.length ? views.map((view) => view.node) : [welcome()];
  const inPlace = nodes.length === columns.children.length && nodes.every((node, at) => node === columns.children[at]);
  if (!inPlace) {
    columns.replaceChildren(...nodes);
    views.forEach((view) => view.shown());
  }
  views.filter(isVisible).forEach((view) => model.markRead(view.chat.id));
  remember();
  showList();
  showColumnChoice();
}

function welcome() {
  return el(
    "div",
    { class: "welcome" },
    el("h2", {}, "Bienvenue dans le bac à sable"),
    el("p", {}, "Ajoutez une personne, puis écrivez au bot comme elle le ferait sur Telegram."),
  );
}

function newView(chat) {
  return new ChatView(chat, model, {
    closeChat: () => (history.state?.chat ? history.back() : showListOnly()),
    openLink,
    onActive: (view) => {
      active = view;
    },
  });
}

// A chat already open gets the cursor; else it takes the place of the one last used.
function openChat(id) {
  const chat = model.chats.get(id);
  if (!chat) return null;
  let view = views.find((each) => each.chat.id === id);
  if (!view) {
    view = newView(chat);
    const full = views.length >= Math.min(columnCount, room());
    const at = full ? Math.max(views.indexOf(active), 0) : views.length;
    views.splice(at, full ? 1 : 0, view);
  }
  active = view;
  if (document.body.dataset.view === "list" && isPhone()) history.pushState({ chat: id }, "");
  document.body.dataset.view = "chat";
  place();
  view.focus();
  return view;
}

function showListOnly() {
  document.body.dataset.view = "list";
  document.querySelector(`#people [data-chat="${active?.chat.id}"]`)?.focus();
}

function isVisible(view) {
  return view.node.checkVisibility() && document.visibilityState === "visible";
}

function showList() {
  showPeople(model, openIds(), openChat);
  document.getElementById("add-group").hidden = model.people.size === 0;
  const unread = [...model.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
  document.title = unread ? `(${unread}) Binôme, le bac à sable` : "Binôme, le bac à sable";
}

function showColumnChoice() {
  const choices = [1, 2, 3].slice(0, room());
  const choose = (count) => {
    columnCount = count;
    showColumns();
    document.querySelector('#column-choice [aria-pressed="true"]')?.focus();
  };
  const node = document.getElementById("column-choice");
  node.hidden = choices.length < 2;
  node.replaceChildren(
    ...choices.map((count) =>
      el(
        "button",
        {
          type: "button",
          "aria-pressed": String(count === Math.min(columnCount, room())),
          "aria-label": counted(count, "conversation", "conversations côte à côte"),
          onclick: () => choose(count),
        },
        String(count),
      ),
    ),
  );
}

async function addPerson() {
  const answers = await askPerson();
  if (!answers) return null;
  try {
    const person = await api.addPerson(answers);
    model.apply({ type: "person", person });
    if (!model.chats.has(person.id)) {
      model.apply({ type: "chat", chat: { id: person.id, type: "private", blocked: false } });
    }
    return openChat(person.id);
  } catch (error) {
    showError(error.message);
    return null;
  }
}

async function addGroup() {
  const answers = await askGroup([...model.people.values()]);
  if (!answers) return;
  try {
    const chat = await api.addGroup(answers);
    model.apply({ type: "chat", chat });
    openChat(chat.id);
  } catch (error) {
    showError(error.message);
  }
}

// A link to the bot (an invitation, say) is opened by whoever the tester chooses.
async function openLink(payload) {
  const who = await askWhoOpens([...model.people.values()]);
  if (!who) return;
  const view = who === "new" ? await addPerson() : openChat(who.id);
  view?.send({ text: `/start ${payload}`.trim() });
}

function showError(text) {
  tell("Cela n’a pas marché", text);
}

function onLoad() {
  const wanted = views.length ? openIds() : (remembered.open ?? []);
  const last = active?.chat.id;
  const hadFocus = columns.contains(document.activeElement);
  views = wanted.filter((id) => model.chats.has(id)).map((id) => newView(model.chats.get(id)));
  active = views.find((view) => view.chat.id === last) ?? null;
  showColumns();
  if (hadFocus) active?.focus();
}

model.addEventListener("change", ({ detail }) => {
  if (detail.type === "load") {
    onLoad();
    return;
  }
  const view = views.find((each) => each.chat.id === detail.chatId);
  view?.receive(detail);
  if (detail.isNew && detail.message.from?.id === model.bot.id && !(view && isVisible(view))) {
    model.markUnread(detail.chatId);
  }
  if (detail.type === "people") showColumns();
  else if (!["toast", "clock", "faults"].includes(detail.type)) showList();
});

document.addEventListener("visibilitychange", () => {
  views.filter(isVisible).forEach((view) => model.markRead(view.chat.id));
});
document.getElementById("add-person").addEventListener("click", addPerson);
document.getElementById("add-group").addEventListener("click", addGroup);
window.addEventListener("resize", showColumns);
window.addEventListener("popstate", showListOnly);
startClock(model, showError);
startFaults(model, showError);
showColumnChoice();

api.follow({
  onState: (state) => model.load(state),
  onEvent: (event) => model.apply(event),
  onConnection: (up) => {
    const bar = document.getElementById("connection");
    bar.hidden = up;
    bar.textContent = up ? "" : "Le serveur ne répond plus. La page se reconnecte dès qu’il revient…";
  },
});
