"""What a plan asks for that could give, and a conflict of such demands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

DemandKind = Literal["target", "constraint", "budget", "duration", "agency"]

MOST_TOGETHER: Final = 3
"""Most demands named together; who has to give in on four things has to move the date."""


class Demand(NamedTuple):
    """Something a plan asks for, and what giving it means.

    target: the day of the opening, moved to when it comes (``subject``: the launch activity). constraint: the
    date constraint of an activity, dropped. budget: the wait of an activity for money of the regional budget;
    the money is there from the status date on. duration: the likely duration, down to the optimistic one and
    never below a day; of work in progress the remainder in the same proportion. agency: an agency, no longer
    waited for.

    ``subject`` is an activity id, an agency id, or, where a budget or duration gives for several agencies at
    once, the id of their item. One activity alone is named where that suffices.
    """

    kind: DemandKind
    subject: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A date that is missed by ``days`` working days, at least 1, and the smallest sets that end it.

    ``of`` is the missed date. ``sets`` hold the strongest first (the one that leaves the most room); none of
    them contains ``of``. Empty: no three demands suffice, only the date itself can give.
    """

    of: Demand
    days: int
    sets: tuple[tuple[Demand, ...], ...]
