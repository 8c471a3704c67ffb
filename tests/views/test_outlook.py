from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from planner.domain.forecast import DriverEffect, Forecast, Insight, WaitingFor, outside_view
from planner.views import outlook
from tests.domain.forecast_plans import driver

DAY = date(2026, 11, 23)
FIRST = date(2028, 1, 1)
TARGET = date(2028, 1, 3)


def told(target: date | None = TARGET) -> Forecast:
    """Opens on each of the hundred days from 1 January 2028 in one run of a hundred."""
    launches = np.arange(FIRST.toordinal(), FIRST.toordinal() + 100, dtype=np.int32)
    return Forecast(DAY, target, 89, 100, ("anggaran",), launches)


def behind(*effects: DriverEffect, waiting: tuple[WaitingFor, ...] = ()) -> Insight:
    return Insight(
        told(), {"SRN-03": 0.76, "KMT-06": 0.004}, {"KMT-06": 0.2, "SRN-03": 0.37}, effects, None, waiting
    )


def effect(name: str, days: float, p80: date = date(2028, 3, 1), *, acts: bool = True) -> DriverEffect:
    return DriverEffect(name, date(2028, 2, 1), p80, days, acts)


DRIVERS = {name: driver(name, title=name.capitalize()) for name in ("anggaran", "gedung", "petugas")}


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "kurang dari 1%"), (0.004, "kurang dari 1%"), (0.34, "34%"), (1, "lebih dari 99%")],
)
def test_no_number_of_runs_proves_never_or_always(share: float, text: str) -> None:
    assert outlook.chance(share) == text


def test_the_sentence_names_both_dates_and_the_chance_of_the_target() -> None:
    assert outlook.forecast_sentence("Belitung Timur", told()) == (
        "Belitung Timur buka paling lambat 19 Februari 2028 dengan kemungkinan 50%, paling lambat "
        "20 Maret 2028 dengan kemungkinan 80%; peluang mencapai target 3 Januari 2028 3%."
    )


@pytest.mark.parametrize(
    ("target", "ending"),
    [
        (None, "; target belum ditetapkan."),
        (date(2026, 11, 1), "; target 1 November 2026 sudah lewat."),
        (date(2027, 12, 1), "; peluang mencapai target 1 Desember 2027 kurang dari 1%."),
    ],
)
def test_a_target_that_is_missing_over_or_out_of_reach_is_told_so(target: date | None, ending: str) -> None:
    assert outlook.forecast_sentence("Belitung Timur", told(target)).endswith(ending)


def test_an_opened_regency_is_told_open() -> None:
    assert outlook.opened_sentence("Siak", date(2024, 3, 7)) == (
        "Siak sudah dibuka 7 Maret 2024, jadi tidak ada lagi yang diprakirakan; "
        "di bawah ini prakiraan yang dapat dibuat sebelum itu."
    )


@pytest.mark.parametrize(
    ("opened", "text"),
    [
        (date(2028, 4, 9), "9 April 2028, 10 hari setelah P90: prakiraan itu terlalu cepat."),
        (date(2027, 12, 31), "31 Desember 2027, 10 hari sebelum P10: prakiraan itu terlalu lambat."),
        (
            date(2028, 1, 30),
            "30 Januari 2028, di antara P10 dan P90: 30% percobaan sudah buka pada hari itu.",
        ),
    ],
)
def test_an_earlier_forecast_is_held_against_the_real_day(opened: date, text: str) -> None:
    assert outlook.kept_sentence(told(), opened) == f"Kenyataannya dibuka {text}"


def test_the_curve_tells_its_width_and_how_likely_the_date_of_the_schedule_is() -> None:
    assert outlook.curve_sentence(told(), date(2028, 1, 5)) == (
        "Dari 100 percobaan, 10% buka paling lambat 10 Januari 2028 dan 90% paling lambat 30 Maret 2028. "
        "Tanggal di halaman Jadwal, 5 Januari 2028, tercapai dalam 5% percobaan."
    )


def test_the_strip_tells_how_likely_the_date_is_and_both_likelier_ones() -> None:
    assert outlook.strip(told(), date(2028, 1, 5)) == (
        "tanggal itu tercapai dalam 5% percobaan",
        "kemungkinan 50% (P50): 19\u00a0Feb\u00a02028",
        "kemungkinan 80% (P80): 20\u00a0Mar\u00a02028",
    )


def test_drivers_stand_the_strongest_first_without_those_that_move_nothing() -> None:
    bars = outlook.driver_bars([effect("anggaran", 3.25), effect("gedung", 12)], DRIVERS)
    assert [(bar.title, bar.told) for bar in bars] == [("Gedung", "12,0 hari"), ("Anggaran", "3,2 hari")]
    assert bars[0].note == "tanpa ini: P50 1 Feb 2028 · P80 1 Mar 2028"
    assert outlook.driver_bars([effect("gedung", 0.01)], DRIVERS) == []


def test_the_sentence_over_the_drivers_names_the_worst_and_those_that_are_over() -> None:
    found = behind(effect("anggaran", 12), effect("gedung", 0, acts=False))
    assert outlook.drivers_sentence(found, DRIVERS) == (
        "Rata-rata paling banyak menambah hari: “Anggaran”, 12,0 hari; tanpa itu P80 maju 19 hari. "
        "Tidak lagi berpengaruh: “Gedung”."
    )


def test_a_driver_that_still_strikes_is_not_told_to_be_over() -> None:
    found = behind(effect("anggaran", 12), effect("gedung", 0.04), effect("petugas", 0, acts=False))
    assert outlook.drivers_sentence(found, DRIVERS) == (
        "Rata-rata paling banyak menambah hari: “Anggaran”, 12,0 hari; tanpa itu P80 maju 19 hari. "
        "Hampir tidak menggeser tanggal peluncuran: “Gedung”. Tidak lagi berpengaruh: “Petugas”."
    )
    slight = behind(effect("anggaran", 0.01), effect("gedung", 0))
    assert outlook.drivers_sentence(slight, DRIVERS) == (
        "Tidak ada pemicu risiko yang masih berarti bagi tanggalnya. "
        "Hampir tidak menggeser tanggal peluncuran: “Anggaran” dan “Gedung”."
    )


def test_the_sentence_over_the_drivers_tells_where_nothing_is_gained() -> None:
    late = behind(effect("anggaran", 12, told().p80))
    assert outlook.drivers_sentence(late, DRIVERS).endswith("tanpa itu P80 tetap.")
    for idle in (behind(), behind(effect("gedung", 0, acts=False))):
        assert outlook.drivers_sentence(idle, DRIVERS) == (
            "Tidak ada pemicu risiko yang masih dapat mengubah tanggalnya."
        )


def test_activities_are_told_with_how_often_they_decide() -> None:
    bars = outlook.activity_bars(behind(), {"SRN-03": "Renovasi"})
    assert [(bar.title, bar.note, bar.told) for bar in bars] == [
        ("Renovasi", "pada jalur kritis di 76% percobaan", "0,37"),
        ("KMT-06", "pada jalur kritis di kurang dari 1% percobaan", "0,20"),
    ]
    assert len(outlook.activity_bars(behind(), {}, most=1)) == 1
    assert outlook.activities_sentence(bars) == (
        "Paling erat berkaitan dengan tanggal buka: lamanya “Renovasi” (0,37). "
        "Angka 0 berarti tidak berkaitan, 1 berarti menentukan sepenuhnya."
    )
    assert outlook.activities_sentence([]).startswith("Tidak ada kegiatan tersisa")


def test_waiting_for_half_of_the_agencies_is_held_against_all() -> None:
    every = WaitingFor(4, date(2028, 4, 1), date(2028, 5, 31))
    half = WaitingFor(2, date(2028, 3, 1), date(2028, 5, 1))
    waiting = [replace(half, agencies=1), half, replace(every, agencies=3), every]
    assert outlook.waiting_sentence(waiting) == (
        "Bila hanya menunggu 2 instansi yang paling dulu siap, bukan semua 4, P80 maju 30 hari menjadi "
        "1 Mei 2028; yang lain menyusul setelah buka."
    )
    same = [replace(every, agencies=count) for count in (1, 2)]
    assert "P80 tidak maju, tetap 31 Mei 2028;" in outlook.waiting_sentence(same)
    assert outlook.waiting_sentence(same[:1]).startswith("Belum cukup instansi")


@pytest.mark.parametrize(
    ("plan", "ending"),
    [
        (9.0, "Rencana ini lebih cepat daripada daerah mana pun yang tercatat; periksa lagi perkiraannya."),
        (17.0, "2 di antaranya sama cepat atau lebih cepat."),
        (50.0, "Tidak ada yang selama rencana ini."),
    ],
)
def test_a_plan_is_told_beside_real_regencies(plan: float, ending: str) -> None:
    sentence = outlook.outside_sentence(outside_view((10.8, 17.0, 41.4), plan))
    assert "3 daerah yang jalannya tercatat utuh memerlukan 10,8 sampai 41,4 bulan" in sentence
    assert sentence.endswith(ending)


def test_without_any_regency_the_plan_stands_alone() -> None:
    assert outlook.outside_sentence(outside_view((), 12)) == (
        "Dari mulai sampai P50 rencana ini memerlukan 12,0 bulan; belum ada daerah pembanding."
    )


def test_the_backtest_counts_the_real_durations_within() -> None:
    start = FIRST - timedelta(days=365)
    assert outlook.backtest_sentence(told(), start, (10.8, 13.0, 41.4)) == (
        "Uji balik: dihitung dari hari pertama, tanpa satu pun pekerjaan selesai, rencana ini memerlukan "
        "12,3 sampai 14,9 bulan (P10 sampai P90). 1 dari 3 lama nyata jatuh di rentang itu; prakiraan yang "
        "sebarannya tepat memuat sekitar 80%."
    )
    assert outlook.backtest_sentence(told(), start, ()).endswith("(P10 sampai P90).")


def test_a_driver_is_told_with_probability_effect_and_how_it_was_estimated() -> None:
    assert outlook.driver_facts(driver()) == (
        "peluang 1 dari 2 daerah (50%) · menambah 10–10–10 hari · pergeseran perkiraan"
    )
    slow = driver(
        effect={"kind": "factor", "optimistic": 1.5, "likely": 2, "pessimistic": 3},
        agencies={"share": 0.41},
        basis="documented",
        historic=True,
    )
    assert outlook.driver_facts(slow) == (
        "peluang 1 dari 2 daerah (50%) · memperlama 1,5–2,0–3,0 kali · pergeseran tercatat · "
        "mengenai tiap instansi dengan peluang 41% · dicatat sebagai sejarah, tidak dipakai dalam prakiraan"
    )
