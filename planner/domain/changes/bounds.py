"""What of a change is beyond all bounds: text that is too long, numbers and days that are too far off.

Why the kinds of change have no bounds of their own: whatever was typed is answered with a sentence. The
bounds of texts and numbers are those of what stands (``state.MODELS``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from pydantic import ValidationError

from planner.domain.changes.against import REACH, Against, Objection
from planner.domain.changes.kinds import ActivityChange, Change, PlanningChange, SettingsChange
from planner.domain.changes.people_kinds import AssignmentChange
from planner.domain.state import MODELS, State, SubjectKind

BROKEN: Final[Mapping[str, tuple[Objection, str]]] = {
    "string_too_long": ("too_long", "max_length"),
    "greater_than_equal": ("number_too_small", "ge"),
    "less_than_equal": ("number_too_large", "le"),
}
_KIND: Final = {model.__name__: kind for kind, model in MODELS.items()}
OF: Final[Mapping[type[Change], SubjectKind]] = {
    ActivityChange: "activity",
    AssignmentChange: "assignment",
    PlanningChange: "planning",
    SettingsChange: "plan",
}
"""The subjects that changes with days are about."""
Day = tuple[tuple[SubjectKind, str], date]


def beyond_bounds(error: ValidationError) -> tuple[Against, ...]:
    """What speaks against a change after which fields would be out of bounds; each field told once.

    Raises:
        ValidationError: ``error``, where it is about something else.
    """
    found: list[Against] = []
    for fault in error.errors(include_url=False):
        if fault["type"] not in BROKEN:
            raise error
        code, bound = BROKEN[fault["type"]]
        found.append(Against(code, str(fault["ctx"][bound]), (_KIND[error.title], str(fault["loc"][0]))))
    return tuple(dict.fromkeys(found))


def out_of_reach(days: Iterable[Day], today: date) -> tuple[Against, ...]:
    """What speaks against days with their fields: that they lie too far from ``today``."""
    first, last = today - REACH, today + REACH
    span = f"{first:%d/%m/%Y}–{last:%d/%m/%Y}"
    return tuple(Against("day_out_of_reach", span, field) for field, day in days if not first <= day <= last)


def days_of(change: Change, state: State, today: date) -> Iterator[Day]:
    """The days that a change sets anew, with their fields; of work, those that are not in the future."""
    given: dict[str, date | None] = {}
    match change:
        case ActivityChange():
            done = {"started_on": change.started_on, "finished_on": change.finished_on}
            given = {field: day for field, day in done.items() if day is None or day <= today}
        case AssignmentChange():
            given = {"due": change.due}
        case PlanningChange() if change.constraint is not None:
            given = {"constraint": change.constraint.day}
        case SettingsChange():
            given = {"start": change.start, "target": change.target}
            new = set(change.days_off) - set(state.plan.settings.days_off)
            yield from ((("plan", "days_off"), day) for day in sorted(new))
    kind = OF.get(type(change))
    yield from (((kind, field), day) for field, day in given.items() if kind and day)
