from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.domain.plan import PlannedConstraint
from planner.domain.target import LatestDates, TargetDates
from planner.views.gantt import text
from planner.views.gantt.rows import Row, rows
from tests.views import world
from tests.views.gantt import planned

MUTED = "#55666b"
LONG = "Kewenangan menyelesaikan layanan perizinan dan nonperizinan dilimpahkan kepada petugas gerai di mal"


def _rows(
    one: world.World, *, show_done: bool = False, open_items: frozenset[str] = frozenset()
) -> dict[str, Row]:
    return {row.key: row for row in rows(*one.given, show_done=show_done, open_items=open_items)}


def _label(row: Row, letters: int = 58) -> str:
    return text.label(row, letters, MUTED)[0]


def _plain(label: str) -> str:
    for tag in ("<b>", "</b>", "</span>", f"<span style='color:{MUTED}'>"):
        label = label.replace(tag, "")
    return label.replace(text.INDENT, "")


def test_a_stage_says_how_much_of_it_is_done() -> None:
    found = _rows(world.small())
    assert _plain(_label(found["stage:kesepakatan"])) == "3. Kesepakatan 0 dari 4 selesai, 1 diajukan"
    assert _plain(_label(found["stage:komitmen"])) == "1. Komitmen ✓ selesai"


def test_a_finished_stage_without_proof_says_so() -> None:
    found = _rows(world.small(proof=()))
    assert _plain(_label(found["stage:komitmen"])) == "1. Komitmen ✓ selesai, 1 diajukan"


def test_a_group_says_how_many_agencies_and_how_many_are_done() -> None:
    found = _rows(world.small())
    assert (
        _plain(_label(found["KSP-01"], 70)) == "Perjanjian kerja sama ditandatangani (3 instansi, 1 selesai)"
    )
    assert _plain(_label(_rows(world.large())["KSP-01"])).endswith("diselesaikan (22 instansi)")


def test_running_work_says_so_in_words() -> None:
    found = _rows(world.small())
    assert _plain(_label(found["USL-01"])) == "Usulan disusun · berjalan"
    assert _plain(_label(found["USL-02"])) == "Anggaran disetujui"


def test_done_rows_are_ticked_and_say_what_is_not_proven() -> None:
    found = _rows(world.small(), show_done=True, open_items=frozenset({"KSP-01"}))
    assert _plain(_label(found["KMT-01"])) == "Komitmen ditandatangani ✓"
    assert _plain(_label(found["KSP-01.pln"])) == "PLN ✓ diajukan"


def test_a_group_that_is_done_is_ticked() -> None:
    found = _rows(world.opened(), show_done=True)
    assert _plain(_label(found["KSP-01"], 70)) == "Perjanjian kerja sama ditandatangani (3 instansi) ✓"


def test_rows_are_indented_by_their_depth() -> None:
    found = _rows(world.small(), open_items=frozenset({"KSP-01"}))
    depths = [_label(found[key]).count(text.INDENT) for key in ("stage:usulan", "USL-02", "KSP-01.polres")]
    assert depths == [0, 1, 2]


def test_a_long_name_is_broken_between_words_and_ends_in_an_ellipsis_only_after_two_lines() -> None:
    lines = text.lines_of(LONG, 40)
    assert lines == ("Kewenangan menyelesaikan layanan", "perizinan dan nonperizinan dilimpahkan …")
    assert " ".join(text.lines_of(LONG, 60)) == LONG
    assert text.lines_of("", 40) == ("",)


def test_a_remark_without_room_goes_to_its_own_line() -> None:
    row = _rows(world.small())["KSP-01"]
    told, lines = text.label(row, 44, MUTED)
    assert lines == 2
    assert _plain(told) == "Perjanjian kerja sama ditandatangani<br>(3 instansi, 1 selesai)"


def test_a_name_with_html_in_it_stays_a_name() -> None:
    sly = Row(key="a", kind="task", stage="s", title="Tarif <b> & biaya", lead="a")
    assert "Tarif &lt;b&gt; &amp; biaya" in _label(sly)


def test_pointing_at_work_tells_everything_in_indonesian() -> None:
    small = world.small()
    told = text.hover(_rows(small)["USL-02"], small.checklist, 64).split("<br>")
    assert told == [
        "<b>USL-02 Anggaran disetujui</b>",
        "Sen, 23 Nov 2026 – Sab, 12 Des 2026",
        "Belum mulai, longgar 9 hari kerja",
        "Paling lambat: Sen, 21 Des 2026",
        "Penanggung jawab: DPMPTSP",
    ]


def test_pointing_at_work_tells_the_limit_of_the_target_even_when_it_is_missed() -> None:
    small = world.small()
    day = date(2026, 12, 10)
    limits = {"USL-01": LatestDates(day, day, -28), "USL-02": LatestDates(day, day, -9)}
    found = {row.key: row for row in rows(*small.given, target=TargetDates(world.TARGET, limits, ()))}
    assert text.hover(found["USL-02"], small.checklist, 64).split("<br>")[2:4] == [
        "Belum mulai, terlambat 9 hari kerja",
        "Batas target: Kam, 10 Des 2026",
    ]
    assert "menahan peluncuran, terlambat 28 hari kerja" in text.hover(found["USL-01"], small.checklist, 64)
    assert found["USL-02"].tail is None


def test_pointing_at_a_group_tells_the_count_and_what_is_not_proven() -> None:
    small = world.small()
    told = text.hover(_rows(small)["KSP-01"], small.checklist, 64).split("<br>")
    assert told == [
        "<b>KSP-01 Perjanjian kerja sama ditandatangani</b>",
        "1 dari 3 kegiatan selesai",
        "Sen, 4 Jan 2027 – Rab, 2 Jun 2027",
        "Belum mulai, menahan peluncuran",
        "1 di antaranya diajukan: selesai, tetapi bukti atau pemeriksaannya belum lengkap",
        "Penanggung jawab: DPMPTSP",
    ]


def test_pointing_at_an_agency_names_item_and_agency() -> None:
    small = world.small()
    found = _rows(small, open_items=frozenset({"KSP-01"}))
    told = text.hover(found["KSP-01.polres"], small.checklist, 64).split("<br>")
    assert told[:2] == ["<b>KSP-01 Perjanjian kerja sama ditandatangani</b>", "Polres"]


def test_pointing_at_a_stage_that_is_done_tells_when() -> None:
    small = world.small()
    told = text.hover(_rows(small)["stage:komitmen"], small.checklist, 64).split("<br>")
    assert told == [
        "<b>1. Komitmen</b>",
        "1 dari 1 kegiatan selesai",
        "Selesai: Sen, 2 Mar 2026 – Rab, 11 Mar 2026",
    ]


def test_a_single_day_is_told_once() -> None:
    small = world.small()
    told = text.hover(_rows(small)["RSM-01"], small.checklist, 64).split("<br>")
    assert told[1] == "Sen, 14 Jun 2027"


def _told(one: world.World, key: str) -> list[str]:
    return text.hover(_rows(one)[key], one.checklist, 64).split("<br>")


def test_pointing_at_work_that_waits_for_money_tells_which_budget_and_from_when() -> None:
    assumed = planned.with_money(world.small(), USL_02=planned.ASSUMED)
    assert "Menunggu APBD Perubahan 2027, tersedia 1 Oktober 2027 (asumsi)" in " ".join(
        _told(assumed, "USL-02")
    )
    own = planned.with_money(world.small(), USL_02=planned.SET)
    assert "Menunggu APBD murni 2027, tersedia 15 Februari 2027" in _told(own, "USL-02")


def test_pointing_at_several_tells_how_many_of_them_wait_for_money() -> None:
    one = planned.with_money(world.small(), KSP_01__bpjs=planned.SET, KSP_01__polres=planned.SET)
    assert "2 kegiatan menunggu APBD murni 2027, tersedia 15 Februari 2027" in _told(one, "KSP-01")


def test_work_that_fits_into_no_budget_says_so() -> None:
    lost = replace(planned.SET, funding=None)
    told = " ".join(_told(planned.with_money(world.small(), USL_02=lost), "USL-02"))
    assert "Tidak muat dalam masa belanja APBD mana pun" in told


def test_pointing_at_constrained_work_tells_the_constraint_in_words() -> None:
    limit = PlannedConstraint(type="FNLT", day=date(2027, 5, 31))
    one = planned.with_limit(world.small(), "USL-02", limit)
    assert "Ditetapkan: selesai paling lambat 31 Mei 2027" in _told(one, "USL-02")
    late = planned.with_limit(world.small(), "USL-02", PlannedConstraint(type="ALAP"))
    assert "Ditetapkan: selambat mungkin tanpa menunda kegiatan lain" in _told(late, "USL-02")


def test_pointing_at_work_of_the_baseline_tells_when_it_was_to_be_done() -> None:
    told = _told(planned.with_baseline(world.small()), "USL-02")
    assert "Rencana awal: Sen, 9 Nov 2026 – Sab, 28 Nov 2026" in told
