// Puts Indonesian words for the few that Streamlit writes by itself, as they appear, and has calendars begin on
// Monday. What the planner writes (stMarkdownContainer, cells, fields) is left alone. Mends two slips of Streamlit
// that screen readers stumble over: grouped page links inside a list that is none, and messages without a name.
// Tells the server how wide the screen is. Has links wait for what was typed.
(() => {
  "use strict";
  const { words, patterns } = __DICTIONARY__;
  const rules = patterns.map(({ match, put }) => [new RegExp(match), put]);
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "data-title"];
  const OURS = "[data-testid=stMarkdownContainer], textarea, input, canvas, code, pre, script, style, svg";
  const THEIRS = "[data-testid=stFileUploader] button, [data-testid=stFileUploaderDropzone], [data-testid=stException], [data-testid=stTooltipErrorContent]";

  for (const [name, value] of [["language", "id-ID-u-fw-mon"], ["languages", ["id-ID-u-fw-mon", "id-ID", "id"]]]) {
    Object.defineProperty(navigator, name, { get: () => value, configurable: true });
  }

  // The server cannot see how wide the screen is; charts are drawn for a phone where it is narrow.
  document.cookie = `mpp_lebar=${Math.round(Math.min(innerWidth, screen.width))}; path=/; SameSite=Strict`;

  // Streamlit sends what was typed a moment after its field is left, and takes that for a way back to the page it
  // is on. A link to another page that is clicked within that moment (with a finger, always) waits for it.
  const SENT_WITHIN_MS = 150;
  let left = -Infinity;
  document.addEventListener("focusout", ({ target, timeStamp }) => {
    if (target.matches("input, textarea")) left = timeStamp;
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-testid=stPageLink-NavLink]");
    if (!link || event.timeStamp - left > SENT_WITHIN_MS) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => link.click(), SENT_WITHIN_MS);
  }, true);

  const translated = (text) => {
    const own = text.trim();
    if (!own) return text;
    if (Object.hasOwn(words, own)) return text.replace(own, () => words[own]);
    for (const [pattern, put] of rules) {
      if (pattern.test(own)) return text.replace(own, () => own.replace(pattern, put));
    }
    return text;
  };

  const ours = (element) => element.closest(OURS) !== null && element.closest(THEIRS) === null;

  const visitAttributes = (element) => {
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (!value) continue;
      const put = translated(value);
      if (put !== value) element.setAttribute(name, put);
    }
  };

  const visitText = (node) => {
    if (!node.parentElement || ours(node.parentElement)) return;
    const put = translated(node.nodeValue);
    if (put !== node.nodeValue) node.nodeValue = put;
  };

  const NOT_A_LIST = "[data-testid=stSidebarNavItems], [data-testid=stSidebarNavItems] li";
  const NAMELESS = "[role=alertdialog][aria-labelledby]";

  const mend = (root) => {
    for (const element of [root, ...root.querySelectorAll(`${NOT_A_LIST}, ${NAMELESS}`)]) {
      if (element.matches(NOT_A_LIST)) element.setAttribute("role", "none");
      if (element.matches(NAMELESS) && !document.getElementById(element.getAttribute("aria-labelledby"))) {
        element.setAttribute("aria-label", element.innerText.trim());
      }
    }
  };

  const visit = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return visitText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return undefined;
    mend(root);
    visitAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) visitText(node);
      else visitAttributes(node);
    }
    return undefined;
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") visitText(change.target);
      else if (change.type === "attributes") visitAttributes(change.target);
      else change.addedNodes.forEach(visit);
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
})();
