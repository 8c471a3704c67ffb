"""One visit to a page, and everything that has to hold on every page, in every size and theme."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from planner.ui import main
from tests.e2e import seen

SMALLEST_PICTURE = 5_000
Theme = Literal["light", "dark"]
BOXES = ("stAlert", "stCaptionContainer", "stExpander", "stMarkdown", "stMetric", "stPopover")
EMPTY = """found => found.filter(box => !box.textContent.trim() && !box.querySelector("style, svg, img"))
                        .map(box => box.dataset.testid)"""


@dataclass(frozen=True)
class Visit:
    """A page that has been opened and drawn; `title` is its word, `name` that of its picture."""

    page: Page
    watch: seen.Watch
    name: str
    title: str
    size: str
    theme: str


def visits(size: str) -> list[object]:
    """Every page of the app in each theme, as cases of a test."""
    return [
        pytest.param(page, theme, id=f"{page.file}-{size}-{theme}")
        for page in main.PAGES
        for theme in ("light", "dark")
    ]


def opened(page: Page, home: str, which: main.Page, size: str, theme: Theme) -> Visit:
    """Open a page of the app in an empty tab and wait until it is drawn with its title."""
    page.set_viewport_size(ViewportSize(**seen.SIZES[size]))
    page.emulate_media(color_scheme=theme)
    watch = seen.Watch(page, home)
    page.goto(f"{home}/{which.path}")
    seen.wait_until_drawn(page)
    expect(page.get_by_role("heading", name=which.title).first).to_be_visible()
    return Visit(page, watch, which.file, which.title, size, theme)


def complaints(visit: Visit) -> list[str]:
    """What is wrong with a page, each line led by the name of the check that found it."""
    return [f"{name}: {what}" for name, check in CHECKS.items() for what in check(visit)]


def _exceptions(visit: Visit) -> list[str]:
    return visit.page.get_by_test_id("stException").all_inner_texts()


def _title(visit: Visit) -> list[str]:
    return [] if visit.title in seen.words(visit.page) else [f"{visit.title!r} is not on the page"]


def _english(visit: Visit) -> list[str]:
    return seen.english(seen.words(visit.page))


def _language(visit: Visit) -> list[str]:
    told = visit.page.locator("html").get_attribute("lang")
    return [] if told == "id" else [f"the page says {told!r}"]


def _sideways(visit: Visit) -> list[str]:
    pixels = seen.sideways(visit.page)
    return [f"by {pixels} pixels"] if pixels > 0 else []


def _empty(visit: Visit) -> list[str]:
    places = ", ".join(f"[data-testid={box}]:visible" for box in BOXES)
    empty: list[str] = visit.page.locator(places).evaluate_all(EMPTY)
    return empty


def _unfilled(visit: Visit) -> list[str]:
    return [text for text in seen.words(visit.page) if re.search(r"\{[a-z_]+\}|\bNone\b|\bnan\b", text)]


def _picture(visit: Visit) -> list[str]:
    path = seen.picture(visit.page, visit.name, visit.size, visit.theme)
    weight = path.stat().st_size
    return [] if weight > SMALLEST_PICTURE else [f"{path.name} has only {weight} bytes"]


CHECKS: dict[str, Callable[[Visit], list[str]]] = {
    "an error stands on the page": _exceptions,
    "title": _title,
    "language of the page": _language,
    "English of Streamlit": _english,
    "a word that was not filled in": _unfilled,
    "an empty box": _empty,
    "scrolls sideways": _sideways,
    "axe": lambda visit: seen.barriers(visit.page),
    "screenshot": _picture,
    "asks another host": lambda visit: visit.watch.outside,
    "console": lambda visit: visit.watch.errors,
}
"""The picture is drawn before the last two, so that they also hear what drawing asks for."""
