"""Agencies by wave: for whom the gates wait, how far each is, and the choice on the trade-off curve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import pandas as pd

from planner.domain.checklist import Checklist
from planner.domain.forecast import Forecast, WaitingFor
from planner.domain.pipeline import AgencyPipeline
from planner.domain.plan import Plan
from planner.domain.readiness import Readiness
from planner.domain.target import TargetDates
from planner.views import formats, outlook, sentences, target
from planner.views import wave_words as words

MOST_NAMED: Final = 6


def by_wave(plan: Plan) -> dict[int, tuple[str, ...]]:
    """Agencies that take part by wave, in order of their names."""
    found: dict[int, list[str]] = {}
    for slug in sorted(plan.taking_part, key=lambda s: plan.agencies[s].name.casefold()):
        found.setdefault(plan.agencies[slug].wave, []).append(slug)
    return {wave: tuple(found[wave]) for wave in sorted(found)}


def waves_sentence(plan: Plan, readiness: Readiness) -> str:
    """For how many agencies gates and launch wait, how many of them hold a gate, and how many come later."""
    first = sum(plan.agencies[slug].wave == 1 for slug in plan.taking_part)
    later = len(plan.taking_part) - first
    if not plan.taking_part:
        return words.NO_AGENCIES
    if readiness.opened_on is not None:
        day = formats.full_day(readiness.opened_on)
        return words.OPENED.format(day=day, first=formats.number(first), later=formats.number(later))
    holding = len(_holding(plan, readiness))
    still = words.STILL_OPEN.format(count=formats.number(holding)) if holding else words.NONE_OPEN
    rest = words.SOME_LATER.format(count=formats.number(later)) if later else words.ALL_FIRST
    return words.WAITS.format(count=formats.number(first), open=still, rest=rest)


def _holding(plan: Plan, readiness: Readiness) -> set[str]:
    """Agencies with an activity that a gate waits for."""
    waits = {key.partition(".")[2] for gate in readiness.gates for key in gate.waits_for}
    return waits.intersection(plan.agencies)


def wave_name(wave: int) -> str:
    """``Gelombang 1 (peresmian)``."""
    return words.FIRST if wave == 1 else words.LATER.format(wave=formats.number(wave))


def wave_names(plan: Plan) -> dict[int, str]:
    """The agencies of every wave by their names, at most six of them; wave by wave."""
    return {wave: names(plan.agencies[slug].name for slug in slugs) for wave, slugs in by_wave(plan).items()}


def names(every: Iterable[str], most: int = MOST_NAMED) -> str:
    """``A, B, dan C`` or, of many, the first of them and how many more there are."""
    known = list(every)
    if len(known) <= most:
        return sentences.listed(known)
    rest = formats.number(len(known) - most)
    return words.AND_MORE.format(names=", ".join(known[:most]), count=rest)


def waves_table(
    plan: Plan,
    checklist: Checklist,
    ways: Mapping[str, AgencyPipeline],
    latest: TargetDates | None,
) -> pd.DataFrame:
    """Agencies wave by wave, the latest date first: step reached, latest date and distance to the target.

    ``ways`` as of ``pipeline``; an agency of a later wave has no latest date, because nobody waits for it.
    """
    steps = {step.id: step.title for step in checklist.head.pipeline}
    limits = {one.agency: one for one in (latest.agencies if latest else ())}
    rows = []
    for wave, slugs in by_wave(plan).items():
        for slug in sorted(slugs, key=lambda s: limits[s].total_float if s in limits else 9999):
            way, limit = ways.get(slug), limits.get(slug)
            step = steps[way.stands_at] if way and way.stands_at else words.NO_STEP
            if limit is not None and wave == 1:
                told = target.slack(limit.total_float)
                told = words.LATE.format(told=told) if limit.total_float < 0 else told
                rows.append((plan.agencies[slug].name, wave, step, formats.short_day(limit.latest), told))
            else:
                told = words.NOT_AWAITED if wave > 1 else words.READY if latest else words.NO_TARGET
                rows.append((plan.agencies[slug].name, wave, step, formats.NOTHING, told))
    return pd.DataFrame(rows, columns=list(words.COLUMNS))


def moves_told(plan: Plan, moves: Mapping[str, int]) -> list[str]:
    """``Polres: gelombang 1 → 2`` for every agency that would move to another wave."""
    return [
        words.MOVED.format(name=plan.agencies[slug].name, now=plan.agencies[slug].wave, then=wave)
        for slug, wave in moves.items()
    ]


def choice_sentence(now: Forecast, first: int, waiting: Sequence[WaitingFor]) -> str:
    """The present choice, and what the same number of agencies gives where the earliest ones are taken.

    ``first`` agencies are waited for; ``waiting`` counts all that take part, whatever their wave.
    """
    told = words.CHOICE.format(
        first=formats.number(first),
        total=formats.number(len(waiting)),
        p50=formats.full_day(now.p50),
        p80=formats.full_day(now.p80),
    )
    alike = next((one for one in waiting if one.agencies == first), None)
    if alike is None or first == len(waiting):
        return f"{told} {outlook.waiting_sentence(waiting)}"
    return f"{told} {_best(alike, now.p80)}"


def _best(alike: WaitingFor, chosen: date) -> str:
    days = (chosen - alike.p80).days
    gain = words.BEST_GAIN.format(days=formats.number(days)) if days > 0 else words.BEST_SAME
    return words.BEST_ALIKE.format(
        first=formats.number(alike.agencies), p80=formats.full_day(alike.p80), gain=gain
    )
