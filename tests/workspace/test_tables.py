"""Tables of services against a plan: what they would add, and what is left to be put right."""

from __future__ import annotations

from planner.domain.changes import NewAgency, NewServices
from planner.workspace import MOST_MEBIBYTES, NotATable, ServicesRead, read_services, services_template
from tests.workspace.office import Office

TABLE = 'Instansi;Layanan;Luaran\nPolres;SKCK;produk\nPolres;"SIM; A";surat\nBalai Karantina;Sertifikat;\n'


def _read(office: Office, content: bytes | str, add_agencies: bool = True) -> ServicesRead | NotATable:
    return read_services(office.seen(), content, "tabel", add_agencies=add_agencies, category="vertical")


def _found(office: Office, add_agencies: bool = True) -> ServicesRead:
    found = _read(office, TABLE, add_agencies)
    assert isinstance(found, ServicesRead)
    return found


def test_good_and_bad_rows_are_told_apart(started: Office) -> None:
    found = _found(started)
    assert [row.name for row in found.good] == ["SKCK", "Sertifikat"]
    assert [row.name for row in found.bad] == ["SIM; A"]
    assert [row.line for row in found.bad] == [3]


def test_new_agencies_join_before_their_services(started: Office) -> None:
    joins, services = _found(started).changes
    assert isinstance(joins, NewAgency)
    assert isinstance(services, NewServices)
    assert (joins.name, joins.category) == ("Balai Karantina", "vertical")
    assert [row.agency for row in services.rows] == ["polres", "balai-karantina"]


def test_without_new_agencies_their_rows_are_bad(started: Office) -> None:
    found = _found(started, add_agencies=False)
    assert found.joining == ()
    assert [row.name for row in found.bad] == ["SIM; A", "Sertifikat"]


def test_what_is_left_can_be_read_again(started: Office) -> None:
    left = _found(started).left
    assert left == "Instansi\tLayanan\tLuaran\nPolres\tSIM; A\tsurat\n"
    again = _read(started, left.replace("surat", "produk"))
    assert isinstance(again, ServicesRead)
    assert [row.name for row in again.good] == ["SIM; A"]
    assert again.left == ""


def test_where_no_row_is_good_nothing_is_to_be_written(started: Office) -> None:
    found = _read(started, "Instansi;Layanan\nPolres;X\n")
    assert isinstance(found, ServicesRead)
    assert found.changes == ()


def test_the_template_can_be_read_as_a_table(started: Office) -> None:
    found = _read(started, services_template())
    assert isinstance(found, ServicesRead)
    assert found.bad == ()
    assert found.ignored == ()


def test_what_is_no_table_is_told_in_a_sentence(started: Office) -> None:
    found = _read(started, b"%PDF-1.7")
    assert isinstance(found, NotATable)
    assert "bukan tabel" in found.message


def test_a_table_that_is_too_large_is_not_read(started: Office) -> None:
    found = _read(started, b"x" * (MOST_MEBIBYTES * 1024**2 + 1))
    assert isinstance(found, NotATable)
    assert f"{MOST_MEBIBYTES} MiB" in found.message
