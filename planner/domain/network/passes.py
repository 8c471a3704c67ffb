"""The forward pass of the critical path method over a compiled network, in boundaries from its origin.

Every task takes the earliest place its bounds and its links allow. Work in progress keeps its real start, and
what remains of it obeys the links like new work (retained logic): ``resume`` is where that remainder begins.

Milestones: a milestone stands on the day on which the predecessor that sets it finishes, that is at the end
of that day. Where a start sets it (a start link, the status date, the start of the project), where that
finish is no working day of its own calendar, or where a milestone at the start of a day sets it, it stands
at the start of a working day (``morning``). With a finish and a start at the same boundary the start wins, so
that a milestone is never shown before anything it waits for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from planner.domain.network.compiled import FINISHED, IN_PROGRESS, UNSTARTED, Arrow, Compiled
from planner.domain.network.windows import begin_within, place


@dataclass(frozen=True, slots=True)
class Early:
    """Earliest boundaries by task number; ``set_by`` is what set a milestone, before it took a workday.

    ``ready`` is where work with windows could begin but for them.
    """

    start: list[int]
    resume: list[int]
    finish: list[int]
    morning: list[bool]
    set_by: list[int]
    ready: dict[int, int] = field(default_factory=dict)


def reached(arrow: Arrow, early: Early) -> int:
    """The boundary a link sets for its successor; ``arrow`` names the predecessor."""
    i, from_finish, to_finish, lag, elapsed, table = arrow
    boundary = early.finish[i] if from_finish else early.start[i]
    if elapsed:
        return max(0, boundary + lag)
    if to_finish and (lag or not from_finish):
        return table.shift_end(boundary, lag)
    return table.shift(boundary, lag)


def forward(net: Compiled) -> Early:
    """Earliest boundaries of every task."""
    count = len(net.tasks)
    start, resume, finish, set_by = [0] * count, [0] * count, [0] * count, [0] * count
    morning = [False] * count
    ready: dict[int, int] = {}
    early = Early(start, resume, finish, morning, set_by, ready)
    days, stages = net.days, net.stage
    for i in net.order:
        stage = stages[i]
        if stage == FINISHED:
            start[i] = resume[i] = net.actual_start[i]
            finish[i] = net.actual_finish[i]
            continue
        low, end = net.bounds[i][:2]
        n = days[i]
        for p in net.plain_in[i]:
            if finish[p] > low:
                low = finish[p]
        for arrow in net.arrows_in[i]:
            boundary = reached(arrow, early)
            if not arrow[2]:
                low = max(low, boundary)
            elif boundary > end:
                end = boundary
        if net.windows[i]:
            ready[i] = place(net, i, low, end)[0]
            low = begin_within(net, i, low, end)
        if n == 0:
            set_by[i] = low = max(low, end)
            if stage == UNSTARTED:
                low, morning[i] = _milestone(net, early, i, low)
            first = last = low
        else:
            first, last = place(net, i, low, end)
        resume[i], finish[i] = first, last
        start[i] = net.actual_start[i] if stage == IN_PROGRESS else first
    return early


def _milestone(net: Compiled, early: Early, i: int, boundary: int) -> tuple[int, bool]:
    """Where a milestone set at ``boundary`` stands, and whether at the start of a day."""
    table = net.tables[i]
    by_start = boundary == net.bounds[i].start or any(
        reached(arrow, early) == boundary and (not arrow[1] or early.morning[arrow[0]])
        for arrow in net.arrows_in[i]
    )
    if by_start or not table.is_end(boundary):
        return table.next_start(boundary), True
    return boundary, False
