"""Agencies by wave in words and as a table, and the present choice on the trade-off curve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.domain.checklist import PipelineStep
from planner.domain.forecast import WaitingFor
from planner.domain.pipeline import AgencyPipeline
from planner.domain.plan import Agency, Plan
from planner.domain.target import AgencyLatest, TargetDates
from planner.views import outlook, wave_words, waves
from tests.views.test_outlook import told
from tests.views.world import TARGET, checklist, opened, plan, small

WORLD = small()
LATE = AgencyLatest("polres", "KSP-01.polres", date(2027, 6, 2), date(2027, 4, 29), -22)
EARLY = AgencyLatest("bpjs", "KSP-01.bpjs", date(2027, 2, 12), date(2027, 4, 29), 51)
LATEST = TargetDates(TARGET, {}, (LATE, EARLY))
WAITING = [WaitingFor(n, date(2028, 1, n), date(2028, 3, n)) for n in range(1, 5)]


def _plan(**waves_of: int) -> Plan:
    agencies = {slug: Agency(name=f"Dinas {slug.upper()}", wave=wave) for slug, wave in waves_of.items()}
    return plan({}).model_copy(update={"agencies": agencies})


def _table(of: Plan, ways: dict[str, AgencyPipeline], latest: TargetDates | None) -> list[list[object]]:
    rows: list[list[object]] = waves.waves_table(of, checklist(), ways, latest).to_numpy().tolist()
    return rows


def test_the_sentence_says_for_whom_the_gates_wait_and_who_still_holds_one() -> None:
    gate = replace(WORLD.readiness.gates[0], waits_for=("KSP-01.polres", "KSP-01.bpjs", "USL-01"))
    held = replace(WORLD.readiness, gates=(gate,))
    assert waves.waves_sentence(WORLD.state.plan, held) == (
        "Gerbang dan peluncuran menunggu 3 instansi gelombang 1, 2 di antaranya masih menahan gerbang; "
        "belum ada yang menyusul."
    )


def test_the_sentence_counts_those_that_come_later() -> None:
    sentence = waves.waves_sentence(_plan(a=1, b=2, c=3), WORLD.readiness)
    assert sentence == (
        "Gerbang dan peluncuran menunggu 1 instansi gelombang 1, dan tidak satu pun lagi menahan gerbang; "
        "2 menyusul tanpa ditunggu."
    )


def test_a_plan_without_agencies_is_told_what_to_do_first() -> None:
    assert waves.waves_sentence(_plan(), WORLD.readiness) == wave_words.NO_AGENCIES


def test_an_open_mall_is_told_that_waves_move_its_launch_no_more() -> None:
    assert waves.waves_sentence(_plan(a=1, b=2), opened().readiness) == (
        "Sudah dibuka 20 November 2026: 1 instansi ikut sejak peresmian, 1 menyusul. Gelombang tidak lagi "
        "menggeser peluncuran."
    )


def test_agencies_that_left_are_in_no_wave() -> None:
    left = {"a": Agency(name="Dinas A"), "b": Agency(name="Dinas B", active=False)}
    assert waves.by_wave(plan({}).model_copy(update={"agencies": left})) == {1: ("a",)}


def test_waves_are_listed_in_order_with_the_names_of_their_agencies() -> None:
    assert waves.wave_names(_plan(c=2, b=1, a=1)) == {1: "Dinas A dan Dinas B", 2: "Dinas C"}
    assert [waves.wave_name(1), waves.wave_name(2)] == ["Gelombang 1 (peresmian)", "Gelombang 2 (menyusul)"]


def test_of_many_names_the_first_are_told_and_the_rest_counted() -> None:
    assert waves.names("ABCDEFGH") == "A, B, C, D, E, F, dan 2 lagi"
    assert waves.names("ABCDEF") == "A, B, C, D, E, dan F"


def test_the_table_stands_wave_by_wave_with_the_latest_agency_first() -> None:
    rows = _table(_plan(bpjs=1, polres=1, pln=2), {}, LATEST)
    assert rows == [
        ["Dinas POLRES", 1, "belum diundang", "29 Apr 2027", "▼ terlambat 22 hari kerja"],
        ["Dinas BPJS", 1, "belum diundang", "29 Apr 2027", "longgar 51 hari kerja"],
        ["Dinas PLN", 2, "belum diundang", "–", "tidak ditunggu"],
    ]


def test_the_table_says_where_nothing_is_left_to_do_and_where_no_target_is_set() -> None:
    assert _table(_plan(pln=1), {}, LATEST)[0][-1] == "sudah siap"
    assert _table(_plan(pln=1), {}, None)[0][-1] == "target belum ditetapkan"


def test_the_table_names_the_step_that_an_agency_stands_at() -> None:
    way = AgencyPipeline("pln", ("diundang",), "diundang", None, ())
    listed = checklist()
    step = PipelineStep(id="diundang", title="Diundang", items=("KSP-01",))
    head = listed.head.model_copy(update={"pipeline": (step,)})
    asked = listed.model_copy(update={"head": head})
    table = waves.waves_table(_plan(pln=1), asked, {"pln": way}, None)
    assert table[wave_words.STEP].tolist() == ["Diundang"]


def test_a_move_is_told_with_the_wave_before_and_after() -> None:
    assert waves.moves_told(_plan(a=1, b=1), {"b": 2}) == ["Dinas B: gelombang 1 → 2"]


def test_the_choice_is_held_against_the_earliest_agencies_of_the_same_number() -> None:
    assert waves.choice_sentence(told(), 2, WAITING) == (
        "Pilihan sekarang menunggu 2 dari 4 instansi: P50 19 Februari 2028, P80 20 Maret 2028. "
        "Menunggu 2 instansi yang paling dulu siap, siapa pun itu, memberi P80 2 Maret 2028, "
        "18 hari lebih awal daripada pilihan sekarang."
    )


def test_a_choice_that_nothing_of_its_number_beats_is_told_so() -> None:
    alike = [replace(one, p80=told().p80) for one in WAITING]
    assert waves.choice_sentence(told(), 2, alike).endswith("tidak lebih awal daripada pilihan sekarang.")


def test_waiting_for_all_is_held_against_waiting_for_half() -> None:
    sentence = waves.choice_sentence(told(), 4, WAITING)
    assert sentence.endswith(outlook.waiting_sentence(WAITING))
    assert sentence.startswith("Pilihan sekarang menunggu 4 dari 4 instansi")
