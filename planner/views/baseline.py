"""A plan against a frozen baseline: the shift of the launch in a sentence, the most shifted activities."""

from __future__ import annotations

from typing import Final

import pandas as pd

from planner.domain.checklist import Checklist
from planner.domain.plan import Plan
from planner.domain.variance import ActivityVariance, Variance
from planner.views import formats, quality
from planner.views import target_words as words

COLUMNS: Final = ("Kode", "Kegiatan", "Instansi", "Mulai bergeser", "Selesai bergeser", "Keterangan")
NAMED: Final = 3
"""Names of added or removed activities told in a sentence."""


def variance_sentence(variance: Variance | None) -> str:
    """How far the launch has moved since the baseline, and how many activities moved."""
    if variance is None:
        return words.NO_BASELINE
    count = sum(v != ActivityVariance(0, 0) for v in variance.activities.values())
    moved = words.MOVED.format(count=formats.number(count)) if count else ""
    name, day = variance.name, formats.short_day(variance.frozen_on)
    if variance.launch == 0:
        return words.ON_BASELINE.format(name=name, day=day, moved=moved)
    return words.SHIFTED.format(name=name, day=day, shift=shift(variance.launch), moved=moved)


def changed_sentence(plan: Plan, checklist: Checklist, variance: Variance) -> str:
    """Activities that the plan or the baseline alone has; empty where both have the same."""
    told = [
        text.format(count=formats.number(len(found)), names=quality.named(plan, checklist, found, NAMED))
        for text, found in ((words.ADDED, variance.added), (words.REMOVED, variance.removed))
        if found
    ]
    return " ".join(told)


def variance_table(
    plan: Plan, checklist: Checklist, variance: Variance, most: int | None = None
) -> pd.DataFrame:
    """Activities that moved, by working days later (+), the most shifted first; at most ``most`` rows."""
    moved = [(i, v) for i, v in variance.activities.items() if v != ActivityVariance(0, 0)]
    moved.sort(key=lambda pair: -max(abs(pair[1].start), abs(pair[1].finish)))
    rows = []
    for activity, v in moved[:most]:
        item, _, agency = activity.partition(".")
        title = checklist.items[item].title if item in checklist.items else item
        known = plan.agencies.get(agency)
        rows.append((item, title, known.name if known else agency, v.start, v.finish, _told(v)))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({"Mulai bergeser": "Int64", "Selesai bergeser": "Int64"})


def shift(days: int) -> str:
    """``mundur 14 hari kerja``, ``maju 3 hari kerja`` or ``tetap``."""
    if days == 0:
        return words.SAME
    return (words.LATER if days > 0 else words.EARLIER).format(days=formats.work_days(abs(days)))


def _told(moved: ActivityVariance) -> str:
    if moved.start == moved.finish:
        return words.BOTH.format(shift=shift(moved.start))
    told = [words.STARTS.format(shift=shift(moved.start)), words.FINISHES.format(shift=shift(moved.finish))]
    return ", ".join(told)
