"""Tables that people bring along, read against a plan: what they would add, and what is wrong with them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

from planner.catalog.services_table import (
    MOST_BYTES,
    Line,
    NotATable,
    Row,
    Table,
    new_agencies,
    read_table,
    service_rows,
    template,
)
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.changes import Change, NewAgency, NewServices
from planner.domain.plan import AgencyCategory
from planner.workspace.snapshot import Snapshot

MOST_MEBIBYTES = MOST_BYTES // 1024**2


@dataclass(frozen=True, slots=True)
class ServicesRead:
    """What a table of services would add to a plan, row by row.

    ``ignored`` are headings nobody knows, ``unread`` further sheets with such a table; ``left`` is the table
    of the rows that cannot be added, as text that can be put right and read again.
    """

    rows: tuple[Row, ...]
    ignored: tuple[str, ...]
    left: str
    unread: tuple[str, ...] = ()

    @property
    def good(self) -> tuple[Row, ...]:
        """The rows that can be added."""
        return tuple(row for row in self.rows if row.service is not None)

    @property
    def bad(self) -> tuple[Row, ...]:
        """The rows that cannot, each with why."""
        return tuple(row for row in self.rows if row.service is None)

    @property
    def joining(self) -> tuple[NewAgency, ...]:
        """The agencies that join with the good rows."""
        return new_agencies(self.good)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What adds the good rows, to be written all or none; nothing where there are none."""
        services = tuple(row.service for row in self.good if row.service is not None)
        return (*self.joining, NewServices(rows=services)) if services else ()


def read_services(
    seen: Snapshot,
    content: bytes | str,
    name: str,
    *,
    add_agencies: bool,
    category: AgencyCategory = "opd_regency",
    catalogue: AgencyCatalogue | None = None,
) -> ServicesRead | NotATable:
    """A pasted table, or the bytes of an uploaded one, against a plan as it stands; nothing is written.

    ``name`` is what the person calls it. With ``add_agencies`` those that the plan has not join it, in
    ``category`` where neither the table nor the ``catalogue`` tells one.
    """
    table = read_table(content, name)
    if isinstance(table, NotATable):
        return table
    plan = seen.state.plan
    rows = service_rows(
        table,
        plan.agencies,
        plan.services,
        add_agencies=add_agencies,
        category=category,
        catalogue=catalogue,
    )
    wrong = {row.line for row in rows if row.service is None}
    left = _text(table, (line for line in table.lines if line.number in wrong)) if wrong else ""
    return ServicesRead(rows, table.ignored, left, table.unread)


def services_template() -> bytes:
    """A workbook (.xlsx) that shows how a table of services is filled in."""
    return template()


def _text(table: Table, lines: Iterable[Line]) -> str:
    """Lines of a table under its headings, parted by tabs, for the place where they were pasted.

    Why as they were typed: this text goes back to its author and never into a file.
    """
    out = StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(table.titles.values())
    writer.writerows([line.cells[column] for column in table.titles] for line in lines)
    return out.getvalue()
