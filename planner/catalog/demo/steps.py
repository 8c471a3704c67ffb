"""Spells out, day by day, what a demo plan tells shortly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from planner.catalog.demo.told import DemoPlan, ReviewTold, SettingsTold, WorkTold
from planner.domain.activities import activity_id
from planner.domain.changes import ActivityChange, Change, NewAgency, ReviewChange, SettingsChange
from planner.domain.checklist import Checklist, Item

GROUPS: Final = 4
"""Days over which the agencies of one event are spread: offices sign and train in groups."""


@dataclass(frozen=True, slots=True)
class DemoChange:
    """A change to be recorded as of ``on`` by the office ``actor``."""

    on: date
    actor: str
    why: str
    change: Change


@dataclass(frozen=True, slots=True)
class DemoEvidence:
    """A file to be attached as of ``on`` by the office ``actor``; ``content`` is its text."""

    on: date
    actor: str
    why: str
    activity: str
    requirement: str
    file_name: str
    content: str


DemoStep = DemoChange | DemoEvidence


def demo_steps(demo: DemoPlan, checklist: Checklist) -> tuple[DemoStep, ...]:
    """All steps after the opening of the plan, in the order in which they took effect.

    KeyError for an item that the checklist does not have, ValueError for evidence it does not ask for.
    """
    steps: list[DemoStep] = [*_joining(demo)]
    teller = _Teller(demo, checklist)
    for event in demo.events:
        steps.extend(teller.steps(event))
    return tuple(sorted(steps, key=lambda step: step.on))


def _joining(demo: DemoPlan) -> Iterator[DemoChange]:
    for agency in demo.agencies:
        given = agency.model_dump(exclude={"joined_on"}, exclude_none=True)
        yield DemoChange(agency.joined_on, demo.actor, "", NewAgency(**given))


class _Teller:
    """Spells the events of one demo plan out against one checklist."""

    def __init__(self, demo: DemoPlan, checklist: Checklist) -> None:
        self._demo = demo
        self._checklist = checklist
        self._sources = {s.id: f"{s.title}, {s.address}" for s in demo.sources}
        self._names = {a.id: a.name for a in demo.agencies}

    def steps(self, event: SettingsTold | WorkTold | ReviewTold) -> Iterator[DemoStep]:
        if isinstance(event, SettingsTold):
            given = event.model_dump(include={"target", "note"}, exclude_unset=True)
            yield DemoChange(event.on, event.actor or self._demo.actor, event.why, SettingsChange(**given))
            return
        for item in (self._checklist.items[name] for name in event.items):
            days = self._days(event, item)
            for agency, day in days:
                if isinstance(event, WorkTold):
                    yield from self._work(event, item, agency, day)
                else:
                    yield self._review(event.on, event, item, agency, event.decision, event.reason)

    def _days(self, event: WorkTold | ReviewTold, item: Item) -> list[tuple[str | None, date]]:
        if item.per is None:
            return [(None, event.on)]
        agencies = [a.id for a in self._demo.agencies if event.agencies == "all" or a.id in event.agencies]
        until = event.until if isinstance(event, WorkTold) and event.until is not None else event.on
        length = (until - event.on).days
        groups = [position * GROUPS // len(agencies) for position in range(len(agencies))]
        return [
            (agency, _working_day(event.on + timedelta(length * group // (GROUPS - 1)), event.on))
            for agency, group in zip(agencies, groups, strict=True)
        ]

    def _work(self, event: WorkTold, item: Item, agency: str | None, day: date) -> Iterator[DemoStep]:
        activity, actor = activity_id(item.id, agency), event.actor or item.responsible
        told = {"activity": activity, "provenance": event.provenance, "source": self._source(event)}
        if event.status == "done" and event.started is not None and event.started < day:
            began = ActivityChange(**told, status="in_progress", started_on=event.started)
            yield DemoChange(event.started, actor, "", began)
        given = event.model_dump(
            include={"status", "remaining", "note", "reason"}, exclude_unset=True, exclude_none=True
        )
        if event.started is not None:
            given["started_on"] = event.started
        if event.status == "done":
            given |= {"started_on": event.started or day, "finished_on": day}
        yield DemoChange(day, actor, event.why, ActivityChange(**told, **given))
        for requirement in self._requirements(event, item):
            yield self._evidence(event, item, agency, day, requirement)
        if event.accepted_after is not None:
            reviewed = _working_day(day + timedelta(event.accepted_after), day)
            yield self._review(reviewed, event, item, agency, "accepted", "")

    def _review(
        self,
        day: date,
        event: WorkTold | ReviewTold,
        item: Item,
        agency: str | None,
        decision: Literal["accepted", "returned"],
        reason: str,
    ) -> DemoChange:
        given_by = event.actor if isinstance(event, ReviewTold) else None
        done_by = event.actor if isinstance(event, WorkTold) else None
        other = next(r for r in self._demo.reviewers if r != (done_by or item.responsible))
        change = ReviewChange(activity=activity_id(item.id, agency), decision=decision, reason=reason)
        return DemoChange(day, given_by or other, event.why, change)

    def _requirements(self, event: WorkTold, item: Item) -> list[str]:
        asked = {e.id: e.required for e in item.evidence}
        if event.evidence == "all":
            return [name for name, required in asked.items() if required]
        if unknown := set(event.evidence) - set(asked):
            raise ValueError(f"{item.id} asks for no {', '.join(sorted(unknown))}")
        return list(event.evidence)

    def _evidence(
        self, event: WorkTold, item: Item, agency: str | None, day: date, requirement: str
    ) -> DemoEvidence:
        activity = activity_id(item.id, agency)
        text = self._demo.evidence_text
        template = text.illustration if event.provenance == "illustration" else text.reconstruction
        content = template.format(
            plan=self._demo.settings.name,
            item=activity,
            title=item.title,
            agency=self._names[agency] if agency else "-",
            requirement=next(e.title for e in item.evidence if e.id == requirement),
            day=day.isoformat(),
            source=self._source(event) or "-",
        )
        actor = event.actor or item.responsible
        name = f"{activity}-{requirement}.txt"
        return DemoEvidence(day, actor, event.why, activity, requirement, name, content)

    def _source(self, event: WorkTold) -> str | None:
        return None if event.source is None else self._sources[event.source]


def _working_day(day: date, earliest: date) -> date:
    """The day itself, or the Friday before a weekend, but no day before ``earliest``."""
    return max(day - timedelta(max(0, day.weekday() - 4)), earliest)
