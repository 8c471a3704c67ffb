from __future__ import annotations

from planner.views.item_rows import item_rows
from tests.views import world


def test_an_item_is_one_row_however_many_agencies_it_is_about() -> None:
    found = item_rows(world.checklist(), world.plan(), ["USL-02", "KSP-01.polres", "KSP-01.pln"])
    assert found == [
        {"id": "USL-02", "title": "USL-02 Anggaran disetujui", "agencies": ""},
        {
            "id": "KSP-01.polres",
            "title": "KSP-01 Perjanjian kerja sama ditandatangani",
            "agencies": "Polres dan PLN",
        },
    ]


def test_of_many_agencies_three_are_named_and_the_rest_counted() -> None:
    large = world.large()
    (row,) = item_rows(large.checklist, large.state.plan, [f"KSP-01.instansi-0{n}" for n in range(1, 7)])
    assert row["agencies"] == ("Instansi nomor 1, Instansi nomor 2, Instansi nomor 3, dan 3 instansi lain")


def test_four_agencies_are_all_named() -> None:
    large = world.large()
    (row,) = item_rows(large.checklist, large.state.plan, [f"KSP-01.instansi-0{n}" for n in range(1, 5)])
    assert row["agencies"].endswith("Instansi nomor 3, dan Instansi nomor 4")
