"""The agencies that the rows of a table speak of: of the plan, of the catalogue, or new to both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from planner.catalog.services_table.words import CATEGORY_NAMED, folded
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.agency_names import agency_names, name_key
from planner.domain.changes import NewAgency, new_slug
from planner.domain.plan import Agency, AgencyCategory

RESEMBLES: Final = "Instansi baru “{value}” mirip dengan “{name}” yang sudah ada."
CONTRADICTS: Final = (
    "Kelompok “{value}” menurut tabel {told}, menurut katalog {known}; yang dipakai kelompok dari tabel."
)
LONGEST: Final = 120
MOST_COMPARED: Final = 200
"""Unknown names for which a like one is looked for: each takes milliseconds."""


@dataclass(frozen=True, slots=True)
class Joining:
    """An agency that joins under the id it will get; ``note``: what to look at twice."""

    slug: str
    agency: NewAgency
    note: str = ""


class Agencies:
    """Who is meant by the names of a table, while it is gone through from its first row to its last."""

    def __init__(
        self, agencies: Mapping[str, Agency], catalogue: AgencyCatalogue | None, category: AgencyCategory
    ) -> None:
        self._names = agency_names(agencies, catalogue)
        self._slugs = {name_key(slug): slug for slug in agencies}
        self._category = category
        self._active = {folded(a.name): a.name for a in agencies.values() if a.active}
        self._near: dict[str, str] = {}
        self._taken = set(agencies)
        self._joining: dict[str, Joining] = {}

    def stands(self, name: str) -> str | None:
        """The agency of the plan that a row names, by any of its names or by its id."""
        return self._names.agency(name) or self._slugs.get(name_key(name))

    def like(self, name: str) -> str:
        """Name of an agency of the plan that an unknown one may be meant for; "": none."""
        key = folded(name)
        if self._names.in_catalogue(name) is not None:
            return ""
        if key not in self._near and len(self._near) < MOST_COMPARED:
            found = get_close_matches(key, self._active, n=1, cutoff=0.75)
            self._near[key] = self._active[found[0]] if found else ""
        return self._near.get(key, "")

    def joins(self, name: str, told: AgencyCategory | None) -> Joining:
        """An agency that the plan has not; ``told`` is the group that its row gives it."""
        return self._joining.get(self._key(name)) or self._new(name, told)

    def keep(self, name: str, joining: Joining) -> None:
        """From now on rows with this name speak of this new agency."""
        self._joining[self._key(name)] = joining
        self._taken.add(joining.slug)

    def _key(self, name: str) -> str:
        typical = self._names.in_catalogue(name)
        return name_key(name) if typical is None else typical.id

    def _new(self, name: str, told: AgencyCategory | None) -> Joining:
        slug, typical = new_slug(name, self._taken), self._names.in_catalogue(name)
        if typical is None:
            near = self.like(name)
            joins = NewAgency(name=name[:LONGEST], category=told or self._category)
            return Joining(slug, joins, RESEMBLES.format(value=name, name=near) if near else "")
        joins = NewAgency(name=name[:LONGEST], category=told or typical.category, typical=typical.id)
        groups = {"told": CATEGORY_NAMED[joins.category], "known": CATEGORY_NAMED[typical.category]}
        differs = joins.category != typical.category
        return Joining(slug, joins, CONTRADICTS.format(value=name, **groups) if differs else "")
