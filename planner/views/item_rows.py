"""Activities as rows that lead to their items: one row for an item, whatever the number of its agencies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planner.domain.checklist import Checklist
from planner.domain.plan import Plan
from planner.views import schedule_words as words
from planner.views import sentences

NAMED: Final = 3


def item_rows(checklist: Checklist, plan: Plan, activities: Iterable[str]) -> list[dict[str, str]]:
    """Items in the order they are first named: id of an activity, title, and the agencies in question."""
    items: dict[str, list[str]] = {}
    for activity in activities:
        items.setdefault(activity.partition(".")[0], []).append(activity)
    return [
        {
            "id": found[0],
            "title": f"{item} {checklist.items[item].title}",
            "agencies": _agencies(plan, found),
        }
        for item, found in items.items()
    ]


def _agencies(plan: Plan, activities: list[str]) -> str:
    """The first agencies by name and how many more; empty where the item is done once."""
    names = [plan.agencies[a.partition(".")[2]].name for a in activities if "." in a]
    if len(names) <= NAMED + 1:
        return sentences.listed(names)
    return words.AND_MORE.format(names=", ".join(names[:NAMED]), count=len(names) - NAMED)
