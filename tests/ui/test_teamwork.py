"""Who is to do an item by when, what is said of it, and what waits for the person at work."""

from __future__ import annotations

from datetime import date

from planner.domain.changes import AssignmentChange, NewComment
from planner.domain.state import Assignment, Comment
from planner.views import comments_words, labels, tasks_words, words
from planner.workspace import Snapshot, Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"
ITEM = "PMT-08"
PAST = date(2026, 11, 20)
SECRETARY = "Sekretaris Daerah"


def _opened(screen: Screen, role: str = "dpmptsp", **address: str) -> Screen:
    return screen.go("daftar", rencana=PLAN, butir=ITEM, **address).act_as(role)


def _seen(workspace: Workspace) -> Snapshot:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen


def _said(workspace: Workspace) -> list[Comment]:
    return list(_seen(workspace).state.comments.values())


def _write(workspace: Workspace, text: str, actor: str) -> None:
    change = NewComment(activity=ITEM, text=text)
    assert isinstance(workspace.record(PLAN, change, actor=actor), Written)


def _assign(workspace: Workspace, actor: str = "sekda", **given: object) -> None:
    change = AssignmentChange.model_validate({"activity": ITEM, **given})
    assert isinstance(workspace.record(PLAN, change, actor=actor), Written)


def test_a_comment_is_said_with_a_mention_that_needs_no_id(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(comments_words.WRITE, "Denah sudah benar?").type(comments_words.MENTION, "sekda")
    assert screen.typed(comments_words.WRITE) == "Denah sudah benar? @sekda "
    assert screen.typed(comments_words.MENTION) is None
    screen.press(comments_words.SEND)
    (said,) = _said(workspace)
    assert (said.text, said.by, said.activity) == ("Denah sudah benar? @sekda", "dpmptsp", ITEM)
    assert screen.saved == [comments_words.SENT]
    assert screen.typed(comments_words.WRITE) == ""
    assert f"**DPMPTSP** · 23 Nov 2026 10.00 WIB  \nDenah sudah benar? **@{SECRETARY}**" in screen.texts


def test_nobody_mentions_themselves_from_the_list(screen: Screen) -> None:
    _opened(screen, "sekda")
    (field,) = (box for box in screen.app.selectbox if box.label == comments_words.MENTION)
    assert SECRETARY not in field.options
    assert "DPMPTSP" in field.options


def test_an_empty_comment_is_refused_and_the_field_stays(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(comments_words.WRITE, "   ").press(comments_words.SEND)
    assert screen.refused == [words.REFUSED.format(reasons=labels.OBJECTION["text_needed"])]
    assert screen.typed(comments_words.WRITE) == "   "
    assert _said(workspace) == []


def test_markup_in_a_comment_is_shown_letter_by_letter(screen: Screen, workspace: Workspace) -> None:
    _write(workspace, "<img src=x onerror=alert(1)>\n# *tebal*", "dpmptsp")
    _opened(screen)
    shown = [str(text.value) for text in screen.app.markdown]
    assert any(r"\<img src\=x onerror\=alert\(1\)\>" in text for text in shown)
    assert any(r"\# \*tebal\*" in text for text in shown)


def test_one_takes_back_what_one_said_and_nothing_else(screen: Screen, workspace: Workspace) -> None:
    _write(workspace, "Punya sekda", "sekda")
    _write(workspace, "Punya DPMPTSP", "dpmptsp")
    _opened(screen).press(comments_words.WITHDRAW)
    assert screen.saved == [comments_words.TAKEN_BACK]
    assert {said.text: said.removed for said in _said(workspace)} == {
        "Punya sekda": False,
        "Punya DPMPTSP": True,
    }
    assert "Punya DPMPTSP" not in screen.text
    assert comments_words.WITHDRAWN in screen.text
    assert comments_words.WITHDRAW not in screen.buttons()


def test_on_a_past_day_comments_and_assignment_are_only_read(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, hari="2026-11-20")
    assert comments_words.NONE in screen.texts
    assert tasks_words.NOT_ASSIGNED in screen.texts
    assert comments_words.SEND not in screen.buttons()
    assert tasks_words.SAVE not in screen.buttons()


def test_an_item_is_assigned_to_somebody_by_name_with_a_day(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, "sekda").type(tasks_words.PERSON, "pupr").type(tasks_words.DUE, PAST)
    screen.press(tasks_words.SAVE)
    assert _seen(workspace).state.assignments[ITEM] == Assignment(person="pupr", due=PAST)
    assert screen.saved == [words.SAVED]
    told = screen.rows[ITEM]["assigned"]
    assert told.startswith("ditugaskan kepada Dinas PUPR")


def test_only_what_was_touched_of_an_assignment_is_written(screen: Screen, workspace: Workspace) -> None:
    _assign(workspace, person="pupr")
    _opened(screen).type(tasks_words.DUE, PAST).press(tasks_words.SAVE)
    last = workspace.history(PLAN, "assignment", ITEM)[0]
    assert last.after == {"due": "2026-11-20"}


def test_the_second_who_assigns_is_told_and_chooses(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(tasks_words.PERSON, "pupr")
    _assign(workspace, person="kominfo")
    screen.press(tasks_words.SAVE)
    (told,) = screen.refused
    assert SECRETARY in told
    assert screen.compared == [[tasks_words.PERSON, "Dinas Kominfo", "Dinas PUPR"]]
    assert screen.typed(tasks_words.PERSON) == "pupr"
    screen.press(words.KEEP_MINE)
    assert _seen(workspace).state.assignments[ITEM].person == "pupr"


def test_the_second_who_assigns_can_take_what_is_stored(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(tasks_words.PERSON, "pupr")
    _assign(workspace, person="kominfo")
    screen.press(tasks_words.SAVE).press(words.TAKE_THEIRS)
    assert screen.typed(tasks_words.PERSON) == "kominfo"
    assert _seen(workspace).state.assignments[ITEM].person == "kominfo"


def test_the_history_of_an_item_tells_its_comments_and_assignments(
    screen: Screen, workspace: Workspace
) -> None:
    _assign(workspace, person="pupr")
    _write(workspace, "Denah ada?", "sekda")
    _opened(screen)
    entries = workspace.history(PLAN)
    assert [entry.kind for entry in entries[:2]] == ["comment", "assignment"]
    screen.app.session_state[f"{ITEM}:riwayat"] = True
    screen.app.run()
    assert "Komentar: “Denah ada?”." in screen.text
    assert "Ditugaskan kepada: Dinas PUPR" in screen.text


def test_what_is_assigned_waits_for_that_role_alone(screen: Screen, workspace: Workspace) -> None:
    _assign(workspace, person="bkpsdm", due=PAST)
    title = _seen(workspace).checklist.items[ITEM].title
    screen.go("tugas", rencana=PLAN).act_as("bkpsdm")
    assert "1 hal menunggu Anda, 1 di antaranya lewat batas waktu." in screen.texts
    assert title in screen.links
    assert "lewat batas waktu 3 hari (20 Nov 2026)" in screen.text
    screen.act_as("kominfo")
    assert tasks_words.NOTHING_WAITS in screen.texts
    assert title not in screen.links


def test_a_mention_waits_until_it_is_answered(screen: Screen, workspace: Workspace) -> None:
    _write(workspace, "Apakah @bkpsdm sudah setuju?", "sekda")
    screen.go("tugas", rencana=PLAN).act_as("bkpsdm")
    assert "1 hal menunggu Anda." in screen.texts
    assert (
        f"{SECRETARY} · 23 Nov 2026 10.00 WIB · “Apakah @BKPSDM (kepegawaian) sudah setuju?”" in screen.text
    )
    _write(workspace, "Sudah.", "bkpsdm")
    screen.app.run()
    assert tasks_words.NOTHING_WAITS in screen.texts


def test_what_waits_for_acceptance_is_told_to_who_accepts(screen: Screen) -> None:
    screen.go("tugas", rencana=PLAN).act_as("sekda")
    assert tasks_words.TO_REVIEW in screen.texts
    assert tasks_words.TO_QUEUE in screen.links
    screen.act_as("dpmptsp")
    assert tasks_words.TO_REVIEW not in screen.texts


def test_the_next_steps_are_those_of_the_role(screen: Screen, workspace: Workspace) -> None:
    seen = _seen(workspace)
    titles = {
        role: [seen.checklist.items[action.item].title for action in seen.actions if action.role == role]
        for role in ("dpmptsp", "pupr")
    }
    screen.go("tugas", rencana=PLAN).act_as("dpmptsp")
    assert tasks_words.NEXT in screen.texts
    assert set(titles["dpmptsp"]) <= set(screen.links)
    assert not set(titles["pupr"]) & set(screen.links)


def test_who_has_nothing_to_do_is_told_so_kindly(screen: Screen, workspace: Workspace) -> None:
    idle = set(_seen(workspace).checklist.roles) - {action.role for action in _seen(workspace).actions}
    screen.go("tugas", rencana=PLAN).act_as(min(idle))
    assert tasks_words.NOTHING_WAITS in screen.texts
    assert tasks_words.NOTHING_AT_ALL in screen.told
