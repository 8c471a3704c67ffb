from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from planner.domain.activities import Work, work
from planner.domain.advice import Action, Step
from planner.domain.limits import Limit
from planner.domain.people import Member
from planner.domain.plan import Plan
from planner.domain.readiness import ActivityStanding, Lack
from planner.domain.state import Assignment, Comment, Entry, Progress, Review, State
from planner.domain.teamwork import (
    Piece,
    Waiting,
    mentioned,
    overdue,
    owed,
    own_steps,
    people,
    pieces,
    to_accept,
    waiting_for,
    written,
)
from planner.domain.verification import presented
from tests.domain.builders import SECRETARY, STAFF, TODAY, checklist, done, entry, item, measured, plan, state

YESTERDAY, TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)
ITEMS = checklist(
    item("USL-01", verify=True),
    item("KOM-01", role=SECRETARY),
    item("KSP-01", per_agency=True),
    item("PRM-01"),
    launch="PRM-01",
)
MALL = plan("polres", "bpjs")
OFFICE = {
    "ani": Member(name="Staf perizinan", role="staff"),
    "budi": Member(name="Kontak Polres", role="agency", agency="polres"),
    "cici": Member(name="Wali kota", role="leader"),
    "dedi": Member(name="Staf lama", role="staff", active=False),
}


def _work(of: Plan = MALL) -> Work:
    return work(ITEMS, of)


def _with(
    progress: Mapping[str, Progress] | None = None,
    assignments: Mapping[str, Assignment] | None = None,
    comments: Mapping[str, Comment] | None = None,
    members: Mapping[str, Member] | None = None,
) -> State:
    more = {"assignments": assignments or {}, "comments": comments or {}, "members": members or {}}
    return state(MALL, progress).model_copy(update=more)


def _waiting(now: State, person: str = STAFF, day: date = TODAY) -> Waiting:
    todo, ready = measured(ITEMS, now)
    return waiting_for(person, todo, now, ready, day, tuple(now.comments))


def _said(text: str, by: str = SECRETARY, activity: str = "USL-01", *, removed: bool = False) -> Comment:
    return Comment(activity=activity, text=text, by=by, written_on=TODAY, removed=removed)


def test_without_members_people_are_the_roles_held_responsible() -> None:
    assert people(_work(), _with(), "USL-01") == {STAFF: "", SECRETARY: ""}


def test_with_members_people_are_those_who_may_speak_of_the_activity() -> None:
    now = _with(members=OFFICE)
    assert people(_work(), now, "KSP-01.polres") == {"ani": "Staf perizinan", "budi": "Kontak Polres"}
    assert people(_work(), now, "KSP-01.bpjs") == {"ani": "Staf perizinan"}
    assert people(_work(), now, "USL-01") == {"ani": "Staf perizinan"}


def test_nobody_is_offered_whose_account_lets_nobody_in_any_more() -> None:
    now = _with(members=OFFICE)
    assert people(_work(), now, "KSP-01.polres", {"ani"}) == {"budi": "Kontak Polres"}
    assert people(_work(), now, "USL-01", {"ani"}) == {}


def test_when_every_member_has_left_people_work_as_roles_again() -> None:
    now = _with(members={"dedi": OFFICE["dedi"]})
    assert set(people(_work(), now, "USL-01")) == {STAFF, SECRETARY}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Mohon @staf periksa, juga @sekda.", ("staf", "sekda")),
        ("@Staf, @STAF", ("staf",)),
        ("@sekda: @staf-_.", ("sekda", "staf")),
        ("surel ke kantor@staf dan x.@staf", ()),
        ("@@staf dan -@staf", ()),
        ("@stafx, @siapa", ()),
        ("(@bagian.hukum)", ("bagian.hukum",)),
        ("", ()),
    ],
)
def test_a_text_means_whom_it_names_behind_an_at_sign(text: str, meant: tuple[str, ...]) -> None:
    assert mentioned(text, {"staf", "sekda", "bagian.hukum"}) == meant


def test_the_pieces_of_a_text_are_the_text_again() -> None:
    text = "Yth. @Sekda, tolong\nlihat @siapa."
    found = pieces(text, {"sekda"})
    assert found == (Piece("Yth. "), Piece("@Sekda", "sekda"), Piece(", tolong\nlihat @siapa."))
    assert "".join(piece.text for piece in found) == text


def test_comments_stand_in_the_order_of_the_record_each_once() -> None:
    record = [
        _entry(4, "USL-01~b", "dua"),
        _entry(2, "USL-01~a", "satu"),
        entry(5, "comment", "USL-01~a", {"removed": True}, revision=2),
        entry(3, "activity", "USL-01", {"status": "done"}),
    ]
    assert written(record) == ("USL-01~a", "USL-01~b")


def _entry(number: int, comment: str, text: str) -> Entry:
    return entry(number, "comment", comment, {"text": text})


@pytest.mark.parametrize(
    ("standing", "theirs"),
    [
        (ActivityStanding("a", "not_started", ("not_done",)), True),
        (ActivityStanding("a", "submitted", ("evidence_missing", "not_accepted")), True),
        (ActivityStanding("a", "submitted", ("returned",)), True),
        (ActivityStanding("a", "submitted", ("not_accepted",)), False),
        (ActivityStanding("a", "submitted", ("lapsed",)), True),
        (ActivityStanding("a", "met"), False),
        (ActivityStanding("a", "not_applicable"), False),
    ],
)
def test_work_that_waits_only_for_another_persons_word_is_not_owed(
    standing: ActivityStanding, theirs: bool
) -> None:
    assert owed(standing) is theirs


@pytest.mark.parametrize(
    ("due", "lacks", "late"),
    [
        (YESTERDAY, ("not_done",), True),
        (TODAY, ("not_done",), False),
        (None, ("not_done",), False),
        (YESTERDAY, ("not_accepted",), False),
    ],
)
def test_work_is_overdue_the_day_after_it_was_due_while_it_is_owed(
    due: date | None, lacks: tuple[Lack, ...], late: bool
) -> None:
    standing = ActivityStanding("a", "submitted", lacks)
    assert overdue(Assignment(due=due), standing, TODAY) is late


def test_assigned_work_is_told_by_the_day_it_is_due_with_what_is_late() -> None:
    assignments = {
        "USL-01": Assignment(person=STAFF),
        "KOM-01": Assignment(person=STAFF, due=TOMORROW),
        "KSP-01.polres": Assignment(person=STAFF, due=YESTERDAY),
        "KSP-01.bpjs": Assignment(person=SECRETARY, due=YESTERDAY),
        "KSP-01.gone": Assignment(person=STAFF),
        "PRM-01": Assignment(person=STAFF, due=YESTERDAY),
    }
    found = _waiting(_with({"PRM-01": done()}, assignments))
    assert found.assigned == ("KSP-01.polres", "KOM-01", "USL-01")
    assert found.late == {"KSP-01.polres"}


def test_assigned_work_that_only_waits_for_a_second_person_waits_for_nobody_else() -> None:
    now = _with({"USL-01": done()}, {"USL-01": Assignment(person=STAFF, due=YESTERDAY)})
    assert _waiting(now) == Waiting()


def test_what_was_returned_waits_for_who_called_it_done_and_only_once() -> None:
    given_back = done().model_copy(update={"review": Review(decision="returned", by=SECRETARY, reason="a")})
    now = _with(
        {"USL-01": given_back, "KSP-01.gone": given_back},
        {"USL-01": Assignment(person=STAFF, due=YESTERDAY)},
    )
    found = _waiting(now)
    assert (found.assigned, found.returned, found.late) == ((), ("USL-01",), {"USL-01"})
    assert _waiting(now, SECRETARY) == Waiting()


def test_what_was_accepted_and_then_changed_waits_for_who_called_it_done() -> None:
    before = _with({"USL-01": done()})
    review = Review(decision="accepted", by=SECRETARY, of=presented(before, "USL-01"))
    assert _waiting(_with({"USL-01": done().model_copy(update={"review": review})})) == Waiting()
    changed = done(on=YESTERDAY).model_copy(update={"review": review})
    assert _waiting(_with({"USL-01": changed})).returned == ("USL-01",)


def test_returned_work_of_several_days_stands_in_the_order_it_is_due() -> None:
    given_back = done().model_copy(update={"review": Review(decision="returned", by=SECRETARY, reason="a")})
    two = checklist(item("USL-01", verify=True), item("PRM-01", verify=True), launch="PRM-01")
    now = state(MALL, {"USL-01": given_back, "PRM-01": given_back}).model_copy(
        update={"assignments": {"PRM-01": Assignment(due=TOMORROW)}}
    )
    todo, ready = measured(two, now)
    assert waiting_for(STAFF, todo, now, ready, TODAY, ()).returned == ("PRM-01", "USL-01")


@pytest.mark.parametrize(
    ("comments", "waits"),
    [
        ([_said("@staf bagaimana?")], ("c0",)),
        ([_said("@staf?"), _said("sudah", STAFF)], ()),
        ([_said("sudah", STAFF), _said("@staf?")], ("c1",)),
        ([_said("@staf?"), _said("@staf, lagi")], ("c1",)),
        ([_said("@staf?"), _said("catatan lain")], ("c0",)),
        ([_said("@staf?"), _said("sudah", STAFF, removed=True)], ("c0",)),
        ([_said("@staf?", removed=True)], ()),
        ([_said("@staf?"), _said("lain", STAFF, "KOM-01")], ("c0",)),
        ([_said("@staf?", STAFF)], ()),
        ([_said("@staf?", activity="KSP-01.gone")], ()),
        ([_said("@staf a"), _said("@staf b", activity="KOM-01")], ("c0", "c1")),
    ],
)
def test_a_mention_waits_until_the_person_has_said_something_there(
    comments: list[Comment], waits: tuple[str, ...]
) -> None:
    assert (
        _waiting(_with(comments={f"c{number}": said for number, said in enumerate(comments)})).mentions
        == waits
    )


def test_a_comment_that_is_recorded_but_does_not_stand_on_that_day_waits_for_nobody() -> None:
    todo, ready = measured(ITEMS, _with())
    assert waiting_for(STAFF, todo, _with(), ready, TODAY, ("USL-01~a",)) == Waiting()


def _action(step: Step, role: str, *activities: str) -> Action:
    return Action(activities[0].partition(".")[0], activities, step, role, None, False, Limit(TODAY, 0))


STEPS = (
    _action("start", STAFF, "KSP-01.polres", "KSP-01.bpjs"),
    _action("finish", SECRETARY, "KOM-01"),
    _action("accept", SECRETARY, "USL-01"),
)


def test_one_who_works_as_a_role_has_the_steps_of_that_role() -> None:
    assert own_steps(STEPS, _work(), SECRETARY, {STAFF, SECRETARY}, lambda agency: True) == (STEPS[1],)


def test_a_step_is_left_out_when_all_of_it_is_told_apart() -> None:
    def steps(*told: str) -> tuple[Action, ...]:
        return own_steps(STEPS, _work(), STAFF, {STAFF, SECRETARY}, lambda agency: True, told)

    assert steps("KSP-01.polres") == (STEPS[0],)
    assert steps("KSP-01.polres", "KSP-01.bpjs", "PRM-01") == ()


def test_one_with_an_account_has_the_steps_of_what_they_may_work_on() -> None:
    own = own_steps(STEPS, _work(), "budi", {STAFF, SECRETARY}, lambda agency: agency == "polres")
    assert own == (_action("start", STAFF, "KSP-01.polres"),)
    assert own_steps(STEPS, _work(), "ani", {STAFF}, lambda agency: True) == STEPS[:2]
    assert own_steps(STEPS, _work(), "cici", {STAFF}, lambda agency: False) == ()


@pytest.mark.parametrize("able", [True, False])
def test_in_local_mode_accepting_is_the_turn_of_the_role_named_for_it(able: bool) -> None:
    assert to_accept(SECRETARY, ITEMS, able=able)
    assert not to_accept(STAFF, ITEMS, able=able)


@pytest.mark.parametrize("able", [True, False])
def test_with_an_account_accepting_is_the_turn_of_whose_rights_allow_it(able: bool) -> None:
    assert to_accept("ani", ITEMS, able=able) is able
