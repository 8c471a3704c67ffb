"""What stands is what the record tells: now, on any past day, and for every store on the same database."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.state import Entry, State, replay
from planner.storage import Draft, Store, Written
from planner.storage.snapshots import Snapshots
from tests.storage.conftest import Fresh
from tests.storage.samples import DAY, FIRST_DAY, PLAN, Ticking, begin, tick, write

HASH = "0" * 64
SPAN = 12
WINDOW = {"year": 2024, "budget": "original", "available_from": "2024-02-01", "spend_by": "2024-12-15"}

days = st.integers(0, SPAN).map(lambda n: FIRST_DAY + timedelta(days=n))
activities = st.builds(
    lambda subject, after: Draft("activity", subject, after, None),
    st.sampled_from(["KOM-01", "KOM-02", "SOP-03@bpjs"]),
    st.fixed_dictionaries(
        {},
        optional={
            "status": st.sampled_from(["not_started", "in_progress", "done"]),
            "note": st.sampled_from(["", "a", "b"]),
            "finished_on": st.none() | days.map(date.isoformat),
            "review": st.none() | st.just({"decision": "accepted", "by": "Sekda"}),
        },
    ),
)
agencies = st.builds(
    lambda subject, after: Draft("agency", subject, after, None),
    st.sampled_from(["bpjs", "dukcapil"]),
    st.fixed_dictionaries(
        {},
        optional={
            "name": st.sampled_from(["Satu", "Dua"]),
            "wave": st.integers(1, 2),
            "active": st.booleans(),
        },
    ),
)
evidence = st.builds(
    lambda subject, after: Draft("evidence", subject, after, None),
    st.just("e1"),
    st.sampled_from(
        [
            {"removed": True},
            {
                "activity": "KOM-01",
                "requirement": "sk",
                "file_name": "sk.pdf",
                "sha256": HASH,
                "size": 1,
                "media_type": "application/pdf",
                "attached_on": "2024-01-05",
            },
        ]
    ),
)
plan_settings = st.builds(
    lambda after: Draft("plan", PLAN, after, None),
    st.fixed_dictionaries(
        {},
        optional={
            "target": st.none() | days.map(date.isoformat),
            "week": st.sampled_from([5, 6]),
            "baseline": st.sampled_from([None, "awal"]),
            "windows": st.sampled_from([[], [WINDOW], [WINDOW | {"spend_by": "2024-01-01"}]]),
        },
    ),
)
planning = st.builds(
    lambda subject, after: Draft("planning", subject, after, None),
    st.sampled_from(["KOM-01", "SOP-03.bpjs"]),
    st.fixed_dictionaries(
        {},
        optional={
            "week": st.sampled_from([None, 7]),
            "duration": st.sampled_from([None, {"optimistic": 1, "likely": 2, "pessimistic": 3}]),
            "constraint": st.sampled_from([None, {"type": "ALAP"}, {"type": "SNET"}]),
        },
    ),
)
baselines = st.builds(
    lambda name, launch: Draft(
        "baseline",
        "awal",
        {"name": name, "frozen_on": "2024-01-04", "launch": launch.isoformat(), "activities": {}},
        None,
    ),
    st.sampled_from(["Awal", "Awal sekali"]),
    days,
)
drafts = st.one_of(activities, activities, agencies, evidence, plan_settings, planning, baselines)
writes = st.lists(st.tuples(st.lists(drafts, min_size=1, max_size=4), days), max_size=12)


@given(writes=writes, asked=days)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_replaying_the_record_gives_what_stands_now_and_on_any_day(
    fresh: Fresh, writes: Sequence[tuple[list[Draft], date]], asked: date
) -> None:
    url = fresh()
    with closing(Store(url, Ticking())) as store, closing(Store(url, Ticking())) as other:
        begin(store)
        model: list[Entry] = list(store.entries(PLAN))
        for several, day in writes:
            result = store.write(PLAN, several, actor="Staf", effective_on=day)
            model += result.entries if isinstance(result, Written) else ()
            assert store.state(PLAN) == replay(PLAN, model)
        assert list(other.entries(PLAN)) == model
        assert [entry.number for entry in model] == list(range(1, len(model) + 1))
        assert other.state(PLAN) == store.state(PLAN) == replay(PLAN, model)
        assert other.state(PLAN, asked) == replay(PLAN, model, asked)
        assert other.state(PLAN, FIRST_DAY + timedelta(days=SPAN)) == store.state(PLAN)


def present(store: Store) -> State:
    state = store.state(PLAN)
    assert state is not None
    return state


def test_the_state_is_kept_until_the_record_grows(store: Store) -> None:
    first = present(store)
    assert present(store) is first
    write(store, tick())
    assert present(store).progress["KOM-01"].status == "done"


def test_only_what_was_written_is_parsed_again(store: Store) -> None:
    write(store, tick("KOM-01"), tick("KOM-02"))
    before = present(store)
    write(store, tick("KOM-02", note="baru"))
    after = present(store)
    assert after.progress["KOM-01"] is before.progress["KOM-01"]
    assert (before.progress["KOM-02"].note, after.progress["KOM-02"].note) == ("", "baru")


def test_a_write_by_another_process_is_seen(store: Store, url: str) -> None:
    other = Store(url, Ticking())
    assert present(store).progress == {}
    write(other, tick(note="dari proses lain"))
    assert present(store).progress["KOM-01"].note == "dari proses lain"
    other.close()


def test_a_database_put_back_from_a_copy_is_read_anew() -> None:
    snapshots = Snapshots()
    asked: list[int] = []

    def changed(since: int) -> list[tuple[str, str, int, dict[str, object]]]:
        asked.append(since)
        return []

    for number in (5, 5, 7, 3):
        snapshots.state(PLAN, number, changed)
    assert asked == [0, 5, 0]


def test_the_plans_longest_not_asked_for_are_forgotten() -> None:
    snapshots = Snapshots(plans=2)
    asked: list[str] = []
    for plan in ("a", "b", "a", "c", "a", "b"):
        snapshots.state(plan, 1, lambda since, plan=plan: asked.append(f"{plan}{since}") or [])
    assert asked == ["a0", "b0", "c0", "b0"]


def test_a_reopened_database_holds_everything(store: Store, url: str) -> None:
    write(store, tick(), Draft("agency", "bpjs", {"name": "BPJS Kesehatan"}, 0))
    before = (present(store), store.entries(PLAN))
    store.close()
    again = Store(url, Ticking())
    again.migrate()
    assert (again.state(PLAN), again.entries(PLAN)) == before
    again.close()


@pytest.fixture
def record(store: Store) -> Store:
    for activity, note in (("KOM-01", "a"), ("KOM-02", "b"), ("KOM-01", "c")):
        write(store, tick(activity, note=note))
    write(store, Draft("agency", "bpjs", {"name": "BPJS"}, 0), on=DAY)
    return store


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [1, 2, 3, 4, 5]),
        ({"newest_first": True}, [5, 4, 3, 2, 1]),
        ({"newest_first": True, "limit": 2}, [5, 4]),
        ({"limit": 2}, [1, 2]),
        ({"since_number": 3}, [4, 5]),
        ({"kind": "activity"}, [2, 3, 4]),
        ({"kind": "activity", "subject": "KOM-01"}, [2, 4]),
        ({"subject": "KOM-02", "since_number": 3}, []),
    ],
)
def test_the_record_can_be_asked_for_in_part(
    record: Store, asked: dict[str, int], expected: list[int]
) -> None:
    assert [entry.number for entry in record.entries(PLAN, **asked)] == expected
