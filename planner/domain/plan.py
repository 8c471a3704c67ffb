"""What a regency set: where, from when, by when, working which days, with which agencies."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from planner.domain.checklist import Frozen, Slug, Text

Provenance = Literal["reported", "reconstruction", "illustration"]
AgencyCategory = Literal[
    "opd_regency", "opd_province", "vertical", "state_owned", "regional_owned", "private"
]
Zone = Literal["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"]
RegencyCode = Annotated[str, Field(pattern=r"^[0-9]{2}\.[0-9]{2}$")]


class PlanSettings(Frozen):
    """The plan itself.

    ``week`` is the number of working days in a week (5: Monday to Friday, 6: to Saturday; Perpres 21/2023).
    ``zone`` is an IANA time zone of Indonesia; "today" is the day there. ``provenance`` labels plans that are
    not a regency's own report.
    """

    name: Annotated[str, Field(min_length=3, max_length=120)]
    regency: RegencyCode
    checklist: Slug
    start: date
    target: date | None = None
    week: Literal[5, 6] = 5
    zone: Zone = "Asia/Jakarta"
    days_off: tuple[date, ...] = ()
    provenance: Provenance = "reported"
    note: Annotated[str, Field(max_length=2000)] = ""


class Agency(Frozen):
    """An agency that places its services in the mall. ``active`` False: taken out, history kept."""

    name: Annotated[str, Field(min_length=2, max_length=120)]
    category: AgencyCategory = "opd_regency"
    wave: Annotated[int, Field(ge=1, le=20)] = 1
    active: bool = True
    provenance: Provenance = "reported"


class Plan(Frozen):
    """Settings with the agencies that take part, by agency id."""

    id: Slug
    settings: PlanSettings
    agencies: dict[str, Agency] = Field(default_factory=dict)

    @property
    def taking_part(self) -> tuple[str, ...]:
        """Ids of the agencies that still take part, in order of their ids."""
        return tuple(sorted(slug for slug, agency in self.agencies.items() if agency.active))


__all__ = ["Agency", "AgencyCategory", "Plan", "PlanSettings", "Provenance", "RegencyCode", "Text"]
