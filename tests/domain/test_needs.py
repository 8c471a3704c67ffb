"""Which action a change is and which agency it concerns, written out by hand for every kind of change."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from planner.domain.changes import (
    ActivityChange,
    AgencyChange,
    AssignmentChange,
    Change,
    CommentRemoval,
    EvidenceRemoval,
    FloorChange,
    MemberChange,
    NewAgencies,
    NewAgency,
    NewBaseline,
    NewComment,
    NewFloor,
    NewServices,
    PlanningChange,
    ReviewChange,
    SeatChange,
    ServiceChange,
    ServiceRow,
    SettingsChange,
)
from planner.domain.changes.needs import agency_of, concerned, needed
from planner.domain.people import Action
from planner.domain.services import Service
from planner.domain.state import Comment, Evidence, State
from tests.domain.builders import START, TODAY, plan

FILE = Evidence(
    activity="PKS-01.polres",
    requirement="pks",
    file_name="pks.pdf",
    sha256="0" * 64,
    size=1,
    media_type="application/pdf",
    attached_on=TODAY,
)
SAID = Comment(activity="PKS-01.bpjs", text="Sudah?", by="orang", written_on=TODAY)
STATE = State(
    plan=plan().model_copy(update={"services": {"polres.skck": Service(agency="polres", name="SKCK")}}),
    evidence={"bukti": FILE},
    comments={"kata": SAID},
)
NO_SINGLE = frozenset({None})
BASELINE = NewBaseline(name="Awal", launch=date(2027, 1, 1), activities={})
ROWS = (ServiceRow(agency="polres", name="SKCK"), ServiceRow(agency="bpjs", name="JKN"))

CHANGES: tuple[tuple[Change, Action, frozenset[str | None]], ...] = (
    (ActivityChange(activity="KOM-01"), "work", NO_SINGLE),
    (ActivityChange(activity="PKS-01.polres"), "work", frozenset({"polres"})),
    (EvidenceRemoval(evidence="bukti"), "work", frozenset({"polres"})),
    (EvidenceRemoval(evidence="tak-ada"), "work", NO_SINGLE),
    (ReviewChange(activity="PKS-01.bpjs", decision="accepted"), "review", frozenset({"bpjs"})),
    (NewComment(activity="PKS-01.bpjs", text="Ya."), "comment", frozenset({"bpjs"})),
    (CommentRemoval(comment="kata"), "comment", frozenset({"bpjs"})),
    (CommentRemoval(comment="tak-ada"), "comment", NO_SINGLE),
    (AssignmentChange(activity="PKS-01.pln", person="orang"), "assign", frozenset({"pln"})),
    (AgencyChange(agency="polres", wave=2), "map", NO_SINGLE),
    (NewAgencies(names=("PLN",)), "map", NO_SINGLE),
    (NewAgency(name="PLN"), "map", NO_SINGLE),
    (NewFloor(name="Lantai 1"), "map", NO_SINGLE),
    (FloorChange(floor="lantai-1", level=1), "map", NO_SINGLE),
    (SeatChange(floor="lantai-1", counter=1, agency="polres"), "map", NO_SINGLE),
    (ServiceChange(service="polres.skck", cost="30000"), "offer", frozenset({"polres"})),
    (ServiceChange(service="polres.tak-ada"), "offer", NO_SINGLE),
    (NewServices(rows=ROWS), "offer", frozenset({"polres", "bpjs"})),
    (NewServices(rows=()), "offer", NO_SINGLE),
    (PlanningChange(activity="PKS-01.polres", week=6), "plan", frozenset({"polres"})),
    (BASELINE, "plan", NO_SINGLE),
    (SettingsChange(start=START), "settings", NO_SINGLE),
    (SettingsChange(baseline="awal"), "plan", NO_SINGLE),
    (SettingsChange(baseline="awal", start=START), "settings", NO_SINGLE),
    (SettingsChange(), "settings", NO_SINGLE),
    (MemberChange(person="orang", role="leader"), "members", NO_SINGLE),
)


@pytest.mark.parametrize(("change", "action", "agencies"), CHANGES, ids=lambda part: type(part).__name__)
def test_a_change_needs_one_action_for_the_agencies_it_concerns(
    change: Change, action: Action, agencies: frozenset[str | None]
) -> None:
    assert needed(change) == action
    assert concerned(change, STATE) == agencies


def test_every_kind_of_change_stands_in_the_table_above() -> None:
    assert {type(change) for change, _, _ in CHANGES} == set(get_args(Change))


@pytest.mark.parametrize(
    ("activity", "agency"), [("KOM-01", None), ("PKS-01.polres", "polres"), ("PKS-01.", None), ("", None)]
)
def test_an_activity_is_of_the_agency_behind_its_dot(activity: str, agency: str | None) -> None:
    assert agency_of(activity) == agency
