"""The budgets of a plan as a table, and a small form to set the days of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from pydantic import ValidationError

from planner.domain.funding import Funding
from planner.domain.plan import Budget, FundingWindow
from planner.domain.trial import WindowTrial, changes
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.fields import day_field
from planner.ui.components.filled import Filled, fill, refill, two_ways
from planner.views import budgets
from planner.views import settings_words as words
from planner.views import words as common
from planner.workspace import Snapshot

CHOSEN = "anggaran-dipilih"
WHY = "anggaran:alasan"
FIELDS = ("available_from", "spend_by", "granted")


def budget_table(seen: Snapshot) -> None:
    """Draw every budget with its days, assumed or set, and the form for the chosen one."""
    st.subheader(words.BUDGETS)
    st.markdown(words.BUDGETS_INTRO)
    left, right = st.columns([5, 4], gap="large")
    with left:
        rows = [budgets.budget_row(funding) for funding in shown(seen)]
        table = pd.DataFrame(rows, columns=list(budgets.COLUMNS))
        st.table(table, hide_index=True, border="horizontal", alt=words.BUDGETS_ALT)
    with right:
        if session.closed(seen, "settings"):
            notice.reading(seen)
        else:
            _form(seen)


def _form(seen: Snapshot) -> None:
    """The days of one budget, saved at once."""
    funding = choose_budget(seen, CHOSEN)
    window = funding.window
    part = subject(window.year, window.budget)
    filled = fill(seen, "plan", seen.state.plan.id, window, FIELDS, part=part)
    window_fields(filled.keys)
    if funding.assumed:
        st.caption(words.IS_ASSUMED)
    st.text_input(common.WHY, help=common.WHY_HELP, key=WHY)
    with st.container(horizontal=True):
        st.button(
            common.SAVE, type="primary", key="simpan-jendela", on_click=_save, args=(seen, part, filled)
        )
        if not funding.assumed:
            st.button(words.BACK_TO_ASSUMED, key="jendela-asumsi", on_click=_unset, args=(seen, part, filled))
    notice.show(part)
    two_ways(part)


def choose_budget(seen: Snapshot, key: str) -> Funding:
    """The budget chosen among those shown; at first the first that can still be spent."""
    known = {(f.window.year, f.window.budget): f for f in shown(seen)}
    open_still = [name for name, funding in known.items() if funding.window.spend_by >= seen.day]
    first = list(known).index(open_still[0]) if open_still else 0
    chosen = st.selectbox(
        words.CHOOSE_BUDGET,
        list(known),
        index=first,
        format_func=lambda one: budgets.budget_name(*one),
        key=key,
    )
    return known[chosen]


def shown(seen: Snapshot) -> tuple[Funding, ...]:
    """The budgets that count for a plan."""
    return budgets.shown_budgets(seen.state.plan.settings, seen.day, seen.schedule.launch)


def window_fields(keys: Mapping[str, str]) -> None:
    """The days of one budget, and whether it holds money."""
    first, last = st.columns(2)
    with first:
        day_field(words.AVAILABLE, keys["available_from"])
    with last:
        day_field(words.SPEND_BY, keys["spend_by"])
    st.toggle(words.HAS_MONEY, key=keys["granted"], help=words.HAS_MONEY_HELP)


def window_typed(typed: Mapping[str, Any], year: int, budget: Budget) -> FundingWindow | str:
    """The window that was typed, or the sentence that says what is wrong with it."""
    first, last = typed["available_from"], typed["spend_by"]
    if first is None or last is None:
        return words.NEED_DAYS
    if first.year != year:
        return words.OTHER_YEAR.format(budget=budgets.budget_name(year, budget), year=year)
    if last.year > year + 1:
        return words.TOO_LATE.format(budget=budgets.budget_name(year, budget), year=year + 1)
    try:
        return FundingWindow(
            year=year, budget=budget, available_from=first, spend_by=last, granted=typed["granted"]
        )
    except ValidationError:
        return words.OUT_OF_ORDER


def subject(year: int, budget: Budget) -> str:
    """What notices and fields of one budget are kept under."""
    return f"anggaran-{year}-{budget}"


@clicks.answered
def _save(seen: Snapshot, part: str, filled: Filled[FundingWindow], revision: int | None = None) -> None:
    year, budget = filled.stored.year, filled.stored.budget
    window = window_typed(filled.typed(), year, budget)
    if isinstance(window, str):
        notice.refuse(part, window)
    else:
        wanted = WindowTrial(year, budget, window)
        _write(seen, part, wanted, filled.revision if revision is None else revision, _save, filled)


@clicks.answered
def _unset(seen: Snapshot, part: str, filled: Filled[FundingWindow], revision: int | None = None) -> None:
    year, budget = filled.stored.year, filled.stored.budget
    wanted = WindowTrial(year, budget, None)
    if _write(seen, part, wanted, filled.revision if revision is None else revision, _unset, filled):
        notice.say(part, words.BACK_IS_SAVED.format(budget=budgets.budget_name(year, budget)))


def _write(
    seen: Snapshot,
    part: str,
    wanted: WindowTrial,
    revision: int,
    again: Callable[..., None],
    filled: Filled[FundingWindow],
) -> bool:
    """Write one window among those that stand now, so that another's window is never undone."""
    plan = seen.state.plan
    now = session.see(plan.id, None)
    (change,) = changes([wanted], now.state.plan if isinstance(now, Snapshot) else plan)
    outcome = session.workspace().record(
        plan.id,
        change,
        actor=session.actor(),
        seen_revision=revision,
        why=st.session_state.get(WHY) or "",
    )
    asked = notice.Attempt(
        {"windows": () if wanted.window is None else (wanted.window,)},
        part=partial(_one_window, wanted.year, wanted.budget),
        again=again,
        args=(seen, part, filled),
    )
    written = notice.tell(part, outcome, seen, asked)
    if written:
        refill(part)
        st.session_state[WHY] = ""
    return written


def _one_window(year: int, budget: Budget, stored: Mapping[str, Any]) -> dict[str, Any]:
    """The window of one budget among all that are stored of a plan."""
    return {"windows": [w for w in stored["windows"] if (w["year"], w["budget"]) == (year, budget)]}
