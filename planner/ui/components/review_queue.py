"""The queue of Verifikasi as one visitor has it: kept between clicks, with what they opened and picked."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

import streamlit as st

from planner.ui import session
from planner.ui.session import CACHED
from planner.views.review import Reviewable, acceptable, queue
from planner.views.review_rows import Held
from planner.workspace import Snapshot, days_by_acceptance

OPENED_KEY = "verifikasi-dibuka"


def waiting(seen: Snapshot) -> tuple[Reviewable, ...]:
    """All finished work of the plan that lacks a standing acceptance, oldest first."""
    return _waiting(seen.state.plan.id, seen.day, seen.version, seen)


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _waiting(plan: str, day: date, version: Hashable, _seen: Snapshot) -> tuple[Reviewable, ...]:
    return queue(_seen.work, _seen.state, _seen.readiness, session.history(_seen))


def together(seen: Snapshot) -> int:
    """Working days by which the launch comes forward once all that waits is accepted today."""
    return _days(seen.state.plan.id, seen.day, seen.version, acceptable(waiting(seen)), seen)


def held(seen: Snapshot, row: Reviewable) -> Held | None:
    """What a row holds up with all that waits of its item; None where it holds nothing."""
    dates = seen.schedule.dates.get(row.activity.id)
    can = acceptable(waiting(seen))
    if seen.readiness.opened_on or dates is None or not dates.critical or row.activity.id not in can:
        return None
    alike = tuple(a for a in can if seen.work.activities[a].item.id == row.activity.item.id)
    return Held(_days(seen.state.plan.id, seen.day, seen.version, alike, seen), len(alike) - 1)


@st.cache_resource(show_spinner=False, max_entries=CACHED * 8)
def _days(plan: str, day: date, version: Hashable, activities: tuple[str, ...], _seen: Snapshot) -> int:
    return days_by_acceptance(_seen, activities)


def open_now(row: Reviewable) -> None:
    """Remember that the visitor has a row open as it stands."""
    _opened()[row.activity.id] = row.of


def was_opened(row: Reviewable) -> bool:
    """Whether the visitor opened a row as it stands now."""
    return _opened().get(row.activity.id) == row.of


def changed_since(row: Reviewable) -> bool:
    """Whether a row is not any more what the visitor opened."""
    return row.activity.id in _opened() and not was_opened(row)


def _opened() -> dict[str, str]:
    """The hash of what was seen of each activity, of the plan looked at."""
    kept: dict[tuple[str | None, str], dict[str, str]] = st.session_state.setdefault(OPENED_KEY, {})
    return kept.setdefault((session.chosen_plan(), session.actor()), {})
