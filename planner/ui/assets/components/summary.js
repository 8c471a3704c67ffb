// The summary: a strip of gates and a table of stages with bars told in words, drawn as plain HTML elements.

import { node } from "./dom.js";

function gates(data) {
  return node("ol", { class: "gates", "aria-label": data.words.gates }, ...data.gates.map((gate) =>
    node("li", { class: (gate.passed ? "passed" : "shut") + (gate.id ? "" : " launch") },
      node("span", { class: "title" }, gate.title),
      node("span", { class: "state" }, gate.state),
      node("span", { class: "waits" }, gate.waits),
      gate.day ? node("span", { class: "day" }, gate.day) : null,
      ...(gate.forecast || []).map((line) => node("span", { class: "day" }, line)))));
}

function bar(stage) {
  const strip = node("span", { class: "bar", "aria-hidden": "true" });
  for (const [name, count] of Object.entries(stage.counts)) {
    if (count) strip.append(node("span", { class: name, style: "flex-grow:" + count }));
  }
  return strip;
}

function stages(data, send) {
  const words = data.words;
  const head = node("tr", {}, ...[words.stage, words.score, words.work, words.ends].map((word) => node("th", { scope: "col" }, word)));
  const body = data.stages.map((stage) => node("tr", {},
    node("th", { scope: "row" }, node("button", { type: "button", onclick: () => send("stage", stage.id) }, stage.title)),
    node("td", { class: "number" }, stage.score),
    node("td", { class: "work" }, bar(stage), node("span", { class: "told" }, stage.told)),
    node("td", { class: "number" }, stage.ends)));
  return node("table", {}, node("thead", {}, head), node("tbody", {}, ...body));
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("#ringkasan");
  const send = (kind, value) => setTriggerValue(kind, value);
  root.replaceChildren(data.gates ? gates(data) : stages(data, send));
}
