"""The services of a plan as they are read: how many, of what kind, how far standards and systems are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

import pandas as pd

from planner.domain import services as rules
from planner.domain.changes import NewAgency, ServiceRow
from planner.domain.plan import Plan
from planner.domain.services import COMPONENTS, Channel, Output, Service
from planner.views import formats, labels, registry
from planner.views import services_words as words

MOST_NAMED: Final = 5
DELIVERY: Final = COMPONENTS[:6]
BEHIND: Final = COMPONENTS[6:]
UNKNOWN: Final = "unknown"
"""The choice of a form for what is not known."""


def offered(plan: Plan, agency: str | None = None) -> dict[str, Service]:
    """Services of agencies that take part, or of one of these; by id, ordered by agency and name."""
    return _in_order(plan, rules.offered(plan.services, _taking_part(plan, agency)))


def withdrawn(plan: Plan, agency: str | None = None) -> dict[str, Service]:
    """Services that are offered no more, of agencies that take part or of one of these."""
    taking = _taking_part(plan, agency)
    return _in_order(
        plan, {key: s for key, s in plan.services.items() if not s.active and s.agency in taking}
    )


def _taking_part(plan: Plan, agency: str | None) -> set[str]:
    return {slug for slug in plan.taking_part if agency in (None, slug)}


def _in_order(plan: Plan, found: Mapping[str, Service]) -> dict[str, Service]:
    return dict(sorted(found.items(), key=lambda pair: _order(plan, pair[1])))


def _order(plan: Plan, service: Service) -> tuple[str, str]:
    return plan.agencies[service.agency].name.casefold(), service.name.casefold()


def services_sentence(plan: Plan) -> str:
    """How many services of how many agencies, outputs but products, full standards, queue not joined."""
    services = offered(plan).values()
    if not services:
        return words.NONE_YET if plan.taking_part else words.NO_AGENCY_YET
    agencies = len({service.agency for service in services})
    return words.SENTENCE.format(
        count=formats.number(len(services)),
        agencies=formats.number(agencies),
        facts="; ".join(_facts(tuple(services))),
    )


def _facts(services: tuple[Service, ...]) -> list[str]:
    counted = {
        words.ONLY_CONSULTATION: sum(s.output == "consultation" for s in services),
        words.ONLY_INFORMATION: sum(s.output == "information" for s in services),
        words.OUTPUT_UNKNOWN: sum(s.output is None for s in services),
    }
    told = [text.format(count=formats.number(count)) for text, count in counted.items() if count]
    complete = sum(len(s.standard) == len(COMPONENTS) for s in services)
    queue = {
        words.QUEUE_APART: sum(s.queue is False for s in services),
        words.QUEUE_UNKNOWN: sum(s.queue is None for s in services),
    }
    joined = [text.format(count=formats.number(count)) for text, count in queue.items() if count]
    return [
        *(told or [words.ALL_PRODUCT]),
        words.FULL_STANDARD.format(count=formats.number(complete)),
        *(joined or [words.QUEUE_JOINED]),
    ]


def without_services(plan: Plan) -> str:
    """Which agencies that take part offer nothing yet, the first few by name; empty where all offer some."""
    serving = {service.agency for service in offered(plan).values()}
    names = sorted(plan.agencies[slug].name for slug in plan.taking_part if slug not in serving)
    if not names:
        return ""
    return words.WITHOUT.format(names=_few(names))


def services_table(plan: Plan, services: Iterable[Service]) -> pd.DataFrame:
    """Services in the order given, each with the number of components of its standard (``9/14``)."""
    rows = [_cells(plan.agencies[service.agency].name, service) for service in services]
    return pd.DataFrame(rows, columns=list(words.COLUMNS))


def _cells(agency: str, service: Service | ServiceRow) -> tuple[str, ...]:
    return (
        agency,
        service.name,
        output_name(service.output),
        channel_name(service.channel),
        service.duration,
        service.cost,
        standard(service),
        joined(service.queue),
        joined(service.data),
    )


def service_name(plan: Plan, service: Service) -> str:
    """A service as it is chosen from a list: its name and its agency's, and whether it was withdrawn."""
    name = labels.SERVICE_NAME.format(name=service.name, agency=plan.agencies[service.agency].name)
    return name if service.active else words.WITHDRAWN_MARK.format(name=name)


def standard(service: Service | ServiceRow) -> str:
    """How much of its standard a service has: ``9/14``."""
    return f"{len(service.standard)}/{len(COMPONENTS)}"


def output_name(output: Output | None) -> str:
    """What a citizen leaves with, in words."""
    return words.UNKNOWN if output is None else labels.OUTPUT[output]


def channel_name(channel: Channel | None) -> str:
    """How a service is asked for, in words."""
    return words.UNKNOWN if channel is None else labels.CHANNEL[channel]


OUTPUTS: Final[Mapping[str, Output | None]] = {**{one: one for one in labels.OUTPUT}, UNKNOWN: None}
CHANNELS: Final[Mapping[str, Channel | None]] = {**{one: one for one in labels.CHANNEL}, UNKNOWN: None}
"""What is stored for the choice of a form."""


def joined(value: bool | None) -> str:
    """Whether a service is joined to a system of the mall, in words."""
    return words.JOINED[joined_choice(value)].lower()


def joined_choice(value: bool | None) -> words.Joined:
    """The choice of a form for what is stored."""
    return "unknown" if value is None else "yes" if value else "no"


JOINED_VALUE: Mapping[words.Joined, bool | None] = {"yes": True, "no": False, "unknown": None}
"""What is stored for the choice of a form."""


class TableRow(Protocol):
    """A row of a table that was read, with what it adds or why it adds nothing."""

    @property
    def agency(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def service(self) -> ServiceRow | None: ...
    @property
    def why(self) -> tuple[str, ...]: ...
    @property
    def joins(self) -> NewAgency | None: ...
    @property
    def note(self) -> str: ...


def preview_sentence(good: Sequence[TableRow], bad: int, joining: Sequence[str]) -> str:
    """How many rows can be added for how many agencies, which of these are new, and how many rows cannot."""
    wrong = words.BAD.format(count=formats.number(bad)) if bad else ""
    if not good:
        return f"{words.NOTHING_GOOD}{wrong}."
    new = (
        words.NEW_AGENCIES.format(count=formats.number(len(joining)), names=_few(joining)) if joining else ""
    )
    told = words.GOOD.format(
        rows=formats.number(len(good)), agencies=formats.number(_agencies(good)), new=new
    )
    return f"{told}{wrong}."


def added_sentence(good: Sequence[TableRow], joining: int) -> str:
    """What was added."""
    new = words.ADDED_NEW.format(count=formats.number(joining)) if joining else ""
    return words.ADDED_MANY.format(
        count=formats.number(len(good)), agencies=formats.number(_agencies(good)), new=new
    )


def _agencies(rows: Sequence[TableRow]) -> int:
    return len({row.service.agency for row in rows if row.service is not None})


def _few(names: Sequence[str]) -> str:
    told = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return words.AND_MORE.format(names=told, count=formats.number(more)) if more > 0 else told


def notes_of(rows: Iterable[TableRow]) -> str:
    """What to look at twice in rows that are good, the first few sentences; empty where there is nothing."""
    notes = list(dict.fromkeys(row.note for row in rows if row.note))
    more = len(notes) - MOST_NAMED
    rest = [words.MORE_NOTES.format(count=formats.number(more))] if more > 0 else []
    return " ".join([*notes[:MOST_NAMED], *rest])


def bad_table(rows: Iterable[TableRow]) -> pd.DataFrame:
    """Rows that cannot be added, each with every reason; a reason names its row and column."""
    found = [(row.agency, row.name, " ".join(row.why)) for row in rows]
    return pd.DataFrame(found, columns=list(words.BAD_COLUMNS))


def good_table(plan: Plan, rows: Iterable[TableRow]) -> pd.DataFrame:
    """Rows as the services that they add, each under the agency that it is read for, new ones marked."""
    found = [(row, row.service) for row in rows if row.service is not None]
    cells = [_added(plan, row.joins, service) for row, service in found]
    return pd.DataFrame(cells, columns=list(words.PREVIEW_COLUMNS))


def _added(plan: Plan, joins: NewAgency | None, service: ServiceRow) -> tuple[str, ...]:
    agency = joins or plan.agencies[service.agency]
    name = agency.name if joins is None else words.NEW_MARK.format(name=agency.name)
    _, *rest = _cells(name, service)
    return name, registry.category_title(agency.category), *rest


def unread_sentence(sheets: Sequence[str]) -> str:
    """Which sheets with a table were not read; empty where there are none."""
    return " ".join(words.UNREAD.format(sheet=sheet) for sheet in sheets)
