"""The services of agencies: one changed or added, many out of a table that is first looked at."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from planner.domain.changes import AgencyChange, NewServices, ServiceChange, ServiceRow
from planner.domain.plan import Plan
from planner.domain.services import COMPONENTS, Service
from planner.views import agency_words, comparison_words, labels, services, words
from planner.views import services_words as told
from planner.workspace import Snapshot, Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SKCK = ServiceRow(agency="polres", name="SKCK", cost="Rp30.000", queue=True, standard=COMPONENTS[:9])
SIM = ServiceRow(agency="polres", name="SIM", output="consultation")
TABLE = "Instansi\tLayanan\tLuaran\tStandar\nPolres\tSKCK\tproduk\tlengkap\nDisdukcapil\tKIA\tinformasi\t\n"
ONE_BAD = TABLE + "Polres\tSIM\tsurat\tlengkap\n"
NEW_AGENCY = TABLE + "Balai Karantina\tSertifikat karantina\t\t\n"


def _opened(screen: Screen, way: str | None = None, **address: str) -> Screen:
    """The section of services, as DPMPTSP, at one of its ways to work."""
    screen.go("instansi", rencana=PLAN, **address).act_as("dpmptsp")
    screen.app.session_state["lihat"] = agency_words.SERVICES
    screen.app.run()
    return screen if way is None else screen.type(told.DO, way)


def _pasted(screen: Screen, table: str) -> Screen:
    return _opened(screen, told.MANY).type(told.PASTE, table)


def _plan(workspace: Workspace) -> Plan:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen.state.plan


def _services(workspace: Workspace) -> dict[str, Service]:
    return dict(_plan(workspace).services)


def _has(workspace: Workspace, *rows: ServiceRow) -> None:
    assert isinstance(workspace.record(PLAN, NewServices(rows=rows), actor="bappeda"), Written)


def _workbook(*rows: tuple[str, ...]) -> bytes:
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def test_without_services_the_section_asks_for_the_table_first(screen: Screen) -> None:
    assert told.NONE_YET in _opened(screen).told
    assert told.PASTE in screen.labels()


def test_the_services_are_told_in_a_sentence_and_stand_in_a_table(
    screen: Screen, workspace: Workspace
) -> None:
    _has(workspace, SKCK, SIM)
    _opened(screen)
    assert services.services_sentence(_plan(workspace)) in screen.texts
    (table,) = (frame.value for frame in screen.app.dataframe)
    assert table["Layanan"].tolist() == ["SIM", "SKCK"]
    assert table["Standar"].tolist() == ["0/14", "9/14"]


def test_the_services_of_one_agency_are_shown_alone(screen: Screen, workspace: Workspace) -> None:
    _has(workspace, SKCK, ServiceRow(agency="disdukcapil", name="KIA"))
    _opened(screen).type(told.FILTER, "disdukcapil")
    (table,) = (frame.value for frame in screen.app.dataframe)
    assert table["Layanan"].tolist() == ["KIA"]
    screen.type(told.FILTER, "dlh")
    assert told.NONE_HERE.format(name="DLH") in screen.told


def test_a_service_is_added_with_its_standard(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, told.ADD).type(told.AGENCY, "polres").type(told.NAME, " SKCK ")
    screen.type(told.OUTPUT, "information").type(told.CHANNEL, "electronic").type(told.COST, "Rp30.000")
    screen.type(told.QUEUE, "yes").type(told.DATA, "no")
    screen.app.checkbox(key="layanan-baru:standard:requirements").check().run()
    assert told.STANDARD.format(count=1) in screen.text
    screen.press(told.SAVE_NEW)
    assert screen.saved == [told.ADDED_ONE.format(name="SKCK")]
    assert _services(workspace) == {
        "polres.skck": Service(
            agency="polres",
            name="SKCK",
            output="information",
            channel="electronic",
            cost="Rp30.000",
            standard=("requirements",),
            queue=True,
            data=False,
        )
    }
    assert (screen.typed(told.AGENCY), screen.typed(told.NAME), screen.typed(told.COST)) == ("polres", "", "")


@pytest.mark.parametrize(
    ("agency", "name", "sentence"),
    [
        (None, "SKCK", told.NEED_AGENCY),
        ("polres", " S ", told.NEED_NAME),
        (
            "polres",
            "sim",
            words.REFUSED.format(reasons=labels.OBJECTION["duplicate_service"].format(about="sim")),
        ),
    ],
)
def test_a_service_that_cannot_be_added_is_told_and_stays_typed(
    screen: Screen, workspace: Workspace, agency: str | None, name: str, sentence: str
) -> None:
    _has(workspace, SIM)
    _opened(screen, told.ADD).type(told.AGENCY, agency).type(told.NAME, name).press(told.SAVE_NEW)
    assert screen.refused == [sentence]
    assert screen.typed(told.NAME) == name
    assert list(_services(workspace)) == ["polres.sim"]


def test_only_what_was_changed_of_a_service_is_written(screen: Screen, workspace: Workspace) -> None:
    _has(workspace, SKCK)
    _opened(screen, told.EDIT).type(told.CHOOSE, "polres.skck").type(told.QUEUE, "unknown")
    screen.app.checkbox[COMPONENTS.index("evaluation")].check().run()
    screen.type(words.WHY, "Hasil tinjauan.").press(words.SAVE)
    assert screen.saved == [words.SAVED]
    (entry,) = workspace.history(PLAN, limit=1)
    assert (entry.why, entry.after) == (
        "Hasil tinjauan.",
        {"queue": None, "standard": [*COMPONENTS[:9], "evaluation"]},
    )


def test_the_second_who_changes_a_service_is_told_and_may_keep_what_was_typed(
    screen: Screen, workspace: Workspace
) -> None:
    _has(workspace, SKCK)
    _opened(screen, told.EDIT).type(told.CHOOSE, "polres.skck").type(told.DURATION, "1 jam")
    change = ServiceChange(service="polres.skck", cost="gratis")
    assert isinstance(workspace.record(PLAN, change, actor="bappeda"), Written)
    screen.press(words.SAVE)
    (said,) = screen.refused
    assert "Bappeda" in said
    assert screen.typed(told.DURATION) == "1 jam"
    assert screen.compared == [
        [labels.FIELD["service"]["duration"], "kosong", "“1 jam”"],
        [labels.FIELD["service"]["cost"], "“gratis”", comparison_words.UNTOUCHED],
    ]
    screen.press(words.KEEP_MINE)
    kept = _services(workspace)["polres.skck"]
    assert (kept.duration, kept.cost) == ("1 jam", "gratis")


def test_a_service_is_withdrawn_and_brought_back(screen: Screen, workspace: Workspace) -> None:
    _has(workspace, SKCK, SIM)
    _opened(screen, told.EDIT).type(told.CHOOSE, "polres.skck").press(told.WITHDRAW)
    assert screen.saved == [told.WITHDRAWN.format(name="SKCK")]
    assert not _services(workspace)["polres.skck"].active
    assert told.HIDDEN.format(count="1") in screen.texts
    screen.press(told.BRING_BACK)
    assert screen.saved == [told.BROUGHT_BACK.format(name="SKCK")]
    assert _services(workspace)["polres.skck"].active


def test_the_output_is_asked_for_with_what_badung_asks(screen: Screen) -> None:
    _opened(screen, told.ADD)
    (field,) = (field for field in screen.app.button_group if field.label == told.OUTPUT)
    assert field.help == told.OUTPUT_HELP
    assert "Badung" in told.OUTPUT_HELP


def test_a_pasted_table_is_shown_and_nothing_is_written_before_it_is_confirmed(
    screen: Screen, workspace: Workspace
) -> None:
    before = workspace.history(PLAN)
    _pasted(screen, TABLE)
    assert "2 layanan dapat ditambahkan untuk 2 instansi." in screen.texts
    assert workspace.history(PLAN) == before
    screen.press(told.ADD_MANY.format(count="2"))
    assert screen.saved == ["2 layanan ditambahkan untuk 2 instansi."]
    assert {s.name: (s.agency, s.output, len(s.standard)) for s in _services(workspace).values()} == {
        "SKCK": ("polres", "product", 14),
        "KIA": ("disdukcapil", "information", 0),
    }
    assert screen.typed(told.PASTE) == ""


def test_a_bad_row_is_named_with_why_and_stays_to_be_put_right(screen: Screen, workspace: Workspace) -> None:
    _pasted(screen, ONE_BAD)
    assert "2 layanan dapat ditambahkan untuk 2 instansi; 1 baris perlu diperbaiki." in screen.texts
    (table,) = (frame.value for frame in screen.app.table)
    (why,) = table.iloc[:, -1]
    assert why.startswith("Baris 4, kolom Luaran: “surat” tidak dikenal")
    screen.press(told.ADD_MANY.format(count="2"))
    assert len(_services(workspace)) == 2
    assert screen.typed(told.PASTE) == "Instansi\tLayanan\tLuaran\tStandar\nPolres\tSIM\tsurat\tlengkap\n"
    screen.type(told.PASTE, screen.typed(told.PASTE).replace("surat", "konsultasi"))
    screen.press(told.ADD_MANY.format(count="1"))
    assert _services(workspace)["polres.sim"].output == "consultation"


def test_agencies_that_the_plan_has_not_join_with_their_services(
    screen: Screen, workspace: Workspace
) -> None:
    _pasted(screen, NEW_AGENCY).type(told.NEW_CATEGORY, "vertical")
    assert (
        "3 layanan dapat ditambahkan untuk 3 instansi, 1 di antaranya instansi baru (Balai Karantina)."
        in screen.texts
    )
    screen.press(told.ADD_MANY.format(count="3"))
    (said,) = screen.saved
    assert said.startswith("3 layanan ditambahkan untuk 3 instansi, 1 di antaranya instansi baru. ")
    assert "kegiatan ditambahkan; nilai kesiapan" in said
    plan = _plan(workspace)
    assert plan.agencies["balai-karantina"].category == "vertical"
    assert "balai-karantina.sertifikat-karantina" in plan.services


def test_what_was_said_of_one_table_is_gone_once_another_is_given(screen: Screen) -> None:
    _pasted(screen, TABLE).press(told.ADD_MANY.format(count="2"))
    assert screen.saved == ["2 layanan ditambahkan untuk 2 instansi."]
    screen.type(told.PASTE, "Instansi\tLayanan\nPolres\tSIM")
    assert screen.saved == []


def test_an_agency_of_the_catalogue_joins_linked_and_is_marked_as_new(
    screen: Screen, workspace: Workspace
) -> None:
    _pasted(screen, "Instansi\tLayanan\nBNN\tSKHPN\nKantor Imigrasi\tPaspor")
    table = screen.app.dataframe[-1].value
    assert table.iloc[:, :3].to_numpy().tolist() == [
        ["BNN (baru)", "Instansi vertikal", "SKHPN"],
        ["Imigrasi", "Instansi vertikal", "Paspor"],
    ]
    screen.press(told.ADD_MANY.format(count="2"))
    bnn = _plan(workspace).agencies["bnn"]
    assert (bnn.category, bnn.typical) == ("vertical", "bnn")


def test_a_service_whose_output_nobody_told_is_not_called_a_product(
    screen: Screen, workspace: Workspace
) -> None:
    _pasted(screen, "Instansi\tLayanan\nPolres\tSKCK").press(told.ADD_MANY.format(count="1"))
    kept = _services(workspace)["polres.skck"]
    assert (kept.output, kept.channel) == (None, None)
    assert told.OUTPUT_UNKNOWN.format(count="1") in services.services_sentence(_plan(workspace))
    _opened(screen, told.EDIT).type(told.CHOOSE, "polres.skck").type(told.OUTPUT, "product").press(words.SAVE)
    (entry,) = workspace.history(PLAN, limit=1)
    assert (entry.before, entry.after) == ({"output": None}, {"output": "product"})


def test_sheets_that_were_not_read_are_told(screen: Screen) -> None:
    book = Workbook()
    book.worksheets[0].append(("Instansi", "Layanan"))
    book.worksheets[0].append(("Polres", "SKCK"))
    book.copy_worksheet(book.worksheets[0]).title = "Vertikal"
    out = BytesIO()
    book.save(out)
    _opened(screen, told.MANY).type(told.UPLOAD, ("layanan.xlsx", out.getvalue(), XLSX))
    assert told.UNREAD.format(sheet="Vertikal") in screen.told


def test_agencies_that_the_plan_has_not_may_be_left_out(screen: Screen, workspace: Workspace) -> None:
    _pasted(screen, NEW_AGENCY).type(told.ADD_AGENCIES, False)
    assert "2 layanan dapat ditambahkan untuk 2 instansi; 1 baris perlu diperbaiki." in screen.texts
    screen.press(told.ADD_MANY.format(count="2"))
    assert "balai-karantina" not in _plan(workspace).agencies


def test_a_workbook_is_read_like_a_pasted_table(screen: Screen, workspace: Workspace) -> None:
    book = _workbook(("Instansi", "Layanan", "Warna"), ("Polres", "SKCK", "biru"))
    _opened(screen, told.MANY).type(told.UPLOAD, ("layanan.xlsx", book, XLSX))
    assert told.IGNORED.format(names="Warna") in screen.texts
    screen.press(told.ADD_MANY.format(count="1"))
    assert list(_services(workspace)) == ["polres.skck"]
    assert screen.typed(told.UPLOAD) is None


def test_what_is_left_of_an_uploaded_table_can_be_put_right_where_one_pastes(
    screen: Screen, workspace: Workspace
) -> None:
    book = _workbook(("Instansi", "Layanan"), ("Polres", "SKCK"), ("Polres", "X"))
    _opened(screen, told.MANY).type(told.UPLOAD, ("layanan.xlsx", book, XLSX))
    screen.press(told.ADD_MANY.format(count="1"))
    assert screen.typed(told.PASTE) == "Instansi\tLayanan\nPolres\tX\n"
    assert told.ADD_MANY.format(count="1") not in screen.buttons()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("foto.txt", b"\x89PNG\r\n\x1a\n0000", "text/plain"), "bukan tabel yang dapat dibaca"),
        (
            ("lama.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 64, "application/vnd.ms-excel"),
            "Excel lama",
        ),
        (("judul.csv", b"Nama;Umur\nSatu;2\n", "text/csv"), "Kolom “Instansi” dan “Layanan” tidak ditemukan"),
        (("kosong.csv", b"Instansi;Layanan\n", "text/csv"), "Di bawah judul kolom belum ada baris"),
    ],
)
def test_a_file_that_is_no_table_is_told_in_a_sentence(
    screen: Screen, workspace: Workspace, given: tuple[str, bytes, str], sentence: str
) -> None:
    _opened(screen, told.MANY).type(told.UPLOAD, given)
    (said,) = screen.refused
    assert sentence in said
    assert _services(workspace) == {}


def test_a_service_that_somebody_else_added_meanwhile_is_named_and_nothing_typed_is_lost(
    screen: Screen, workspace: Workspace
) -> None:
    _pasted(screen, TABLE)
    _has(workspace, SKCK)
    screen.press(told.ADD_MANY.format(count="2"))
    reason = labels.OBJECTION["duplicate_service"].format(about="SKCK")
    assert screen.refused == [words.REFUSED.format(reasons=reason)]
    assert screen.typed(told.PASTE) == TABLE
    assert list(_services(workspace)) == ["polres.skck"]
    assert "1 layanan dapat ditambahkan untuk 1 instansi; 1 baris perlu diperbaiki." in screen.texts


def test_services_of_an_agency_that_left_are_not_counted(screen: Screen, workspace: Workspace) -> None:
    _has(workspace, SKCK, ServiceRow(agency="disdukcapil", name="KIA"))
    leaves = AgencyChange(agency="polres", active=False, reason="Menunda.")
    assert isinstance(workspace.record(PLAN, leaves, actor="bappeda"), Written)
    _opened(screen)
    assert any(text.startswith("1 layanan dari 1 instansi;") for text in screen.texts)


def test_another_day_shows_the_services_of_then_and_no_fields(screen: Screen, workspace: Workspace) -> None:
    _has(workspace, SKCK)
    _opened(screen, hari="2026-08-03")
    assert told.PAST in screen.texts
    assert {told.DO, told.PASTE}.isdisjoint(screen.labels())


def test_a_plan_without_agencies_gets_them_with_their_services_from_one_table(
    screen: Screen, workspace: Workspace
) -> None:
    settings = workspace.plans()[PLAN].model_copy(update={"name": "Kosong", "provenance": "reported"})
    assert isinstance(workspace.create("kosong", settings, actor="sekda"), Written)
    screen.go("instansi", rencana="kosong").act_as("dpmptsp")
    screen.app.session_state["lihat"] = agency_words.SERVICES
    screen.app.run()
    assert told.NO_AGENCY_YET in screen.told
    screen.type(told.PASTE, TABLE).press(told.ADD_MANY.format(count="2"))
    seen = workspace.snapshot("kosong")
    assert isinstance(seen, Snapshot)
    assert set(seen.state.plan.agencies) == {"polres", "disdukcapil"}
    assert set(seen.state.plan.services) == {"polres.skck", "disdukcapil.kia"}


def test_what_was_chosen_in_one_plan_does_not_stand_in_the_way_of_another(
    screen: Screen, workspace: Workspace
) -> None:
    _has(workspace, SKCK, ServiceRow(agency="dlh", name="Rekomendasi"))
    _opened(screen, told.EDIT).type(told.FILTER, "dlh").type(told.CHOOSE, "dlh.rekomendasi")
    screen.type(told.DO, told.ADD)
    other = next(plan for plan in workspace.plans() if plan != PLAN)
    screen.app.selectbox(key="rencana-dipilih").set_value(other).run()
    assert not screen.app.exception
    screen.app.session_state["lihat"] = agency_words.REGISTRY
    assert not screen.app.run().exception
