"""Conflicts in sentences: which date is missed by how much, and what would have to give."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.checklist import Checklist
from planner.domain.conflict import Conflict, Demand
from planner.domain.plan import Plan
from planner.views import formats, sentences, why
from planner.views import target_words as words


def conflicts_sentence(conflicts: Sequence[Conflict]) -> str:
    """How many dates cannot be kept."""
    if not conflicts:
        return words.NO_CONFLICT
    if len(conflicts) == 1:
        return words.ONE_CONFLICT
    return words.CONFLICTS.format(count=formats.number(len(conflicts)))


def conflict_sentence(plan: Plan, checklist: Checklist, conflict: Conflict, most: int = 3) -> str:
    """The missed date, and the smallest sets of what would have to give, at most ``most`` of them."""
    missed = _missed(plan, checklist, conflict)
    if not conflict.sets:
        return f"{missed} {words.ONLY_DATE}"
    ways = words.OR.join(
        sentences.listed(demand_text(plan, checklist, demand) for demand in demands)
        for demands in conflict.sets[:most]
    )
    size, more = len(conflict.sets[0]), len(conflict.sets) - most
    opening = words.ONE_GIVES if size == 1 else words.GIVE_TOGETHER
    told = f"{missed} {opening.format(ways=ways, count=words.COUNT.get(size, ''))}"
    return told + words.MORE_WAYS.format(count=formats.number(more)) if more > 0 else told


def demand_text(plan: Plan, checklist: Checklist, demand: Demand) -> str:
    """What giving a demand means: ``“Meja layanan dibuat” dipercepat sampai perkiraan tercepat``."""
    kind, subject = demand
    if kind == "agency":
        return words.GIVES[kind].format(name=plan.agencies[subject].name)
    if kind == "target":
        return words.GIVES[kind]
    name = why.name(checklist, plan, subject)
    shared = kind in ("budget", "duration") and checklist.items[subject.partition(".")[0]].per is not None
    if shared and "." not in subject:
        name = words.IN_ALL.format(name=name)
    return words.GIVES[kind].format(name=name)


def _missed(plan: Plan, checklist: Checklist, conflict: Conflict) -> str:
    days, subject = formats.work_days(conflict.days), conflict.of.subject
    if conflict.of.kind == "target":
        return words.TARGET_MISSED.format(day=formats.short_day(plan.settings.target), days=days)
    planning = plan.planning[subject]
    wanted = planning.constraint
    limit = "" if wanted is None else words.CONSTRAINT[wanted.type].format(day=formats.short_day(wanted.day))
    name = why.name(checklist, plan, subject)
    return words.CONSTRAINT_MISSED.format(name=name, limit=limit, days=days)
