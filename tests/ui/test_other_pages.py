"""Ringkasan, Jadwal, Jejak and Dasar hukum: what each shows of the same plan."""

from __future__ import annotations

import os
import time
from datetime import date

import pytest

from planner.domain.changes import ActivityChange
from planner.domain.checklist import LawBasis
from planner.ui import style
from planner.ui.visitor import ONE_RUN_S
from planner.views import formats, labels, summary, target_words, words
from planner.workspace import Snapshot, Workspace, Written, known_drivers, launch_holds, plan_forecast
from planner.workspace.accounts import Account, shared_accounts
from tests.ui.screen import Screen

PLAN = "belitung-timur"


def _seen(workspace: Workspace, plan: str = PLAN) -> Snapshot:
    seen = workspace.snapshot(plan)
    assert isinstance(seen, Snapshot)
    return seen


def test_the_summary_shows_gates_stages_and_both_figures(screen: Screen, workspace: Workspace) -> None:
    seen = _seen(workspace)
    screen.go("ringkasan", rencana=PLAN)
    forecast = plan_forecast(seen, known_drivers(workspace.library))
    gates = summary.gate_strip(seen.checklist, seen.readiness, seen.schedule, forecast)
    assert screen.part("gerbang")["gates"] == gates
    stages = summary.stage_bars(seen.checklist, seen.readiness, seen.schedule)
    assert screen.part("tabel-tahap")["stages"] == stages
    figures = {metric.label: metric.value for metric in screen.app.metric}
    overall = seen.readiness.overall
    assert figures == {
        words.SCORE: formats.percent(overall.score),
        words.PROGRESS: formats.percent(overall.work_progress),
    }


def test_the_summary_names_what_holds_the_launch_with_a_way_to_it(
    screen: Screen, workspace: Workspace
) -> None:
    seen = _seen(workspace)
    screen.go("ringkasan", rencana=PLAN)
    held = summary.hold_rows(seen.checklist, seen.state, launch_holds(seen))
    titles = [row["title"] for row in held]
    links = [link for link in screen.app.main.get("page_link") if link.value in titles]
    assert {link.value for link in links} == set(titles)
    assert f"butir={held[0]['id']}" in links[0].proto.query_string
    for row in held:
        assert f"{row['days']} · {row['move']}" in screen.texts
    assert any("melewati batas target" in row["days"] for row in held)
    assert len(held) > 1


def test_both_figures_stand_beside_what_the_target_asks_for_by_now(
    screen: Screen, workspace: Workspace
) -> None:
    seen = _seen(workspace)
    screen.go("ringkasan", rencana=PLAN)
    for planned in (seen.planned.score, seen.planned.work_progress):
        told = f"semestinya {formats.percent(planned)} agar target 17 Des 2027 tercapai"
        assert told in screen.texts
        assert planned is not None
        assert 0 < planned < 0.5
    assert all(target_words.FORESEEN_HELP["target"] in metric.help for metric in screen.app.metric)


def test_an_illustration_is_labelled_on_the_summary(screen: Screen, workspace: Workspace) -> None:
    screen.go("ringkasan", rencana=PLAN)
    assert any(labels.PROVENANCE["illustration"] in markdown.value for markdown in screen.app.markdown)
    note = _seen(workspace).state.plan.settings.note
    assert any(note in text for text in screen.texts)


def test_the_next_steps_of_the_role_at_work_are_unfolded(screen: Screen) -> None:
    screen.go("ringkasan", rencana=PLAN).act_as("bappeda")
    unfolded = [box.label for box in screen.app.expander if box.proto.expanded]
    assert unfolded == ["Bappeda"]


def test_a_role_without_a_step_sees_those_of_the_first(screen: Screen, workspace: Workspace) -> None:
    seen = _seen(workspace)
    roles = summary.by_role(seen.checklist, seen.state, seen.actions)
    idle = next(role.id for role in seen.checklist.head.roles if role.title not in roles)
    screen.go("ringkasan", rencana=PLAN).act_as(idle)
    assert [box.label for box in screen.app.expander if box.proto.expanded] == [next(iter(roles))]


def test_a_tick_changes_the_stages_at_the_next_look(screen: Screen, workspace: Workspace) -> None:
    screen.go("ringkasan", rencana=PLAN)
    before = screen.part("tabel-tahap")["stages"][0]
    change = ActivityChange(activity="KMT-06", status="done")
    assert isinstance(workspace.record(PLAN, change, actor="bpkad"), Written)
    screen.app.run()
    after = screen.part("tabel-tahap")["stages"][0]
    assert (before["counts"]["in_progress"], before["counts"]["submitted"]) == (1, 1)
    assert (after["counts"]["in_progress"], after["counts"]["submitted"]) == (0, 2)


def _chart(screen: Screen) -> str:
    (chart,) = screen.app.get("plotly_chart")
    return str(chart.proto.spec)


def test_the_schedule_draws_the_chart_and_says_in_words_what_it_is(
    screen: Screen, workspace: Workspace
) -> None:
    screen.go("jadwal", rencana=PLAN)
    launch = formats.full_day(_seen(workspace).schedule.launch)
    (chart,) = screen.app.get("plotly_chart")
    assert launch in chart.proto.alt
    assert "Kajian urgensi" in _chart(screen)


def test_an_opened_regency_has_nothing_left_to_draw_until_done_work_is_asked_for(screen: Screen) -> None:
    screen.go("jadwal", rencana="siak")
    assert screen.told == [words.NOTHING_LEFT]
    assert not screen.app.get("plotly_chart")
    screen.type(words.SHOW_DONE, True)
    assert screen.app.get("plotly_chart")


def test_agencies_are_unfolded_on_request(screen: Screen) -> None:
    screen.go("jadwal", rencana=PLAN)
    folded = _chart(screen)
    screen.type(words.UNFOLD, True)
    assert _chart(screen).count("Kejari") > folded.count("Kejari")


def test_on_a_phone_the_chart_begins_with_one_line_per_stage(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(style, "narrow", lambda: True)
    screen.go("jadwal", rencana=PLAN)
    assert screen.typed(words.PER_STAGE) is True
    assert "Kajian urgensi" not in _chart(screen)


def test_the_table_holds_the_dates_of_the_chart(screen: Screen, workspace: Workspace) -> None:
    screen.go("jadwal", rencana=PLAN)
    screen.app.session_state["tampilan"] = words.TABLE
    screen.app.run()
    (frame,) = (f.value for f in screen.app.dataframe)
    seen = _seen(workspace)
    codes = {
        activity.item.id for activity in seen.work.activities.values() if activity.id in seen.schedule.dates
    }
    assert set(frame["Kode"]) <= codes
    assert len(frame) > 300
    assert words.DOWNLOAD_TABLE in [button.proto.label for button in screen.app.download_button]


@pytest.mark.parametrize("item", ["PMT-08", "KSP-02.kejari"])
def test_the_reason_of_a_date_is_told_for_the_item_of_the_address(screen: Screen, item: str) -> None:
    screen.go("jadwal", rencana=PLAN, butir=item)
    assert screen.typed(words.WHY_PICK) == item
    assert any(text.startswith("1. ") for text in screen.texts)


def test_another_plan_can_be_chosen_while_a_reason_is_open(screen: Screen) -> None:
    screen.go("jadwal", rencana=PLAN, butir="PMT-02.dinas-perikanan")
    assert screen.typed(words.WHY_PICK) == "PMT-02.dinas-perikanan"
    screen.app.selectbox(key="rencana-dipilih").set_value("siak").run()
    assert not screen.app.exception
    assert screen.title == words.PAGE["jadwal"]


def _entries(screen: Screen) -> list[str]:
    return [text for text in screen.texts if f"{words.NUMBER} " in text]


def test_the_record_shows_the_newest_entry_first(screen: Screen, workspace: Workspace) -> None:
    change = ActivityChange(activity="KMT-06", note="**Rapat** <b>anggaran</b>.")
    assert isinstance(workspace.record(PLAN, change, actor="bpkad"), Written)
    screen.go("jejak", rencana=PLAN)
    first = _entries(screen)[0]
    assert "Kegiatan KMT-06" in first
    assert "BPKAD" in first
    assert "23 Nov 2026" in first
    assert not any("**Rapat**" in m.value or "<b>" in m.value for m in screen.app.markdown)


def test_the_record_is_filtered_by_actor_kind_day_and_word(screen: Screen, workspace: Workspace) -> None:
    screen.go("jejak", rencana=PLAN)
    screen.type(words.WHO, "Sekretaris Daerah")
    assert _entries(screen)
    assert all("Sekretaris Daerah" in entry for entry in _entries(screen))
    screen.type(words.WHO, words.ALL).type(words.KIND, labels.SUBJECT["plan"])
    assert _entries(screen)
    assert all(entry.startswith("**Rencana") for entry in _entries(screen))
    screen.type(words.KIND, words.ALL).type(words.TEXT, "imigrasi")
    assert _entries(screen)
    assert all("imigrasi" in entry.casefold() for entry in _entries(screen))
    screen.type(words.TEXT, "").type(words.FROM, date(2026, 11, 1))
    since = [e for e in workspace.history(PLAN) if e.effective_on >= date(2026, 11, 1)]
    assert len(_entries(screen)) == len(since)


def test_the_record_calls_an_account_by_the_name_it_has_now(screen: Screen, workspace: Workspace) -> None:
    accounts = shared_accounts(os.environ)
    made = accounts.add("bagian.hukum", "Nama lama", password=None, by="mpp")
    assert isinstance(made, Account)
    change = ActivityChange(activity="KMT-06", note="Rapat anggaran.")
    assert isinstance(workspace.record(PLAN, change, actor=made.id), Written)
    screen.go("jejak", rencana=PLAN)
    assert "Nama lama" in _entries(screen)[0]
    assert isinstance(accounts.change(made.id, by="mpp", name="Nama baru"), Account)
    time.sleep(ONE_RUN_S)
    screen.go("jejak", rencana=PLAN)
    assert "Nama baru" in _entries(screen)[0]
    assert screen.type(words.WHO, "Nama baru").told == []


def test_a_filter_of_the_record_that_leaves_nothing_says_so(screen: Screen) -> None:
    screen.go("jejak", rencana=PLAN).type(words.TEXT, "tidak ada yang begini")
    assert screen.told == [words.NO_ENTRIES]


def test_another_day_shows_the_record_up_to_it(screen: Screen, workspace: Workspace) -> None:
    screen.go("jejak", rencana=PLAN, hari="2025-01-10")
    until = [e for e in workspace.history(PLAN) if e.effective_on <= date(2025, 1, 10)]
    assert len(_entries(screen)) == len(until)


def test_every_provision_is_named_with_what_rests_on_it(screen: Screen, workspace: Workspace) -> None:
    checklist = _seen(workspace).checklist
    screen.go("hukum", rencana=PLAN)
    assert [head.value for head in screen.app.subheader] == [
        *(instrument.title for instrument in checklist.head.instruments),
        words.PRACTICE,
    ]
    for item in checklist.items.values():
        for basis in item.basis:
            named = basis.provision if isinstance(basis, LawBasis) else None
            assert any(item.id in text and (named or "") in text for text in screen.texts)


def test_how_sure_a_provision_is_is_explained(screen: Screen) -> None:
    screen.go("hukum", rencana=PLAN)
    for word, meaning in zip(labels.ATTESTATION.values(), labels.ATTESTATION_MEANING.values(), strict=True):
        assert f"**{word}**: {meaning}." in screen.texts
