"""Pengaturan: a new plan, the settings of this one; what is refused keeps everything that was typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.catalog.library import Library
from planner.domain.changes import SettingsChange
from planner.domain.plan import PlanSettings
from planner.views import labels, sentences, words
from planner.workspace import DECREED_UNTIL, Snapshot, Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"
KOTA_MALANG = "35.73"
NEW = {
    words.REGENCY: KOTA_MALANG,
    words.PLAN_NAME: "MPP Kota Malang",
    words.START: date(2026, 12, 1),
    words.TARGET_DAY: date(2027, 12, 1),
    words.WEEK: 6,
}


def _settings(workspace: Workspace, plan: str = PLAN) -> PlanSettings:
    return workspace.plans()[plan]


def _new(screen: Screen) -> Screen:
    screen.go("pengaturan", rencana=PLAN).act_as("dpmptsp")
    screen.app.session_state["bagian"] = words.NEW_PLAN
    screen.app.run()
    return screen


def _fill(screen: Screen, **besides: object) -> Screen:
    for label, key in FIELDS.items():
        value = besides.get(key, NEW[label])
        screen.app.get_by_key(f"baru:{key}").set_value(value).run()
    return screen


FIELDS = {
    words.REGENCY: "daerah",
    words.PLAN_NAME: "nama",
    words.START: "mulai",
    words.TARGET_DAY: "target",
    words.WEEK: "pekan",
}


def _typed(screen: Screen) -> dict[str, object]:
    return {key: screen.app.get_by_key(f"baru:{key}").value for key in FIELDS.values()}


def test_a_first_plan_is_made_on_an_empty_installation(empty: Path) -> None:
    screen = Screen().go("pengaturan")
    _fill(screen).press(words.CREATE)
    assert not screen.app.exception
    assert screen.app.query_params["rencana"] == "mpp-kota-malang"
    assert words.CREATED.format(name="MPP Kota Malang") in screen.saved


def test_a_new_plan_is_made_shown_and_written_as_it_was_typed(screen: Screen, workspace: Workspace) -> None:
    _fill(_new(screen)).press(words.CREATE)
    made = _settings(workspace, "mpp-kota-malang")
    assert made == PlanSettings(
        name="MPP Kota Malang",
        regency=KOTA_MALANG,
        checklist="perpres-89-2021",
        start=date(2026, 12, 1),
        target=date(2027, 12, 1),
        week=6,
        zone="Asia/Jakarta",
    )
    assert screen.app.query_params["rencana"] == "mpp-kota-malang"
    assert words.CREATED.format(name="MPP Kota Malang") in screen.saved
    assert not screen.app.exception


def test_the_working_week_tells_up_to_when_days_off_are_decreed(screen: Screen) -> None:
    (week,) = (field for field in _new(screen).app.radio if field.label == words.WEEK)
    assert week.help == words.WEEK_HELP.format(year=DECREED_UNTIL)
    assert f"sampai {DECREED_UNTIL}" in week.help


@pytest.mark.parametrize("name", ["ringkasan", "daftar", "jadwal", "jejak", "hukum"])
def test_a_plan_that_starts_next_month_opens_on_every_page(
    name: str, screen: Screen, workspace: Workspace
) -> None:
    settings = PlanSettings(
        name="Bulan depan", regency=KOTA_MALANG, checklist="perpres-89-2021", start=date(2026, 12, 14)
    )
    assert isinstance(workspace.create("bulan-depan", settings, actor="dpmptsp"), Written)
    screen.go(name, rencana="bulan-depan")
    assert not screen.app.exception
    assert screen.title == words.PAGE[name]


def test_a_day_before_the_plan_was_made_says_so(screen: Screen, workspace: Workspace) -> None:
    settings = PlanSettings(
        name="Sudah mulai", regency=KOTA_MALANG, checklist="perpres-89-2021", start=date(2026, 1, 5)
    )
    assert isinstance(workspace.create("sudah-mulai", settings, actor="dpmptsp"), Written)
    screen.go("ringkasan", rencana="sudah-mulai", hari="2026-03-02")
    assert screen.told == [words.NOT_YET.format(day="2 Maret 2026")]


def test_a_plan_without_a_name_is_called_after_its_regency(screen: Screen, workspace: Workspace) -> None:
    _fill(_new(screen), nama="").press(words.CREATE)
    assert _settings(workspace, "kota-malang").name == "Kota Malang"


def test_a_plan_takes_the_time_zone_of_its_regency(screen: Screen, workspace: Workspace) -> None:
    _fill(_new(screen), daerah="91.03", nama="Di timur").press(words.CREATE)
    assert _settings(workspace, "di-timur").zone == "Asia/Jayapura"


FAR = labels.OBJECTION["day_out_of_reach"].replace("{about}", "23/11/2016–22/11/2036")


@pytest.mark.parametrize(
    ("besides", "sentence"),
    [
        ({"daerah": None}, words.CHOOSE_REGENCY),
        ({"mulai": None}, words.CHOOSE_START),
        (
            {"target": date(2026, 11, 30)},
            words.REFUSED.format(reasons=labels.OBJECTION["target_before_start"]),
        ),
        ({"nama": "Belitung Timur"}, words.REFUSED.format(reasons=labels.OBJECTION["duplicate_plan"])),
        ({"nama": "MP"}, words.NAME_SHORT),
        ({"nama": "x" * 121}, words.NAME_SHORT),
        (
            {"mulai": date(2090, 1, 1), "target": None},
            words.REFUSED.format(reasons=FAR.format(field="Tanggal mulai")),
        ),
    ],
)
def test_a_plan_that_cannot_be_made_says_why_and_keeps_what_was_typed(
    screen: Screen, workspace: Workspace, besides: dict[str, object], sentence: str
) -> None:
    before = set(workspace.plans())
    _fill(_new(screen), **besides).press(words.CREATE)
    assert screen.refused == [sentence]
    assert _typed(screen) == {key: NEW[label] for label, key in FIELDS.items()} | besides
    assert set(workspace.plans()) == before


def test_every_regency_can_be_chosen(screen: Screen) -> None:
    _new(screen)
    (field,) = (s for s in screen.app.selectbox if s.label == words.REGENCY)
    assert len(field.options) == 514
    assert "Kota Malang, Jawa Timur (35.73)" in field.options


def test_the_fields_of_this_plan_show_what_is_stored(screen: Screen, workspace: Workspace) -> None:
    settings = _settings(workspace)
    screen.go("pengaturan", rencana=PLAN)
    labels = (words.PLAN_NAME, words.START, words.TARGET_DAY, words.WEEK, words.NOTE)
    stored = (settings.name, settings.start, settings.target, settings.week, settings.note)
    assert tuple(screen.typed(label) for label in labels) == stored


def test_a_new_target_is_written_with_its_reason(screen: Screen, workspace: Workspace) -> None:
    screen.go("pengaturan", rencana=PLAN).act_as("sekda")
    screen.type(words.TARGET_DAY, date(2028, 2, 1)).type(words.WHY, "DPA terlambat.").press(words.SAVE)
    assert screen.saved == [words.SAVED]
    assert _settings(workspace).target == date(2028, 2, 1)
    entry = workspace.history(PLAN, limit=1)[0]
    assert (entry.actor, entry.why, dict(entry.after)) == (
        "sekda",
        "DPA terlambat.",
        {"target": "2028-02-01"},
    )
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    assert sentences.settings_sentence(seen.state.plan) in screen.texts


def test_a_reason_is_not_kept_for_the_next_change(screen: Screen) -> None:
    screen.go("pengaturan", rencana=PLAN)
    screen.type(words.TARGET_DAY, date(2028, 2, 1)).type(words.WHY, "DPA terlambat.").press(words.SAVE)
    assert screen.typed(words.WHY) == ""


def test_a_target_can_be_taken_away(screen: Screen, workspace: Workspace) -> None:
    screen.go("pengaturan", rencana=PLAN).type(words.TARGET_DAY, None).press(words.SAVE)
    assert _settings(workspace).target is None


@pytest.mark.parametrize(
    ("label", "value", "sentence"),
    [
        (words.PLAN_NAME, " ", words.REFUSED.format(reasons=labels.OBJECTION["name_needed"])),
        (words.START, None, words.CHOOSE_START),
        (
            words.TARGET_DAY,
            date(2060, 12, 31),
            words.REFUSED.format(reasons=FAR.format(field="Target peluncuran")),
        ),
        (
            words.TARGET_DAY,
            date(2024, 1, 2),
            words.REFUSED.format(reasons=labels.OBJECTION["target_before_start"]),
        ),
    ],
)
def test_settings_that_cannot_be_say_why_and_keep_what_was_typed(
    screen: Screen, workspace: Workspace, label: str, value: object, sentence: str
) -> None:
    before = _settings(workspace)
    screen.go("pengaturan", rencana=PLAN).type(words.WHY, "Alasan saya.").type(label, value)
    screen.press(words.SAVE)
    assert screen.refused == [sentence]
    assert (screen.typed(label), screen.typed(words.WHY)) == (value, "Alasan saya.")
    assert _settings(workspace) == before


def test_too_long_a_reason_is_refused_and_stays(screen: Screen, workspace: Workspace) -> None:
    before = _settings(workspace)
    screen.go("pengaturan", rencana=PLAN).type(words.PLAN_NAME, "Nama lain").type(words.WHY, "x" * 20_000)
    screen.press(words.SAVE)
    assert screen.refused == [
        words.REFUSED.format(reasons=labels.OBJECTION["why_too_long"].format(about=400))
    ]
    assert (screen.typed(words.PLAN_NAME), len(screen.typed(words.WHY))) == ("Nama lain", 20_000)
    assert _settings(workspace) == before


def test_settings_that_were_not_saved_are_there_again(screen: Screen) -> None:
    screen.go("pengaturan", rencana=PLAN).type(words.PLAN_NAME, "Nama lain")
    screen.go("ringkasan").go("pengaturan", rencana=PLAN)
    assert screen.typed(words.PLAN_NAME) == "Nama lain"
    assert words.UNSAVED in screen.texts


def test_without_any_checklist_no_plan_can_be_made_and_the_page_says_so(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    _new(screen)
    monkeypatch.setattr(Library, "folders", lambda _: ())
    screen.press(words.CREATE)
    assert screen.refused == [words.NO_CHECKLISTS]
    assert words.CREATE not in screen.buttons()
    assert words.NO_CHECKLISTS in screen.told
    assert not screen.app.exception


def test_saving_unchanged_settings_says_that_nothing_changed(screen: Screen) -> None:
    screen.go("pengaturan", rencana=PLAN).press(words.SAVE)
    assert screen.saved == [words.NOTHING_CHANGED]


def test_the_second_of_two_who_change_the_settings_is_told(screen: Screen, workspace: Workspace) -> None:
    screen.go("pengaturan", rencana=PLAN).act_as("dpmptsp").type(words.PLAN_NAME, "Nama saya")
    change = SettingsChange(name="Nama lain")
    assert isinstance(workspace.record(PLAN, change, actor="bappeda"), Written)
    screen.press(words.SAVE)
    (told,) = screen.refused
    assert "Bappeda" in told
    assert screen.compared == [["Nama rencana", "Nama lain", "Nama saya"]]
    assert screen.typed(words.PLAN_NAME) == "Nama saya"


def test_what_was_typed_is_saved_over_it_on_request_and_the_rest_is_left_alone(
    screen: Screen, workspace: Workspace
) -> None:
    screen.go("pengaturan", rencana=PLAN).act_as("dpmptsp").type(words.PLAN_NAME, "Nama saya")
    assert isinstance(workspace.record(PLAN, SettingsChange(week=6), actor="bappeda"), Written)
    screen.press(words.SAVE).press(words.KEEP_MINE)
    assert (_settings(workspace).name, _settings(workspace).week) == ("Nama saya", 6)
    assert screen.saved == [words.SAVED]


def test_or_what_is_stored_replaces_it(screen: Screen, workspace: Workspace) -> None:
    screen.go("pengaturan", rencana=PLAN).type(words.PLAN_NAME, "Nama saya")
    assert isinstance(workspace.record(PLAN, SettingsChange(name="Nama lain"), actor="bappeda"), Written)
    screen.press(words.SAVE).press(words.TAKE_THEIRS)
    assert screen.typed(words.PLAN_NAME) == "Nama lain"
    assert _settings(workspace).name == "Nama lain"


def test_the_fields_of_another_plan_of_the_same_age_are_its_own(screen: Screen, workspace: Workspace) -> None:
    for name in ("Satu", "Dua"):
        settings = PlanSettings(
            name=name, regency=KOTA_MALANG, checklist="perpres-89-2021", start=date(2026, 1, 5)
        )
        assert isinstance(workspace.create(name.casefold(), settings, actor="dpmptsp"), Written)
    screen.go("pengaturan", rencana="satu")
    assert screen.typed(words.PLAN_NAME) == "Satu"
    screen.app.selectbox(key="rencana-dipilih").set_value("dua").run()
    assert screen.typed(words.PLAN_NAME) == "Dua"
    screen.press(words.SAVE)
    assert _settings(workspace, "dua").name == "Dua"
