from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from planner.domain.activities import ActivityLink, work
from planner.domain.checklist import LinkType
from planner.domain.funding import Funding, assumed_window
from planner.domain.network import ConstraintType
from planner.domain.plan import Budget, FundingWindow, PlannedConstraint, Planning, WorkWeek
from planner.domain.schedule import DrivingLink, FundedWork, Schedule
from planner.views import why, why_words
from tests.views import world


def _chain(activity: str, **changes: object) -> tuple[str, ...]:
    small = world.small()
    schedule = replace(small.schedule, **changes)
    return why.chain(small.checklist, small.work, small.state, schedule, (), activity)


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


LAGS = [
    (DrivingLink("USL-01", "KSP-02", "FS", 20), "mulai 20 hari kerja setelah “Usulan disusun” selesai."),
    (
        DrivingLink("USL-01", "KSP-02", "FS", 30, "calendar"),
        "mulai 30 hari kalender setelah “Usulan disusun” selesai.",
    ),
    (DrivingLink("USL-01", "KSP-02", "SS", 15), "mulai 15 hari kerja setelah “Usulan disusun” mulai."),
    (DrivingLink("USL-01", "KSP-02", "FF", 10), "selesai 10 hari kerja setelah “Usulan disusun” selesai."),
    (
        DrivingLink("USL-01", "KSP-02", "FS", -5),
        "mulai paling cepat 5 hari kerja sebelum “Usulan disusun” selesai.",
    ),
    (
        DrivingLink("gate:usulan", "KSP-02", "FS", 3),
        "mulai 3 hari kerja setelah gerbang “Usulan siap dikirim” lolos.",
    ),
]


@pytest.mark.parametrize(("link", "words"), LAGS)
def test_the_lag_of_the_link_is_told(link: DrivingLink, words: str) -> None:
    assert (
        _chain("KSP-02", driving=(link,))[0] == f"“Naskah baku disiapkan”, 1–2 Des 2026: baru dapat {words}"
    )


def test_a_passed_gate_is_told_passed() -> None:
    dates = dict(world.small().schedule.dates)
    dates["gate:usulan"] = replace(dates["gate:usulan"], early_finish=date(2026, 11, 20))
    assert _chain("gate:usulan", dates=dates) == ("Gerbang “Usulan siap dikirim” sudah lolos 20 Nov 2026.",)


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


# money, days the plan set, limits, calendars


def _set(world_: world.World, **planning: Planning) -> world.World:
    """The world with what the plan sets for some activities, their ids written with ``_`` for ``-``."""
    by_id = {key.replace("_", "-"): value for key, value in planning.items()}
    plan = world_.state.plan.model_copy(update={"planning": by_id})
    return replace(
        world_, work=work(world_.checklist, plan), state=world_.state.model_copy(update={"plan": plan})
    )


def _told(small: world.World, activity: str, schedule: Schedule) -> tuple[str, ...]:
    return why.chain(small.checklist, small.work, small.state, schedule, (), activity)


REVISED = Funding(assumed_window(2027, "revised"), assumed=True)
SET = FundingWindow(
    year=2028, budget="original", available_from=date(2028, 1, 17), spend_by=date(2028, 12, 15)
)


def _waiting(
    funding: Funding | None, ready: date, *, start: date, days: int = 30, **changes: Any
) -> Schedule:
    """The small regency's schedule with the standard agreement waiting for money."""
    schedule = world.small().schedule
    dates = {**schedule.dates, "KSP-02": world.dated(start, days)}
    money = {"KSP-02": FundedWork(ready, funding, ready < start)}
    return replace(schedule, dates=dates, funded=money, **changes)


def test_work_that_waits_for_money_tells_the_budget_its_day_and_since_when_it_could_begin() -> None:
    small = world.small()
    windows = (assumed_window(2027, "original").model_copy(update={"granted": False}),)
    settings = small.state.plan.settings.model_copy(update={"windows": windows})
    plan = small.state.plan.model_copy(update={"settings": settings})
    small = replace(small, state=small.state.model_copy(update={"plan": plan}))
    schedule = _waiting(REVISED, date(2027, 5, 3), start=date(2027, 10, 1))
    assert _told(small, "KSP-02", schedule) == (
        "“Naskah baku disiapkan”, 1–30 Okt 2027: tidak ada dana untuk ini dalam APBD murni 2027; "
        "menunggu APBD Perubahan 2027, tersedia 1 Oktober 2027 (asumsi); siap mulai sejak 3 Mei 2027.",
    )


def test_work_too_long_for_the_rest_of_a_budget_says_so() -> None:
    schedule = _waiting(Funding(SET, assumed=False), date(2027, 11, 29), start=date(2028, 1, 17))
    assert _told(world.small(), "KSP-02", schedule) == (
        "“Naskah baku disiapkan”, 17 Jan – 15 Feb 2028: tidak muat sebelum batas belanja 15 Desember 2027 "
        "(asumsi), karena itu menunggu APBD murni 2028, tersedia 17 Januari 2028; "
        "siap mulai sejak 29 November 2027.",
    )


def test_the_chain_goes_on_to_what_made_work_miss_its_money() -> None:
    small = world.small()
    late = ActivityLink("KSP-01.polres", "KSP-02")
    small = replace(small, work=replace(small.work, links=(late,)))
    schedule = _waiting(Funding(SET, assumed=False), date(2027, 6, 3), start=date(2028, 1, 17), days=20)
    told = _told(small, "KSP-02", schedule)
    assert told[0].endswith(
        "; baru siap mulai 3 Juni 2027, setelah “Perjanjian kerja sama ditandatangani” (Polres) selesai."
    )
    assert told[1].startswith("“Perjanjian kerja sama ditandatangani” (Polres), ")


@pytest.mark.parametrize(
    ("kind", "ready", "words"),
    [
        ("FS", date(2027, 6, 17), "17 Juni 2027, 10 hari kerja setelah {name} selesai."),
        ("SS", date(2027, 1, 18), "18 Januari 2027, 10 hari kerja setelah {name} mulai."),
        (
            "FF",
            date(2027, 5, 27),
            "27 Mei 2027 karena baru dapat selesai 10 hari kerja setelah {name} selesai.",
        ),
    ],
)
def test_a_lag_that_made_work_miss_its_money_is_told(kind: LinkType, ready: date, words: str) -> None:
    small = world.small()
    late = ActivityLink("KSP-01.polres", "KSP-02", kind, 10)
    small = replace(small, work=replace(small.work, links=(late,)))
    schedule = _waiting(Funding(SET, assumed=False), ready, start=date(2028, 1, 17), days=20)
    name = "“Perjanjian kerja sama ditandatangani” (Polres)"
    assert _told(small, "KSP-02", schedule)[0].endswith(f"; baru siap mulai {words.format(name=name)}")


def test_a_gate_can_have_made_work_miss_its_money() -> None:
    small = world.small()
    late = ActivityLink("gate:usulan", "KSP-02")
    small = replace(small, work=replace(small.work, links=(late,)))
    schedule = _waiting(Funding(SET, assumed=False), date(2027, 1, 1), start=date(2028, 1, 17), days=20)
    told = _told(small, "KSP-02", schedule)
    assert told[0].endswith("; baru siap mulai 1 Januari 2027, setelah gerbang “Usulan siap dikirim” lolos.")


def test_work_that_fits_into_no_budget_says_so() -> None:
    waits = _waiting(None, date(2027, 5, 3), start=date(2027, 10, 1))
    assert _told(world.small(), "KSP-02", waits)[0].endswith(
        ": tidak muat dalam masa belanja APBD mana pun; siap mulai sejak 3 Mei 2027."
    )
    at_once = _waiting(None, date(2027, 10, 1), start=date(2027, 10, 1))
    assert _told(world.small(), "KSP-02", at_once)[0].endswith(
        ": dapat mulai 1 Okt 2027; tidak muat dalam masa belanja APBD mana pun."
    )


def test_a_day_the_plan_set_is_told_as_the_first_cause() -> None:
    wanted = PlannedConstraint(type="SNET", day=date(2026, 12, 1))
    small = _set(world.small(), KSP_02=Planning(constraint=wanted))
    assert _told(small, "KSP-02", small.schedule) == (
        "“Naskah baku disiapkan”, 1–2 Des 2026: rencana menetapkan mulai paling cepat 1 Desember 2026.",
    )


def test_a_day_the_plan_set_is_told_beside_the_link_that_sets_the_same_day() -> None:
    wanted = PlannedConstraint(type="FNET", day=date(2026, 12, 2))
    small = _set(world.small(), KSP_02=Planning(constraint=wanted))
    schedule = replace(small.schedule, driving=(DrivingLink("USL-02", "KSP-02", "FS"),))
    assert _told(small, "KSP-02", schedule)[0].endswith(
        "setelah “Anggaran disetujui” selesai; rencana juga menetapkan selesai paling cepat 2 Desember 2026."
    )


def test_work_put_off_as_late_as_possible_says_so() -> None:
    small = _set(world.small(), KSP_02=Planning(constraint=PlannedConstraint(type="ALAP")))
    assert _told(small, "KSP-02", small.schedule)[0].endswith(
        ": rencana menetapkan selambat mungkin tanpa menunda kegiatan lain."
    )


def test_a_week_of_its_own_is_told() -> None:
    small = _set(world.small(), KSP_02=Planning(week=7), USL_02=Planning(week=6))
    assert _told(small, "USL-02", small.schedule) == (
        "“Anggaran disetujui” tidak menunggu kegiatan lain: dapat mulai 23 Nov 2026; "
        "bekerja enam hari seminggu.",
    )
    schedule = replace(small.schedule, driving=(DrivingLink("USL-02", "KSP-02", "FS"),))
    assert _told(small, "KSP-02", schedule)[0].endswith("selesai; bekerja tujuh hari seminggu.")


def test_a_limit_that_cannot_be_kept_is_told_before_the_chain() -> None:
    wanted = PlannedConstraint(type="FNLT", day=date(2027, 4, 30))
    small = _set(world.small(), RSM_01=Planning(constraint=wanted))
    dates = dict(small.schedule.dates)
    for late in ("RSM-01", "KSP-01.polres"):
        dates[late] = replace(dates[late], total_float=-31)
    schedule = replace(small.schedule, dates=dates)
    assert _told(small, "RSM-01", schedule)[0] == (
        "“Peresmian oleh Menteri” menurut rencana selesai paling lambat 30 April 2027; itu tidak terkejar, "
        "lewat 31 hari kerja."
    )
    assert _told(small, "KSP-01.polres", schedule)[0] == (
        "“Perjanjian kerja sama ditandatangani” (Polres) menahan “Peresmian oleh Menteri”, yang menurut "
        "rencana selesai paling lambat 30 April 2027; itu tidak terkejar, lewat 31 hari kerja."
    )


def test_every_kind_of_budget_constraint_week_and_link_has_its_words() -> None:
    assert set(why_words.BUDGET) == set(get_args(Budget))
    assert set(why_words.CONSTRAINT) == set(get_args(ConstraintType))
    assert set(why_words.WORKS) == set(get_args(WorkWeek))
    assert set(why_words.READY_AFTER) == set(get_args(LinkType))
