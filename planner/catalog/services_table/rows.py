"""The services that the rows of a table give, and what is wrong with those that give none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from planner.catalog.services_table.table import Line, Table
from planner.catalog.services_table.words import (
    CATEGORY,
    CHANNEL,
    COMPONENT_WORDS,
    JOINED,
    OUTPUT,
    TITLE,
    WHOLE_STANDARD,
    Column,
    Meant,
    by_folded,
    folded,
)
from planner.domain.changes import NewAgency, ServiceRow, new_slug
from planner.domain.plan import Agency, AgencyCategory
from planner.domain.services import COMPONENTS, Service, StandardComponent

BAD: Final = "Baris {line}, kolom {column}: {reason}"
BLANK: Final = "masih kosong; tulis {what}."
TOO_SHORT: Final = "“{value}” terlalu pendek; tulis paling sedikit 2 huruf."
TOO_LONG: Final = "terlalu panjang; tulis paling banyak {most} huruf."
FORMULA: Final = "“{value}” tampak seperti rumus atau galatnya; tulis hasilnya sebagai teks."
UNKNOWN_WORD: Final = "“{value}” tidak dikenal; tulis {choices}."
UNKNOWN_AGENCY: Final = (
    "instansi “{value}” tidak ada dalam rencana{near}; perbaiki namanya atau ikut tambahkan instansinya."
)
NEAR: Final = " (mungkin maksudnya “{name}”?)"
TAKEN_OUT: Final = "instansi “{value}” sudah keluar dari rencana; ikutkan lagi lebih dulu di daftar instansi."
THERE_ALREADY: Final = "layanan “{value}” sudah ada pada instansi ini; hapus baris ini atau beri nama lain."
SAME_AS: Final = "sama dengan baris {line}; sisakan satu."
RESEMBLES: Final = "Instansi baru “{value}” mirip dengan “{name}” yang sudah ada."
UNKNOWN_COMPONENT: Final = (
    "“{value}” bukan komponen standar pelayanan; tulis nama komponennya dipisah titik koma, atau lengkap."
)
CHOICES: Final[Mapping[Column, str]] = {
    "category": ("OPD kabupaten/kota, OPD provinsi, instansi vertikal, BUMN, BUMD, atau swasta/perbankan"),
    "output": "produk selesai, konsultasi, atau informasi",
    "channel": "langsung, elektronik, mandiri, atau bergerak",
    "queue": "ya atau belum",
    "data": "ya atau belum",
}
LONGEST: Final[Mapping[Column, int]] = {"agency": 120, "name": 160, "duration": 80, "cost": 80}
SHORTEST: Final = 2
SHOWN: Final = 60
_BEGINS_A_FORMULA: Final = ("=", "+", "@", "#")
MOST_COMPARED: Final = 200
"""Unknown names for which a like one is looked for: each takes milliseconds."""
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
) -> tuple[Row, ...]:
    """What each row of a table gives to a plan with these agencies and services, in the order of the rows.

    With ``add_agencies`` those that are not in the plan join it, each in the group that its first good row
    tells, or else in ``category``. An agency that was taken out comes back by hand alone.
    """
    found = _Found(agencies, services, add_agencies, category)
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
        category: AgencyCategory,
    ) -> None:
        self._agencies = agencies
        self._add, self._category = add_agencies, category
        listed = sorted(agencies.items(), key=lambda pair: pair[1].active)
        self._slug = {folded(slug): slug for slug in agencies}
        self._slug |= {folded(agency.name): slug for slug, agency in listed}
        self._names = {folded(a.name): a.name for a in agencies.values() if a.active}
        self._near: dict[str, str] = {}
        self._taken = set(agencies)
        self._joining: dict[str, tuple[str, NewAgency]] = {}
        self._there: dict[tuple[str, str], int] = {
            (s.agency, s.name.casefold()): 0 for s in services.values() if s.active
        }

    def row(self, line: Line) -> Row:
        """What one row gives."""
        cells = line.cells
        bad = _Faults(line.number)
        fields = _fields(cells, bad)
        agency, name = cells["agency"], cells["name"]
        bad.text(cells, "agency", "nama instansinya di setiap baris")
        bad.text(cells, "name", "nama layanannya")
        key = folded(agency) or agency
        slug = self._slug.get(key)
        if slug is not None and not self._agencies[slug].active:
            bad.add("agency", TAKEN_OUT.format(value=agency[:SHOWN]))
        named = "" if slug is not None else self._like(key)
        if slug is None and agency and not self._add:
            hint = NEAR.format(name=named) if named else ""
            bad.add("agency", UNKNOWN_AGENCY.format(value=agency[:SHOWN], near=hint))
        joins = None
        if slug is None:
            category = bad.meant(cells, "category", _CATEGORY)
            slug, joins = self._joining.get(key) or self._new(agency, category)
        before = self._there.get((slug, name.casefold()))
        if before is not None and name:
            known = THERE_ALREADY.format(value=name[:SHOWN])
            bad.add("name", SAME_AS.format(line=before) if before else known)
        if bad.told:
            return Row(line.number, agency, name, why=tuple(bad.told))
        self._there[slug, name.casefold()] = line.number
        if joins is not None:
            self._joining[key] = (slug, joins)
            self._taken.add(slug)
        note = RESEMBLES.format(value=agency, name=named) if named else ""
        return Row(
            line.number, agency, name, ServiceRow(agency=slug, name=name, **fields), joins=joins, note=note
        )

    def _like(self, key: str) -> str:
        """Name of an agency of the plan that an unknown one may be meant for; "": none."""
        if key not in self._near and len(self._near) < MOST_COMPARED:
            found = get_close_matches(key, self._names, n=1, cutoff=0.75)
            self._near[key] = self._names[found[0]] if found else ""
        return self._near.get(key, "")

    def _new(self, agency: str, category: AgencyCategory | None) -> tuple[str, NewAgency]:
        joins = NewAgency(name=agency[: LONGEST["agency"]], category=category or self._category)
        return new_slug(agency, self._taken), joins


class _Faults:
    """Faults of one row, as sentences."""

    def __init__(self, line: int) -> None:
        self._line = line
        self.told: list[str] = []

    def add(self, column: Column, reason: str) -> None:
        self.told.append(BAD.format(line=self._line, column=TITLE[column], reason=reason))

    def text(self, cells: Mapping[Column, str], column: Column, what: str = "") -> None:
        """Hold a text against what it may be; ``what`` is asked for where it may not be empty."""
        value = cells.get(column, "")
        if value.startswith(_BEGINS_A_FORMULA):
            self.add(column, FORMULA.format(value=value[:SHOWN]))
        elif len(value) > LONGEST[column]:
            self.add(column, TOO_LONG.format(most=LONGEST[column]))
        elif what and not value:
            self.add(column, BLANK.format(what=what))
        elif what and len(value) < SHORTEST:
            self.add(column, TOO_SHORT.format(value=value))

    def meant(self, cells: Mapping[Column, str], column: Column, words: Mapping[str, Meant]) -> Meant | None:
        """What a word stands for, among folded ``words``; None where none is written or known."""
        value = cells.get(column, "")
        if value and folded(value) not in words:
            self.add(column, UNKNOWN_WORD.format(value=value[:SHOWN], choices=CHOICES[column]))
        return words.get(folded(value))


def _fields(cells: Mapping[Column, str], bad: _Faults) -> dict[str, Any]:
    """The fields of a service that a row gives beside agency and name."""
    bad.text(cells, "duration")
    bad.text(cells, "cost")
    given: dict[str, Any] = {
        "output": bad.meant(cells, "output", _OUTPUT),
        "channel": bad.meant(cells, "channel", _CHANNEL),
        "duration": cells.get("duration") or None,
        "cost": cells.get("cost") or None,
        "queue": bad.meant(cells, "queue", _JOINED),
        "data": bad.meant(cells, "data", _JOINED),
        "standard": _standard(cells.get("standard", ""), bad),
    }
    return {field: value for field, value in given.items() if value is not None}


def _standard(value: str, bad: _Faults) -> Sequence[StandardComponent] | None:
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
