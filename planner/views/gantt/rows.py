"""The rows of the schedule, from top to bottom: stages, their items, and agencies where an item is unfolded.

Done work has no row of its own: it is folded into the line of its stage, unless asked for. Work after the
opening and work that does not apply has none either. Chart and table are both drawn from these rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from planner.domain.activities import Work
from planner.domain.checklist import Checklist
from planner.domain.plan import PlannedConstraint
from planner.domain.readiness import Readiness
from planner.domain.schedule import ActivityDates, FundedWork, Schedule
from planner.domain.state import State
from planner.domain.target import TargetDates
from planner.views import target as targets
from planner.views.gantt.parts import Part, parts_of

RowKind = Literal["stage", "group", "task"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the chart.

    ``kind``: a stage's line, an item done by several agencies, or one activity; ``opened``: rows of its own
    follow; ``inside``: a row of an unfolded item, called by its agency. ``start`` and ``finish`` (last day)
    span what is unfinished, ``done_start`` and ``done_finish`` what is done; None where there is none.
    ``tail`` is the latest finish where there is room (never of a stage); ``latest`` is the same day, told
    without room too where it is the plan's target that asks for it (``to_target``). ``critical_runs`` are the
    stretches (first and last day) of what holds the launch. ``lead`` is the activity whose date is shown, the
    most pressing of several. ``done`` of ``total`` activities are done, ``unproven`` of these lack proof.
    ``planned`` is the span (first and last day) of the same work in the current baseline. ``money`` is what
    the most pressing of the ``moneyless`` activities waits for, ``ready`` the day from which a row of its own
    stands idle for it. ``limits`` are the date constraints of its unfinished work.
    """

    key: str
    kind: RowKind
    stage: str
    title: str
    lead: str
    item: str | None = None
    agency: str | None = None
    inside: bool = False
    start: date | None = None
    finish: date | None = None
    tail: date | None = None
    latest: date | None = None
    to_target: bool = False
    done_start: date | None = None
    done_finish: date | None = None
    critical: bool = False
    critical_runs: tuple[tuple[date, date], ...] = ()
    running: bool = False
    opened: bool = False
    slack: str = ""
    total: int = 1
    done: int = 0
    unproven: int = 0
    planned: tuple[date, date] | None = None
    money: FundedWork | None = None
    moneyless: int = 0
    ready: date | None = None
    limits: tuple[PlannedConstraint, ...] = ()

    @property
    def finished(self) -> bool:
        """True when nothing of the row is left to do."""
        return self.done == self.total


def rows(
    checklist: Checklist,
    work: Work,
    state: State,
    readiness: Readiness,
    schedule: Schedule,
    *,
    target: TargetDates | None = None,
    show_done: bool = False,
    open_items: frozenset[str] = frozenset(),
    folded_stages: frozenset[str] = frozenset(),
) -> tuple[Row, ...]:
    """Rows of the work before the opening, stages in their order and within a stage by date.

    ``open_items``: ids of items whose agencies each get a row; ``show_done``: finished work gets rows too;
    ``folded_stages``: ids of stages that get their one line only.
    """
    parts: dict[str, list[Part]] = {}
    for part in parts_of(work, state, readiness, schedule, target):
        parts.setdefault(part.activity.stage, []).append(part)
    found: list[Row] = []
    for number, stage in enumerate(checklist.stages, start=1):
        members = parts.get(stage.stage)
        if members:
            inner = () if stage.stage in folded_stages else _items(members, work, show_done, open_items)
            below = list(inner)
            title = f"{number}. {stage.title}"
            found.append(_row(f"stage:{stage.stage}", "stage", title, members, opened=bool(below)))
            found.extend(below)
    return tuple(found)


def _items(members: Sequence[Part], work: Work, show_done: bool, open_items: frozenset[str]) -> Iterator[Row]:
    by_item: dict[str, list[Part]] = {}
    for part in members:
        by_item.setdefault(part.activity.item.id, []).append(part)
    shown = [parts for parts in by_item.values() if show_done or not all(part.done for part in parts)]
    for parts in sorted(shown, key=_when):
        item = parts[0].activity.item
        if len(work.by_item[item.id]) == 1:
            yield _row(item.id, "task", item.title, parts, agency=parts[0].agency)
            continue
        opened = item.id in open_items
        yield _row(item.id, "group", item.title, parts, opened=opened)
        for part in sorted(parts, key=lambda p: _when([p])) if opened else ():
            if show_done or not part.done:
                title = part.agency or item.title
                yield _row(part.activity.id, "task", title, [part], agency=part.agency, inside=True)


def _when(parts: Sequence[Part]) -> tuple[date, date, str]:
    """Order of rows: by the dates of what is unfinished, else of what is done; then by id."""
    chosen = [part for part in parts if not part.done] or parts
    return (
        min(part.dates.early_start for part in chosen),
        max(part.dates.early_finish for part in chosen),
        chosen[0].activity.id,
    )


def _row(
    key: str,
    kind: RowKind,
    title: str,
    parts: Sequence[Part],
    *,
    agency: str | None = None,
    inside: bool = False,
    opened: bool = False,
) -> Row:
    left = [part for part in parts if not part.done]
    past = [part for part in parts if part.done]
    lead = min(left or past, key=_pressing)
    finish = max((part.dates.early_finish for part in left), default=None)
    free = kind != "stage" and not lead.dates.critical and finish and lead.room.latest > finish
    tail = lead.room.latest if free else None
    asked = bool(left) and kind != "stage" and lead.room.to_target
    start = min((part.dates.early_start for part in left), default=None)
    poor = sorted((part for part in left if part.money is not None), key=_pressing)
    ready = min((part.money.ready for part in poor if part.money is not None), default=None)
    return Row(
        key=key,
        kind=kind,
        stage=parts[0].activity.stage,
        title=title,
        lead=lead.activity.id,
        item=None if kind == "stage" else lead.activity.item.id,
        agency=agency,
        inside=inside,
        start=start,
        finish=finish,
        tail=tail,
        latest=lead.room.latest if asked else tail,
        to_target=asked,
        done_start=min((part.dates.early_start for part in past), default=None),
        done_finish=max((part.dates.early_finish for part in past), default=None),
        critical=any(part.dates.critical for part in left),
        critical_runs=_runs(part.dates for part in left if part.dates.critical),
        running=any(part.running for part in left),
        opened=opened,
        slack=targets.room(lead.dates.critical, lead.room) if left else "",
        total=len(parts),
        done=len(past),
        unproven=sum(not part.proven for part in past),
        planned=_planned(left or past),
        money=poor[0].money if poor else None,
        moneyless=len(poor),
        ready=ready if ready and start and ready < start and not opened else None,
        limits=() if opened else tuple(dict.fromkeys(p.limit for p in left if p.limit is not None)),
    )


def _planned(parts: Iterable[Part]) -> tuple[date, date] | None:
    """From the first to the last day that these parts have in the baseline."""
    known = [part.planned for part in parts if part.planned is not None]
    return (min(d.start for d in known), max(d.finish for d in known)) if known else None


def _runs(dates: Iterable[ActivityDates]) -> tuple[tuple[date, date], ...]:
    """Stretches from early start to early finish, those that touch made one."""
    found: list[tuple[date, date]] = []
    for first, last in sorted((d.early_start, d.early_finish) for d in dates):
        if found and first <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def _pressing(part: Part) -> tuple[bool, int, int, str]:
    """Sort key: what holds the launch first, then least float, then latest finish."""
    dates = part.dates
    return (not dates.critical, part.room.total_float, -dates.early_finish.toordinal(), part.activity.id)
