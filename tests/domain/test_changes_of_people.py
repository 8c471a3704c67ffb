from __future__ import annotations

import pytest

from planner.domain.activities import work
from planner.domain.changes import (
    AssignmentChange,
    Change,
    CommentRemoval,
    MemberChange,
    NewComment,
    Objection,
    applied,
    edits,
    objections,
)
from planner.domain.people import Member
from planner.domain.state import Assignment, Comment, State
from tests.domain.builders import SECRETARY, STAFF, TODAY, checklist, item, plan, state

ITEMS = checklist(item("USL-01"), item("KSP-01", per_agency=True), item("PRM-01"), launch="PRM-01")
MALL = plan("polres", "bpjs")
SAID = Comment(activity="USL-01", text="Sudah dikirim.", by=STAFF, written_on=TODAY)
NOW = state(MALL).model_copy(
    update={
        "members": {
            "ani": Member(name="Staf perizinan", role="staff"),
            "budi": Member(name="Kontak Polres", role="agency", agency="polres"),
            "dedi": Member(name="Staf lama", role="staff", active=False),
        },
        "comments": {"USL-01~a": SAID},
        "assignments": {"USL-01": Assignment(person="dedi", due=TODAY)},
    }
)
ROLES = state(MALL)


def _against(change: Change, now: State = NOW, actor: str = STAFF) -> list[Objection]:
    return [against.code for against in objections(change, work(ITEMS, now.plan), now, actor, TODAY)]


def _then(*changes: Change, actor: str = STAFF, now: State = NOW) -> State:
    return applied(now, changes, actor, TODAY)


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        (MemberChange(person="eka", name="Verifikator", role="verifier"), []),
        (MemberChange(person="eka"), ["name_needed"]),
        (MemberChange(person="eka", name=" x "), ["name_needed"]),
        (MemberChange(person="eka", name="Kontak", role="agency"), ["agency_needed"]),
        (MemberChange(person="eka", name="Kontak", role="agency", agency="pln"), ["unknown_agency"]),
        (MemberChange(person="eka", name="Kontak", role="agency", agency="bpjs"), []),
        (MemberChange(person="ani", role="leader"), []),
        (MemberChange(person="ani", role="agency"), ["agency_needed"]),
        (MemberChange(person="budi", active=False), []),
        (MemberChange(person="budi", agency="pln"), ["unknown_agency"]),
        (MemberChange(person="budi", agency=None), ["agency_needed"]),
    ],
)
def test_a_member_has_a_name_and_the_one_of_an_agency_an_agency(
    change: MemberChange, reasons: list[Objection]
) -> None:
    assert _against(change) == reasons


def test_an_agency_falls_with_the_role_that_needed_it() -> None:
    now = _then(MemberChange(person="budi", role="verifier"))
    assert now.members["budi"] == Member(name="Kontak Polres", role="verifier")


def test_a_member_who_leaves_keeps_role_and_agency() -> None:
    now = _then(MemberChange(person="budi", active=False))
    assert now.members["budi"] == Member(name="Kontak Polres", role="agency", agency="polres", active=False)


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        (AssignmentChange(activity="USL-01", person="ani", due=TODAY), []),
        (AssignmentChange(activity="USL-01", person="dedi"), ["unknown_person"]),
        (AssignmentChange(activity="USL-01", person="budi"), ["unknown_person"]),
        (AssignmentChange(activity="KSP-01.polres", person="budi"), []),
        (AssignmentChange(activity="KSP-01.bpjs", person="budi"), ["unknown_person"]),
        (AssignmentChange(activity="USL-01", person=STAFF), ["unknown_person"]),
        (AssignmentChange(activity="USL-01", person=None), []),
        (AssignmentChange(activity="USL-01", due=TODAY), []),
        (AssignmentChange(activity="ABC-01", due=TODAY), ["unknown_activity"]),
    ],
)
def test_only_one_who_takes_part_in_an_activity_can_be_assigned_to_it(
    change: AssignmentChange, reasons: list[Objection]
) -> None:
    assert _against(change) == reasons


def test_without_members_a_role_can_be_assigned() -> None:
    assert _against(AssignmentChange(activity="USL-01", person=STAFF), ROLES) == []
    assert _against(AssignmentChange(activity="USL-01", person="ani"), ROLES) == ["unknown_person"]


def test_an_item_of_the_agencies_cannot_be_assigned_before_there_is_one() -> None:
    nobody = state(plan())
    assert _against(AssignmentChange(activity="KSP-01", due=TODAY), nobody) == ["no_agency"]


def test_only_what_is_given_of_an_assignment_changes() -> None:
    now = _then(AssignmentChange(activity="USL-01", person="ani"))
    assert now.assignments["USL-01"] == Assignment(person="ani", due=TODAY)
    undone = _then(AssignmentChange(activity="USL-01", person=None, due=None))
    assert undone.assignments["USL-01"] == Assignment()


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        (NewComment(activity="USL-01", text="Halo @ani"), []),
        (NewComment(activity="USL-01", text="  "), ["text_needed"]),
        (NewComment(activity="ABC-01", text="Halo"), ["unknown_activity"]),
        (CommentRemoval(comment="USL-01~a"), []),
        (CommentRemoval(comment="USL-01~b"), ["unknown_comment"]),
    ],
)
def test_a_comment_says_something_about_an_activity_of_the_plan(
    change: Change, reasons: list[Objection]
) -> None:
    assert _against(change) == reasons


def test_nobody_takes_back_what_another_said() -> None:
    assert _against(CommentRemoval(comment="USL-01~a"), actor=SECRETARY) == ["not_own_comment"]
    assert _against(CommentRemoval(comment="USL-01~a"), actor=f" {STAFF} ") == []


def test_a_comment_keeps_who_said_what_of_which_activity_on_which_day() -> None:
    now = _then(NewComment(activity="KSP-01.polres", text="  Naskah\nmenyusul. "), actor=SECRETARY)
    (key,) = set(now.comments) - {"USL-01~a"}
    assert key.startswith("KSP-01.polres~")
    assert now.comments[key] == Comment(
        activity="KSP-01.polres", text="Naskah\nmenyusul.", by=SECRETARY, written_on=TODAY
    )


def test_the_same_words_said_twice_are_two_comments() -> None:
    twice = NewComment(activity="USL-01", text="Mohon segera.")
    assert len(_then(twice, twice).comments) == len(NOW.comments) + 2


def test_the_same_words_of_two_writers_at_once_are_two_comments() -> None:
    change = NewComment(activity="USL-01", text="Mohon segera.")
    (mine,), (theirs,) = (edits(change, NOW, actor, TODAY) for actor in (STAFF, SECRETARY))
    assert mine.subject != theirs.subject
    assert mine.new
    assert theirs.new


def test_a_comment_that_was_taken_back_stays() -> None:
    now = _then(CommentRemoval(comment="USL-01~a"))
    assert now.comments["USL-01~a"] == SAID.model_copy(update={"removed": True})
