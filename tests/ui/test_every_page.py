"""What holds on every page: its title and sentence, another day, and why there may be nothing to see."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.catalog.library import Library
from planner.views import agencies, formats, outlook, review, review_rows, sentences, tasks, whatif, words
from planner.workspace import Snapshot, Workspace, known_drivers, opening, plan_forecast
from tests.ui.screen import PAGES, ROOT, Screen

PLAN = "belitung-timur"
SENTENCES: dict[str, Callable[[Snapshot, Workspace], str]] = {
    "ringkasan": lambda s, _: sentences.headline(s.regency.name, s.readiness, s.schedule, s.day),
    "tugas": lambda s, _: tasks.tasks_sentence(tasks.NOTHING),
    "daftar": lambda s, _: sentences.checklist_sentence(s.readiness.overall),
    "jadwal": lambda s, _: sentences.schedule_sentence(s.readiness, s.schedule),
    "instansi": lambda s, _: agencies.agencies_sentence(
        agencies.known(s.checklist, s.work, s.state, s.readiness, s.schedule, s.target, s.day)
    ),
    "verifikasi": lambda s, w: review_rows.queue_sentence(_queue(s, w), 0, s.day),
    "prakiraan": lambda s, w: outlook.forecast_sentence(
        s.regency.name, plan_forecast(s, known_drivers(w.library))
    ),
    "andai": lambda s, _: whatif.purpose_sentence(s.schedule),
    "jejak": lambda s, w: sentences.journal_sentence(
        w.history(PLAN), "Asia/Jakarta", {role.id: role.title for role in s.checklist.head.roles}
    ),
    "hukum": lambda s, _: sentences.legal_sentence(s.checklist),
    "pengaturan": lambda s, _: sentences.settings_sentence(s.state.plan),
}


def _queue(seen: Snapshot, workspace: Workspace) -> tuple[review.Reviewable, ...]:
    return review.queue(seen.work, seen.state, seen.readiness, workspace.history(PLAN))


def _seen(workspace: Workspace, day: date | None = None) -> Snapshot:
    seen = workspace.snapshot(PLAN, day)
    assert isinstance(seen, Snapshot)
    return seen


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_with_its_title_and_the_sentence_that_answers_it(
    name: str, screen: Screen, workspace: Workspace
) -> None:
    screen.go(name, rencana=PLAN)
    assert not screen.app.exception
    assert screen.title == words.PAGE[name]
    assert SENTENCES[name](_seen(workspace), workspace) in screen.texts


@pytest.mark.parametrize("name", PAGES)
def test_without_any_plan_a_page_says_what_to_do_first(name: str, empty: Path) -> None:
    screen = Screen().go(name)
    assert not screen.app.exception
    assert screen.title == words.PAGE[name]
    assert words.NO_PLAN in [*screen.told, *screen.texts]


def test_without_any_plan_a_page_leads_to_where_one_is_made(empty: Path) -> None:
    screen = Screen().go("jadwal")
    link = screen.app.main.get("page_link")[-1]
    assert link.proto.label == words.PAGE["pengaturan"]
    screen.go("pengaturan")
    assert words.FIRST_PLAN in screen.texts


@pytest.mark.parametrize("name", PAGES)
def test_a_plan_that_does_not_exist_is_named(name: str, screen: Screen) -> None:
    screen.go(name, rencana="tidak-ada")
    assert not screen.app.exception
    assert screen.told == [words.UNKNOWN_PLAN.format(plan="tidak-ada")]
    assert screen.typed(words.PLAN) is None


def test_from_a_plan_that_does_not_exist_another_can_be_chosen(screen: Screen) -> None:
    screen.go("daftar", rencana="tidak-ada")
    screen.app.selectbox(key="rencana-dipilih").set_value("siak").run()
    assert screen.told == []
    assert screen.app.query_params["rencana"] == "siak"


@pytest.mark.parametrize("name", PAGES)
def test_another_day_stands_in_a_band_above_the_page(name: str, screen: Screen, workspace: Workspace) -> None:
    screen.go(name, rencana=PLAN, hari="2025-08-01")
    assert words.PAST.format(day=formats.long_day(date(2025, 8, 1))) in screen.texts


def test_the_summary_of_another_day_is_that_of_the_day(screen: Screen, workspace: Workspace) -> None:
    then = _seen(workspace, date(2025, 8, 1))
    screen.go("ringkasan", rencana=PLAN, hari="2025-08-01")
    assert SENTENCES["ringkasan"](then, workspace) in screen.texts


def test_the_band_leads_back_to_today(screen: Screen, workspace: Workspace) -> None:
    screen.go("ringkasan", rencana=PLAN, hari="2025-08-01").press(words.BACK_TO_TODAY)
    assert words.BACK_TO_TODAY not in screen.buttons()
    assert "hari" not in screen.app.query_params
    assert SENTENCES["ringkasan"](_seen(workspace), workspace) in screen.texts


def test_on_another_day_nothing_can_be_saved(screen: Screen) -> None:
    screen.go("daftar", rencana=PLAN, hari="2025-08-01", butir="KMT-06")
    assert screen.button(words.SAVE).disabled
    assert words.ATTACH not in screen.buttons()
    assert not any(row["tick"] for row in screen.rows.values())


def test_on_another_day_the_settings_cannot_be_saved(screen: Screen) -> None:
    screen.go("pengaturan", rencana=PLAN, hari="2025-08-01")
    assert screen.button(words.SAVE).disabled


@pytest.mark.parametrize("day", ["2024-05-06", "1999-01-01", "bukan-tanggal"])
def test_a_day_that_cannot_be_looked_at_is_named_with_those_that_can(
    day: str, screen: Screen, workspace: Workspace
) -> None:
    screen.go("ringkasan", rencana=PLAN, hari=day)
    told = words.NOT_THAT_DAY.format(asked=day, first="7 Mei 2024", last="23 November 2026")
    assert screen.told == [told]
    assert SENTENCES["ringkasan"](_seen(workspace), workspace) in screen.texts
    screen.go("jejak")
    assert screen.told == []


def test_a_day_given_up_is_no_day_that_cannot_be_looked_at(screen: Screen) -> None:
    screen.go("ringkasan", rencana=PLAN, hari="2025-08-01").press(words.BACK_TO_TODAY)
    assert screen.told == []


@pytest.fixture
def broken(installation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The installation with a spoilt line in its checklist; gives the file."""
    shutil.copytree(ROOT / "checklists", tmp_path / "checklists")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.setattr(opening, "library", lambda: Library(tmp_path / "checklists", tmp_path / "data"))
    stage = tmp_path / "checklists" / "perpres-89-2021" / "02-pemetaan.yaml"
    stage.write_text(stage.read_text(encoding="utf-8").replace("weight:", "wieght:", 1), encoding="utf-8")
    return stage


@pytest.mark.parametrize("name", PAGES)
def test_a_broken_checklist_shows_what_is_wrong_where(name: str, broken: Path) -> None:
    screen = Screen().go(name, rencana=PLAN)
    assert not screen.app.exception
    assert screen.title == words.PAGE[name]
    assert screen.refused == [words.BROKEN.format(name="perpres-89-2021", count=1)]
    (lines,) = (code.value for code in screen.app.code)
    assert "02-pemetaan.yaml:" in lines
    assert "unknown-key" in lines
    assert "weight" in lines


def test_a_mended_checklist_is_read_again(broken: Path) -> None:
    screen = Screen().go("daftar", rencana=PLAN)
    assert screen.refused
    text = broken.read_text(encoding="utf-8").replace("wieght:", "weight:", 1)
    broken.write_text(text, encoding="utf-8")
    screen.app.run()
    assert screen.refused == []
    assert screen.rows


def test_a_database_that_cannot_be_opened_is_told_in_a_sentence(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty / "bukan.db").write_bytes(b"ini bukan basis data" * 100)
    monkeypatch.setitem(os.environ, "MPP_DATABASE_URL", f"sqlite:///{(empty / 'bukan.db').as_posix()}")
    screen = Screen().go("ringkasan")
    assert not screen.app.exception
    (told,) = screen.refused
    assert told.startswith(words.STORAGE_DOWN)


def test_every_page_is_listed_by_its_group_and_keeps_plan_and_day(screen: Screen) -> None:
    screen.go("ringkasan", rencana="siak", hari="2022-07-01")
    links = screen.app.sidebar.get("page_link")
    assert [link.value for link in links] == [words.PAGE[page] for page in PAGES]
    assert {link.proto.query_string for link in links} == {"rencana=siak&hari=2022-07-01"}


def test_a_plan_that_is_chosen_keeps_the_page_and_closes_the_open_item(screen: Screen) -> None:
    screen.go("daftar", rencana=PLAN, butir="KMT-06")
    screen.app.selectbox(key="rencana-dipilih").set_value("siak").run()
    assert screen.app.query_params["rencana"] == "siak"
    assert "butir" not in screen.app.query_params
    assert screen.title == words.PAGE["daftar"]
