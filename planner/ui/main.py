"""The app: its pages, the frame around them, and what stands there when a plan cannot be shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from planner.ui import frame, style
from planner.views import words
from planner.workspace import StorageProblem

SCREENS = Path(__file__).parent / "screens"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the app: its file under screens/, its address (the first page has none) and its group."""

    file: str
    path: str
    group: str
    icon: str

    @property
    def title(self) -> str:
        return words.PAGE[self.file]


PAGES = (
    Page("ringkasan", "", "work", ":material/dashboard:"),
    Page("daftar", "daftar", "work", ":material/checklist:"),
    Page("jadwal", "jadwal", "work", ":material/calendar_month:"),
    Page("prakiraan", "prakiraan", "work", ":material/trending_up:"),
    Page("jejak", "jejak", "files", ":material/history:"),
    Page("hukum", "hukum", "files", ":material/gavel:"),
    Page("pengaturan", "pengaturan", "settings", ":material/settings:"),
)


def run() -> None:
    """Draw the frame and the chosen page for one visitor."""
    st.set_page_config(page_title=words.APP, page_icon=style.ICON, layout="wide")
    style.apply()
    groups: dict[str, list[st.Page]] = {}
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
    chosen = st.navigation(groups, position="hidden")
    try:
        frame.sidebar(groups)
        chosen.run()
    except StorageProblem as problem:
        st.error(f"{words.STORAGE_DOWN} {problem}", icon=":material/error:")
