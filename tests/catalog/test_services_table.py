"""Tables of services as people keep them: pasted, saved as text, or workbooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.catalog.agencies import load_agencies
from planner.catalog.places import resource
from planner.catalog.services_table import (
    MOST_BYTES,
    MOST_ROWS,
    NotATable,
    Row,
    Table,
    new_agencies,
    read_table,
    service_rows,
    template,
)
from planner.catalog.services_table.words import CATEGORY as CATEGORY_WORDS
from planner.catalog.services_table.words import CHANNEL as CHANNEL_WORDS
from planner.catalog.services_table.words import COMPONENT as COMPONENT_WORDS
from planner.catalog.services_table.words import OUTPUT as OUTPUT_WORDS
from planner.catalog.services_table.words import TITLE, Column, by_folded
from planner.catalog.services_table.workbook import NO_RESULT
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.changes import NewAgency, NewServices, ServiceRow, applied
from planner.domain.plan import Agency
from planner.domain.services import COMPONENTS, Service
from planner.domain.state import State
from planner.views import labels
from tests.domain.builders import STAFF, TODAY, plan

WHOLE = template()
HEAD = "Instansi\tLayanan"
AGENCIES = {
    "polres": Agency(name="Polres Kota"),
    "bpjs": Agency(name="BPJS Kesehatan"),
    "samsat": Agency(name="Samsat", active=False),
}
SERVICES = {
    "polres.skck": Service(agency="polres", name="SKCK"),
    "polres.sim": Service(agency="polres", name="SIM", active=False),
}


def read(content: bytes | str, name: str = "tempelan") -> Table:
    found = read_table(content, name)
    assert isinstance(found, Table), found
    return found


def refused(content: bytes | str, name: str = "layanan.xlsx") -> str:
    found = read_table(content, name)
    assert isinstance(found, NotATable)
    return found.message


def cells(content: bytes | str) -> list[tuple[int, dict[Column, str]]]:
    return [(line.number, dict(line.cells)) for line in read(content).lines]


def workbook(*sheets: Sequence[Sequence[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Lembar {number}")
        for row in rows:
            sheet.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for part, content in parts.items():
            file.writestr(part, content)
    return out.getvalue()


def rows(table: str, **given: Any) -> tuple[Row, ...]:
    return service_rows(read(table), AGENCIES, SERVICES, **given)


def one(heading: str, value: str, agency: str = "Polres Kota", name: str = "Laporan") -> Row:
    (found,) = rows(f"{HEAD}\t{heading}\n{agency}\t{name}\t{value}")
    return found


def gives(row: Row) -> dict[str, Any]:
    """What a row gives beside agency and name."""
    assert row.service is not None, row.why
    return row.service.model_dump(exclude_unset=True, exclude={"agency", "name"})


# Reading.

ONE = [(2, {"agency": "Polres", "name": "SKCK"})]


@pytest.mark.parametrize(
    "content",
    [
        "Instansi\tLayanan\nPolres\tSKCK",
        "Instansi;Layanan\r\nPolres;SKCK\r\n",
        'Instansi,Layanan\n"Polres","SKCK"',
        b"\xef\xbb\xbfInstansi;Layanan\nPolres;SKCK",
        "Instansi\tLayanan\nPolres\tSKCK".encode("utf-16"),
        "\ufeffINSTANSI \t nama  layanan\n Polres\t SKCK ",
        "Nama OPD,Jenis-Pelayanan\nPolres,SKCK\n,\n\n",
        workbook([["Instansi", "Layanan"], ["Polres", "SKCK"]]),
    ],
)
def test_a_table_is_read_however_it_was_saved(content: bytes | str) -> None:
    assert cells(content) == ONE


def test_the_separator_that_excel_writes_is_taken_at_its_word() -> None:
    assert cells("sep=|\nInstansi|Layanan\nPolres|SKCK, SIM; STNK") == [
        (3, {"agency": "Polres", "name": "SKCK, SIM; STNK"})
    ]


def test_letters_of_the_western_code_page_are_read() -> None:
    assert cells("Instansi;Layanan\nKafé;Izin".encode("cp1252"))[0][1]["agency"] == "Kafé"


def test_titles_above_the_headings_and_columns_that_are_not_known_are_passed_over() -> None:
    found = read("Pemetaan layanan,,\n\nNo,Instansi,Layanan\n1,Polres,SKCK\n2,Polres\n")
    assert [(line.number, dict(line.cells)) for line in found.lines] == [
        (4, {"agency": "Polres", "name": "SKCK"}),
        (5, {"agency": "Polres", "name": ""}),
    ]
    assert (found.ignored, dict(found.titles)) == (("No",), {"agency": "Instansi", "name": "Layanan"})


def test_the_sheet_with_the_headings_is_read_and_its_values_as_they_are_shown() -> None:
    values = [
        True,
        False,
        15000.0,
        1e20,
        0.5,
        7,
        date(2026, 1, 2),
        datetime(2026, 1, 2, 8),
        time(8, 30),
        None,
    ]
    book = workbook(
        [["Catatan"]],
        [["Instansi", "Layanan", "Biaya"], *(["Polres", f"L{n}", value] for n, value in enumerate(values))],
    )
    assert [line["cost"] for _, line in cells(book)] == [
        "ya",
        "tidak",
        "15000",
        "100000000000000000000",
        "0.5",
        "7",
        "02/01/2026",
        "02/01/2026",
        "08.30",
        "",
    ]


def test_formulas_are_never_computed() -> None:
    book = workbook([["Instansi", "Layanan"], ["Polres", '=UPPER("skck")']])
    assert cells(book) == [(2, {"agency": "Polres", "name": NO_RESULT})]


def test_a_formula_without_a_result_says_to_save_the_file_in_excel_first() -> None:
    head = ["Instansi", "Layanan", "Luaran", "Biaya", "Standar"]
    book = workbook([head, ['="a"', '="b"', '="c"', '="d"', '="e"'], ["Polres Kota", "SIM"]])
    bad, good = service_rows(read(book), AGENCIES, SERVICES)
    told = "rumus tanpa hasil; buka dan simpan berkas itu di Excel lebih dulu, lalu unggah lagi."
    assert bad.why == tuple(f"Baris 2, kolom {column}: {told}" for column in head)
    assert good.why == ()


def test_a_formula_that_gave_an_empty_text_is_an_empty_cell() -> None:
    book = workbook([["Instansi", "Layanan", "Biaya"], ["Polres", "SKCK", '=""']])
    with ZipFile(BytesIO(book)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    there = parts[sheet]
    parts[sheet] = there.replace(b'<c r="C2">', b'<c r="C2" t="str">')
    assert parts[sheet] != there
    assert cells(packed(parts))[0][1]["cost"] == ""


def test_further_sheets_with_such_a_table_are_named() -> None:
    table = [["Instansi", "Layanan"], ["Polres", "SKCK"]]
    book = workbook([["Catatan"]], table, table[:1], table, [["Kop"], *table])
    assert read(book).unread == ("Lembar 3", "Lembar 4")
    assert read("Instansi;Layanan\nPolres;SKCK").unread == ()


OPEN = 'Polres\t"SKCK baru\nKejari\tTilang\nDPMPTSP\tOSS'


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (OPEN, [("Polres", '"SKCK baru'), ("Kejari", "Tilang"), ("DPMPTSP", "OSS")]),
        ('Polres\t"SKCK\nKejari\t"Tilang\n', [("Polres", '"SKCK'), ("Kejari", '"Tilang')]),
        ('Polres\t"SKCK\nKejari\tTilang"', [("Polres", '"SKCK'), ("Kejari", 'Tilang"')]),
        ('Polres\t"SKCK" baru\nKejari\tTilang', [("Polres", '"SKCK" baru'), ("Kejari", "Tilang")]),
        ('Polres\t"SKCK\nbaru"\r\nKejari\tTilang', [("Polres", "SKCK baru"), ("Kejari", "Tilang")]),
        ('Polres\t"SKCK ""baru"""\rKejari\t', [("Polres", 'SKCK "baru"'), ("Kejari", "")]),
    ],
)
def test_a_quote_that_is_never_closed_takes_no_row_with_it(table: str, found: list[tuple[str, str]]) -> None:
    assert [(line["agency"], line["name"]) for _, line in cells(f"{HEAD}\n{table}")] == found


def test_a_cell_in_quotes_may_hold_separators_and_line_breaks_but_no_rows() -> None:
    head = "Instansi;Layanan;Lama;Biaya\n"
    cell = head + 'Polres;"SKCK; baru\nlama; ulang";1;2'
    assert [line["name"] for _, line in cells(cell)] == ["SKCK; baru lama; ulang"]
    whole = head + 'Polres;"SKCK;1;2\nKejari;Tilang";1;2'
    assert [(line["agency"], line["name"]) for _, line in cells(whole)] == [
        ("Polres", '"SKCK'),
        ("Kejari", 'Tilang"'),
    ]


@pytest.mark.parametrize(
    "title", ["OPD / Instansi", "Nama OPD/Instansi", "Nama Perangkat Daerah", "Perangkat Daerah"]
)
def test_the_headings_of_offices_for_agencies_are_known(title: str) -> None:
    assert cells(f"{title};Layanan\nPolres;SKCK") == ONE


def test_a_dash_stands_for_nothing() -> None:
    assert cells("Instansi;Layanan;Biaya;Lama\nPolres;SKCK;-;–")[0][1] == {
        "agency": "Polres",
        "name": "SKCK",
        "cost": "",
        "duration": "",
    }


def test_what_cannot_be_seen_is_left_out() -> None:
    assert cells("Instansi\tLayanan\nPol\u200bres\x07\tSK\ud800CK") == ONE


@pytest.mark.parametrize("content", ["", b"", " \n\n", b"\xef\xbb\xbf", ";;\n;;", workbook([]), "sep=;"])
def test_an_empty_table_says_what_to_fill_in(content: bytes | str) -> None:
    assert refused(content).startswith("Tabel masih kosong;")


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n",
        b"PK\x05\x06" + bytes(18),
        b"PK\x03\x04 broken",
        b"a\x00b",
        b"\x81\x8d",
        "Instansi;Layanan\n".encode("utf-16") + b"\xd8",
        "Yth. Kepala Dinas",
        packed({"word/document.xml": b"<a/>"}),
        "x" * 200_000,
    ],
)
def test_what_is_no_table_says_what_can_be_read(content: bytes | str) -> None:
    told = "“surat.pdf” bukan tabel yang dapat dibaca; unggah CSV atau Excel (.xlsx), atau tempel tabelnya."
    assert refused(content, "surat.pdf") == told


def test_a_workbook_of_old_and_one_behind_a_password_are_told_apart() -> None:
    old = bytes.fromhex("d0cf11e0a1b11ae1")
    assert "berformat Excel lama (.xls)" in refused(old + bytes(100))
    assert "terkunci kata sandi" in refused(old + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'},
        {"xl/workbook.xml": "<!DOCTYPE a><a/>".encode("utf-16-le")},
        {"xl/media/a.bin": bytes(41 * 1024 * 1024)},
        {f"{n}.txt": b"" for n in range(2001)},
    ],
)
def test_a_workbook_that_could_swell_is_not_opened(parts: Mapping[str, bytes]) -> None:
    assert "bukan tabel" in refused(packed(parts))


def test_a_file_that_is_too_large_or_too_long_is_not_read() -> None:
    assert refused(bytes(MOST_BYTES + 1)).startswith("Berkas lebih besar dari 5 MiB")
    line = "\nPolres\tSKCK"
    assert len(read(HEAD + line * MOST_ROWS).lines) == MOST_ROWS
    assert refused(HEAD + line * (MOST_ROWS + 1)).startswith("Tabel lebih panjang dari 5.000 baris")
    assert refused(HEAD + line * (MOST_ROWS + 99)).startswith("Tabel lebih panjang dari 5.000 baris")


def test_a_table_ends_where_a_thousand_empty_rows_follow() -> None:
    assert len(read(f"{HEAD}\nPolres\tSKCK{chr(10) * 999}Polres\tSIM").lines) == 2
    assert len(read(f"{HEAD}\nPolres\tSKCK{chr(10) * 1002}Polres\tSIM").lines) == 1


def test_headings_that_lack_a_required_column_are_named() -> None:
    assert refused("No;Nama;Layanan\n1;Polres;SKCK") == (
        "Kolom “Instansi” tidak ditemukan. Judul kolom yang terbaca: “No”, “Nama”, “Layanan”. "
        "Tulis judul kolom di baris pertama, paling sedikit Instansi dan Layanan."
    )
    assert "Kolom “Instansi” dan “Layanan” tidak ditemukan" in refused("a,b\n1,2")
    assert refused("Layanan\nSKCK").startswith("Kolom “Instansi” tidak ditemukan")
    assert "“k11”, dan 8 lagi. Tulis" in refused(";".join(f"k{n}" for n in range(20)))


def test_two_columns_of_one_meaning_and_a_table_without_rows_are_told() -> None:
    assert refused("Instansi,OPD,Layanan\na,b,c") == (
        "Kolom Instansi ada dua kali (“Instansi”, “OPD”); sisakan satu."
    )
    assert refused("Instansi,Layanan").startswith("Di bawah judul kolom belum ada baris;")


def test_the_template_can_be_read_and_every_row_of_it_is_good() -> None:
    table = read(template(), "contoh.xlsx")
    assert list(table.titles) == list(TITLE)
    found = service_rows(table, {}, {}, add_agencies=True)
    assert [row.why for row in found] == [(), ()]


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda b: b"PK\x03\x04" + b) | st.text())
def test_nothing_that_is_given_ever_fails(content: bytes | str) -> None:
    assert isinstance(read_table(content, "berkas"), Table | NotATable)


@given(st.data())
def test_no_damaged_workbook_ever_fails(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(read_table(bytes(whole), "berkas"), Table | NotATable)


# Rows.


@pytest.mark.parametrize(
    ("heading", "value", "given"),
    [
        ("Luaran", "", {}),
        ("KELUARAN", "Konsultasi", {"output": "consultation"}),
        ("Hasil", "produk", {"output": "product"}),
        ("Saluran", "Daring", {"channel": "electronic"}),
        ("Lama layanan", "3 hari kerja", {"duration": "3 hari kerja"}),
        ("Biaya / tarif", "gratis", {"cost": "gratis"}),
        ("Antrian", "YA", {"queue": True}),
        ("Antrean", "Belum diketahui", {}),
        ("Antrean", "v", {"queue": True}),
        ("Data", "✓", {"data": True}),
        ("Luaran", "belum diketahui", {}),
        ("Saluran", "tidak tahu", {}),
        ("Terhubung data", "belum", {"data": False}),
        ("Standar", "Lengkap", {"standard": COMPONENTS}),
        ("Standar", "14/14", {"standard": COMPONENTS}),
        ("Standar", "belum ada", {"standard": ()}),
        (
            "Standar",
            "biaya/tarif, Sistem, mekanisme & prosedur dan jaminan pelayanan",
            {"standard": ("procedure", "cost", "guarantee")},
        ),
    ],
)
def test_a_cell_is_understood_in_the_words_of_offices(
    heading: str, value: str, given: dict[str, Any]
) -> None:
    assert gives(one(heading, value)) == given


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (CATEGORY_WORDS, labels.AGENCY_CATEGORY),
        (OUTPUT_WORDS, labels.OUTPUT),
        (CHANNEL_WORDS, labels.CHANNEL),
        (COMPONENT_WORDS, labels.COMPONENT),
    ],
)
def test_whatever_the_screen_calls_a_value_is_understood(
    words: Mapping[str, str], said: Mapping[str, str]
) -> None:
    known = by_folded(words)
    assert {
        key: known.get(" ".join(word.replace(",", " ").replace("/", " ").lower().split()))
        for key, word in said.items()
    } == {key: key for key in said}


@pytest.mark.parametrize(
    ("heading", "value", "why"),
    [
        (
            "Luaran",
            "surat",
            "Baris 2, kolom Luaran: “surat” tidak dikenal; tulis produk selesai, konsultasi, atau informasi.",
        ),
        (
            "Saluran",
            "pos",
            "Baris 2, kolom Saluran: “pos” tidak dikenal; "
            "tulis langsung, elektronik, mandiri, atau bergerak.",
        ),
        ("Antrean", "mungkin", "Baris 2, kolom Antrean: “mungkin” tidak dikenal; tulis ya atau belum."),
        ("Data", "entah", "Baris 2, kolom Data: “entah” tidak dikenal; tulis ya atau belum."),
        ("Lama", "x" * 81, "Baris 2, kolom Lama: terlalu panjang; tulis paling banyak 80 huruf."),
        (
            "Biaya",
            "=A1",
            "Baris 2, kolom Biaya: “=A1” tampak seperti rumus atau galatnya; tulis hasilnya sebagai teks.",
        ),
        (
            "Standar",
            "biaya; parkir",
            "Baris 2, kolom Standar: “parkir” bukan komponen standar pelayanan; "
            "tulis nama komponennya dipisah titik koma, atau lengkap.",
        ),
        (
            "Standar",
            "/",
            "Baris 2, kolom Standar: “/” bukan komponen standar pelayanan; "
            "tulis nama komponennya dipisah titik koma, atau lengkap.",
        ),
    ],
)
def test_a_cell_that_is_not_understood_says_where_and_what_to_write(
    heading: str, value: str, why: str
) -> None:
    assert one(heading, value).why == (why,)


@pytest.mark.parametrize(
    ("agency", "name", "why"),
    [
        ("Polres Kota", "", "Baris 2, kolom Layanan: masih kosong; tulis nama layanannya."),
        ("", "SKCK", "Baris 2, kolom Instansi: masih kosong; tulis nama instansinya di setiap baris."),
        ("Polres Kota", "x", "Baris 2, kolom Layanan: “x” terlalu pendek; tulis paling sedikit 2 huruf."),
        (
            "Polres Kota",
            "y" * 161,
            "Baris 2, kolom Layanan: terlalu panjang; tulis paling banyak 160 huruf.",
        ),
        (
            "polres  KOTA",
            "skck",
            "Baris 2, kolom Layanan: layanan “skck” sudah ada pada instansi ini; "
            "hapus baris ini atau beri nama lain.",
        ),
        (
            "Samsat",
            "Pajak",
            "Baris 2, kolom Instansi: instansi “Samsat” sudah keluar dari rencana; "
            "ikutkan lagi lebih dulu di daftar instansi.",
        ),
        (
            "Polrez Kota",
            "SIM",
            "Baris 2, kolom Instansi: instansi “Polrez Kota” tidak ada dalam rencana "
            "(mungkin maksudnya “Polres Kota”?); perbaiki namanya atau ikut tambahkan instansinya.",
        ),
        (
            "PLN",
            "Pasang",
            "Baris 2, kolom Instansi: instansi “PLN” tidak ada dalam rencana; "
            "perbaiki namanya atau ikut tambahkan instansinya.",
        ),
    ],
)
def test_a_row_that_cannot_be_added_says_why(agency: str, name: str, why: str) -> None:
    (found,) = rows(f"{HEAD}\n{agency}\t{name}\n")
    assert (found.service, found.why, found.agency, found.name) == (
        None,
        (why,),
        " ".join(agency.split()),
        name,
    )


def test_an_agency_is_known_by_its_name_however_it_is_written_and_by_its_id() -> None:
    found = rows(f"{HEAD}\nBPJS-KESEHATAN\tJKN\nbpjs\tPCare\nPolres kota\tSIM")
    assert [row.service for row in found] == [
        ServiceRow(agency="bpjs", name="JKN"),
        ServiceRow(agency="bpjs", name="PCare"),
        ServiceRow(agency="polres", name="SIM"),
    ]


def test_all_that_is_wrong_with_a_row_is_said_and_the_other_rows_stand() -> None:
    bad, good = rows(f"{HEAD}\tLuaran\nPLN\t\tsurat\nPolres Kota\tSIM\tinformasi")
    assert [sentence.split(":")[0] for sentence in bad.why] == [
        "Baris 2, kolom Luaran",
        "Baris 2, kolom Layanan",
        "Baris 2, kolom Instansi",
    ]
    assert gives(good) == {"output": "information"}


def test_a_service_that_stands_twice_in_the_table_is_added_once() -> None:
    first, again = rows(f"{HEAD}\nbpjs\tJKN\nbpjs\tjkn")
    assert (first.why, again.why) == ((), ("Baris 3, kolom Layanan: sama dengan baris 2; sisakan satu.",))


NEW = f"{HEAD}\tKelompok\nPLN\tPasang baru\tBUMN\nPLN\tTambah daya\t\nBank X\tRekening\t\nTaspen!\t\tBUMN"


def test_agencies_that_are_not_in_the_plan_join_where_that_is_asked_for() -> None:
    found = rows(NEW, add_agencies=True, category="private")
    pln, bank = NewAgency(name="PLN", category="state_owned"), NewAgency(name="Bank X", category="private")
    assert [row.joins for row in found] == [pln, pln, bank, None]
    assert new_agencies(found) == (pln, bank)
    assert [row.service.agency for row in found if row.service] == ["pln", "pln", "bank-x"]


@pytest.fixture(scope="module")
def catalogue() -> AgencyCatalogue:
    found = load_agencies(resource("data/agencies.yaml"))
    assert isinstance(found, AgencyCatalogue)
    return found


def test_an_agency_is_known_by_what_the_catalogue_calls_it(catalogue: AgencyCatalogue) -> None:
    plan_has = {"imigrasi": Agency(name="Imigrasi"), "disdukcapil": Agency(name="Disdukcapil")}
    table = f"{HEAD}\nKantor Imigrasi\tPaspor\nDinas Kependudukan dan Pencatatan Sipil\tKIA"
    found = service_rows(read(table), plan_has, {}, catalogue=catalogue)
    assert [row.service for row in found] == [
        ServiceRow(agency="imigrasi", name="Paspor"),
        ServiceRow(agency="disdukcapil", name="KIA"),
    ]


def test_new_agencies_are_linked_to_the_catalogue_and_take_its_group(catalogue: AgencyCatalogue) -> None:
    table = f"{HEAD}\nBNN\tRehabilitasi\nBadan Narkotika Nasional Kabupaten/Kota\tSKHPN\nDinas X\tIzin"
    found = service_rows(read(table), {}, {}, add_agencies=True, catalogue=catalogue)
    assert new_agencies(found) == (
        NewAgency(name="BNN", category="vertical", typical="bnn"),
        NewAgency(name="Dinas X", category="opd_regency"),
    )
    assert [row.service.agency for row in found if row.service] == ["bnn", "bnn", "dinas-x"]


def test_a_group_in_the_table_wins_over_the_catalogues_and_is_pointed_at(catalogue: AgencyCatalogue) -> None:
    table = f"{HEAD}\tKelompok\nBNN\tSKHPN\tOPD kabupaten/kota\nPolres\tSKCK\tvertikal"
    other, same = service_rows(read(table), {}, {}, add_agencies=True, catalogue=catalogue)
    assert (other.joins, other.note, same.note) == (
        NewAgency(name="BNN", category="opd_regency", typical="bnn"),
        "Kelompok “BNN” menurut tabel OPD kabupaten/kota, menurut katalog instansi vertikal; "
        "yang dipakai kelompok dari tabel.",
        "",
    )


def test_another_agency_of_the_catalogue_is_not_taken_for_a_slip(catalogue: AgencyCatalogue) -> None:
    there = {"pengadilan-agama": Agency(name="Pengadilan Negeri A"), "pa": Agency(name="Pengadilan Agam")}
    table = read(f"{HEAD}\nPengadilan Agama\tSidang")
    (found,) = service_rows(table, there, {}, add_agencies=True, catalogue=catalogue)
    assert (found.why, found.note) == ((), "")
    (refused_row,) = service_rows(table, {"pa": Agency(name="Pengadilan Agam")}, {}, catalogue=catalogue)
    assert "mungkin" not in refused_row.why[0]


def test_a_new_agency_that_is_like_one_in_the_plan_is_pointed_at() -> None:
    (found,) = rows(f"{HEAD}\nPolrez Kota\tSIM", add_agencies=True)
    assert (found.why, found.note) == (
        (),
        "Instansi baru “Polrez Kota” mirip dengan “Polres Kota” yang sudah ada.",
    )


def test_a_group_that_is_not_known_keeps_a_new_agency_out() -> None:
    (found,) = rows(f"{HEAD}\tKelompok\nPLN\tPasang\tnegara", add_agencies=True)
    assert found.why == (
        "Baris 2, kolom Kelompok: “negara” tidak dikenal; tulis OPD kabupaten/kota, OPD provinsi, "
        "instansi vertikal, BUMN, BUMD, atau swasta/perbankan.",
    )
    assert found.joins is None


def test_likeness_is_looked_for_in_so_many_names_only() -> None:
    unknown = "\n".join(f"Instansi nomor {n}\tLayanan" for n in range(200))
    *_, last = rows(f"{HEAD}\n{unknown}\nPolrez Kota\tSIM")
    assert "mungkin" not in last.why[0]


def test_the_ids_that_rows_name_are_those_that_the_agencies_get() -> None:
    table = (
        f"{HEAD}\nSatu/Dua\tA1\nSatu Dua?\tA2\nSatu, Dua (B)\tA3\nPolres\tA4\nPOLRES 2\tA5\n警察\tA6\n!!\tA7"
    )
    found = rows(table, add_agencies=True)
    start = State(plan=plan().model_copy(update={"agencies": AGENCIES}))
    services = NewServices(rows=tuple(row.service for row in found if row.service is not None))
    then = applied(start, [*new_agencies(found), services], STAFF, TODAY).plan
    named = {row.agency: then.agencies[row.service.agency].name for row in found if row.service is not None}
    assert named["Satu, Dua (B)"] == "Satu, Dua (B)"
    assert named["Satu Dua?"] == "Satu/Dua"
    assert (named["警察"], named["!!"]) == ("警察", "!!")
    assert len(then.services) == 7


@given(
    st.lists(
        st.lists(
            st.sampled_from(["Polres", "PLN", "SKCK", "x", "", "=1", "ya", "lengkap"]) | st.text(max_size=9),
            min_size=10,
            max_size=10,
        ),
        max_size=6,
    ),
    st.booleans(),
)
def test_any_row_gives_a_service_or_says_why_not(table: list[list[str]], add: bool) -> None:
    found = read_table(workbook([list(TITLE.values()), ["Polres", "", "Uji", *[""] * 7]]), "x")
    assert isinstance(found, Table)
    lines = [type(found.lines[0])(n, dict(zip(TITLE, row, strict=True))) for n, row in enumerate(table, 2)]
    given_rows = service_rows(Table(found.titles, (), tuple(lines)), AGENCIES, SERVICES, add_agencies=add)
    assert all((row.service is None) == bool(row.why) for row in given_rows)
