"""The services that the rows of a table give, and what is wrong with those that give none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from planner.catalog.services_table.agencies import Agencies
from planner.catalog.services_table.faults import SHOWN, Faults
from planner.catalog.services_table.table import Line, Table
from planner.catalog.services_table.words import (
    CATEGORY,
    CHANNEL,
    COMPONENT_WORDS,
    JOINED,
    OUTPUT,
    WHOLE_STANDARD,
    by_folded,
    folded,
)
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.changes import NewAgency, ServiceRow
from planner.domain.plan import Agency, AgencyCategory
from planner.domain.services import COMPONENTS, Service, StandardComponent

UNKNOWN_AGENCY: Final = (
    "instansi “{value}” tidak ada dalam rencana{near}; perbaiki namanya atau ikut tambahkan instansinya."
)
NEAR: Final = " (mungkin maksudnya “{name}”?)"
TAKEN_OUT: Final = "instansi “{value}” sudah keluar dari rencana; ikutkan lagi lebih dulu di daftar instansi."
THERE_ALREADY: Final = "layanan “{value}” sudah ada pada instansi ini; hapus baris ini atau beri nama lain."
SAME_AS: Final = "sama dengan baris {line}; sisakan satu."
UNKNOWN_COMPONENT: Final = (
    "“{value}” bukan komponen standar pelayanan; tulis nama komponennya dipisah titik koma, atau lengkap."
)
_CATEGORY, _OUTPUT, _CHANNEL = by_folded(CATEGORY), by_folded(OUTPUT), by_folded(CHANNEL)
_JOINED, _WHOLE = by_folded(JOINED), by_folded(WHOLE_STANDARD)
_BETWEEN_COMPONENTS: Final = frozenset({"dan", "serta"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table by its number, with the names it was given.

    ``service`` is what it adds, None where ``why`` says what is wrong, a sentence for each fault. ``joins``
    is the agency that must join before, ``note`` what to look at twice though nothing is wrong.
    """

    line: int
    agency: str
    name: str
    service: ServiceRow | None = None
    why: tuple[str, ...] = ()
    joins: NewAgency | None = None
    note: str = ""


def service_rows(
    table: Table,
    agencies: Mapping[str, Agency],
    services: Mapping[str, Service],
    *,
    add_agencies: bool = False,
    category: AgencyCategory = "opd_regency",
    catalogue: AgencyCatalogue | None = None,
) -> tuple[Row, ...]:
    """What each row of a table gives to a plan with these agencies and services, in the order of the rows.

    With ``add_agencies`` those that are not in the plan join it, each in the group that its first good row
    tells, or that the ``catalogue`` knows, or else in ``category``. An agency that was taken out comes back
    by hand alone.
    """
    found = _Found(agencies, services, add_agencies, Agencies(agencies, catalogue, category))
    return tuple(found.row(line) for line in table.lines)


def new_agencies(rows: Iterable[Row]) -> tuple[NewAgency, ...]:
    """The agencies that must join before the services of ``rows`` are added, each once."""
    return tuple(dict.fromkeys(row.joins for row in rows if row.joins is not None))


class _Found:
    """What is known while a table is gone through from its first row to its last."""

    def __init__(
        self,
        agencies: Mapping[str, Agency],
        services: Mapping[str, Service],
        add_agencies: bool,
        meant: Agencies,
    ) -> None:
        self._agencies, self._meant, self._add = agencies, meant, add_agencies
        self._there: dict[tuple[str, str], int] = {
            (s.agency, s.name.casefold()): 0 for s in services.values() if s.active
        }

    def row(self, line: Line) -> Row:
        """What one row gives."""
        agency, name = line.cells["agency"], line.cells["name"]
        bad = Faults(line.number, line.cells)
        fields = _fields(bad)
        bad.text("agency", "nama instansinya di setiap baris")
        bad.text("name", "nama layanannya")
        slug, joining = self._meant.stands(agency), None
        if slug is not None and not self._agencies[slug].active:
            bad.add("agency", TAKEN_OUT.format(value=agency[:SHOWN]))
        if slug is None and bad.value("agency") and not self._add:
            near = self._meant.like(agency)
            hint = NEAR.format(name=near) if near else ""
            bad.add("agency", UNKNOWN_AGENCY.format(value=agency[:SHOWN], near=hint))
        if slug is None:
            joining = self._meant.joins(agency, bad.meant("category", _CATEGORY))
            slug = joining.slug
        before = self._there.get((slug, name.casefold()))
        if before is not None and bad.value("name"):
            known = THERE_ALREADY.format(value=name[:SHOWN])
            bad.add("name", SAME_AS.format(line=before) if before else known)
        if bad.told:
            return Row(line.number, agency, name, why=tuple(bad.told))
        self._there[slug, name.casefold()] = line.number
        service = ServiceRow(agency=slug, name=name, **fields)
        if joining is None:
            return Row(line.number, agency, name, service)
        self._meant.keep(agency, joining)
        return Row(line.number, agency, name, service, joins=joining.agency, note=joining.note)


def _fields(bad: Faults) -> dict[str, Any]:
    """The fields of a service that a row gives beside agency and name."""
    bad.text("duration")
    bad.text("cost")
    given: dict[str, Any] = {
        "output": bad.meant("output", _OUTPUT),
        "channel": bad.meant("channel", _CHANNEL),
        "duration": bad.value("duration") or None,
        "cost": bad.value("cost") or None,
        "queue": bad.meant("queue", _JOINED),
        "data": bad.meant("data", _JOINED),
        "standard": _standard(bad.value("standard"), bad),
    }
    return {field: value for field, value in given.items() if value is not None}


def _standard(value: str, bad: Faults) -> Sequence[StandardComponent] | None:
    if not value or folded(value) in _WHOLE:
        return _WHOLE.get(folded(value))
    left, found = f" {folded(value)} ", set()
    for word, component in COMPONENT_WORDS:
        if f" {word} " in left:
            left = left.replace(f" {word} ", "  ")
            found.add(component)
    unknown = [word for word in left.split() if word not in _BETWEEN_COMPONENTS]
    if unknown or not found:
        told = " ".join(unknown) or value
        bad.add("standard", UNKNOWN_COMPONENT.format(value=told[:SHOWN]))
    return tuple(component for component in COMPONENTS if component in found)
