"""The services of a plan in a sentence and as a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from planner.domain.changes import NewAgency, ServiceRow
from planner.domain.plan import Agency, Plan, PlanSettings
from planner.domain.services import COMPONENTS, Output, Service
from planner.views import labels, services
from planner.views import services_words as words

AGENCIES = {
    "polres": Agency(name="Polres", category="vertical"),
    "disdukcapil": Agency(name="Disdukcapil"),
    "dinsos": Agency(name="Dinsos", active=False),
}
SERVICES = {
    "polres.skck": Service(agency="polres", name="SKCK", queue=True, standard=COMPONENTS),
    "polres.sim": Service(agency="polres", name="SIM", queue=False, standard=COMPONENTS[:9]),
    "disdukcapil.ktp": Service(agency="disdukcapil", name="KTP-el", output="consultation"),
    "disdukcapil.kia": Service(agency="disdukcapil", name="KIA", output="information", active=False),
    "dinsos.rekomendasi": Service(agency="dinsos", name="Rekomendasi"),
}
ONE = Service(agency="polres", name="SKCK", duration="1 jam", cost="Rp30.000", queue=True, data=False)


def _plan(found: dict[str, Service], agencies: dict[str, Agency] = AGENCIES) -> Plan:
    settings = PlanSettings(
        name="Belitung Timur", regency="19.06", checklist="perpres-89-2021", start=date(2026, 1, 5)
    )
    return Plan(id="beltim", settings=settings, agencies=agencies, services=found)


def test_the_sentence_counts_services_outputs_standards_and_queues() -> None:
    assert services.services_sentence(_plan(SERVICES)) == (
        "3 layanan dari 2 instansi; 1 hanya konsultasi; 1 dengan standar lengkap; 1 belum terhubung antrean; "
        "1 belum diketahui terhubung antrean atau tidak."
    )


def test_where_all_is_well_the_sentence_says_so() -> None:
    assert services.services_sentence(_plan({"polres.skck": SERVICES["polres.skck"]})) == (
        "1 layanan dari 1 instansi; semua menghasilkan produk selesai; 1 dengan standar lengkap; "
        "semua terhubung antrean."
    )


@pytest.mark.parametrize(("agencies", "sentence"), [(AGENCIES, words.NONE_YET), ({}, words.NO_AGENCY_YET)])
def test_without_services_the_sentence_says_what_to_do_first(
    agencies: dict[str, Agency], sentence: str
) -> None:
    assert services.services_sentence(_plan({}, agencies)) == sentence


def test_services_are_offered_in_the_order_of_agencies_and_names() -> None:
    assert list(services.offered(_plan(SERVICES))) == ["disdukcapil.ktp", "polres.sim", "polres.skck"]
    assert list(services.offered(_plan(SERVICES), "polres")) == ["polres.sim", "polres.skck"]
    assert list(services.withdrawn(_plan(SERVICES))) == ["disdukcapil.kia"]


def test_agencies_without_a_service_are_named_and_many_are_counted() -> None:
    some = {f"dinas-{n}": Agency(name=f"Dinas {n}") for n in range(7)}
    assert services.without_services(_plan(SERVICES)) == ""
    assert services.without_services(_plan({}, some)) == (
        "Belum punya layanan: Dinas 0, Dinas 1, Dinas 2, Dinas 3, Dinas 4, dan 2 lagi."
    )


def test_the_table_tells_how_much_of_the_standard_there_is_and_what_is_joined() -> None:
    (row,) = services.services_table(_plan(SERVICES), [ONE]).itertuples(index=False)
    assert tuple(row) == (
        "Polres",
        "SKCK",
        "produk selesai",
        "langsung",
        "1 jam",
        "Rp30.000",
        "0/14",
        "ya",
        "belum",
    )


def test_a_service_that_was_withdrawn_is_marked_where_it_is_chosen() -> None:
    plan = _plan(SERVICES)
    assert services.service_name(plan, SERVICES["polres.sim"]) == "SIM – Polres"
    assert services.service_name(plan, SERVICES["disdukcapil.kia"]) == "KIA – Disdukcapil (ditarik)"


@pytest.mark.parametrize("value", [True, False, None])
def test_what_is_chosen_for_a_system_is_what_is_kept(value: bool | None) -> None:
    assert services.JOINED_VALUE[services.joined_choice(value)] is value


def test_the_standard_has_six_components_of_delivery_and_eight_behind() -> None:
    assert (len(services.DELIVERY), len(services.BEHIND)) == (6, 8)
    assert services.DELIVERY + services.BEHIND == COMPONENTS


@dataclass(frozen=True)
class ReadRow:
    """A row of a table as the preview is given it."""

    agency: str
    name: str
    service: ServiceRow | None = None
    why: tuple[str, ...] = ()
    joins: NewAgency | None = None
    note: str = ""


GOOD = [ReadRow("Polres", "SKCK", ServiceRow(agency="polres", name="SKCK"), note="Mirip.")]
BAD = [ReadRow("Polres", "", why=("Baris 3: kosong.", "Baris 3: surat."))]


@pytest.mark.parametrize(
    ("good", "bad", "joining", "sentence"),
    [
        (GOOD, 0, [], "1 layanan dapat ditambahkan untuk 1 instansi."),
        (
            GOOD,
            2,
            list("ABCDEFG"),
            "1 layanan dapat ditambahkan untuk 1 instansi, 7 di antaranya instansi baru "
            "(A, B, C, D, E, dan 2 lagi); 2 baris perlu diperbaiki.",
        ),
        ([], 2, [], "Belum ada baris yang dapat ditambahkan; 2 baris perlu diperbaiki."),
    ],
)
def test_a_preview_counts_what_can_be_added_and_what_cannot(
    good: list[ReadRow], bad: int, joining: list[str], sentence: str
) -> None:
    assert services.preview_sentence(good, bad, joining) == sentence


def test_what_was_added_is_told_with_the_agencies_that_joined() -> None:
    assert services.added_sentence(GOOD, 0) == "1 layanan ditambahkan untuk 1 instansi."
    assert services.added_sentence(GOOD, 1) == (
        "1 layanan ditambahkan untuk 1 instansi, 1 di antaranya instansi baru."
    )


def test_a_bad_row_tells_all_its_reasons() -> None:
    assert services.bad_table(BAD).to_numpy().tolist() == [["Polres", "", "Baris 3: kosong. Baris 3: surat."]]


def test_good_rows_stand_as_the_services_they_add() -> None:
    new = ReadRow(
        "Dinas X",
        "Izin",
        ServiceRow(agency="dinas-x", name="Izin", output="product", channel="electronic"),
        joins=NewAgency(name="Dinas X", category="opd_regency"),
    )
    found = services.good_table(_plan({}), [*GOOD, new, *BAD])
    assert found.iloc[:, :5].to_numpy().tolist() == [
        ["Polres", "Instansi vertikal", "SKCK", "belum diketahui", "belum diketahui"],
        ["Dinas X (baru)", "OPD kabupaten/kota", "Izin", "produk selesai", "elektronik"],
    ]


def test_sheets_that_were_not_read_are_named() -> None:
    assert services.unread_sentence(()) == ""
    assert services.unread_sentence(("Vertikal", "BUMN")) == (
        "Lembar “Vertikal” tidak dibaca. Lembar “BUMN” tidak dibaca."
    )


@pytest.mark.parametrize("output", [*labels.OUTPUT, None])
def test_what_is_chosen_for_an_output_is_what_is_kept(output: Output | None) -> None:
    assert services.OUTPUTS[output or services.UNKNOWN] == output


def test_an_output_that_nobody_told_is_counted_apart() -> None:
    unknown = SERVICES["polres.skck"].model_copy(update={"output": None})
    assert services.services_sentence(_plan({"polres.skck": unknown})) == (
        "1 layanan dari 1 instansi; 1 belum diketahui luarannya; 1 dengan standar lengkap; "
        "semua terhubung antrean."
    )


def test_notes_are_told_once_and_only_the_first_few() -> None:
    many = [replace(GOOD[0], note=f"Mirip {n}.") for n in range(7)]
    assert services.notes_of([*GOOD, *GOOD, *BAD]) == "Mirip."
    assert services.notes_of(many) == (
        "Mirip 0. Mirip 1. Mirip 2. Mirip 3. Mirip 4. Masih ada 2 catatan lain; periksa tabel di bawah."
    )
