"""Saving status, dates and notes of one activity: what is written, and every sentence that refuses it."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.changes import ActivityChange, Objection
from planner.domain.state import Progress
from planner.ui import style
from planner.ui.components.item_form import changed_fields, effect
from planner.views import comments_words, comparison_words, formats, labels, words
from planner.workspace import Snapshot, Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"
RUNNING = "KMT-06"
GATE = "PMT-08"
UNTOUCHED = "PRS-05"
TODAY = date(2026, 11, 23)


def _opened(screen: Screen, item: str) -> Screen:
    return screen.go("daftar", rencana=PLAN, butir=item).act_as("dpmptsp")


def _stands(workspace: Workspace, item: str) -> Progress:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen.state.progress.get(item, Progress())


def test_the_fields_show_what_is_stored(screen: Screen, workspace: Workspace) -> None:
    stored = _stands(workspace, RUNNING)
    _opened(screen, RUNNING)
    assert screen.typed(words.STATUS) == stored.status == "in_progress"
    assert screen.typed(words.STARTED) == stored.started_on
    assert screen.typed(words.NOTE) == stored.note


def test_each_status_asks_only_for_its_own_fields(screen: Screen) -> None:
    _opened(screen, RUNNING)
    dated = {words.STARTED, words.FINISHED, words.REMAINING, words.REASON}
    expected = {
        "not_started": set(),
        "in_progress": {words.STARTED, words.REMAINING},
        "done": {words.STARTED, words.FINISHED},
        "not_applicable": {words.REASON},
    }
    for status, fields in expected.items():
        screen.type(words.STATUS, status)
        assert dated & set(screen.labels()) == fields


def test_what_is_saved_stands_in_the_record_and_is_confirmed(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "Anggaran perubahan dibahas.").type(words.REMAINING, 12)
    screen.press(words.SAVE)
    assert screen.saved == [words.SAVED]
    stands = _stands(workspace, RUNNING)
    assert (stands.note, stands.remaining) == ("Anggaran perubahan dibahas.", 12)
    entry = workspace.history(PLAN, limit=1)[0]
    assert (entry.actor, entry.subject) == ("dpmptsp", RUNNING)
    assert screen.typed(words.NOTE) == "Anggaran perubahan dibahas."


def test_work_that_is_done_takes_effect_on_its_day(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, RUNNING).type(words.STATUS, "done").type(words.FINISHED, date(2026, 11, 20))
    screen.press(words.SAVE)
    assert screen.saved == [words.SAVED_FROM.format(day=formats.short_day(date(2026, 11, 20)))]
    stands = _stands(workspace, RUNNING)
    assert (stands.status, stands.finished_on, stands.submitted_by) == (
        "done",
        date(2026, 11, 20),
        "dpmptsp",
    )
    assert workspace.history(PLAN, limit=1)[0].effective_on == date(2026, 11, 20)


def test_a_day_left_open_at_a_new_status_becomes_today(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, RUNNING).type(words.STATUS, "done").press(words.SAVE)
    assert _stands(workspace, RUNNING).finished_on == TODAY
    assert screen.typed(words.FINISHED) == TODAY


def test_an_item_without_a_gate_can_be_put_aside_with_a_reason(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, UNTOUCHED).type(words.STATUS, "not_applicable").type(words.REASON, "Sudah ada gedung.")
    screen.press(words.SAVE)
    stands = _stands(workspace, UNTOUCHED)
    assert (stands.status, stands.reason) == ("not_applicable", "Sudah ada gedung.")


def test_saving_nothing_new_says_so_and_leaves_no_entry(screen: Screen, workspace: Workspace) -> None:
    before = workspace.history(PLAN, limit=1)
    _opened(screen, RUNNING).press(words.SAVE)
    assert screen.saved == [words.NOTHING_CHANGED]
    assert workspace.history(PLAN, limit=1) == before


Typed = dict[str, object]


@pytest.mark.parametrize(
    ("item", "typed", "reason"),
    [
        (UNTOUCHED, {words.STATUS: "not_applicable"}, "reason_needed"),
        (UNTOUCHED, {words.STATUS: "not_applicable", words.REASON: "   "}, "reason_needed"),
        (GATE, {words.STATUS: "not_applicable", words.REASON: "Tidak perlu."}, "gate_item_applies"),
        (
            RUNNING,
            {words.STATUS: "done", words.STARTED: date(2026, 11, 20), words.FINISHED: date(2026, 11, 2)},
            "finish_before_start",
        ),
    ],
)
def test_what_cannot_be_saved_is_refused_with_its_reason_and_all_that_was_typed_stays(
    screen: Screen, workspace: Workspace, item: str, typed: Typed, reason: str
) -> None:
    before = workspace.history(PLAN, limit=1)
    _opened(screen, item)
    for label, value in {**typed, words.NOTE: "Catatan yang panjang."}.items():
        screen.type(label, value)
    screen.press(words.SAVE)
    assert screen.refused == [words.REFUSED.format(reasons=labels.OBJECTION[reason])]
    assert {label: screen.typed(label) for label in typed} == typed
    assert screen.typed(words.NOTE) == "Catatan yang panjang."
    assert workspace.history(PLAN, limit=1) == before


def test_a_finished_item_keeps_its_day(screen: Screen, workspace: Workspace) -> None:
    item = "SRN-01"
    _opened(screen, item).type(words.FINISHED, None).press(words.SAVE)
    assert screen.refused == [words.REFUSED.format(reasons=labels.OBJECTION["finish_needed"])]
    assert screen.typed(words.FINISHED) is None
    assert _stands(workspace, item).finished_on is not None


NOTE = labels.FIELD["activity"]["note"]
WRONG = [
    (words.FINISHED, date(2026, 12, 31), labels.OBJECTION["future_date"]),
    (
        words.STARTED,
        date(1990, 1, 2),
        labels.OBJECTION["day_out_of_reach"].format(field="Mulai", about="23/11/2016–22/11/2036"),
    ),
    (words.NOTE, "x" * 20_000, labels.OBJECTION["too_long"].format(field=NOTE, about=4000)),
]


@pytest.mark.parametrize(("label", "value", "reason"), WRONG)
def test_what_is_out_of_bounds_arrives_is_refused_with_a_sentence_and_stays(
    screen: Screen, workspace: Workspace, label: str, value: object, reason: str
) -> None:
    before = _stands(workspace, RUNNING)
    _opened(screen, RUNNING).type(words.STATUS, "done").type(label, value).press(words.SAVE)
    assert screen.refused == [words.REFUSED.format(reasons=reason)]
    assert screen.typed(label) == value
    assert _stands(workspace, RUNNING) == before


@pytest.mark.parametrize(
    ("value", "code", "bound"), [(-3, "number_too_small", 0), (99_999, "number_too_large", 2000)]
)
def test_a_number_out_of_bounds_is_refused_with_a_sentence_and_stays(
    screen: Screen, value: int, code: Objection, bound: int
) -> None:
    _opened(screen, RUNNING).type(words.REMAINING, value).press(words.SAVE)
    reason = labels.OBJECTION[code].format(field=labels.FIELD["activity"]["remaining"], about=bound)
    assert screen.refused == [words.REFUSED.format(reasons=reason)]
    assert screen.typed(words.REMAINING) == value


def test_what_was_not_saved_is_there_again_and_said_to_be_unsaved(
    screen: Screen, workspace: Workspace
) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "Belum selesai saya tulis.")
    assert words.UNSAVED not in screen.texts
    screen.go("ringkasan").go("daftar", rencana=PLAN, butir=UNTOUCHED)
    assert words.UNSAVED not in screen.texts
    screen.go("daftar", rencana=PLAN, butir=RUNNING)
    assert screen.typed(words.NOTE) == "Belum selesai saya tulis."
    assert words.UNSAVED in screen.texts
    screen.press(words.SAVE)
    assert _stands(workspace, RUNNING).note == "Belum selesai saya tulis."
    assert words.UNSAVED not in screen.texts


def test_what_was_not_saved_can_be_let_go(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "Tidak jadi.")
    screen.go("ringkasan").go("daftar", rencana=PLAN, butir=RUNNING).press(words.TAKE_THEIRS)
    assert screen.typed(words.NOTE) == _stands(workspace, RUNNING).note
    assert words.UNSAVED not in screen.texts


def test_what_others_wrote_while_something_was_unsaved_is_not_written_over(
    screen: Screen, workspace: Workspace
) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "Isian saya.")
    screen.go("ringkasan")
    _meanwhile(workspace, RUNNING, "Ditulis sementara itu.")
    screen.go("daftar", rencana=PLAN, butir=RUNNING).press(words.SAVE)
    assert screen.compared == [[NOTE, "“Ditulis sementara itu.”", "“Isian saya.”"]]
    assert _stands(workspace, RUNNING).note == "Ditulis sementara itu."


def test_a_comment_that_was_not_sent_waits_for_whoever_comes_back(screen: Screen) -> None:
    _opened(screen, RUNNING).type(comments_words.WRITE, "Mohon dicek")
    screen.go("ringkasan").go("daftar", rencana=PLAN, butir=RUNNING)
    assert screen.typed(comments_words.WRITE) == "Mohon dicek"
    assert comments_words.UNSENT in screen.texts
    screen.type(comments_words.WRITE, "x" * 5000).press(comments_words.SEND)
    assert len(screen.typed(comments_words.WRITE)) == 5000
    reason = labels.OBJECTION["too_long"].format(field=labels.FIELD["comment"]["text"], about=4000)
    assert screen.refused == [words.REFUSED.format(reasons=reason)]


def test_who_pays_is_told_as_the_budget_is_written(screen: Screen) -> None:
    assert "Dibiayai APBD." in _opened(screen, GATE).texts


def test_who_is_at_work_outlives_a_reload(screen: Screen) -> None:
    _opened(screen, RUNNING)
    assert screen.app.query_params["pelaku"] == "dpmptsp"
    again = Screen().go("daftar", rencana=PLAN, pelaku="dpmptsp")
    assert again.app.selectbox(key="pelaku").value == "dpmptsp"


def test_a_role_that_is_none_is_not_taken_from_the_address(screen: Screen) -> None:
    first = screen.go("daftar", rencana=PLAN).app.selectbox(key="pelaku").value
    again = Screen().go("daftar", rencana=PLAN, pelaku="siapa-saja")
    assert again.app.selectbox(key="pelaku").value == first


def test_a_refusal_is_gone_after_the_save_that_follows(screen: Screen) -> None:
    _opened(screen, UNTOUCHED).type(words.STATUS, "not_applicable").press(words.SAVE)
    assert screen.refused
    screen.type(words.REASON, "Tidak ada gerai.").press(words.SAVE)
    assert (screen.refused, screen.saved) == ([], [words.SAVED])


def test_what_was_said_is_gone_on_another_page(screen: Screen) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "Dibahas.").press(words.SAVE)
    assert screen.saved == [words.SAVED]
    screen.go("jadwal").go("daftar", butir=RUNNING)
    assert screen.saved == []


def test_markup_in_a_note_is_not_read_as_markup(screen: Screen) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "**tebal** <script>alert(1)</script>").press(words.SAVE)
    assert screen.typed(words.NOTE) == "**tebal** <script>alert(1)</script>"
    written = [text.value for text in screen.app.markdown]
    assert not any("<script>" in text or "**tebal**" in text for text in written)


def _meanwhile(workspace: Workspace, item: str, note: str) -> None:
    change = ActivityChange(activity=item, note=note)
    assert isinstance(workspace.record(PLAN, change, actor="bpkad"), Written)


def test_the_second_of_two_who_save_is_told_who_and_what_came_first(
    screen: Screen, workspace: Workspace
) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "Isian saya.")
    _meanwhile(workspace, RUNNING, "Isian orang lain.")
    screen.press(words.SAVE)
    (told,) = screen.refused
    assert "BPKAD" in told
    assert "23 Nov 2026" in told
    assert screen.compared == [[NOTE, "“Isian orang lain.”", "“Isian saya.”"]]
    assert screen.typed(words.NOTE) == "Isian saya."
    assert _stands(workspace, RUNNING).note == "Isian orang lain."


def test_on_a_phone_both_versions_stand_one_below_the_other(
    screen: Screen, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(style, "narrow", lambda: True)
    _opened(screen, RUNNING).type(words.NOTE, "Isian saya.")
    _meanwhile(workspace, RUNNING, "Isian orang lain.")
    screen.press(words.SAVE)
    (shown,) = (text for text in screen.texts if comparison_words.STORED in text)
    assert shown.splitlines() == [
        f"**{NOTE}**  ",
        f"{comparison_words.STORED}: “Isian orang lain.”  ",
        f"{comparison_words.MINE}: “Isian saya.”",
    ]


def test_what_was_typed_is_saved_over_it_on_request(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "Isian saya.")
    _meanwhile(workspace, RUNNING, "Isian orang lain.")
    screen.press(words.SAVE).press(words.KEEP_MINE)
    assert (screen.refused, screen.saved) == ([], [words.SAVED])
    assert _stands(workspace, RUNNING).note == "Isian saya."
    assert words.KEEP_MINE not in screen.buttons()


def test_or_what_is_stored_replaces_what_was_typed(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "Isian saya.")
    _meanwhile(workspace, RUNNING, "Isian orang lain.")
    screen.press(words.SAVE).press(words.TAKE_THEIRS)
    assert screen.told == []
    assert screen.typed(words.NOTE) == "Isian orang lain."
    screen.type(words.NOTE, "Isian setelah itu.").press(words.SAVE)
    assert _stands(workspace, RUNNING).note == "Isian setelah itu."


def test_keeping_mine_is_refused_again_where_yet_another_was_faster(
    screen: Screen, workspace: Workspace
) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "Isian saya.")
    _meanwhile(workspace, RUNNING, "Isian kedua.")
    screen.press(words.SAVE)
    _meanwhile(workspace, RUNNING, "Isian ketiga.")
    screen.press(words.KEEP_MINE)
    (told,) = screen.refused
    assert "lebih dulu" in told
    assert screen.compared == [[NOTE, "“Isian ketiga.”", "“Isian saya.”"]]
    assert screen.typed(words.NOTE) == "Isian saya."


def test_keeping_mine_leaves_alone_what_only_the_other_changed(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, RUNNING).type(words.NOTE, "Isian saya.")
    change = ActivityChange(activity=RUNNING, remaining=7)
    assert isinstance(workspace.record(PLAN, change, actor="bpkad"), Written)
    screen.press(words.SAVE)
    remaining, note = screen.compared
    assert remaining == ["Sisa lama kerja", "7 hari", comparison_words.UNTOUCHED]
    assert (note[0], note[2]) == (NOTE, "“Isian saya.”")
    screen.press(words.KEEP_MINE)
    stands = _stands(workspace, RUNNING)
    assert (stands.note, stands.remaining) == ("Isian saya.", 7)


def test_the_same_item_of_another_plan_shows_its_own_fields(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, RUNNING)
    assert screen.typed(words.STATUS) == "in_progress"
    screen.go("daftar", rencana="siak", butir=RUNNING)
    siak = workspace.snapshot("siak")
    assert isinstance(siak, Snapshot)
    assert screen.typed(words.STATUS) == siak.state.progress[RUNNING].status == "done"


def test_an_item_that_is_opened_again_shows_what_others_wrote_meanwhile(
    screen: Screen, workspace: Workspace
) -> None:
    _opened(screen, RUNNING)
    screen.go("ringkasan")
    _meanwhile(workspace, RUNNING, "Ditulis sementara itu.")
    screen.go("daftar", rencana=PLAN, butir=RUNNING)
    assert screen.typed(words.NOTE) == "Ditulis sementara itu."


def test_back_from_another_day_the_fields_are_those_of_today(screen: Screen, workspace: Workspace) -> None:
    screen.go("daftar", rencana=PLAN, butir="KMT-05", hari="2024-08-01")
    assert screen.typed(words.STATUS) == "in_progress"
    screen.press(words.BACK_TO_TODAY)
    assert screen.typed(words.STATUS) == _stands(workspace, "KMT-05").status == "done"


def test_on_the_page_nothing_differs_from_the_store_until_it_is_typed() -> None:
    stored = Progress(status="in_progress", started_on=date(2026, 1, 5), note="a")
    typed = {**stored.model_dump(), "finished_on": None}
    assert changed_fields(stored, typed) == {}


def test_fields_that_a_status_does_not_show_are_not_changed() -> None:
    stored = Progress(status="in_progress", started_on=date(2026, 1, 5))
    typed = {**stored.model_dump(), "status": "not_started", "started_on": date(2026, 2, 2), "reason": "b"}
    assert changed_fields(stored, typed) == {"status": "not_started"}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"note": "a"}, None),
        ({"status": "done"}, date(2026, 2, 3)),
        ({"finished_on": date(2026, 2, 3)}, date(2026, 2, 3)),
    ],
)
def test_a_change_takes_effect_on_the_day_it_tells_of(
    changed: dict[str, object], expected: date | None
) -> None:
    typed = {"status": "done", "started_on": date(2026, 1, 5), "finished_on": date(2026, 2, 3)}
    assert effect(typed, changed) == expected


def test_every_status_has_a_button(screen: Screen) -> None:
    _opened(screen, RUNNING)
    (group,) = (g for g in screen.app.button_group if g.proto.label == words.STATUS)
    assert [option.casefold() for option in group.options] == list(labels.STATUS.values())
