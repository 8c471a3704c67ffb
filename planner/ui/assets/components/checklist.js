// The checklist as real buttons: one stage rail, rows that are ticked, items that unfold into agencies.
// Runs again with new data after every change; what a person unfolded stays unfolded.

import { node } from "./dom.js";

const NEXT = { not_started: "in_progress", in_progress: "done" };
const CHECKED = { not_started: "false", in_progress: "mixed", done: "true", not_applicable: "false" };
const unfolded = new WeakMap();

function rail(data, send) {
  const all = { id: "", title: data.words.all, met: 0, total: 0 };
  for (const stage of data.rail) { all.met += stage.met; all.total += stage.total; }
  const list = node("ol", { class: "rail" });
  for (const stage of [all, ...data.rail]) {
    const chosen = stage.id === (data.stage || "");
    const done = stage.total > 0 && stage.met === stage.total;
    const button = node("button", { type: "button", class: "stage", "aria-current": chosen ? "true" : null, "data-stage": stage.id,
      onclick: () => send("stage", stage.id) },
      node("span", { class: "stage-title" }, stage.title),
      node("span", { class: "stage-count" }, (done ? "✓ " : "") + stage.met + "/" + stage.total));
    list.append(node("li", {}, button));
  }
  return node("nav", { "aria-label": data.words.stage }, list, picker(data, all, send));
}

function picker(data, all, send) {
  const select = node("select", { "data-stage": "picker" }, ...[all, ...data.rail].map((stage) =>
    node("option", { value: stage.id, selected: stage.id === (data.stage || "") }, stage.title + " (" + stage.met + "/" + stage.total + ")")));
  select.onchange = () => send("stage", select.value);
  return node("label", { class: "picker" }, node("span", {}, data.words.stage), select);
}

// A tick that is being saved is not disabled: a disabled button would lose the focus of the keyboard.
function tick(row, title, data, send) {
  const words = data.words;
  const next = NEXT[row.status];
  const what = row.status === "not_started" ? words.start : next ? words.done : words.open;
  const box = node("button", { type: "button", role: "checkbox", class: "tick " + row.status + (row.standing === "met" ? " met" : ""), "aria-checked": CHECKED[row.status],
    "aria-label": what + ": " + title, title: what, disabled: !row.tick, "data-tick": row.id });
  box.onclick = () => {
    if (!next) { send("open", row.id); return; }
    box.setAttribute("aria-checked", CHECKED[next]);
    box.className = "tick saving " + next;
    box.onclick = null;
    send("tick", { id: row.id, to: next, revision: row.revision });
  };
  return box;
}

function line(row, title, data, send) {
  const chosen = row.id === data.open;
  const facts = [
    node("span", { class: "state " + row.standing }, row.state),
    row.due ? node("span", { class: "due" }, row.due) : null,
    row.float ? node("span", { class: "float " + row.tone }, row.float) : null,
    row.evidence ? node("span", { class: "proof" }, row.evidence) : null,
    node("span", { class: "who" }, row.who),
    row.assigned ? node("span", { class: "assigned" + (row.overdue ? " late" : "") }, row.assigned) : null,
  ];
  const open = node("button", { type: "button", class: "open", "aria-expanded": chosen ? "true" : "false", "data-open": row.id,
    onclick: () => send("open", row.id) },
    node("span", { class: "name" }, title),
    node("span", { class: "facts" }, ...facts));
  const told = data.notice && data.notice.id === row.id
    ? node("p", { class: "notice " + data.notice.kind, role: "status" }, data.notice.text) : null;
  return node("div", { class: "row" + (chosen ? " chosen" : ""), "data-row": row.id }, tick(row, title, data, send), open, told);
}

function item(found, data, send, open) {
  if (!found.agencies) return line(found.rows[0], found.rows[0].name, data, send);
  const inside = found.rows.some((row) => row.id === data.open);
  const box = node("details", { class: "agencies", open: inside || open.has(found.id) },
    node("summary", {}, node("span", { class: "name" }, found.title),
      node("span", { class: "facts" }, node("span", {}, data.words.agencies.replace("{count}", found.rows.length)),
        node("span", { class: "proof" }, found.count + " " + data.words.met))));
  const fill = () => {
    if (box.childElementCount === 1) box.append(...found.rows.map((row) => line(row, row.name, data, send)));
  };
  if (box.open) fill();
  box.ontoggle = () => {
    if (box.open) { open.add(found.id); fill(); } else open.delete(found.id);
  };
  return box;
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("#daftar");
  if (!unfolded.has(parentElement)) unfolded.set(parentElement, new Set());
  const open = unfolded.get(parentElement);
  const scope = parentElement.host ? parentElement : parentElement.getRootNode();
  const active = scope.activeElement;
  const held = active && (active.dataset.tick || active.dataset.open || active.dataset.stage);
  const send = (kind, value) => setTriggerValue(kind, value);
  const list = node("div", { class: "list" });
  for (const stage of data.groups) {
    list.append(node("section", { "aria-label": stage.title },
      node("h3", {}, stage.title), ...stage.items.map((found) => item(found, data, send, open))));
  }
  if (!data.groups.length) list.append(node("p", { class: "empty" }, data.words.empty));
  root.className = data.open ? "beside" : "";
  root.replaceChildren(rail(data, send), list);
  if (held) {
    const again = root.querySelector('[data-tick="' + held + '"]:not([disabled]),[data-open="' + held + '"],[data-stage="' + held + '"]');
    if (again) again.focus({ preventScroll: true });
  }
  const move = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const kind = event.target.dataset && (event.target.dataset.tick ? "tick" : event.target.dataset.open ? "open" : null);
    if (!step || !kind) return;
    const all = [...root.querySelectorAll("[data-" + kind + "]")];
    const next = all[all.indexOf(event.target) + step];
    if (next) { next.focus(); event.preventDefault(); }
  };
  root.onkeydown = move;
}
