"""Verifikasi: the queue of the second person, opened row by row, accepted together, and never one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from planner.domain.changes import ActivityChange, MemberChange, ReviewChange
from planner.domain.people import Person
from planner.ui.visitor import Visitor
from planner.views import labels, words
from planner.views import review_words as said
from planner.views.review import PAGE, Reviewable, queue
from planner.workspace import Snapshot, Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"
STAFF, SECRETARY = "dpmptsp", "sekda"
PROVEN = "SRN-01"


def _seen(workspace: Workspace) -> Snapshot:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen


def _row(workspace: Workspace, activity: str) -> Reviewable:
    seen = _seen(workspace)
    rows = queue(seen.work, seen.state, seen.readiness, workspace.history(PLAN))
    (found,) = [row for row in rows if row.activity.id == activity]
    return found


def _submit(workspace: Workspace, activity: str, actor: str = STAFF) -> None:
    """Report work as done, with a file for every document that it asks for."""
    for wanted in _seen(workspace).work.activities[activity].item.evidence:
        _attach(workspace, activity, wanted.id, f"{activity} {wanted.id}", actor)
    change = ActivityChange(activity=activity, status="done")
    assert isinstance(workspace.record(PLAN, change, actor=actor), Written)


def _attach(workspace: Workspace, activity: str, wanted: str, text: str, actor: str = STAFF) -> None:
    given = workspace.attach(PLAN, activity, wanted, "bukti.txt", text.encode(), actor=actor)
    assert isinstance(given, Written)


def _key(workspace: Workspace, activity: str, part: str = "antrean") -> str:
    return f"{part}:{activity}:{_row(workspace, activity).of[:12]}"


def _page(screen: Screen, role: str = SECRETARY, **address: str) -> Screen:
    return screen.go("verifikasi", rencana=PLAN, **address).act_as(role)


def _open(screen: Screen, workspace: Workspace, activity: str, part: str = "antrean") -> Screen:
    screen.app.session_state[f"{_key(workspace, activity, part)}:buka"] = True
    screen.app.run()
    return screen


def _box(screen: Screen, workspace: Workspace, activity: str) -> Any:
    return screen.app.checkbox(key=f"{_key(workspace, activity)}:pilih")


def _pick(screen: Screen, workspace: Workspace, activity: str) -> Screen:
    _box(screen, workspace, activity).check().run()
    return screen


def _titles(screen: Screen) -> list[str]:
    return [box.label.replace("\\", "") for box in screen.app.expander]


def _standing(workspace: Workspace, activity: str) -> str:
    return _seen(workspace).readiness.activities[activity].standing


def _gate_items(workspace: Workspace, count: int) -> list[str]:
    """Ids of work of gates that nobody has begun."""
    seen = _seen(workspace)
    free = [
        a.id
        for a in seen.work.activities.values()
        if a.item.reviewed and seen.readiness.activities[a.id].standing == "not_started"
    ]
    return free[:count]


def test_the_queue_lists_what_waits_oldest_first(screen: Screen, workspace: Workspace) -> None:
    (fresh,) = _gate_items(workspace, 1)
    _submit(workspace, fresh)
    titles = _titles(_page(screen))
    item = _seen(workspace).work.activities
    assert item[PROVEN].item.title in titles[-2]
    assert item[fresh].item.title in titles[-1]
    assert "(hari ini)" in titles[-1]


def test_a_row_can_be_picked_only_once_it_was_opened(screen: Screen, workspace: Workspace) -> None:
    _page(screen)
    box = _box(screen, workspace, PROVEN)
    assert (box.disabled, box.help) == (True, said.PICK_OPEN_FIRST)
    assert screen.button(said.ACCEPT_PICKED.format(count=0)).disabled
    assert not _box(_open(screen, workspace, PROVEN), workspace, PROVEN).disabled


def test_opening_shows_what_is_to_be_decided_upon(screen: Screen, workspace: Workspace) -> None:
    _open(_page(screen), workspace, PROVEN)
    activity = _seen(workspace).work.activities[PROVEN]
    assert activity.item.requirement in screen.text
    assert activity.item.evidence[0].title in screen.text
    assert {words.ACCEPT, words.RETURN} <= set(screen.buttons())


def test_all_that_was_opened_and_picked_is_accepted_at_once(screen: Screen, workspace: Workspace) -> None:
    fresh = _gate_items(workspace, 2)
    for activity in fresh:
        _submit(workspace, activity)
    _page(screen)
    for activity in fresh:
        _pick(_open(screen, workspace, activity), workspace, activity)
    before = len(workspace.history(PLAN))
    screen.press(said.ACCEPT_PICKED.format(count=2))
    assert screen.saved == [said.ACCEPTED.format(count=2)]
    assert [_standing(workspace, activity) for activity in fresh] == ["met", "met"]
    written = workspace.history(PLAN, limit=len(workspace.history(PLAN)) - before)
    assert {(entry.actor, bool(entry.after["review"]["of"])) for entry in written} == {(SECRETARY, True)}


def test_what_changed_since_it_was_opened_must_be_opened_again(screen: Screen, workspace: Workspace) -> None:
    _pick(_open(_page(screen), workspace, PROVEN), workspace, PROVEN)
    wanted = _seen(workspace).work.activities[PROVEN].item.evidence[0].id
    _attach(workspace, PROVEN, wanted, "denah baru")
    screen.app.run()
    assert _box(screen, workspace, PROVEN).disabled
    assert any(said.CHANGED in title for title in _titles(screen))
    assert screen.button(said.ACCEPT_PICKED.format(count=0)).disabled


def test_what_changes_in_the_moment_of_accepting_is_not_accepted_and_named(
    screen: Screen, workspace: Workspace
) -> None:
    _pick(_open(_page(screen), workspace, PROVEN), workspace, PROVEN)
    wanted = _seen(workspace).work.activities[PROVEN].item.evidence[0].id
    _attach(workspace, PROVEN, wanted, "denah baru")
    screen.press(said.ACCEPT_PICKED.format(count=1))
    (told,) = screen.refused
    assert labels.OBJECTION["changed_since"] in told
    assert _seen(workspace).work.activities[PROVEN].item.title in told
    assert _standing(workspace, PROVEN) == "submitted"


def test_what_a_colleague_accepts_in_the_same_moment_is_named(screen: Screen, workspace: Workspace) -> None:
    _pick(_open(_page(screen), workspace, PROVEN), workspace, PROVEN)
    faster = ReviewChange(activity=PROVEN, decision="returned", reason="Belum berskala.")
    assert isinstance(workspace.record(PLAN, faster, actor="bupati"), Written)
    screen.press(said.ACCEPT_PICKED.format(count=1))
    (told,) = screen.refused
    assert "Bupati" in told
    review = _seen(workspace).state.progress[PROVEN].review
    assert review is not None
    assert review.decision == "returned"


def test_ones_own_submission_is_never_picked(screen: Screen, workspace: Workspace) -> None:
    (fresh,) = _gate_items(workspace, 1)
    _submit(workspace, fresh, SECRETARY)
    _open(_page(screen), workspace, fresh)
    box = _box(screen, workspace, fresh)
    assert (box.disabled, box.help) == (True, said.PICK_OWN)
    assert said.OWN in screen.told


def test_work_without_its_documents_is_not_accepted_together_with_others(
    screen: Screen, workspace: Workspace
) -> None:
    (fresh,) = _gate_items(workspace, 1)
    done = ActivityChange(activity=fresh, status="done")
    assert isinstance(workspace.record(PLAN, done, actor=STAFF), Written)
    _open(_page(screen), workspace, fresh)
    box = _box(screen, workspace, fresh)
    assert (box.disabled, box.help) == (True, said.PICK_MISSING)
    assert "Bukti wajib belum ada" in "\n".join(screen.told)


def test_one_is_accepted_where_it_is_opened_and_the_page_says_which(
    screen: Screen, workspace: Workspace
) -> None:
    _open(_page(screen), workspace, PROVEN).press(words.ACCEPT)
    title = _seen(workspace).work.activities[PROVEN].item.title
    assert screen.saved == [said.ABOUT.format(name=title, told=words.SAVED)]
    assert _standing(workspace, PROVEN) == "met"


def test_a_return_without_a_reason_is_refused_and_says_of_what(screen: Screen, workspace: Workspace) -> None:
    _open(_page(screen), workspace, PROVEN).press(words.RETURN)
    (told,) = screen.refused
    assert _seen(workspace).work.activities[PROVEN].item.title in told
    assert labels.OBJECTION["reason_needed"] in told


def test_returned_work_stands_in_the_second_list_and_is_handed_in_again_there(
    screen: Screen, workspace: Workspace
) -> None:
    _open(_page(screen), workspace, PROVEN).type(words.RETURN_REASON, "Belum berskala.").press(words.RETURN)
    assert any("dikembalikan Sekretaris Daerah" in title for title in _titles(screen))
    screen.act_as(STAFF)
    _open(screen, workspace, PROVEN, "kembali").press(said.RESUBMIT)
    assert _row(workspace, PROVEN).waits == "accept"
    assert said.BACK_NONE in screen.texts


def test_the_queue_is_narrowed_by_stage_and_agency(screen: Screen, workspace: Workspace) -> None:
    stage = next(s for s in _seen(workspace).checklist.stages if s.stage == "kesepakatan")
    _page(screen).type(words.STAGE, stage.title)
    assert said.NONE_HERE in screen.told
    screen.type(words.STAGE, words.ALL_STAGES)
    assert said.NONE_HERE not in screen.told


def test_an_empty_queue_says_how_something_comes_into_it(screen: Screen, workspace: Workspace) -> None:
    seen = _seen(workspace)
    for row in queue(seen.work, seen.state, seen.readiness, workspace.history(PLAN)):
        change = ReviewChange(activity=row.activity.id, decision="accepted")
        assert isinstance(workspace.record(PLAN, change, actor="bupati"), Written)
    _page(screen)
    assert said.NOTHING_WAITS in screen.texts
    assert said.NONE_YET in screen.told


def test_fifty_rows_are_drawn_at_a_time(screen: Screen, workspace: Workspace) -> None:
    for activity in _gate_items(workspace, PAGE + 3):
        change = ActivityChange(activity=activity, status="done")
        assert isinstance(workspace.record(PLAN, change, actor=STAFF), Written)
    _page(screen)
    assert len(_titles(screen)) == PAGE
    screen.press(said.LATER)
    assert 0 < len(_titles(screen)) < PAGE
    assert screen.button(said.LATER).disabled


def test_on_another_day_nothing_can_be_picked_or_decided(screen: Screen, workspace: Workspace) -> None:
    screen.go("verifikasi", rencana=PLAN, hari="2026-11-22")
    assert all(box.disabled for box in screen.app.checkbox)
    _open(screen, workspace, PROVEN)
    assert all(box.disabled for box in screen.app.checkbox)
    assert screen.button(words.ACCEPT).disabled
    assert screen.button(said.ACCEPT_PICKED.format(count=0)).disabled


# With accounts.


@pytest.fixture
def signed_in(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Screen]:
    """Gives the screen of a member of the plan in an office with accounts, by their role."""

    def come(role: str) -> Screen:
        change = MemberChange.model_validate({"person": role, "name": f"Meja {role}", "role": role})
        assert isinstance(workspace.record(PLAN, change, actor="mpp"), Written)
        here = Visitor("office", "here", Person(role))
        for module in ("visitor", "session", "doorstep", "components.visitor_card"):
            monkeypatch.setattr(f"planner.ui.{module}.visitor", lambda: here)
        return Screen().go("verifikasi", rencana=PLAN)

    return come


@pytest.mark.parametrize("role", ["staff", "leader", "admin"])
def test_who_only_reads_sees_the_queue_and_decides_nothing(
    signed_in: Callable[[str], Screen], workspace: Workspace, role: str
) -> None:
    screen = signed_in(role)
    assert said.ONLY_READING in screen.texts
    assert said.LOCAL not in screen.texts
    assert list(screen.app.checkbox) == []
    _open(screen, workspace, PROVEN)
    assert said.NOT_YOURS in screen.texts
    assert not {words.ACCEPT, words.RETURN} & set(screen.buttons())


def test_a_verifier_accepts_under_their_own_name(
    signed_in: Callable[[str], Screen], workspace: Workspace
) -> None:
    screen = signed_in("verifier")
    assert said.LOCAL not in screen.texts
    _pick(_open(screen, workspace, PROVEN), workspace, PROVEN).press(said.ACCEPT_PICKED.format(count=1))
    review = _seen(workspace).state.progress[PROVEN].review
    assert review is not None
    assert review.by == "verifier"


def test_a_verifier_cannot_hand_in_what_they_returned(
    signed_in: Callable[[str], Screen], workspace: Workspace
) -> None:
    returned = ReviewChange(activity=PROVEN, decision="returned", reason="Belum berskala.")
    assert isinstance(workspace.record(PLAN, returned, actor="bupati"), Written)
    assert said.RESUBMIT not in _open(signed_in("verifier"), workspace, PROVEN, "kembali").buttons()
    assert said.RESUBMIT in _open(signed_in("staff"), workspace, PROVEN, "kembali").buttons()
