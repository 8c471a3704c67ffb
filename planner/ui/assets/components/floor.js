// The plan of the floors: every counter a box in the grid that was entered, with who stands there on which days.

import { node } from "./dom.js";

function seat(one) {
  return node("li", {}, node("span", { class: "agency", title: one.full }, one.name),
    one.every ? null : node("span", { class: "days" }, one.days));
}

function inside(box, words) {
  return [
    node("span", { class: "number" }, String(box.number)),
    box.seats.length ? node("ul", { class: "seats" }, ...box.seats.map(seat)) : node("span", { class: "free" }, words.free),
    ...box.marks.map((mark) => node("span", { class: "mark" }, "✕ " + mark)),
  ];
}

function counter(floor, box, data, send) {
  const key = floor.id + ":" + box.number;
  const looks = "box" + (box.seats.length ? "" : " empty") + (box.marks.length ? " conflict" : "") + (key === data.chosen ? " chosen" : "");
  const shown = !data.open || box.outside
    ? node("div", { class: looks, role: "group", "aria-label": box.told }, ...inside(box, data.words))
    : node("button", { type: "button", class: looks, "aria-label": box.told, "aria-pressed": key === data.chosen ? "true" : "false",
      "data-box": key, onclick: () => send("box", key) }, ...inside(box, data.words));
  return node("li", {}, shown);
}

function grid(floor, boxes, data, send) {
  return node("ol", { class: "grid", "aria-label": floor.alt, style: "--columns:" + floor.columns }, ...boxes.map((box) => counter(floor, box, data, send)));
}

function drawn(floor, data, send) {
  const outside = floor.boxes.filter((box) => box.outside);
  const within = floor.boxes.filter((box) => !box.outside);
  return node("section", { class: "floor " + floor.use },
    node("h4", {}, floor.name, node("span", { class: "told" }, floor.told)),
    within.length ? node("div", { class: "scroll", tabindex: floor.columns > 3 ? "0" : null, role: "group", "aria-label": floor.alt }, grid(floor, within, data, send)) : null,
    outside.length ? node("p", { class: "outside" }, data.words.outside) : null,
    outside.length ? grid(floor, outside, data, send) : null);
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("#denah");
  const scope = parentElement.host ? parentElement : parentElement.getRootNode();
  const held = scope.activeElement && scope.activeElement.dataset.box;
  const send = (kind, value) => setTriggerValue(kind, value);
  const print = node("button", { type: "button", class: "print", title: data.words.print_help, onclick: () => window.print() }, data.words.print);
  root.replaceChildren(...data.floors.map((floor) => drawn(floor, data, send)),
    node("p", { class: "legend" }, data.words.legend), print);
  const again = held && [...root.querySelectorAll("[data-box]")].find((one) => one.dataset.box === held);
  if (again) again.focus({ preventScroll: true });
}
