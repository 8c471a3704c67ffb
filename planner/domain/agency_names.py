"""What agencies are called: when two names mean one agency, of a plan or of the catalogue."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain.agency_catalogue import AgencyCatalogue, TypicalAgency
from planner.domain.plan import Agency


def name_key(name: str) -> str:
    """A name by which agencies are told apart: its letters and digits, neither spaces nor punctuation."""
    folded = name.casefold().replace("&", "dan")
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LMN") or folded.strip()


@dataclass(frozen=True, slots=True)
class AgencyNames:
    """Agencies of a plan by their ids (``known``) and of the catalogue (``typical``), both by name."""

    known: Mapping[str, str]
    typical: Mapping[str, TypicalAgency]

    def agency(self, name: str) -> str | None:
        """The agency of the plan that is meant, one that takes part before one that was taken out."""
        return self.known.get(name_key(name))

    def in_catalogue(self, name: str) -> TypicalAgency | None:
        """The typical agency that is meant, by its short name or its name, with or without brackets."""
        return self.typical.get(name_key(name))


def agency_names(agencies: Mapping[str, Agency], catalogue: AgencyCatalogue | None) -> AgencyNames:
    """What the agencies of a plan are called: by their own names, and as the catalogue calls them.

    Why a typical agency names one alone: of two branches of one bank neither is the bank.
    """
    listed = () if catalogue is None else catalogue.agencies
    typical = {key: one for one in reversed(listed) for key in _called(one)}
    by_id = {one.id: one for one in listed}
    known: dict[str, str] = {}
    for active in (False, True):
        linked: dict[str, list[str]] = {}
        named: dict[str, str] = {}
        for slug, agency in agencies.items():
            if agency.active is active:
                named[name_key(agency.name)] = slug
                one = by_id.get(agency.typical or "") or typical.get(name_key(agency.name))
                linked.setdefault(one.id if one else "", []).append(slug)
        alone = {one: slugs[0] for one, slugs in linked.items() if one and len(slugs) == 1}
        known |= {key: slug for one, slug in alone.items() for key in _called(by_id[one])}
        known |= named
    return AgencyNames(known, typical)


def _called(typical: TypicalAgency) -> tuple[str, ...]:
    return tuple(map(name_key, (typical.short, typical.name, typical.name.partition("(")[0])))
