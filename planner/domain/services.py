"""Services that an agency places in the mall, and the standard of service each of them needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Annotated, Final, Literal, get_args

from pydantic import Field

from planner.domain.checklist import Frozen, Slug

Output = Literal["product", "consultation", "information"]
Channel = Literal["direct", "electronic", "self_service", "mobile"]
StandardComponent = Literal[
    "requirements",
    "procedure",
    "duration",
    "cost",
    "product",
    "complaints",
    "legal_basis",
    "facilities",
    "competence",
    "supervision",
    "staff",
    "guarantee",
    "safety",
    "evaluation",
]
COMPONENTS: Final[tuple[StandardComponent, ...]] = get_args(StandardComponent)
"""The 14 components of a standard of service: six of delivery, eight behind it (PermenPANRB 15/2014)."""


class Service(Frozen):
    """A service of an agency: what a citizen leaves with (``output``), how it is asked for (``channel``).

    ``duration`` and ``cost`` are told as the agency tells them. ``standard`` holds the components that its
    standard of service has; ``queue`` and ``data`` whether it is joined to the mall's queue and data systems.
    None: not known. ``active`` False: taken out, history kept.

    Why defaults for ``output`` and ``channel``: a record that never told them was read so.
    """

    agency: Slug
    name: Annotated[str, Field(min_length=2, max_length=160)]
    output: Output | None = "product"
    channel: Channel | None = "direct"
    duration: Annotated[str, Field(max_length=80)] = ""
    cost: Annotated[str, Field(max_length=80)] = ""
    standard: tuple[StandardComponent, ...] = ()
    queue: bool | None = None
    data: bool | None = None
    active: bool = True


def offered(services: Mapping[str, Service], taking_part: Collection[str]) -> dict[str, Service]:
    """The services that count, by their ids: not taken out, and of agencies that take part."""
    return {key: s for key, s in services.items() if s.active and s.agency in taking_part}
