"""The tables under Jadwal as they are read: agencies against the target, and what moved from a baseline."""

from __future__ import annotations

from typing import Final

import pandas as pd

from planner.domain.checklist import Checklist
from planner.domain.plan import Plan
from planner.domain.target import TargetDates
from planner.domain.variance import Variance
from planner.views import baseline, formats, labels, target
from planner.views import schedule_words as words

LIMIT_COLUMNS: Final = ("Instansi", "Batas target", "Dengan laju sekarang", "Jarak", "Yang menentukan")
LIMIT_NARROW: Final = ("Instansi", "Batas target", "Jarak")
MOVED_COLUMNS: Final = ("Kode", "Kegiatan", "Instansi", "Keterangan")
MOVED_NARROW: Final = ("Kegiatan", "Keterangan")


def agency_limits(plan: Plan, checklist: Checklist, found: TargetDates) -> pd.DataFrame:
    """Agencies, the most late first: by when, when on the present course, how far apart, and why."""
    rows = [
        (
            plan.agencies[one.agency].name,
            formats.short_day(one.latest),
            formats.short_day(one.ready),
            (words.TOO_LATE if one.total_float < 0 else words.IN_TIME).format(
                told=target.slack(one.total_float)
            ),
            checklist.items[one.activity.partition(".")[0]].title,
        )
        for one in found.agencies
    ]
    return pd.DataFrame(rows, columns=list(LIMIT_COLUMNS))


def moved(plan: Plan, checklist: Checklist, found: Variance) -> pd.DataFrame:
    """What has moved, the most shifted first; agencies whose work moved alike share a row."""
    table = baseline.variance_table(plan, checklist, found)
    shared = table.groupby(["Kode", "Kegiatan", "Keterangan"], sort=False)["Instansi"]
    return shared.agg(_together).reset_index()[list(MOVED_COLUMNS)]


def _together(agencies: pd.Series) -> str:
    count = len(agencies)
    return str(agencies.iloc[0]) if count == 1 else labels.AGENCIES.format(count=count)
