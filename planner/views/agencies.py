"""Where the agencies of a plan stand: the answer in a sentence, and the matrix agency × requirement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.domain.activities import Work
from planner.domain.bottleneck import Bottleneck, agency_limits, bottleneck
from planner.domain.checklist import Checklist, PipelineStep
from planner.domain.pipeline import AgencyPipeline, pipeline
from planner.domain.plan_network import terms
from planner.domain.readiness import Readiness
from planner.domain.schedule import Schedule
from planner.domain.state import State
from planner.domain.target import AgencyLatest, TargetDates
from planner.views import agency_words as words
from planner.views import formats
from planner.views import target as targets


@dataclass(frozen=True)
class Known:
    """What is known of the agencies of a plan on a day; ``ways`` and ``limits`` by agency id."""

    checklist: Checklist
    work: Work
    state: State
    readiness: Readiness
    schedule: Schedule
    target: TargetDates | None
    day: date
    ways: Mapping[str, AgencyPipeline]
    limits: Mapping[str, AgencyLatest]
    first: Bottleneck

    @property
    def steps(self) -> dict[str, PipelineStep]:
        """Steps of the pipeline by id, in their order."""
        return {step.id: step for step in self.checklist.head.pipeline}


def known(
    checklist: Checklist,
    work: Work,
    state: State,
    readiness: Readiness,
    schedule: Schedule,
    target: TargetDates | None,
    day: date,
    holidays: Collection[date] = (),
) -> Known:
    """Everything the page Instansi tells, found out once; ``holidays`` are days off beside the plan's own."""
    ways = pipeline(checklist, work, readiness)
    calendar = terms(state.plan.settings, day, holidays).calendar
    limits = agency_limits(work, readiness, schedule, target, calendar)
    first = bottleneck(checklist, work, readiness, ways, limits)
    return Known(checklist, work, state, readiness, schedule, target, day, ways, limits, first)


def agencies_sentence(now: Known) -> str:
    """How many agencies of the first wave stand where, who is furthest behind, the step most wait for."""
    taking_part, first = now.state.plan.taking_part, now.first.agencies
    if not taking_part:
        return words.NO_AGENCIES
    if not first:
        return words.NO_FIRST_WAVE.format(count=formats.number(len(taking_part)))
    told = [_places(now)]
    if now.first.tightest:
        told.append(_behind(now))
    if now.first.step is not None:
        told.append(
            words.MOST.format(
                step=now.steps[now.first.step].title,
                count=formats.number(len(now.first.waiting)),
                total=formats.number(len(first)),
            )
        )
    return "; ".join(told) + "."


def _places(now: Known) -> str:
    total, steps = formats.number(len(now.first.agencies)), now.checklist.head.pipeline
    if not steps:
        return words.COUNT.format(total=total)
    counts = Counter(now.ways[agency].stands_at for agency in now.first.agencies)
    if counts[steps[-1].id] == len(now.first.agencies):
        return words.ALL_AT_LAST.format(total=total, step=in_text(steps[-1].title))
    told = [(words.AT_LAST, steps[-1].id, steps[-1])]
    told += [(words.AT_STEP, step.id, step) for step in reversed(steps[:-1])]
    places = [
        text.format(count=formats.number(counts[at]), step=in_text(step.title))
        for text, at, step in (*told, (words.AT_NONE, None, steps[0]))
        if counts[at]
    ]
    return words.WHERE.format(total=total, places=", ".join(places))


def _behind(now: Known) -> str:
    """Who has the least room, how much, and in which requirement; several who have as little together."""
    tightest, behind = now.first.tightest, now.first.behind
    alike = len(tightest) == len(behind)
    count = formats.number(len(tightest))
    if len(tightest) == len(now.first.agencies) > 1:
        who = words.ALL_BEHIND.format(count=count)
    elif alike:
        who = words.BEHIND.format(names=_named(now, behind))
    else:
        who = words.SOME_BEHIND.format(count=count)
    return words.BEHIND_BY.format(
        who=who,
        together=words.TOGETHER if len(tightest) > 1 else "",
        float=against(now, tightest[0]),
        item=_requirement(now, tightest),
        most="" if alike else words.MOST_OPEN.format(names=_named(now, behind)),
    )


def _named(now: Known, limits: Sequence[AgencyLatest]) -> str:
    """``Kejari dan 1 lagi``."""
    name, more = now.state.plan.agencies[limits[0].agency].name, len(limits) - 1
    return words.AND_MORE.format(name=name, count=formats.number(more)) if more else name


def _requirement(now: Known, limits: Sequence[AgencyLatest]) -> str:
    """The requirement in which agencies have the least room; nothing where it is not the same of all."""
    titles = {now.work.activities[limit.activity].item.title for limit in limits}
    return words.IN_REQUIREMENT.format(title=titles.pop()) if len(titles) == 1 else ""


def against(now: Known, limit: AgencyLatest) -> str:
    """``terlambat 12 hari kerja dari target``; what the float of an agency is counted to."""
    told = targets.slack(limit.total_float)
    if now.target is None:
        return words.TO_LAUNCH.format(float=told)
    return (words.OF_TARGET if limit.total_float < 0 else words.TO_TARGET).format(float=told)


def in_text(title: str) -> str:
    """A title as it stands inside a sentence: ``Layanan dipetakan`` in small letters, ``PKS`` as it is."""
    return title[0].lower() + title[1:] if title[1:2].islower() else title
