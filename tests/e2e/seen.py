"""What a browser shows and does: waiting, English words, console, requests, accessibility, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from planner.server.shell import chrome_words

SIZES = {"laptop": {"width": 1366, "height": 900}, "phone": {"width": 390, "height": 844}}
SCREENSHOTS = Path(__file__).parents[2] / "test-results" / "screenshots"
TALLEST = 6000
PROBE = "/_stcore/"
"""Streamlit asks below the page's own address first whether it is served there: a 404 it expects."""

LISTEN = """(() => {
  let soon;
  const tell = (asked) => {
    clearTimeout(soon);
    document.documentElement.dataset.asked = asked ? "yes" : "no";
    if (asked) soon = setTimeout(tell, 1000, false);
  };
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...what) {
    tell(true);
    return send.apply(this, what);
  };
  new MutationObserver(() => {
    if (document.querySelector('[data-test-script-state="running"]')) tell(false);
  }).observe(document, { subtree: true, attributeFilter: ["data-test-script-state"] });
})()"""
"""Marks a page while it has asked the server for something and the server has not begun to answer.

Why: for a moment after a click Streamlit still calls the page finished. What needs no answer is waited for
one second.
"""

FINISHED = 'html:not([data-asked="yes"]) [data-testid="stApp"][data-test-script-state="notRunning"]'
ALSO_INDONESIAN = frozenset({"Format", "Zoom"})
ENGLISH = re.compile(
    r"\b(the|and|please|your|you|click|cannot|was|were|are|with|from|has|have)\b", re.IGNORECASE
)

READ = """() => {
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "data-title"];
  const found = new Set();
  const read = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) {
        const hidden = node.parentElement && node.parentElement.closest(
          "script, style, noscript, template, code, [data-testid=stIconMaterial]");
        if (!hidden && node.nodeValue.trim()) found.add(node.nodeValue.trim());
      } else {
        for (const name of ATTRIBUTES) if (node.getAttribute(name)) found.add(node.getAttribute(name).trim());
        if (node.shadowRoot) read(node.shadowRoot);
      }
    }
  };
  read(document.body);
  return [...found];
}"""


def wait_until_drawn(page: Page) -> None:
    """Wait until the page's script has run and nothing is being loaded."""
    page.wait_for_selector(FINISHED, state="attached")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=30_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_selector(FINISHED, state="attached")


def words(page: Page) -> list[str]:
    """Every text and label the page holds, in shadow roots too; icons and code left out."""
    found: list[str] = page.evaluate(READ)
    return found


def english(texts: Iterable[str]) -> list[str]:
    """Those of the texts that Streamlit wrote in English, or that hold plainly English words."""
    return sorted(text for text in texts if _is_streamlits(text) or ENGLISH.search(text))


def _is_streamlits(text: str) -> bool:
    if text in ALSO_INDONESIAN:
        return False
    return text in chrome_words()["words"] or any(pattern.search(text) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule["match"]) for rule in chrome_words()["patterns"])


class Watch:
    """Collects what a page complains about in its console and what it asks of other hosts."""

    def __init__(self, page: Page, home: str) -> None:
        """Watch `page` from now on; `home` is the address of our own server."""
        self.errors: list[str] = []
        self.outside: list[str] = []
        self._home = (home, home.replace("http://", "ws://"), "data:", "blob:")
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._see)
        page.on("websocket", lambda socket: self._note(socket.url))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and PROBE not in message.location.get("url", ""):
            self.errors.append(f"{message.text} {message.location}")

    def _see(self, request: Request) -> None:
        self._note(request.url)

    def _note(self, url: str) -> None:
        if not url.startswith(self._home):
            self.outside.append(url)


def barriers(page: Page) -> list[str]:
    """What axe finds serious or critical, one line each: rule, how often, the first place and why."""
    page.evaluate(_axe())
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']} x{len(violation['nodes'])}: {_place(violation['nodes'][0])}"
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
    ]


def _place(node: dict[str, Any]) -> str:
    return f"{node['html'][:200]} ({' '.join(node['failureSummary'].split())[:300]})"


@cache
def _axe() -> str:
    folder = Path(axe_playwright_python.__file__).parent
    return next(folder.rglob("axe.min.js")).read_text(encoding="utf-8")


def picture(page: Page, name: str, size: str, theme: str) -> Path:
    """Draw the whole page into `test-results/screenshots/<name>-<size>-<theme>.png`.

    Why the window grows: Streamlit scrolls inside the page, so a picture of the full page would be cut.
    """
    window = SIZES[size]
    inner = int(page.get_by_test_id("stMain").evaluate("main => main.scrollHeight"))
    height = min(max(inner, window["height"]), TALLEST)
    page.set_viewport_size({"width": window["width"], "height": height})
    page.wait_for_timeout(400)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    path = SCREENSHOTS / f"{name}-{size}-{theme}.png"
    page.screenshot(path=path)
    page.set_viewport_size({"width": window["width"], "height": window["height"]})
    return path


def sideways(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return int(page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth"))
