"""The app: its pages, the frame around them, and what stands there when a plan cannot be shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from planner.ui import frame, style
from planner.views import words
from planner.workspace import StorageProblem

SCREENS = Path(__file__).parent / "screens"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the app: its file under screens/, its address (the first page has none), its group and icon.

    `tables` says whether the page has tables or charts, whose libraries may still be loading after a start.
    """

    file: str
    path: str
    group: str
    icon: str
    tables: bool = True

    @property
    def title(self) -> str:
        return words.PAGE[self.file]


PAGES = (
    Page("ringkasan", "", "work", ":material/dashboard:", tables=False),
    Page("daftar", "daftar", "work", ":material/checklist:", tables=False),
    Page("jadwal", "jadwal", "work", ":material/calendar_month:"),
    Page("instansi", "instansi", "work", ":material/account_balance:"),
    Page("prakiraan", "prakiraan", "work", ":material/trending_up:"),
    Page("andai", "andai", "work", ":material/alt_route:"),
    Page("jejak", "jejak", "files", ":material/history:"),
    Page("hukum", "hukum", "files", ":material/gavel:"),
    Page("pengaturan", "pengaturan", "settings", ":material/settings:"),
)


def run(before_tables: Callable[[], None] = lambda: None) -> None:
    """Draw the frame and the chosen page for one visitor, after `before_tables` where the page has any."""
    st.set_page_config(page_title=words.APP, page_icon=style.ICON, layout="wide")
    style.apply()
    groups: dict[str, list[st.Page]] = {}
    tables: set[str] = set()
    for page in PAGES:
        entry = st.Page(
            SCREENS / f"{page.file}.py",
            title=page.title,
            icon=page.icon,
            url_path=page.path or None,
            help=words.PAGE_HELP[page.file],
            default=not page.path,
        )
        groups.setdefault(words.GROUP[page.group], []).append(entry)
        if page.tables:
            tables.add(entry.url_path)
    chosen = st.navigation(groups, position="hidden")
    if chosen.url_path in tables:
        before_tables()
    try:
        frame.sidebar(groups)
        chosen.run()
    except StorageProblem as problem:
        st.error(f"{words.STORAGE_DOWN} {problem}", icon=":material/error:")
