"""Several changes written together, all or none, on a real database."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.catalog.library import Library
from planner.catalog.places import resource
from planner.domain.changes import (
    ActivityChange,
    AgencyChange,
    Change,
    EvidenceRemoval,
    FloorChange,
    NewAgencies,
    NewAgency,
    NewBaseline,
    NewFloor,
    NewServices,
    PlanningChange,
    SeatChange,
    ServiceChange,
    ServiceRow,
    SettingsChange,
    applied,
)
from planner.domain.plan import BaselineDates, PlannedConstraint, PlannedDuration
from planner.domain.state import STATUSES, State, replay
from planner.storage.files import FolderFiles
from planner.storage.store import Store
from planner.workspace import Broken, Missing, Refused, Stale, Workspace, Written, seen_revisions
from tests.workspace.conftest import SMALL_CHECKLIST
from tests.workspace.office import (
    FIRST_DAY,
    MONEY_ALL_THE_TIME,
    PLAN,
    SECRETARY,
    STAFF,
    TODAY,
    Clock,
    Office,
    begin,
    codes,
    written,
)

TOMORROW = TODAY + timedelta(days=1)
SIX_DAYS = PlanningChange(activity="PSP-01", week=6)
SEVERAL: Sequence[Change] = (
    NewAgencies(names=("PLN",)),
    PlanningChange(activity="PSP-03.pln", week=7),
    SettingsChange(target=date(2027, 6, 30)),
)


def _state(office: Office) -> State:
    return office.seen().state


def test_several_changes_are_one_write_with_one_day_one_actor_and_one_reason(started: Office) -> None:
    outcome = written(started.workspace.record_all(PLAN, SEVERAL, actor=STAFF, why="Rapat"))
    assert [(e.kind, e.subject) for e in outcome.entries] == [
        ("agency", "pln"),
        ("planning", "PSP-03.pln"),
        ("plan", PLAN),
    ]
    assert {(e.effective_on, e.actor, e.why) for e in outcome.entries} == {(TODAY, STAFF, "Rapat")}
    assert len({e.recorded_at for e in outcome.entries}) == 1


def test_a_list_with_one_change_that_cannot_stand_writes_nothing(started: Office) -> None:
    before = started.workspace.history(PLAN)
    twice = [*SEVERAL, NewAgencies(names=("pln",))]
    outcome = started.workspace.record_all(PLAN, twice, actor=STAFF)
    assert isinstance(outcome, Refused)
    assert (codes(outcome), outcome.position) == (["duplicate_agency"], 3)
    assert started.workspace.history(PLAN) == before


def test_an_empty_list_writes_nothing(started: Office) -> None:
    assert started.workspace.record_all(PLAN, (), actor=STAFF) == Written(())


def test_no_list_is_written_into_a_plan_that_cannot_be_read(started: Office) -> None:
    assert started.workspace.record_all("lain", SEVERAL, actor=STAFF) == Missing("lain")
    started.change_item("weight: 3", "weight: 9")
    assert isinstance(started.workspace.record_all(PLAN, SEVERAL, actor=STAFF), Broken)


def test_a_list_cannot_take_effect_in_the_future(started: Office) -> None:
    outcome = started.workspace.record_all(PLAN, SEVERAL, actor=STAFF, effective_on=TOMORROW)
    assert codes(outcome) == ["future_date"]


STALE: dict[str, tuple[Change, tuple[str, str]]] = {
    "settings": (SettingsChange(week=6), ("plan", PLAN)),
    "an agency": (AgencyChange(agency="polres", wave=2), ("agency", "polres")),
    "an activity": (ActivityChange(activity="PSP-01", status="in_progress"), ("activity", "PSP-01")),
    "planning": (SIX_DAYS, ("planning", "PSP-01")),
}


@pytest.mark.parametrize("name", STALE)
def test_a_list_is_stale_where_anything_it_writes_was_written_meanwhile(started: Office, name: str) -> None:
    theirs, subject = STALE[name]
    mine: list[Change] = [
        AgencyChange(agency="polres", name="Polres Kota"),
        SettingsChange(target=date(2027, 6, 30)),
        ActivityChange(activity="PSP-01", note="Rapat"),
        PlanningChange(activity="PSP-01", week=7),
    ]
    seen = seen_revisions(started.seen(), mine, STAFF)
    started.record(theirs, actor=SECRETARY)
    before = started.workspace.history(PLAN)
    outcome = started.workspace.record_all(PLAN, mine, actor=STAFF, seen=seen)
    assert isinstance(outcome, Stale)
    assert ((outcome.kind, outcome.subject), outcome.actor) == (subject, SECRETARY)
    assert started.workspace.history(PLAN) == before


def test_a_list_is_not_stale_for_what_it_does_not_write(started: Office) -> None:
    seen = seen_revisions(started.seen(), SEVERAL, STAFF)
    started.tick("PSP-01", "in_progress")
    assert len(written(started.workspace.record_all(PLAN, SEVERAL, actor=STAFF, seen=seen)).entries) == 3


def test_an_agency_that_someone_else_listed_meanwhile_is_not_listed_twice(started: Office) -> None:
    seen = seen_revisions(started.seen(), SEVERAL, STAFF)
    started.record(NewAgencies(names=("PLN",)))
    outcome = started.workspace.record_all(PLAN, SEVERAL, actor=STAFF, seen=seen)
    assert codes(outcome) == ["duplicate_agency"]


def test_planning_is_not_known_on_the_days_before_it(started: Office) -> None:
    day = date(2026, 10, 5)
    written(started.workspace.record_all(PLAN, [SIX_DAYS, MONEY_ALL_THE_TIME], actor=STAFF, effective_on=day))
    written(started.workspace.freeze(PLAN, "Awal", actor=STAFF))
    before, then, now = (started.seen(d).state.plan for d in (day - timedelta(days=1), day, TODAY))
    assert (before.planning, before.settings.windows, before.baselines) == ({}, (), {})
    assert (set(then.planning), len(then.settings.windows), then.baselines) == ({"PSP-01"}, 1, {})
    assert (then.settings.baseline, now.settings.baseline) == (None, "awal")


def test_a_list_takes_effect_no_earlier_than_the_last_word_on_anything_it_writes(started: Office) -> None:
    started.record(SIX_DAYS, effective_on=date(2026, 11, 3))
    later: list[Change] = [SettingsChange(week=6), PlanningChange(activity="PSP-01", week=7)]
    outcome = written(started.workspace.record_all(PLAN, later, actor=STAFF, effective_on=date(2026, 10, 1)))
    assert {e.effective_on for e in outcome.entries} == {date(2026, 11, 3)}
    assert _state(started).plan.planning["PSP-01"].week == 7


# Any lists.

SPOTS = ["PSP-01", "PSP-02", "PSP-02.bpjs", "PSP-03.polres", "PSP-03.pln", "BKA-02"]
DAYS = st.integers(0, 80).map(lambda n: FIRST_DAY + timedelta(days=n))
changes: st.SearchStrategy[Change] = st.one_of(
    st.fixed_dictionaries(
        {"activity": st.sampled_from(SPOTS)},
        optional={
            "status": st.sampled_from(STATUSES),
            "started_on": DAYS,
            "note": st.sampled_from(["", "a"]),
        },
    ).map(ActivityChange.model_validate),
    st.fixed_dictionaries(
        {"agency": st.sampled_from(["bpjs", "polres", "pln"])},
        optional={
            "wave": st.integers(1, 2),
            "active": st.booleans(),
            "reason": st.sampled_from(["", "Menunda"]),
        },
    ).map(AgencyChange.model_validate),
    st.fixed_dictionaries(
        {"names": st.sampled_from([("PLN",), ("BPJS",), ("PLN", "Samsat")])},
        optional={"wave": st.integers(1, 2)},
    ).map(NewAgencies.model_validate),
    st.fixed_dictionaries(
        {},
        optional={
            "target": st.none() | DAYS,
            "week": st.sampled_from([5, 6]),
            "windows": st.sampled_from([(), MONEY_ALL_THE_TIME.windows]),
            "baseline": st.sampled_from([None, "awal"]),
            "days_off": st.lists(DAYS, max_size=2).map(tuple),
        },
    ).map(SettingsChange.model_validate),
    st.fixed_dictionaries(
        {"activity": st.sampled_from(SPOTS)},
        optional={
            "duration": st.sampled_from([None, PlannedDuration(optimistic=1, likely=2, pessimistic=3)]),
            "week": st.sampled_from([None, 7]),
            "constraint": st.sampled_from([None, PlannedConstraint(type="MFO", day=TODAY)]),
        },
    ).map(PlanningChange.model_validate),
    st.builds(
        NewBaseline,
        name=st.sampled_from(["Awal", "Kedua"]),
        launch=DAYS,
        activities=st.just({"BKA-02": BaselineDates(start=TODAY, finish=TODAY)}),
    ),
    st.builds(NewAgency, name=st.sampled_from(["PLN", "Polres"]), weekdays=st.sampled_from([(), (3, 1)])),
    st.builds(
        NewServices,
        rows=st.sampled_from(
            [
                (ServiceRow(agency="bpjs", name="JKN"),),
                (ServiceRow(agency="polres", name="SKCK"), ServiceRow(agency="pln", name="Pasang")),
            ]
        ),
    ),
    st.builds(
        ServiceChange,
        service=st.sampled_from(["bpjs.jkn", "polres.skck"]),
        name=st.sampled_from(["JKN", "Surat"]),
        active=st.booleans(),
    ),
    st.builds(NewFloor, name=st.sampled_from(["Dasar", "Satu"]), counters=st.integers(0, 2)),
    st.builds(FloorChange, floor=st.just("dasar"), name=st.just("Dasar"), counters=st.integers(0, 2)),
    st.builds(
        SeatChange,
        floor=st.just("dasar"),
        counter=st.integers(1, 2),
        agency=st.sampled_from(["bpjs", "polres"]),
        active=st.booleans(),
    ),
    st.builds(EvidenceRemoval, evidence=st.sampled_from(["e1", "e2"])),
)
lists = st.lists(
    st.tuples(st.lists(changes, min_size=1, max_size=4), st.sampled_from([STAFF, SECRETARY]), DAYS),
    max_size=6,
)
Opened = Callable[[], AbstractContextManager[tuple[Workspace, Store]]]


@pytest.fixture
def opened(empty_database: Path) -> Opened:
    """Opens a workspace with one plan of its own, and the store beneath it."""

    @contextmanager
    def open_one() -> Iterator[tuple[Workspace, Store]]:
        with tempfile.TemporaryDirectory() as folder:
            place, clock = Path(folder), Clock()
            shutil.copyfile(empty_database, place / "mpp.db")
            shutil.copytree(SMALL_CHECKLIST, place / "checklists" / "contoh")
            store = Store(f"sqlite:///{place / 'mpp.db'}", clock)
            library = Library(place / "checklists", resource("data"))
            workspace = Workspace(library, store, FolderFiles(place / "evidence"), clock)
            begin(Office(workspace, place, clock), PLAN)
            yield workspace, store
            store.close()

    return open_one


def _present(store: Store) -> State:
    state = store.state(PLAN)
    assert state is not None
    return state


@given(asked=lists, earlier=DAYS)
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_what_is_written_stands_as_the_changes_say_and_as_the_record_tells(
    opened: Opened, asked: Sequence[tuple[list[Change], str, date]], earlier: date
) -> None:
    with opened() as (workspace, store):
        for several, actor, day in asked:
            before = _present(store)
            outcome = workspace.record_all(PLAN, several, actor=actor, effective_on=day)
            kept = several if isinstance(outcome, Written) else ()
            assert isinstance(outcome, Written | Refused)
            assert _present(store) == applied(before, kept, actor, day)
        record = store.entries(PLAN)
        assert replay(PLAN, record) == _present(store)
        assert store.state(PLAN, TODAY) == _present(store)
        then = store.state(PLAN, earlier)
        assert then == replay(PLAN, record, earlier)
        assert then is not None
        known = {e.subject for e in record if e.kind == "planning" and e.effective_on <= earlier}
        assert set(then.plan.planning) == known
