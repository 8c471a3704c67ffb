"""The changes by which agencies join whose names were typed, once none is called an agency twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.agency_names import agency_names, name_key
from planner.domain.changes.kinds import NewAgencies, NewAgency
from planner.domain.plan import Agency, AgencyCategory


@dataclass(frozen=True, slots=True)
class SameAgency:
    """A name for an agency that takes part, or was named before, under an ``other`` name."""

    name: str
    other: str


def joining(
    names: Sequence[str],
    agencies: Mapping[str, Agency],
    catalogue: AgencyCatalogue | None,
    category: AgencyCategory,
    wave: int | None = None,
) -> tuple[NewAgencies | NewAgency, ...] | SameAgency:
    """What lets agencies of these names join, or the first name that means one twice.

    Those of the catalogue join in its category and are linked to it, all others in ``category``. One that was
    taken out comes back under the name it had.
    """
    known = agency_names(agencies, catalogue)
    given: dict[str, Any] = {} if wave is None else {"wave": wave}
    before: dict[str, str] = {}
    typical: list[NewAgency] = []
    others: list[str] = []
    for name in names:
        slug, one = known.agency(name), known.in_catalogue(name)
        key = name_key(name) if one is None else one.id
        stands = None if slug is None else agencies[slug]
        takes_part = stands is not None and stands.active
        other = stands.name if stands is not None and takes_part else before.setdefault(key, name)
        if other.casefold() != name.casefold():
            return SameAgency(name, other)
        joins = name if stands is None or takes_part else stands.name
        if one is None:
            others.append(joins)
        else:
            typical.append(NewAgency(name=joins, category=one.category, typical=one.id, **given))
    if typical and not others:
        return tuple(typical)
    return (NewAgencies(names=tuple(others), category=category, **given), *typical)
