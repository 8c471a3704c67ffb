"""The shift from a baseline in words."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.variance import ActivityVariance, Variance
from planner.views import baseline
from tests.views.world import small

WORLD = small()
GIVEN = (WORLD.state.plan, WORLD.checklist)
STILL = ActivityVariance(0, 0)


def shifted(launch: int = 14, added: tuple[str, ...] = (), removed: tuple[str, ...] = ()) -> Variance:
    moved = {
        "USL-01": ActivityVariance(0, 3),
        "USL-02": STILL,
        "KSP-01.polres": ActivityVariance(-20, -20),
        "ZZZ-01.lama": ActivityVariance(5, 2),
    }
    return Variance("awal", "Kesepakatan awal", date(2026, 3, 2), launch, moved, added, removed)


@pytest.mark.parametrize(
    ("launch", "told"),
    [(14, "tanggal buka mundur 14 hari kerja"), (-3, "tanggal buka maju 3 hari kerja")],
)
def test_the_sentence_says_how_far_the_launch_has_moved(launch: int, told: str) -> None:
    assert baseline.variance_sentence(shifted(launch)) == (
        f"Dibandingkan “Kesepakatan awal” (2 Mar 2026), {told}; 3 kegiatan bergeser."
    )


def test_the_sentence_says_when_nothing_has_moved_or_nothing_is_frozen() -> None:
    still = Variance("awal", "Kesepakatan awal", date(2026, 3, 2), 0, {"USL-01": STILL}, (), ())
    assert baseline.variance_sentence(still) == (
        "Dibandingkan “Kesepakatan awal” (2 Mar 2026), tanggal buka tidak bergeser."
    )
    assert baseline.variance_sentence(None) == (
        "Belum ada rencana awal; bekukan rencana ini untuk melihat pergeserannya."
    )


def test_added_and_removed_activities_are_named() -> None:
    assert baseline.changed_sentence(*GIVEN, shifted()) == ""
    assert baseline.changed_sentence(*GIVEN, shifted(added=("USL-01",), removed=("ZZZ-01",))) == (
        "1 kegiatan baru setelah rencana awal: “Usulan disusun”. 1 kegiatan tidak ada lagi: kegiatan ZZZ-01."
    )


def test_the_table_holds_what_moved_the_most_shifted_first() -> None:
    frame = baseline.variance_table(*GIVEN, shifted())
    assert tuple(frame.columns) == baseline.COLUMNS
    assert list(frame["Kode"]) == ["KSP-01", "ZZZ-01", "USL-01"]
    assert list(frame["Instansi"]) == ["Polres", "lama", ""]
    assert list(frame["Mulai bergeser"]) == [-20, 5, 0]
    assert list(frame["Keterangan"]) == [
        "mulai dan selesai maju 20 hari kerja",
        "mulai mundur 5 hari kerja, selesai mundur 2 hari kerja",
        "mulai tetap, selesai mundur 3 hari kerja",
    ]
    assert len(baseline.variance_table(*GIVEN, shifted(), most=1)) == 1
    none = Variance("awal", "Awal", date(2026, 3, 2), 0, {}, (), ())
    assert baseline.variance_table(*GIVEN, none).empty
