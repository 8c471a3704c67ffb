"""What one visitor is looking at, and the only place where results are kept between clicks.

The plan and the day stand in the address, so that a page can be sent to a colleague. Snapshots are kept by
what they depend on (plan, day, last record number, checklist), so a write is seen by everybody at once; what
only part of the people may see has a version of its own, and is never kept under that of the whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date

import streamlit as st

from planner.domain.forecast import Forecast, Insight
from planner.domain.people import NOBODY, Action, Grant
from planner.domain.risk import RiskDriver
from planner.domain.state import Entry
from planner.ui.visitor import ONE_RUN_S, visitor
from planner.ui.visitor import account as account
from planner.ui.visitor import local as local
from planner.ui.visitor import may_create as may_create
from planner.ui.visitor import person as person
from planner.views import journal
from planner.views.outlook import Way
from planner.workspace import (
    Broken,
    Hold,
    Missing,
    Problem,
    Snapshot,
    Workspace,
    known_drivers,
    launch_holds,
    plan_forecast,
    plan_from_start,
    plan_insight,
    shared_workspace,
    whole_ways,
)
from planner.workspace.accounts import shared_accounts

PLAN_KEY, DAY_KEY, ACTOR_KEY = "rencana", "hari", "pelaku"
CACHED = 48
Seen = Snapshot | Missing | Broken


def workspace() -> Workspace:
    """The workspace as the present visitor has it; with nothing in it for those who are not let in."""
    here = visitor()
    return shared_workspace(os.environ).visited_by(here.person if here.standing == "here" else NOBODY)


def reach(plan: str) -> Grant | None:
    """How much of a plan the visitor sees: all, one agency's own, or nothing."""
    theirs = workspace()
    return "all" if theirs.may(plan, "see") else "own" if plan in theirs.plans() else None


def closed(seen: Snapshot, action: Action, agency: str | None = None) -> bool:
    """Whether nothing can be written here: the day looked at is past, or the action not the visitor's."""
    return seen.past or reads(seen, action, agency)


def reads(seen: Snapshot, action: Action, agency: str | None = None) -> bool:
    """Whether it is the visitor's role, and not the day, that leaves something to be read alone."""
    return not seen.past and not workspace().may(seen.state.plan.id, action, agency)


def chosen_plan() -> str | None:
    """Id of the plan being looked at: from the address, else the last, else the first; None without any."""
    plans = workspace().plans()
    asked = st.query_params.get(PLAN_KEY)
    plan = asked or st.session_state.get("plan_seen") or next(iter(plans), None)
    if plan is not None:
        choose_plan(plan)
    return plan


def choose_plan(plan: str) -> None:
    """Look at a plan from now on."""
    st.session_state["plan_seen"] = plan
    if st.query_params.get(PLAN_KEY) != plan:
        st.query_params[PLAN_KEY] = plan


def address(plan: str) -> dict[str, str]:
    """What of the present view goes into the address of another page: the plan, the day, the role at work."""
    day, role = chosen_day(), st.query_params.get(ACTOR_KEY)
    known = role if local() and role in roles() else None
    found = {DAY_KEY: day.isoformat() if day else None, ACTOR_KEY: known}
    return {PLAN_KEY: plan} | {key: value for key, value in found.items() if value}


def chosen_day() -> date | None:
    """The day being looked at; None for today."""
    day = st.session_state.get(DAY_KEY)
    return day if isinstance(day, date) else None


def actor() -> str:
    """The name under which work is recorded: the visitor's own, or in local mode the role they chose."""
    here = visitor()
    return str(st.session_state.get(ACTOR_KEY) or "") if here.mode == "local" else here.person.id


def roles() -> dict[str, str]:
    """Titles of the roles a person may work as, by role id, from the checklist of the chosen plan."""
    seen = look()
    if not isinstance(seen, Snapshot):
        return {}
    return {role.id: role.title for role in seen.checklist.head.roles}


def look() -> Seen | None:
    """The chosen plan on the chosen day; None without any plan."""
    plan = chosen_plan()
    return None if plan is None else see(plan, chosen_day())


def see(plan: str, day: date | None) -> Seen:
    """A plan on a day, from memory where nothing it depends on has changed."""
    theirs = workspace()
    try:
        return _see(plan, day, theirs.version(plan), theirs)
    except _MovedError:
        return theirs.snapshot(plan, day)


class _MovedError(Exception):
    """A plan, or what its visitor may see of it, changed while it was read: not to be kept."""


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _see(plan: str, day: date | None, version: Hashable, _theirs: Workspace) -> Seen:
    seen = _theirs.snapshot(plan, day)
    if _theirs.version(plan) != version:
        raise _MovedError
    return seen


def holds(seen: Snapshot) -> tuple[Hold, ...]:
    """What holds the launch of a plan longest."""
    return _holds(seen.state.plan.id, seen.day, seen.version, seen)


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _holds(plan: str, day: date, version: Hashable, _seen: Snapshot) -> tuple[Hold, ...]:
    return launch_holds(_seen)


def forecast(seen: Snapshot) -> Forecast:
    """When a plan opens with which probability."""
    return _forecast(seen.state.plan.id, seen.day, seen.version, seen)


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _forecast(plan: str, day: date, version: Hashable, _seen: Snapshot) -> Forecast:
    return plan_forecast(_seen, known_drivers(workspace().library))


def drivers() -> dict[str, RiskDriver]:
    """The documented causes of delay by id; none where their file is wrong."""
    return {driver.id: driver for driver in known_drivers(workspace().library)}


def driver_problems() -> tuple[Problem, ...]:
    """What is wrong with the file of the causes of delay."""
    known = workspace().library.risks
    return known if isinstance(known, tuple) else ()


def ways() -> tuple[Way, ...]:
    """What real regencies took from their first formal step to the opening; none where that is not known."""
    known = workspace().library.benchmarks
    found = () if isinstance(known, tuple) else whole_ways(known.values())
    return tuple(Way(region.name, way.label, way.months) for region, way in found)


def forecast_from_start(seen: Snapshot) -> Forecast:
    """The forecast that a plan had on its first day, with nothing done."""
    return _forecast_from_start(seen.state.plan.id, seen.day, seen.version, seen)


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _forecast_from_start(plan: str, day: date, version: Hashable, _seen: Snapshot) -> Forecast:
    return plan_from_start(_seen, known_drivers(workspace().library))


def insight(seen: Snapshot, report: Callable[[float], None]) -> Insight:
    """What lies behind the forecast of a plan; ``report`` hears how far it is where it is not known yet.

    Why a shelf: a cached function that draws would draw again, from memory, what ``report`` drew.
    """
    shelf = _insight_shelf(seen.state.plan.id, seen.day, seen.version)
    if not shelf:
        shelf.append(plan_insight(seen, known_drivers(workspace().library), report))
    return shelf[0]


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _insight_shelf(plan: str, day: date, version: Hashable) -> list[Insight]:
    return []


def history(seen: Snapshot) -> tuple[Entry, ...]:
    """The record of a plan up to the day looked at, newest first."""
    theirs, plan = workspace(), seen.state.plan.id
    try:
        return _history(plan, seen.day, seen.version, theirs)
    except _MovedError:
        return _until(seen.day, theirs.history(plan))


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _history(plan: str, day: date, version: Hashable, _theirs: Workspace) -> tuple[Entry, ...]:
    found = _until(day, _theirs.history(plan))
    if _theirs.version(plan) != version:
        raise _MovedError
    return found


def _until(day: date, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(e for e in entries if e.effective_on <= day)


def names(seen: Snapshot) -> dict[str, str]:
    """Readable names by the ids that record entries hold, those of accounts as they are called now."""
    return journal.with_accounts(_names(seen.state.plan.id, seen.day, seen.version, seen), _account_names())


@st.cache_resource(show_spinner=False, ttl=ONE_RUN_S)
def _account_names() -> Mapping[str, str]:
    return shared_accounts(os.environ).names(left=True)


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _names(plan: str, day: date, version: Hashable, _seen: Snapshot) -> dict[str, str]:
    regencies = {code: regency.name for code, regency in workspace().library.regencies.items()}
    catalogue = workspace().library.agencies
    typical = {} if isinstance(catalogue, tuple) else {i: a.name for i, a in catalogue.by_id.items()}
    state = _seen.state
    return journal.names(_seen.checklist, state.plan, regencies, typical=typical, members=state.members)


def region_name(region: str) -> str:
    """Name of a real regency among the benchmarks."""
    known = workspace().library.benchmarks
    return region if isinstance(known, tuple) else known[region].name
