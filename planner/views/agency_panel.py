"""What the panel of one agency tells: its way step by step, whose move it is, its limit, and its facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planner.domain.activities import activity_id
from planner.domain.advice import Action
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.checklist import PipelineStep
from planner.domain.plan import Agency
from planner.domain.readiness import NOTHING_DONE
from planner.views import agency_words as words
from planner.views import formats, labels
from planner.views.agencies import Known, against


def limit_sentence(now: Known, agency: str) -> str:
    """By when an agency must be ready and with how much room, or why nothing waits for it."""
    limit, wave = now.limits.get(agency), now.state.plan.agencies[agency].wave
    if limit is not None:
        return words.MUST_BE_READY.format(day=formats.full_day(limit.latest), float=against(now, limit))
    return words.NOTHING_LEFT if wave == 1 else words.NOT_AWAITED.format(wave=wave)


def steps(now: Known, agency: str) -> list[str]:
    """The pipeline, a line per step: reached, with the day where the record tells it, or not."""
    reached = now.ways[agency].reached
    return [
        words.REACHED.format(step=step.title, day=_since(now, agency, step))
        if step.id in reached
        else words.NOT_REACHED.format(step=step.title)
        for step in now.checklist.head.pipeline
    ]


def _since(now: Known, agency: str, step: PipelineStep) -> str:
    day = reached_on(now, agency, step)
    return "" if day is None else words.SINCE.format(day=formats.short_day(day))


def reached_on(now: Known, agency: str, step: PipelineStep) -> date | None:
    """The day on which the last activity of a reached step began or was finished; None where none is told."""
    done = [now.state.progress.get(activity_id(item, agency), NOTHING_DONE) for item in step.items]
    days = (one.started_on or one.finished_on if step.when == "begun" else one.finished_on for one in done)
    return max((day for day in days if day is not None), default=None)


def next_step(now: Known, agency: str) -> str:
    """The first step an agency has not reached; that there is none, where it has reached all."""
    step = now.ways[agency].next
    return words.ALL_REACHED if step is None else words.NEXT.format(step=now.steps[step].title)


def awaited(now: Known, actions: Iterable[Action], agency: str) -> list[dict[str, str]]:
    """The activities that the next step waits for, each with whose move it is and what the move is."""
    moves = {activity: action for action in actions for activity in action.activities}
    return [
        {
            "id": activity,
            "title": now.work.activities[activity].item.title,
            "move": _move(now, moves.get(activity), now.work.activities[activity].item.responsible),
        }
        for activity in now.ways[agency].waits_for
    ]


def _move(now: Known, action: Action | None, responsible: str) -> str:
    if action is None:
        who = words.MOVE_OF.format(role=now.checklist.roles[responsible].title)
        return f"{who}, {words.LATER_ON}"
    return words.MOVE.format(role=now.checklist.roles[action.role].title, step=labels.STEP[action.step])


def facts(now: Known, agency: str) -> list[tuple[str, str]]:
    """Contact, days, counters and number of services of an agency, each with its label."""
    one = now.state.plan.agencies[agency]
    offered = sum(s.agency == agency and s.active for s in now.state.plan.services.values())
    count = formats.number(one.counters)
    days = ", ".join(labels.WEEKDAY[day] for day in sorted(one.weekdays))
    return [
        (words.CONTACT, one.contact or words.NO_CONTACT),
        (words.DAYS, days or words.EVERY_DAY),
        (words.COUNTERS_WANTED, words.JOINT.format(count=count) if one.joint else count),
        (
            words.OFFERED,
            words.SERVICE_COUNT.format(count=formats.number(offered)) if offered else words.NO_SERVICES,
        ),
    ]


def backing(catalogue: AgencyCatalogue, agency: Agency) -> str:
    """Whether the national memorandum can back the request to an agency, and whose signature does."""
    mou, typical = catalogue.mou, catalogue.by_id.get(agency.typical or "")
    party = None if typical is None else catalogue.backing(typical)
    told = words.MOU_UNKNOWN if typical is None else words.MOU_DOES_NOT
    if party is not None:
        told = words.MOU_BACKS
    day = formats.full_day(mou.signed_on)
    return told.format(title=mou.title, day=day, party=party.name if party else "")
