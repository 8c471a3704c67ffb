"""What the quality checks found, as advice: what it is, why it matters, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.checklist import Checklist
from planner.domain.plan import Plan
from planner.domain.quality import Check, Finding
from planner.views import formats, sentences, why
from planner.views import target_words as words


@dataclass(frozen=True, slots=True)
class Advice:
    """A finding in words. ``where`` names some of its ``count`` activities; empty where there are none."""

    check: Check
    title: str
    why: str
    where: str
    todo: str
    count: int


def quality_sentence(findings: Sequence[Finding]) -> str:
    """How much was found, and the first of it."""
    if not findings:
        return words.ALL_WELL
    first = words.CHECK[findings[0].check].title
    return words.FOUND.format(count=formats.number(len(findings)), first=first[:1].lower() + first[1:])


def advice(
    plan: Plan, checklist: Checklist, findings: Sequence[Finding], most: int = 3
) -> tuple[Advice, ...]:
    """Every finding in words, with the names of at most ``most`` of its activities."""
    return tuple(
        Advice(
            check=finding.check,
            title=words.CHECK[finding.check].title,
            why=words.CHECK[finding.check].why,
            where=_where(plan, checklist, finding.activities, most),
            todo=words.CHECK[finding.check].todo,
            count=len(finding.activities),
        )
        for finding in findings
    )


def named(plan: Plan, checklist: Checklist, activities: Sequence[str], most: int) -> str:
    """``“A”, “B” (Polres), dan 5 lagi``: at most ``most`` names; the bare id where there is none any more."""
    names = [_name(plan, checklist, activity) for activity in activities[:most]]
    more = len(activities) - most
    return sentences.listed(
        [*names, words.AND_MORE.format(count=formats.number(more))] if more > 0 else names
    )


def _where(plan: Plan, checklist: Checklist, activities: Sequence[str], most: int) -> str:
    if not activities:
        return ""
    names = named(plan, checklist, activities, most)
    return words.WHERE.format(count=formats.number(len(activities)), names=names)


def _name(plan: Plan, checklist: Checklist, activity: str) -> str:
    try:
        return why.name(checklist, plan, activity)
    except KeyError:
        return words.GONE.format(id=activity)
