"""What a second person decides upon: what belongs to it, and when a decision no longer stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.changes import (
    ActivityChange,
    Against,
    Change,
    EvidenceRemoval,
    ReviewChange,
    applied,
    judged,
)
from planner.domain.readiness import ActivityStanding
from planner.domain.state import Evidence, Progress, Review, State
from planner.domain.verification import contributors, fingerprint, lapsed, presented
from planner.domain.verification import given as files_of
from tests.domain.builders import (
    SECRETARY,
    STAFF,
    TODAY,
    checklist,
    document,
    done,
    item,
    measured,
    state,
)

ITEMS = checklist(item("USL-01", gates=["usulan"], evidence=["sk"]), item("PRM-01"), launch="PRM-01")
WORK = Progress(
    status="done", started_on=date(2026, 2, 2), finished_on=TODAY, submitted_by=STAFF, reason="Ada"
)
FILE = document("USL-01", "sk", digest="a" * 64, by="arsip")
OTHER = document("USL-01", "sk", digest="b" * 64)
TAKEN_BACK = document("USL-01", "sk", digest="c" * 64, removed=True, by="tamu")


def _decided(decision: Any = "accepted", by: str = SECRETARY, files: tuple[Evidence, ...] = (FILE,)) -> State:
    """Work with its files, decided upon as it stands."""
    review = Review(decision=decision, by=by, reason="Kurang")
    return state(progress={"USL-01": WORK.model_copy(update={"review": review})}, evidence=files)


def _standing(now: State) -> ActivityStanding:
    return measured(ITEMS, now)[1].activities["USL-01"]


def _after(now: State, *changes: Change, actor: str = STAFF) -> State:
    return applied(now, changes, actor, TODAY)


def _against(change: Change, now: State, actor: str) -> tuple[Against, ...]:
    return judged([change], ITEMS, now, actor, TODAY, TODAY).against


# What belongs to what is decided upon.


@pytest.mark.parametrize(
    "given",
    [
        {"status": "in_progress"},
        {"started_on": date(2026, 2, 3)},
        {"started_on": None},
        {"finished_on": date(2026, 3, 1)},
        {"finished_on": None},
        {"reason": "Lain"},
    ],
)
def test_status_dates_and_reason_belong_to_what_is_decided_upon(given: dict[str, Any]) -> None:
    assert fingerprint(WORK.model_copy(update=given), [FILE]) != fingerprint(WORK, [FILE])


@pytest.mark.parametrize(
    "files",
    [
        (),
        (OTHER,),
        (FILE, OTHER),
        (FILE, FILE),
        (FILE.model_copy(update={"requirement": "notula"}),),
    ],
)
def test_the_files_and_what_each_is_to_prove_belong_to_what_is_decided_upon(
    files: tuple[Evidence, ...],
) -> None:
    assert fingerprint(WORK, files) != fingerprint(WORK, [FILE])


@pytest.mark.parametrize(
    "given",
    [
        {"note": "Lihat rapat"},
        {"remaining": 4},
        {"submitted_by": SECRETARY},
        {"review": Review(decision="returned", by=SECRETARY)},
        {"source": "berita"},
    ],
)
def test_what_proves_nothing_is_no_part_of_it(given: dict[str, Any]) -> None:
    assert fingerprint(WORK.model_copy(update=given), [FILE]) == fingerprint(WORK, [FILE])


def test_the_name_of_a_file_and_its_day_are_no_part_of_it() -> None:
    renamed = FILE.model_copy(update={"file_name": "lain.pdf", "attached_on": date(2026, 1, 5), "by": "x"})
    assert fingerprint(WORK, [renamed]) == fingerprint(WORK, [FILE])


def test_files_that_were_withdrawn_are_no_part_of_it() -> None:
    assert fingerprint(WORK, [FILE, TAKEN_BACK]) == fingerprint(WORK, [FILE])


@given(st.permutations([FILE, OTHER, document("USL-01", "notula"), TAKEN_BACK]))
def test_the_order_of_the_files_means_nothing(files: list[Evidence]) -> None:
    assert fingerprint(WORK, files) == fingerprint(WORK, sorted(files, key=lambda e: e.sha256))


def test_what_is_presented_of_an_activity_is_its_own_work_and_files() -> None:
    now = state(progress={"USL-01": WORK}, evidence=[FILE, TAKEN_BACK, document("PRM-01", "foto")])
    assert files_of(now, "USL-01") == (FILE,)
    assert presented(now, "USL-01") == fingerprint(WORK, [FILE])
    assert presented(now, "QQQ-01") == fingerprint(Progress(), [])


# Whether a decision stands.


def test_a_decision_on_what_stands_stands() -> None:
    now = _decided()
    assert not lapsed(now.progress["USL-01"], files_of(now, "USL-01"))
    assert _standing(now).standing == "met"


def test_work_without_a_decision_has_none_that_could_lapse() -> None:
    assert not lapsed(WORK, [FILE])


@pytest.mark.parametrize(
    "change",
    [
        ActivityChange(activity="USL-01", started_on=date(2026, 2, 3)),
        ActivityChange(activity="USL-01", finished_on=date(2026, 3, 1)),
        ActivityChange(activity="USL-01", reason="Lain"),
        EvidenceRemoval(evidence="f1"),
    ],
)
def test_acceptance_lapses_with_any_change_of_what_was_accepted(change: Change) -> None:
    now = _after(_decided(files=(FILE, OTHER)), change)
    assert now.progress["USL-01"].review is not None
    assert _standing(now) == ActivityStanding("USL-01", "submitted", ("lapsed",), (), _standing(now).evidence)


def test_acceptance_stays_where_only_a_note_is_added() -> None:
    assert _standing(_after(_decided(), ActivityChange(activity="USL-01", note="Segera"))).standing == "met"


def test_lapsed_work_can_be_accepted_anew() -> None:
    changed = _after(_decided(), ActivityChange(activity="USL-01", finished_on=date(2026, 3, 1)))
    seen = presented(changed, "USL-01")
    again = _after(changed, ReviewChange(activity="USL-01", decision="accepted", of=seen), actor=SECRETARY)
    assert _standing(again).standing == "met"


def test_lapsed_work_that_is_called_done_again_waits_anew() -> None:
    changed = _after(_decided(), ActivityChange(activity="USL-01", finished_on=date(2026, 3, 1)))
    later = _after(changed, ActivityChange(activity="USL-01", finished_on=date(2026, 2, 27)))
    assert _standing(later).lacks == ("lapsed",)
    again = _after(changed, ActivityChange(activity="USL-01", status="done"), actor="arsip")
    assert (again.progress["USL-01"].review, again.progress["USL-01"].submitted_by) == (None, "arsip")
    assert _standing(again).lacks == ("not_accepted",)


# Decisions from before they were bound to their content.


def _from_before(by: str = SECRETARY) -> State:
    review = Review(decision="accepted", by=by)
    now = state(progress={"USL-01": WORK}, evidence=[FILE])
    return now.model_copy(update={"progress": {"USL-01": WORK.model_copy(update={"review": review})}})


def test_acceptance_from_before_decisions_were_bound_stands() -> None:
    assert _standing(_from_before()).standing == "met"


@pytest.mark.parametrize(
    "change",
    [EvidenceRemoval(evidence="f0"), ActivityChange(activity="USL-01", finished_on=date(2026, 3, 1))],
)
def test_acceptance_from_before_falls_when_what_it_was_given_for_changes(change: Change) -> None:
    now = _after(_from_before(), change)
    assert now.progress["USL-01"].review is None
    assert _standing(now).lacks[-1] == "not_accepted"


# Whose work it is.


def test_who_called_it_done_and_who_gave_a_file_that_counts_did_it() -> None:
    assert contributors(WORK, [FILE, OTHER, TAKEN_BACK]) == {STAFF, "arsip"}
    assert contributors(Progress(), []) == frozenset()


@pytest.mark.parametrize("who", [STAFF, "arsip"])
def test_nobody_reviews_what_they_called_done_or_gave_a_file_for(who: str) -> None:
    now = state(progress={"USL-01": WORK}, evidence=[FILE, TAKEN_BACK])
    change = ReviewChange(activity="USL-01", decision="accepted")
    assert _against(change, now, who) == (Against("own_submission"),)
    assert _against(change, now, "tamu") == ()


def test_acceptance_by_one_who_gave_a_file_counts_nothing() -> None:
    assert _standing(_decided(by="arsip")).lacks == ("not_accepted",)


# Returned work.


def test_returned_work_lacks_what_was_asked_for() -> None:
    assert _standing(_decided("returned")).lacks == ("returned",)


def test_returned_work_that_is_called_done_again_waits_anew_even_unchanged() -> None:
    again = _after(_decided("returned"), ActivityChange(activity="USL-01", status="done"))
    assert again.progress["USL-01"].review is None
    assert _standing(again).lacks == ("not_accepted",)


def test_returned_work_with_other_proof_waits_anew() -> None:
    now = _after(_decided("returned", files=(FILE, OTHER)), EvidenceRemoval(evidence="f1"))
    assert _standing(now).lacks == ("not_accepted",)


def test_a_decision_on_something_else_than_what_stands_is_refused() -> None:
    before = state(progress={"USL-01": done()}, evidence=[FILE])
    change = ReviewChange(activity="USL-01", decision="accepted", of=presented(before, "USL-01"))
    assert _against(change, before, SECRETARY) == ()
    after = state(progress={"USL-01": done()}, evidence=[FILE, OTHER])
    assert _against(change, after, SECRETARY) == (Against("changed_since"),)
