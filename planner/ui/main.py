"""The app: its pages and who sees them, the frame around them, and what stands there without a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from planner.domain.people import Grant
from planner.ui import SCREENS, clicks, doorstep, frame, session, style, visitor, watch
from planner.ui.components.filled import keep_drafts
from planner.views import words
from planner.views.plain import plain
from planner.workspace import StorageProblem


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the app: its file under screens/, its address (the first page has none), its group and icon.

    `tables` says whether the page has tables or charts, whose libraries may still be loading after a start.
    `needs` is how much of a plan somebody must see for the page to be any use to them; None: nothing of any.
    """

    file: str
    path: str
    group: str
    icon: str
    tables: bool = True
    needs: Grant | None = "all"

    @property
    def title(self) -> str:
        return words.PAGE[self.file]


PAGES = (
    Page("ringkasan", "", "work", ":material/dashboard:", tables=False),
    Page("tugas", "tugas", "work", ":material/task_alt:", tables=False, needs="own"),
    Page("daftar", "daftar", "work", ":material/checklist:", tables=False, needs="own"),
    Page("jadwal", "jadwal", "work", ":material/calendar_month:"),
    Page("instansi", "instansi", "work", ":material/account_balance:"),
    Page("verifikasi", "verifikasi", "work", ":material/fact_check:", tables=False),
    Page("prakiraan", "prakiraan", "work", ":material/trending_up:"),
    Page("andai", "andai", "work", ":material/alt_route:"),
    Page("jejak", "jejak", "files", ":material/history:", needs="own"),
    Page("hukum", "hukum", "files", ":material/gavel:", needs="own"),
    Page("pengaturan", "pengaturan", "settings", ":material/settings:", needs=None),
)


def run(before_tables: Callable[[], None] = lambda: None) -> None:
    """Draw the frame and the chosen page for one visitor, after `before_tables` where the page has any."""
    st.set_page_config(page_title=words.APP, page_icon=style.ICON, layout="wide")
    style.apply()
    visitor.begin()
    keep_drafts()
    clicks.tell()
    entries = {page: _entry(page) for page in PAGES}
    chosen = st.navigation(list(entries.values()), position="hidden")
    page = next(page for page, entry in entries.items() if entry.url_path == chosen.url_path)
    try:
        doorstep.pass_or_stop()
        if page.tables:
            before_tables()
        theirs = [page for page in PAGES if _sees(page)]
        groups: dict[str, list[st.Page]] = {}
        for one in theirs:
            groups.setdefault(words.GROUP[one.group], []).append(entries[one])
        frame.sidebar(groups)
        watch.watch()
        if page in theirs:
            chosen.run()
        elif page.path or not any(one.needs for one in theirs):
            frame.not_for(page.file)
        else:
            first = next(one for one in theirs if one.needs)
            st.switch_page(entries[first], query_params=frame.here())
    except StorageProblem as problem:
        st.error(plain(f"{words.STORAGE_DOWN} {problem}"), icon=":material/error:")


def _entry(page: Page) -> st.Page:
    return st.Page(
        SCREENS / f"{page.file}.py",
        title=page.title,
        icon=page.icon,
        url_path=page.path or None,
        help=words.PAGE_HELP[page.file],
        default=not page.path,
    )


def _sees(page: Page) -> bool:
    """Whether a page is any use to the visitor, for the plan they look at."""
    if page.needs is None:
        return True
    plan = session.chosen_plan()
    if plan is None:
        return session.may_create()
    return page.needs == "own" or session.reach(plan) != "own"
