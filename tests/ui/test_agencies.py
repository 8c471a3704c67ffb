"""The agencies of a plan: chosen or typed, each changed, taken out with a reason and back in."""

from __future__ import annotations

import json

import pytest

from planner.domain.changes import AgencyChange
from planner.domain.plan import Agency
from planner.views import agency_words, comparison_words, labels, words
from planner.views import registry_words as told
from planner.workspace import Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"


def _opened(screen: Screen, way: str | None = None, **address: str) -> Screen:
    """The register, as DPMPTSP, at one of its ways to work."""
    screen.go("instansi", rencana=PLAN, **address).act_as("dpmptsp")
    screen.app.session_state["lihat"] = agency_words.REGISTRY
    screen.app.run()
    return screen if way is None else screen.type(told.DO, way)


def _one(screen: Screen, slug: str = "polres") -> Screen:
    return _opened(screen, told.EDIT).type(told.CHOOSE_ONE, slug)


def _names(screen: Screen) -> Screen:
    return _opened(screen, told.TYPED)


def _choose(screen: Screen, category: str, *typical: str) -> Screen:
    screen.app.multiselect(key=f"katalog:{category}").set_value(list(typical)).run()
    return screen


def _agencies(workspace: Workspace) -> dict[str, Agency]:
    seen = workspace.snapshot(PLAN)
    return dict(seen.state.plan.agencies)


def test_the_agencies_stand_in_a_table(screen: Screen, workspace: Workspace) -> None:
    _opened(screen)
    (table,) = (frame.value for frame in screen.app.dataframe)
    assert len(table) == len(_agencies(workspace)) == 22
    assert "Polres" in table["Instansi"].tolist()
    assert "22 instansi ikut serta: 22 pada gelombang 1." in screen.texts


def test_several_agencies_are_chosen_from_the_catalogue_at_once(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, told.CATALOGUE)
    _choose(screen, "vertical", "bnn", "bps")
    _choose(screen, "state_owned", "taspen").type(told.NEW_WAVE, 2).press(told.ADD_CHOSEN)
    (said,) = screen.saved
    assert said.startswith(words.ADDED.format(count=3))
    added = {slug: agency for slug, agency in _agencies(workspace).items() if agency.wave == 2}
    assert {slug: (agency.typical, agency.category) for slug, agency in added.items()} == {
        "bnn": ("bnn", "vertical"),
        "bps": ("bps", "vertical"),
        "taspen": ("taspen", "state_owned"),
    }
    assert screen.app.multiselect(key="katalog:vertical").value == []


def test_what_is_chosen_stands_whole_in_its_field(screen: Screen) -> None:
    _choose(_opened(screen, told.CATALOGUE), "vertical", "bnn", "bps")
    assert screen.app.multiselect(key="katalog:vertical").proto.wrap


def test_the_table_gives_its_room_to_the_names(screen: Screen) -> None:
    _opened(screen)
    widths = json.loads(screen.app.dataframe[0].proto.columns)
    assert max(widths, key=lambda column: widths[column].get("width") or 0) == told.COLUMNS[0]


def test_what_is_chosen_is_told_with_its_source_and_how_sure_it_is(screen: Screen) -> None:
    _choose(_opened(screen, told.CATALOGUE), "vertical", "bnn")
    assert "Badan Narkotika Nasional Kabupaten/Kota (BNN)" in screen.text
    assert "Dua sumber" in screen.text
    assert "pernah hadir hanya Senin (Kota Cilegon)" in screen.text


def test_the_whole_catalogue_can_be_read_with_where_each_agency_was_seen(screen: Screen) -> None:
    _opened(screen, told.CATALOGUE)
    assert "Kantor Imigrasi" in screen.text
    assert f"Ikatan notaris** :orange-badge[Satu sumber] {told.ONLY_ANNOUNCED}" in screen.text


def test_nothing_is_added_where_nothing_was_chosen(screen: Screen, workspace: Workspace) -> None:
    before = _agencies(workspace)
    assert _opened(screen, told.CATALOGUE).press(told.ADD_CHOSEN).refused == [told.CHOOSE_FIRST]
    assert _agencies(workspace) == before


def test_one_of_the_chosen_whom_somebody_else_added_meanwhile_is_named_and_none_is_added(
    screen: Screen, workspace: Workspace
) -> None:
    _choose(_opened(screen, told.CATALOGUE), "vertical", "bnn", "bps")
    taken = AgencyChange(agency="polres", name="BNN")
    assert isinstance(workspace.record(PLAN, taken, actor="bappeda"), Written)
    screen.press(told.ADD_CHOSEN)
    sentence = labels.OBJECTION["duplicate_agency"].format(about="BNN")
    assert screen.refused == [words.REFUSED.format(reasons=sentence)]
    assert "bps" in screen.app.multiselect(key="katalog:vertical").value
    assert "bps" not in _agencies(workspace)


def test_many_agencies_are_typed_at_once(screen: Screen, workspace: Workspace) -> None:
    _names(screen).type(words.AGENCY_NAME, " Kantor Pos \n\nBank Mandiri\nPT Taspen")
    screen.type(words.CATEGORY, "state_owned").press(words.ADD_AGENCY)
    (said,) = screen.saved
    assert said.startswith(words.ADDED.format(count=3))
    assert "kegiatan ditambahkan; nilai kesiapan" in said
    assert "Kelompok menurut katalog: Bank Mandiri (swasta/perbankan)." in said
    added = {a.name: (a.category, a.typical) for a in _agencies(workspace).values()}
    assert {name: added[name] for name in ("Kantor Pos", "Bank Mandiri", "PT Taspen")} == {
        "Kantor Pos": ("state_owned", None),
        "Bank Mandiri": ("private", "bank-mandiri"),
        "PT Taspen": ("state_owned", "taspen"),
    }
    assert screen.typed(words.AGENCY_NAME) == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Kantor Pos\npolres", labels.OBJECTION["duplicate_agency"].format(about="polres")),
        ("Kantor Pos\nKantor Pos", labels.OBJECTION["duplicate_agency"].format(about="Kantor Pos")),
        ("  \n ", labels.OBJECTION["name_needed"]),
        ("Kantor Pos\nX", labels.OBJECTION["name_length"].format(about="X")),
    ],
)
def test_names_that_cannot_be_added_are_named_and_all_that_was_typed_stays(
    screen: Screen, workspace: Workspace, typed: str, sentence: str
) -> None:
    before = _agencies(workspace)
    _names(screen).type(words.AGENCY_NAME, typed).press(words.ADD_AGENCY)
    assert screen.refused == [words.REFUSED.format(reasons=sentence)]
    assert screen.typed(words.AGENCY_NAME) == typed
    assert _agencies(workspace) == before


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Kantor Imigrasi", told.SAME_AGENCY.format(name="Kantor Imigrasi", other="Imigrasi")),
        ("Pol res", told.SAME_AGENCY.format(name="Pol res", other="Polres")),
        ("Kantor Pos\n=1+1", told.LIKE_FORMULA.format(name="=1+1")),
    ],
)
def test_an_agency_that_is_there_under_another_name_and_a_formula_are_not_added(
    screen: Screen, workspace: Workspace, typed: str, sentence: str
) -> None:
    before = _agencies(workspace)
    _names(screen).type(words.AGENCY_NAME, typed).press(words.ADD_AGENCY)
    assert screen.refused == [sentence]
    assert screen.typed(words.AGENCY_NAME) == typed
    assert _agencies(workspace) == before


def test_what_cannot_be_seen_in_a_typed_name_is_left_out(screen: Screen, workspace: Workspace) -> None:
    _names(screen).type(words.AGENCY_NAME, "Kantor\u202e Pos\u200b").press(words.ADD_AGENCY)
    assert "Kantor Pos" in {agency.name for agency in _agencies(workspace).values()}


def test_names_beyond_the_first_two_hundred_stay_typed_and_are_told(
    screen: Screen, workspace: Workspace
) -> None:
    names = [f"Unit {number:03}" for number in range(205)]
    _names(screen).type(words.AGENCY_NAME, "\n".join(names)).press(words.ADD_AGENCY)
    (said,) = screen.saved
    assert said.endswith(told.STILL_TYPED.format(count=5, most=200, button=words.ADD_AGENCY))
    assert screen.typed(words.AGENCY_NAME) == "\n".join(names[200:])
    assert names[200] not in {agency.name for agency in _agencies(workspace).values()}


def test_a_name_without_any_latin_letter_gets_an_id_all_the_same(
    screen: Screen, workspace: Workspace
) -> None:
    _names(screen).type(words.AGENCY_NAME, "ꦏꦧꦸꦥꦠꦺꦤ꧀").press(words.ADD_AGENCY)
    (said,) = screen.saved
    assert said.startswith(words.ADDED.format(count=1))
    assert _agencies(workspace)["tanpa-nama"].name == "ꦏꦧꦸꦥꦠꦺꦤ꧀"


def test_all_that_is_kept_of_an_agency_is_saved_at_once(screen: Screen, workspace: Workspace) -> None:
    _one(screen).type(told.CONTACT, "Satlantas, (0719) 91110").type(told.WEEKDAYS, [4, 1])
    screen.type(told.COUNTERS, 2).type(told.JOINT, True).type(told.TYPICAL, "imigrasi")
    screen.type(words.WHY, "Hasil rapat koordinasi.").press(words.SAVE)
    assert screen.saved == [words.SAVED]
    kept = _agencies(workspace)["polres"]
    assert (kept.contact, kept.weekdays, kept.counters, kept.joint, kept.typical) == (
        "Satlantas, (0719) 91110",
        (1, 4),
        2,
        True,
        "imigrasi",
    )
    (entry,) = workspace.history(PLAN, limit=1)
    assert (entry.why, entry.actor) == ("Hasil rapat koordinasi.", "dpmptsp")
    assert set(entry.after) == {"contact", "weekdays", "counters", "joint", "typical"}


def test_a_contact_is_asked_of_the_office_not_of_a_person(screen: Screen) -> None:
    _one(screen)
    (field,) = (field for field in screen.app.text_input if field.label == told.CONTACT)
    assert field.help == told.CONTACT_HELP
    assert "nama orang" in told.CONTACT_HELP
    assert told.CONTACT_OFFICE in screen.texts


def test_the_kind_of_document_and_the_national_memorandum_stand_beside_an_agency(screen: Screen) -> None:
    _one(screen)
    assert "Nota Kesepakatan (sinergi" in screen.text
    assert "Kepolisian Negara Republik Indonesia ikut menandatanganinya." in screen.text
    assert "28 Juni 2022" in screen.text
    screen.type(told.TYPICAL, "").press(words.SAVE)
    assert "Pilih padanan di katalog" in screen.text


def test_an_agency_that_is_moved_tells_what_that_did(screen: Screen, workspace: Workspace) -> None:
    _one(screen).type(told.WAVE, 2).press(words.SAVE)
    (said,) = screen.saved
    assert said.startswith(f"{words.SAVED} Nilai kesiapan ")
    assert "perkiraan buka" in said
    assert _agencies(workspace)["polres"].wave == 2


def test_an_agency_cannot_leave_waves_without_agencies_before_its_own(
    screen: Screen, workspace: Workspace
) -> None:
    _one(screen).type(told.WAVE, 7).press(words.SAVE)
    sentence = labels.OBJECTION["wave_without_agencies"].format(about=2)
    assert screen.refused == [words.REFUSED.format(reasons=sentence)]
    assert screen.typed(told.WAVE) == 7
    assert _agencies(workspace)["polres"].wave == 1


def test_saving_without_a_change_writes_nothing(screen: Screen, workspace: Workspace) -> None:
    before = workspace.history(PLAN)
    assert _one(screen).press(words.SAVE).saved == [words.NOTHING_CHANGED]
    assert workspace.history(PLAN) == before


def test_a_name_that_another_agency_has_is_refused_and_stays_typed(screen: Screen) -> None:
    _one(screen).type(words.AGENCY_NAME, "Disdukcapil").press(words.SAVE)
    sentence = labels.OBJECTION["duplicate_agency"].format(about="Disdukcapil")
    assert screen.refused == [words.REFUSED.format(reasons=sentence)]
    assert screen.typed(words.AGENCY_NAME) == "Disdukcapil"


def test_the_second_who_changes_an_agency_is_told_and_may_keep_what_was_typed(
    screen: Screen, workspace: Workspace
) -> None:
    _one(screen).type(told.COUNTERS, 3)
    change = AgencyChange(agency="polres", contact="Bagian operasional")
    assert isinstance(workspace.record(PLAN, change, actor="bappeda"), Written)
    screen.press(words.SAVE)
    (said,) = screen.refused
    assert "Bappeda" in said
    assert screen.typed(told.COUNTERS) == 3
    assert screen.compared == [
        ["Kontak", "“Bagian operasional”", comparison_words.UNTOUCHED],
        ["Gerai yang diminta", "1", "3"],
    ]
    screen.press(words.KEEP_MINE)
    kept = _agencies(workspace)["polres"]
    assert (kept.counters, kept.contact) == (3, "Bagian operasional")


def test_an_agency_is_taken_out_with_a_reason_and_back_in(screen: Screen, workspace: Workspace) -> None:
    _one(screen).type(told.LEAVE_REASON, "Menunda ikut serta.").press(words.TAKE_OUT)
    (said,) = screen.saved
    assert said.startswith("Polres dikeluarkan. ")
    assert "kegiatan tidak dihitung lagi" in said
    gone = _agencies(workspace)["polres"]
    assert (gone.active, gone.reason) == (False, "Menunda ikut serta.")
    assert workspace.history(PLAN, limit=1)[0].why == "Menunda ikut serta."
    assert told.OUT_BECAUSE.format(reason="Menunda ikut serta.") in screen.texts
    screen.press(told.RETURN)
    assert screen.saved[0].startswith("Polres ikut serta lagi. ")
    assert _agencies(workspace)["polres"].active


def test_nobody_is_taken_out_without_a_reason(screen: Screen, workspace: Workspace) -> None:
    _one(screen).type(told.LEAVE_REASON, "  ").press(words.TAKE_OUT)
    assert screen.refused == [words.REFUSED.format(reasons=labels.OBJECTION["reason_needed"])]
    assert _agencies(workspace)["polres"].active


def test_work_of_an_agency_that_was_taken_out_no_longer_counts_but_is_kept(
    screen: Screen, workspace: Workspace
) -> None:
    before = workspace.snapshot(PLAN)
    _one(screen).type(told.LEAVE_REASON, "Menunda.").press(words.TAKE_OUT)
    after = workspace.snapshot(PLAN)
    gone = before.work.activities.keys() - after.work.activities.keys()
    assert gone
    assert all(activity.endswith(".polres") for activity in gone)
    assert {a: p for a, p in after.state.progress.items() if a in gone} == {
        a: p for a, p in before.state.progress.items() if a in gone
    }


def test_the_reason_field_is_empty_after_it_was_used(screen: Screen) -> None:
    _one(screen).type(told.LEAVE_REASON, "Menunda.").press(words.TAKE_OUT).press(told.RETURN)
    assert screen.typed(told.LEAVE_REASON) == ""


def test_another_day_shows_the_agencies_of_then_and_no_fields(screen: Screen) -> None:
    _opened(screen, hari="2025-01-10")
    assert told.NONE_YET in screen.told
    assert {told.DO, told.CHOOSE_ONE}.isdisjoint(screen.labels())


def test_settings_point_to_the_page_of_agencies(screen: Screen) -> None:
    screen.go("pengaturan", rencana=PLAN)
    assert told.MOVED_TO in screen.links
