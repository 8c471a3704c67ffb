"""An item IS an activity: the one place where a checklist and a plan become the work of a schedule.

An item done once gives one activity with the item's id; an item per agency gives one activity for each agency
that takes part (``KSP-03.polres``). Every gate gives a milestone (``gate:usulan``) that waits for all its
activities, so that what waits for a gate waits for proof of everything in it.

Why a stand-in: with no agency listed yet, an item per agency still has to be done. It becomes one activity
that cannot be ticked, so that an empty list neither passes a gate nor shortens the schedule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from planner.domain.checklist import Checklist, Dependency, Estimate, Item, LinkType
from planner.domain.checklist import DayUnit as DayUnit
from planner.domain.plan import Plan, Planning


@dataclass(frozen=True, slots=True)
class Activity:
    """One item, or one item for one agency. ``stand_in``: no agency is listed yet, nothing can be ticked.

    ``after_launch``: the launch does not wait for it, since it comes after the opening or belongs to a later
    wave of agencies (``later``).
    ``needs_budget``: it needs money of the regional budget, which is there in funding windows alone.
    ``estimate`` is the duration that counts: the plan's (``planning``), else the checklist's.
    """

    id: str
    item: Item
    stage: str
    agency: str | None = None
    after_launch: bool = False
    later: bool = False
    stand_in: bool = False
    planning: Planning | None = None
    needs_budget: bool = False

    @property
    def estimate(self) -> Estimate:
        if self.planning is None or self.planning.duration is None:
            return self.item.duration
        return self.item.duration.model_copy(update=self.planning.duration.model_dump())


@dataclass(frozen=True, slots=True)
class ActivityLink:
    """``successor`` waits for ``predecessor``; both are activity ids or gate milestones."""

    predecessor: str
    successor: str
    type: LinkType = "FS"
    lag: int = 0
    unit: DayUnit = "work"


@dataclass(frozen=True, eq=False)
class Work:
    """All activities of a plan, the milestones of its gates, and what waits for what.

    Equal only to itself, so that what follows from it alone can be kept (``foreseen``).
    """

    activities: Mapping[str, Activity]
    gates: Mapping[str, tuple[str, ...]]
    links: tuple[ActivityLink, ...]
    launch: str

    def funded(self, activities: Collection[str]) -> Work:
        """This work with the money for some activities at hand on every day."""
        paid = {i: replace(self.activities[i], needs_budget=False) for i in activities}
        return replace(self, activities={**self.activities, **paid})

    @cached_property
    def by_item(self) -> dict[str, tuple[Activity, ...]]:
        """Activities of each item, by item id."""
        found: dict[str, list[Activity]] = {}
        for activity in self.activities.values():
            found.setdefault(activity.item.id, []).append(activity)
        return {item: tuple(activities) for item, activities in found.items()}

    @cached_property
    def sharers(self) -> Counter[tuple[str, bool]]:
        """How many activities share the weight of an item, before the opening (False) and apart (True)."""
        return Counter((a.item.id, a.after_launch) for a in self.activities.values())


def gate_milestone(gate: str) -> str:
    """Id of a gate's milestone in the network."""
    return f"gate:{gate}"


def activity_id(item: str, agency: str | None) -> str:
    """Id of the activity of an item, for an agency where the item is per agency."""
    return item if agency is None else f"{item}.{agency}"


def work(checklist: Checklist, plan: Plan) -> Work:
    """Activities, gate milestones and links of a plan.

    Gates and work that is done once wait for the agencies of the first wave alone; those of later waves have
    their activities too, which nothing but their own waits for.

    The same checklist with the same agencies and planning gives the same work again, not a copy.
    """
    agencies = tuple((a, plan.agencies[a].wave > 1) for a in plan.taking_part)
    return _work(_Same(checklist), agencies, tuple(plan.planning.items()))


class _Same:
    """A checklist that is equal only to itself; to compare all it says would take longer than the work."""

    def __init__(self, of: Checklist) -> None:
        self.of = of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.of is self.of

    def __hash__(self) -> int:
        return id(self.of)


@lru_cache(maxsize=16)
def _work(
    same: _Same, agencies: tuple[tuple[str, bool], ...], planned: tuple[tuple[str, Planning], ...]
) -> Work:
    checklist, plannings = same.of, dict(planned)
    activities: dict[str, Activity] = {}
    for item in checklist.items.values():
        for activity in _of(item, checklist, agencies):
            planning = plannings.get(activity.id)
            activities[activity.id] = activity if planning is None else replace(activity, planning=planning)
    result = Work(activities, {}, (), checklist.head.launch)
    gates = {
        gate.id: tuple(
            a.id for item in checklist.gate_items[gate.id] for a in result.by_item[item.id] if not a.later
        )
        for gate in checklist.gates
    }
    links = [
        ActivityLink(member, gate_milestone(gate)) for gate, members in gates.items() for member in members
    ]
    for before, after in zip(checklist.gates, checklist.gates[1:], strict=False):
        links.append(ActivityLink(gate_milestone(before.id), gate_milestone(after.id)))
    for activity in activities.values():
        for dependency in activity.item.after:
            links.extend(
                ActivityLink(predecessor, activity.id, dependency.type, dependency.lag, dependency.unit)
                for predecessor in _predecessors(dependency, activity, result)
            )
    return Work(activities, gates, tuple(links), checklist.head.launch)


def _of(item: Item, checklist: Checklist, agencies: tuple[tuple[str, bool], ...]) -> list[Activity]:
    one = Activity(
        item.id,
        item,
        checklist.stage_of[item.id],
        after_launch=item.id in checklist.after_launch,
        needs_budget=item.funding == "apbd",
    )
    if item.per is None:
        return [one]
    found = [
        replace(
            one,
            id=activity_id(item.id, agency),
            agency=agency,
            after_launch=one.after_launch or later,
            later=later,
        )
        for agency, later in agencies
    ]
    return found if any(not a.later for a in found) else [replace(one, stand_in=True), *found]


def _predecessors(dependency: Dependency, activity: Activity, known: Work) -> tuple[str, ...]:
    """Ids of what one dependency makes an activity wait for."""
    if dependency.gate is not None:
        return (gate_milestone(dependency.gate),)
    item = dependency.item or ""
    own = activity_id(item, activity.agency)
    if dependency.agencies != "all" and own in known.activities:
        return (own,)
    return tuple(b.id for b in known.by_item[item] if not b.later or b.agency == activity.agency)
