from __future__ import annotations

from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from planner.domain.checklist import Frozen
from planner.domain.plan import (
    Agency,
    FundingWindow,
    PlannedConstraint,
    PlannedDuration,
    Planning,
    PlanSettings,
)
from planner.domain.state import MODELS, STATUSES, Entry, Progress, SubjectKind, assemble, fold, replay
from tests.domain.builders import PLAN_ID, START, entry, plan

SETTINGS = plan().settings.model_dump(mode="json")
BORN = entry(1, "plan", PLAN_ID, SETTINGS)


def test_a_later_day_speaks_over_an_earlier_one_whatever_was_written_first() -> None:
    late = entry(2, "activity", "KOM-01", {"status": "done"}, on=date(2026, 5, 1))
    early = entry(3, "activity", "KOM-01", {"status": "in_progress", "note": "mulai"}, on=date(2026, 4, 1))
    assert fold([late, early])["activity", "KOM-01"] == {"status": "done", "note": "mulai"}


def test_on_one_day_the_later_number_speaks_last() -> None:
    first = entry(2, "activity", "KOM-01", {"status": "done"})
    second = entry(3, "activity", "KOM-01", {"status": "in_progress"})
    assert fold([second, first])["activity", "KOM-01"] == {"status": "in_progress"}


def test_subjects_of_different_kinds_may_share_a_name() -> None:
    folded = fold([entry(1, "agency", "x", {"name": "X"}), entry(2, "activity", "x", {"status": "done"})])
    assert set(folded) == {("agency", "x"), ("activity", "x")}


def test_a_plan_without_settings_does_not_exist() -> None:
    assert replay(PLAN_ID, []) is None
    assert assemble(PLAN_ID, {("activity", "KOM-01"): {"status": "done"}}, {}) is None


def test_a_plan_did_not_exist_before_its_first_day() -> None:
    assert replay(PLAN_ID, [BORN], START - timedelta(1)) is None
    found = replay(PLAN_ID, [BORN], START)
    assert found is not None
    assert found.plan.settings.name == "Kota Contoh"


def test_a_plan_is_put_together_from_everything_its_record_tells() -> None:
    file = {
        "activity": "KOM-01",
        "requirement": "sk",
        "file_name": "sk.pdf",
        "sha256": "a" * 64,
        "size": 3,
        "media_type": "application/pdf",
        "attached_on": "2026-03-02",
    }
    found = replay(
        PLAN_ID,
        [
            BORN,
            entry(2, "agency", "polres", {"name": "Polres"}),
            entry(3, "activity", "KOM-01", {"status": "in_progress"}),
            entry(4, "activity", "KOM-01", {"status": "done"}, revision=2),
            entry(5, "evidence", "f1", file),
        ],
    )
    assert found is not None
    assert found.plan.agencies == {"polres": Agency(name="Polres")}
    assert found.progress == {"KOM-01": Progress(status="done")}
    assert found.evidence["f1"].attached_on == date(2026, 3, 2)
    assert found.revisions["activity", "KOM-01"] == 2
    assert found.revisions["plan", PLAN_ID] == 1


WINDOW = {"year": 2026, "budget": "revised", "available_from": "2026-10-01", "spend_by": "2026-12-15"}
POINTS = {"optimistic": 2, "likely": 3, "pessimistic": 8}


def test_what_a_plan_sets_and_freezes_is_known_from_its_day_on() -> None:
    first = date(2026, 4, 1)
    baseline = {"name": "Awal", "frozen_on": "2026-04-02", "launch": "2026-09-01", "activities": {}}
    record = [
        BORN,
        entry(2, "planning", "KOM-01", {"duration": POINTS, "week": None}, on=first),
        entry(3, "plan", PLAN_ID, {"windows": [WINDOW]}, on=first, revision=2),
        entry(4, "baseline", "awal", baseline, on=first + timedelta(1)),
        entry(5, "planning", "KOM-01", {"duration": None}, on=first + timedelta(2), revision=2),
    ]
    plans = [replay(PLAN_ID, record, first + timedelta(n)) for n in range(-1, 3)]
    told = [(s.plan.planning, len(s.plan.settings.windows), set(s.plan.baselines)) for s in plans if s]
    longer = {"KOM-01": Planning(duration=PlannedDuration.model_validate(POINTS))}
    assert told == [
        ({}, 0, set()),
        (longer, 1, set()),
        (longer, 1, {"awal"}),
        ({"KOM-01": Planning()}, 1, {"awal"}),
    ]


@pytest.mark.parametrize(
    ("model", "fields", "code"),
    [
        (FundingWindow, WINDOW | {"spend_by": "2026-09-30"}, "spend_by_before_available_from"),
        (PlannedDuration, POINTS | {"likely": 1}, "durations_out_of_order"),
        (PlannedDuration, POINTS | {"pessimistic": 2}, "durations_out_of_order"),
        (PlannedConstraint, {"type": "FNLT"}, "constraint_and_day_disagree"),
        (PlannedConstraint, {"type": "ALAP", "day": "2026-10-01"}, "constraint_and_day_disagree"),
    ],
)
def test_what_contradicts_itself_is_nothing_that_a_plan_can_set(
    model: type[Frozen], fields: dict[str, Any], code: str
) -> None:
    with pytest.raises(ValidationError, match=code):
        model.model_validate(fields)


def test_a_window_of_one_day_and_equal_durations_can_be() -> None:
    assert FundingWindow.model_validate(WINDOW | {"spend_by": "2026-10-01"}).granted
    assert PlannedDuration(optimistic=0, likely=0, pessimistic=0).likely == 0
    assert PlannedConstraint(type="ALAP").day is None


@pytest.mark.parametrize("kind", get_args(SubjectKind))
def test_every_kind_of_subject_has_its_fields(kind: SubjectKind) -> None:
    assert MODELS[kind].model_fields


def test_agencies_that_left_take_no_part() -> None:
    several = plan("polres", "bpjs", "samsat")
    agencies = several.agencies | {"polres": Agency(name="Polres", active=False)}
    assert several.model_copy(update={"agencies": agencies}).taking_part == ("bpjs", "samsat")


@pytest.mark.parametrize("code", ["3573", "35.7", "ab.cd", "35.73.01"])
def test_a_regency_is_named_by_its_code(code: str) -> None:
    with pytest.raises(ValidationError, match="regency"):
        PlanSettings.model_validate(SETTINGS | {"regency": code})


# What holds for every record.
DAYS = st.dates(START, date(2026, 12, 31))
changes = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(STATUSES),
        "note": st.sampled_from(["", "mulai", "hampir"]),
        "remaining": st.integers(0, 9),
    },
)


@st.composite
def records(draw: st.DrawFn) -> list[Entry]:
    """A plan, and what was said of three activities on days in no order."""
    said = draw(st.lists(st.tuples(st.sampled_from(["KOM-01", "KOM-02", "KOM-03"]), DAYS, changes)))
    revisions: dict[str, int] = {}
    found = [BORN]
    for number, (activity, on, after) in enumerate(said, start=2):
        revisions[activity] = revisions.get(activity, 0) + 1
        found.append(entry(number, "activity", activity, after, on=on, revision=revisions[activity]))
    return found


@given(records(), st.randoms(use_true_random=False))
def test_the_order_in_which_entries_are_read_means_nothing(record: list[Entry], random: Any) -> None:
    shuffled = list(record)
    random.shuffle(shuffled)
    assert replay(PLAN_ID, shuffled) == replay(PLAN_ID, record)


@given(records(), DAYS)
def test_what_takes_effect_later_does_not_touch_an_earlier_day(record: list[Entry], day: date) -> None:
    until = [e for e in record if e.effective_on <= day]
    assert replay(PLAN_ID, record, day) == replay(PLAN_ID, until)


@given(records(), DAYS, DAYS)
def test_looking_back_from_a_later_day_shows_the_same_earlier_day(
    record: list[Entry], one: date, other: date
) -> None:
    early, late = sorted((one, other))
    known_late = [e for e in record if e.effective_on <= late]
    assert replay(PLAN_ID, known_late, early) == replay(PLAN_ID, record, early)


@given(records())
def test_the_last_day_of_a_record_is_the_present(record: list[Entry]) -> None:
    assert replay(PLAN_ID, record, max(e.effective_on for e in record)) == replay(PLAN_ID, record)


@given(records())
def test_a_revision_counts_the_entries_of_its_subject(record: list[Entry]) -> None:
    found = replay(PLAN_ID, record)
    assert found is not None
    subjects = [(e.kind, e.subject) for e in record]
    assert found.revisions == {subject: subjects.count(subject) for subject in subjects}


@given(records())
def test_folding_in_two_steps_is_folding_at_once_where_the_second_step_is_later(record: list[Entry]) -> None:
    ordered = sorted(record, key=lambda e: (e.effective_on, e.number))
    half = len(ordered) // 2
    first, second = fold(ordered[:half]), fold(ordered[half:])
    merged = {key: {**first.get(key, {}), **second.get(key, {})} for key in first | second}
    assert merged == fold(record)
