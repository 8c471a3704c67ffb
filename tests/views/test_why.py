from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.schedule import DrivingLink
from planner.views import why
from tests.views import world


def _chain(activity: str, **changes: object) -> tuple[str, ...]:
    small = world.small()
    return why.chain(small.checklist, small.state.plan, replace(small.schedule, **changes), activity)


def test_the_chain_walks_back_to_work_that_has_begun() -> None:
    assert _chain("RSM-01") == (
        "“Peresmian oleh Menteri”, 14 Jun 2027: baru dapat mulai setelah "
        "“Perjanjian kerja sama ditandatangani” (Polres) selesai.",
        "“Perjanjian kerja sama ditandatangani” (Polres), 4 Jan – 2 Jun 2027: baru dapat mulai setelah "
        "“Usulan disusun” selesai.",
        "“Usulan disusun” sudah mulai 2 Nov 2026 dan diperkirakan selesai 31 Des 2026.",
    )


def test_work_that_waits_for_nothing_says_so() -> None:
    assert _chain("USL-02") == (
        "“Anggaran disetujui” tidak menunggu kegiatan lain: dapat mulai 23 Nov 2026.",
    )


def test_work_that_has_begun_says_since_when() -> None:
    assert _chain("USL-01", driving=()) == (
        "“Usulan disusun” sudah mulai 2 Nov 2026 dan diperkirakan selesai 31 Des 2026.",
    )


def test_a_gate_is_called_a_gate_on_both_sides() -> None:
    driving = (DrivingLink("gate:usulan", "KSP-02", "FS"), DrivingLink("USL-02", "gate:usulan", "FS"))
    assert _chain("KSP-02", driving=driving)[:2] == (
        "“Naskah baku disiapkan”, 1–2 Des 2026: "
        "baru dapat mulai setelah gerbang “Usulan siap dikirim” lolos.",
        "Gerbang “Usulan siap dikirim”, 31 Des 2026: "
        "baru lolos setelah “Anggaran disetujui” selesai dan terbukti.",
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("SS", "baru dapat mulai setelah “Usulan disusun” mulai."),
        ("FF", "baru dapat selesai setelah “Usulan disusun” selesai."),
        ("SF", "baru dapat selesai setelah “Usulan disusun” mulai."),
    ],
)
def test_the_type_of_the_link_is_told(kind: str, words: str) -> None:
    told = _chain("KSP-02", driving=(DrivingLink("USL-01", "KSP-02", kind),))
    assert told[0].endswith(words)


def test_a_circle_of_links_comes_to_an_end() -> None:
    driving = (DrivingLink("USL-02", "KSP-02", "SS"), DrivingLink("KSP-02", "USL-02", "SS"))
    assert len(_chain("KSP-02", driving=driving)) == 2


def test_of_two_links_the_critical_one_is_told() -> None:
    told = _chain("RSM-01")[0]
    assert "Polres" in told
    assert "BPJS" not in told


def test_an_unknown_activity_is_an_error() -> None:
    with pytest.raises(KeyError):
        _chain("QQQ-99")


def test_done_work_tells_its_day_and_not_what_it_once_waited_for() -> None:
    driving = (DrivingLink("USL-02", "KMT-01", "FS"),)
    assert _chain("KMT-01", driving=driving, day=date(2026, 11, 23)) == (
        "“Komitmen ditandatangani” sudah selesai 11 Mar 2026.",
    )


def test_work_that_has_begun_out_of_turn_waits_with_what_remains_of_it() -> None:
    dates = dict(world.small().schedule.dates)
    dates["KMT-01"] = replace(dates["KMT-01"], early_finish=date(2026, 12, 10))
    assert _chain("USL-01", dates=dates)[0] == (
        "“Usulan disusun”, 2 Nov – 31 Des 2026: sudah berjalan; sisanya baru dapat diteruskan setelah "
        "“Komitmen ditandatangani” selesai."
    )
