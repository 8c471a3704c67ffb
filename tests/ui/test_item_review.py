"""The word of a second person: accepted, returned with a reason, never one's own."""

from __future__ import annotations

import pytest

from planner.domain.changes import ActivityChange, ReviewChange
from planner.domain.state import Progress
from planner.views import labels, words
from planner.views import review_words as said
from planner.workspace import Snapshot, Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"
REPORTED = "SRN-01"
BY = "pupr"


def _opened(screen: Screen, role: str, item: str = REPORTED) -> Screen:
    return screen.go("daftar", rencana=PLAN, butir=item).act_as(role)


def _seen(workspace: Workspace) -> Snapshot:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen


def _stands(workspace: Workspace, item: str = REPORTED) -> Progress:
    return _seen(workspace).state.progress[item]


def test_work_that_waits_says_for_whom_it_waits(screen: Screen, workspace: Workspace) -> None:
    title = _seen(workspace).checklist.roles[BY].title
    _opened(screen, "sekda")
    assert words.REVIEW_WAITS.format(who=title) in screen.texts
    assert words.NEEDS.format(lacks="menunggu pemeriksaan") in screen.texts


def test_a_second_person_accepts_and_the_item_is_met(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, "sekda").press(words.ACCEPT)
    review = _stands(workspace).review
    assert review is not None
    assert (review.decision, review.by) == ("accepted", "sekda")
    assert _seen(workspace).readiness.activities[REPORTED].standing == "met"
    assert words.ACCEPTED_BY.format(who="Sekretaris Daerah") in screen.texts
    assert words.MET in screen.texts
    assert screen.saved == [words.SAVED]
    assert words.ACCEPT not in screen.buttons()


def test_a_return_needs_a_reason(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, "sekda").press(words.RETURN)
    assert screen.refused == [words.REFUSED.format(reasons=labels.OBJECTION["reason_needed"])]
    assert _stands(workspace).review is None


def test_returned_work_says_by_whom_and_why(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, "sekda").type(words.RETURN_REASON, "Denah *belum* berskala.").press(words.RETURN)
    said = words.RETURNED_BY.format(who="Sekretaris Daerah", reason="Denah *belum* berskala.")
    assert said in screen.texts
    review = _stands(workspace).review
    assert review is not None
    assert review.decision == "returned"


def test_whoever_reported_it_is_told_that_another_must_look_and_has_no_buttons(screen: Screen) -> None:
    _opened(screen, BY)
    assert said.OWN in screen.told
    assert not {words.ACCEPT, words.RETURN} & set(screen.buttons())


def test_whoever_gave_a_file_does_not_accept_it_either(screen: Screen, workspace: Workspace) -> None:
    _attach(workspace, b"denah lain", actor="sekda")
    _opened(screen, "sekda")
    assert said.OWN in screen.told
    assert words.ACCEPT not in screen.buttons()


def test_in_local_mode_the_page_says_that_four_eyes_are_not_certain(screen: Screen) -> None:
    assert said.LOCAL in _opened(screen, "sekda").texts


def test_what_was_seen_and_is_another_by_now_is_not_accepted(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, "sekda")
    _attach(workspace, b"denah lain", actor="dpmptsp")
    screen.press(words.ACCEPT)
    assert screen.refused == [words.REFUSED.format(reasons=labels.OBJECTION["changed_since"])]
    assert _stands(workspace).review is None


def test_acceptance_that_lapsed_says_who_gave_it_and_what_changed(
    screen: Screen, workspace: Workspace
) -> None:
    _opened(screen, "sekda").press(words.ACCEPT)
    _attach(workspace, b"denah lain", actor="dpmptsp")
    _opened(screen, "sekda")
    (told,) = [text for text in screen.texts if "gugur" in text and "Sekretaris Daerah" in text]
    assert "denah-lain.txt" in told
    assert {words.ACCEPT, words.RETURN, said.RESUBMIT} <= set(screen.buttons())
    screen.press(words.ACCEPT)
    assert _seen(workspace).readiness.activities[REPORTED].standing == "met"


def test_returned_work_is_handed_in_again_without_any_change(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, "sekda").type(words.RETURN_REASON, "Belum berskala.").press(words.RETURN)
    screen.act_as(BY).press(said.RESUBMIT)
    stands = _stands(workspace)
    assert (stands.review, stands.submitted_by) == (None, BY)
    assert _seen(workspace).readiness.activities[REPORTED].lacks == ("not_accepted",)
    assert said.RESUBMITTED in screen.text
    assert said.RESUBMIT not in screen.buttons()


def test_lapsed_work_is_handed_in_again(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, "sekda").press(words.ACCEPT)
    _attach(workspace, b"denah lain", actor=BY)
    _opened(screen, BY).press(said.RESUBMIT)
    assert _seen(workspace).readiness.activities[REPORTED].lacks == ("not_accepted",)


def _attach(workspace: Workspace, content: bytes, *, actor: str) -> None:
    wanted = _seen(workspace).work.activities[REPORTED].item.evidence[0].id
    given = workspace.attach(PLAN, REPORTED, wanted, "denah-lain.txt", content, actor=actor)
    assert isinstance(given, Written)


def test_the_second_of_two_reviewers_is_told_of_the_first(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, "sekda")
    change = ReviewChange(activity=REPORTED, decision="returned", reason="Denah belum lengkap.")
    assert isinstance(workspace.record(PLAN, change, actor="bupati"), Written)
    screen.press(words.ACCEPT)
    (told,) = screen.refused
    assert "Bupati" in told
    review = _stands(workspace).review
    assert review is not None
    assert review.by == "bupati"


def test_a_change_of_the_report_makes_the_review_lapse(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, "sekda").press(words.ACCEPT)
    screen.type(words.STATUS, "in_progress").press(words.SAVE)
    assert _stands(workspace).status == "in_progress"
    assert _seen(workspace).readiness.activities[REPORTED].standing == "in_progress"
    assert words.REVIEW_EARLY in screen.texts
    assert "gugur" in screen.text


@pytest.mark.parametrize("item", ["KMT-06", "PMT-08"])
def test_work_that_is_not_done_cannot_be_reviewed_yet(screen: Screen, item: str) -> None:
    _opened(screen, "sekda", item)
    assert words.REVIEW_EARLY in screen.texts
    assert words.ACCEPT not in screen.buttons()


def test_an_item_that_needs_no_review_does_not_speak_of_one(screen: Screen) -> None:
    _opened(screen, "sekda", "KMT-02")
    assert f"**{words.REVIEW}**" not in screen.texts


def test_on_another_day_nothing_can_be_accepted(screen: Screen, workspace: Workspace) -> None:
    done = ActivityChange(activity="PMT-08", status="done")
    assert isinstance(workspace.record(PLAN, done, actor="dpmptsp"), Written)
    screen.go("daftar", rencana=PLAN, butir=REPORTED, hari="2026-11-22")
    assert screen.button(words.ACCEPT).disabled
    assert screen.button(words.RETURN).disabled
