"""What the app looks like beyond the theme: its icon and its few styles."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import streamlit as st

ASSETS: Final = Path(__file__).parent / "assets"

ICON: Final = str(ASSETS / "icon.png")
"""The icon in the browser's tab: a file of ours, since a Material icon would be fetched from the internet."""

WIDTH_COOKIE: Final = "mpp_lebar"
NARROW_PX: Final = 700
MIDDLE_PX: Final = 1200
_STYLES: Final = f"<style>{(ASSETS / 'mpp.css').read_text(encoding='utf-8')}</style>"


def apply() -> None:
    """Give the page its styles; once per run, before anything is drawn."""
    st.html(_STYLES)


def narrow() -> bool:
    """True on a phone: the width the visitor's browser told when the page was opened."""
    width = st.context.cookies.get(WIDTH_COOKIE, "")
    return width.isdecimal() and int(width) < NARROW_PX


def room() -> Literal["wide", "middle", "narrow"]:
    """How much room the window has beside the list of pages; wide where its width is not known."""
    width = st.context.cookies.get(WIDTH_COOKIE, "")
    if narrow():
        return "narrow"
    return "middle" if width.isdecimal() and int(width) < MIDDLE_PX else "wide"


def theme() -> Literal["light", "dark"]:
    """The theme the visitor sees, for charts that carry their own colours."""
    return "dark" if st.context.theme.type == "dark" else "light"
