"""Words of "Mengapa tanggal ini?": money, days the plan set, limits that are passed, calendars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.domain.checklist import LinkType
from planner.domain.funding import Funding
from planner.domain.network import ConstraintType
from planner.domain.plan import Budget, WorkWeek
from planner.views import formats

BUDGET: Final[Mapping[Budget, str]] = {"original": "APBD murni {year}", "revised": "APBD Perubahan {year}"}
ASSUMED: Final = " (asumsi)"
WAITS_FOR_MONEY: Final = "menunggu {budget}, tersedia {day}{assumed}"
TOO_SHORT: Final = "tidak muat sebelum batas belanja {day}{assumed}, karena itu {wait}"
NO_BUDGET: Final = "tidak muat dalam masa belanja APBD mana pun"
NO_MONEY: Final = "tidak ada dana untuk ini dalam {budgets}"
READY: Final = "siap mulai sejak {day}"
READY_AFTER: Final[Mapping[LinkType, str]] = {
    "FS": "baru siap mulai {day}, {after}",
    "SS": "baru siap mulai {day}, {after}",
    "FF": "baru siap mulai {day} karena baru dapat selesai {after}",
    "SF": "baru siap mulai {day} karena baru dapat selesai {after}",
}

CONSTRAINT: Final[Mapping[ConstraintType, str]] = {
    "SNET": "mulai paling cepat {day}",
    "FNET": "selesai paling cepat {day}",
    "SNLT": "mulai paling lambat {day}",
    "FNLT": "selesai paling lambat {day}",
    "MSO": "mulai tepat {day}",
    "MFO": "selesai tepat {day}",
    "ALAP": "selambat mungkin tanpa menunda kegiatan lain",
}
PLAN_SETS: Final = "rencana menetapkan {constraint}"
PLAN_ALSO_SETS: Final = "rencana juga menetapkan {constraint}"

OVERRUN: Final = "{name} menurut rencana {constraint}; itu tidak terkejar, lewat {days}."
OVERRUN_AHEAD: Final = (
    "{name} menahan {held}, yang menurut rencana {constraint}; itu tidak terkejar, lewat {days}."
)

WORKS: Final[Mapping[WorkWeek, str]] = {
    5: "bekerja lima hari seminggu",
    6: "bekerja enam hari seminggu",
    7: "bekerja tujuh hari seminggu",
}


def budget(funding: Funding) -> str:
    """``APBD Perubahan 2027``."""
    return BUDGET[funding.window.budget].format(year=funding.window.year)


def waits_for(funding: Funding | None) -> str:
    """``menunggu APBD Perubahan 2027, tersedia 1 Oktober 2027 (asumsi)``; None: it fits into no budget."""
    if funding is None:
        return NO_BUDGET
    day = formats.full_day(funding.window.available_from)
    return WAITS_FOR_MONEY.format(budget=budget(funding), day=day, assumed=assumed(funding))


def assumed(funding: Funding) -> str:
    """`` (asumsi)`` where the days of a budget are not the plan's own."""
    return ASSUMED if funding.assumed else ""
