// The matrix agency × requirement: a table of real buttons in a box that scrolls by itself. One of its buttons
// is reached with Tab, the others from there with the arrow keys.

import { node } from "./dom.js";

const at = new WeakMap();

function sign(kind) {
  return node("span", { class: "sign " + kind, "aria-hidden": "true" });
}

function marks(cell) {
  return [cell.late ? node("span", { class: "mark late", "aria-hidden": "true" }, "▼") : null,
    cell.holds ? node("span", { class: "mark holds", "aria-hidden": "true" }, "▲") : null];
}

function told(cell, words) {
  return [words.signs[cell.standing], cell.late ? words.late : "", cell.holds ? words.holds : "", cell.due].filter(Boolean).join(", ");
}

function head(data) {
  const words = data.words;
  const facts = [[words.step, "step"], [words.latest, "latest"], [words.room, "room"]];
  const first = node("tr", { class: "stages" },
    node("th", { scope: "col", rowspan: 2, class: "name" }, words.agency),
    node("td", { colspan: facts.length, class: "corner wide", "aria-hidden": "true" }, legend(words)),
    node("td", { class: "corner small", "aria-hidden": "true" }),
    ...data.stages.map((stage) => node("th", { scope: "colgroup", colspan: stage.columns.length, class: "stage edge" + (stage.columns.length < 2 ? " narrow" : "") },
      node("span", {}, stage.title))));
  const second = node("tr", { class: "items" },
    ...facts.map(([word, kind]) => node("th", { scope: "col", class: kind }, word)), ...columns(data).map((column) =>
    node("th", { scope: "col", class: "item" + edge(column) + (column.held ? " held" : ""), title: column.id + " " + column.title },
      node("span", {}, (column.held ? "◆ " : "") + column.title, column.held ? node("span", { class: "unseen" }, ", " + words.awaited) : ""))));
  return node("thead", {}, first, second);
}

function columns(data) {
  return data.stages.flatMap((stage) => stage.columns.map((column, i) => ({ ...column, first: i === 0 })));
}

function edge(column) {
  return column.first ? " edge" : "";
}

function line(row, all, data, send) {
  const words = data.words;
  const chosen = row.id === data.chosen;
  const name = node("button", { type: "button", "data-key": row.id, "aria-expanded": chosen ? "true" : "false", tabindex: -1, onclick: () => send("agency", row.id) },
    row.last ? node("span", { class: "mark last", "aria-hidden": "true" }, "◆ ") : null, row.name,
    row.last ? node("span", { class: "unseen" }, ", " + words.last) : null);
  const cells = row.cells.map((cell, i) => {
    const what = told(cell, words);
    return node("td", { class: "cell" + edge(all[i]) + (cell.late ? " late" : "") + (cell.holds ? " holds" : "") },
      node("button", { type: "button", "data-key": cell.id, tabindex: -1, title: all[i].title + ": " + what,
        "aria-label": row.name + ", " + all[i].title + ": " + what, onclick: () => send("cell", cell.id) }, sign(cell.standing), ...marks(cell)));
  });
  return node("tr", { class: (chosen ? "chosen" : "") + (row.last ? " last" : ""), "data-agency": row.id },
    node("th", { scope: "row", class: "name" }, name),
    node("td", { class: "step" }, row.step),
    node("td", { class: "latest" }, row.latest),
    node("td", { class: "room" + (row.late ? " late" : "") },
      node("span", { "aria-hidden": "true", title: row.told }, (row.late ? "▼ " : "") + row.room), node("span", { class: "unseen" }, row.told)),
    ...cells);
}

function legend(words) {
  return node("ul", { class: "legend", "aria-label": words.legend },
    ...Object.entries(words.signs).map(([kind, word]) => node("li", {}, sign(kind), word)),
    node("li", {}, node("span", { class: "mark late", "aria-hidden": "true" }, "▼"), words.late),
    node("li", {}, node("span", { class: "mark holds", "aria-hidden": "true" }, "▲"), words.holds),
    node("li", {}, node("span", { class: "mark last", "aria-hidden": "true" }, "◆"), words.last + " / " + words.awaited));
}

function buttons(root) {
  return [...root.querySelectorAll("tbody tr[data-agency]")].map((row) => [...row.querySelectorAll("button")]);
}

function reach(root, button, places) {
  for (const one of root.querySelectorAll('tbody button[tabindex="0"]')) one.tabIndex = -1;
  button.tabIndex = 0;
  at.set(places, button.dataset.key);
}

function move(event, root, places) {
  const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
  const rows = buttons(root);
  const row = rows.findIndex((one) => one.includes(event.target));
  if (row < 0) return;
  const column = rows[row].indexOf(event.target);
  let next = null;
  if (step) next = (rows[row + step[0]] || [])[column + step[1]];
  else if (event.key === "Home") next = rows[row][0];
  else if (event.key === "End") next = rows[row][rows[row].length - 1];
  else return;
  event.preventDefault();
  if (!next || next.offsetParent === null) return;
  reach(root, next, places);
  next.focus();
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("#matriks");
  const scope = parentElement.host ? parentElement : parentElement.getRootNode();
  const held = scope.activeElement && scope.activeElement.dataset.key;
  const old = root.querySelector(".box");
  const scrolled = old ? [old.scrollTop, old.scrollLeft] : [0, 0];
  const all = columns(data);
  const send = (kind, value) => setTriggerValue(kind, value);
  const groups = data.groups.map((group) => node("tbody", {},
    group.title ? node("tr", { class: "wave" }, node("th", { scope: "rowgroup", colspan: 4 + all.length }, node("span", {}, group.title))) : null,
    ...group.rows.map((row) => line(row, all, data, send))));
  const box = node("div", { class: "box" }, node("table", {}, node("caption", { class: "unseen" }, data.words.caption), head(data), ...groups));
  root.className = data.chosen ? "beside" : "";
  root.replaceChildren(node("div", { class: "above" }, legend(data.words)), box, node("p", { class: "help" }, data.words.help));
  [box.scrollTop, box.scrollLeft] = scrolled;
  const again = held && [...root.querySelectorAll("[data-key]")].find((one) => one.dataset.key === held);
  const start = again || [...root.querySelectorAll("[data-key]")].find((one) => one.dataset.key === at.get(parentElement)) || root.querySelector("tbody button");
  if (start) reach(root, start, parentElement);
  if (again) again.focus({ preventScroll: true });
  root.onkeydown = (event) => move(event, root, parentElement);
  root.onfocusin = (event) => { if (event.target.dataset.key) reach(root, event.target, parentElement); };
}
