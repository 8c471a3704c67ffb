"""The colours of charts, light and dark: the accent of the app's theme, the rest quiet.

Why grey for ordinary work: only what holds the launch may draw the eye. What has to be told
apart is also told by pattern, edge, size or word; a test holds the contrast to the page (WCAG 2.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Theme = Literal["light", "dark"]

FONT: Final = "Inter, 'Noto Sans', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``. ``background``: the page; work not begun is ``hollow``, its edge ``work``.

    ``tail``, ``grid``, ``band`` and ``holiday`` are faint on purpose: the chart can be read without them.
    """

    background: str
    text: str
    muted: str
    accent: str
    accent_edge: str
    work: str
    hollow: str
    running: str
    done: str
    tail: str
    grid: str
    band: str
    holiday: str


LIGHT: Final = Palette(
    background="#ffffff",
    text="#1d2733",
    muted="#55666b",
    accent="#0b6b6f",
    accent_edge="#063f42",
    work="#73828f",
    hollow="#e9eef2",
    running="#5b6d7e",
    done="#73828f",
    tail="#9aa7b2",
    grid="#e4e9ec",
    band="#f4f6f7",
    holiday="#efece3",
)
DARK: Final = Palette(
    background="#12171d",
    text="#e8edf2",
    muted="#a3afbb",
    accent="#4fb8b2",
    accent_edge="#c8f1ee",
    work="#8494a3",
    hollow="#26303a",
    running="#a4b4c3",
    done="#8494a3",
    tail="#667483",
    grid="#27303a",
    band="#181e25",
    holiday="#26241d",
)
PALETTES: Final[Mapping[Theme, Palette]] = {"light": LIGHT, "dark": DARK}
