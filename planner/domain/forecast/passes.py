"""The forward pass of the network engine over many runs at once, one array of runs for each task.

It repeats ``network.forward`` for every run, with the durations of that run, and agrees with it to the day
whatever the links, calendars, constraints and progress; what is finished is taken from the engine itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import numpy as np

from planner.domain.forecast.moments import AtEnd, AtStart, DayArrays, Ints, Latest, Milestone, Moment
from planner.domain.forecast.windows import fitted
from planner.domain.network import Compiled, forward
from planner.domain.network.compiled import FINISHED, IN_PROGRESS, UNSTARTED, Arrow
from planner.domain.network.passes import reached

NOBODY: Final[frozenset[int]] = frozenset()


class Runs:
    """Where every task lies in each of ``runs`` runs, by task number.

    ``days`` is the work still to be done of each task: a number, or an array of the runs. A task that takes
    no time in the compiled network takes none in any run, and no other takes less than a day. ``left_out``
    tasks are as if they were not there; those in ``present`` are there only in the runs where they have 1.
    ``finish`` is None for finished and left-out tasks.
    """

    def __init__(
        self,
        net: Compiled,
        days: Sequence[int | Ints],
        runs: int,
        *,
        left_out: Collection[int] = NOBODY,
        present: Mapping[int, Ints] | None = None,
    ) -> None:
        self.net, self.early = net, forward(net)
        small = len(net.tables[0].before) < np.iinfo(np.int16).max
        kind = np.dtype(np.int16 if small else np.int32)
        self.like: Ints = np.zeros(runs, kind)
        self.days = [n if isinstance(n, int) else n.astype(kind, copy=False) for n in days]
        tables = {id(table): table for table in net.tables}
        arrays = {name: DayArrays(table, kind) for name, table in tables.items()}
        self.tables = [arrays[id(table)] for table in net.tables]
        self.finish: list[Moment | None] = [None] * len(net.tasks)
        self._left_out = left_out
        for i in net.order:
            if net.stage[i] != FINISHED and i not in left_out:
                finish = self._finish(i)
                if present is not None and i in present:
                    finish = finish.within(present[i].astype(kind, copy=False))
                self.finish[i] = finish

    def constant(self, arrow: Arrow) -> bool:
        """True where a link sets the same moment in every run, because what it hangs on has happened."""
        stage = self.net.stage[arrow[0]]
        return stage == FINISHED or (stage == IN_PROGRESS and not arrow[1])

    def bound(self, arrow: Arrow) -> Moment:
        """The moment that a link sets for its successor."""
        if self.constant(arrow):
            return Latest(reached(arrow, self.early), (), self.like)
        i, from_finish, to_finish, lag, elapsed, _ = arrow
        moment, days = self.finished(i) if from_finish else self.begun(i), self.tables[i]
        if elapsed:
            return Moment(np.maximum(moment.boundary + lag, 0))
        if to_finish and (lag or not from_finish):
            return AtEnd(days, np.maximum(moment.counted(days) + lag, 0))
        if lag > 0:
            return AtEnd(days, moment.counted(days) + lag)
        if lag < 0:
            return AtStart(days, np.maximum(moment.counted(days) + lag, 0))
        return moment

    def finished(self, i: int) -> Moment:
        """When task ``i`` ends."""
        return self.finish[i] or Latest(self.net.actual_finish[i], (), self.like)

    def begun(self, i: int) -> Moment:
        """When what is left of task ``i`` begins; the task is neither finished nor left out."""
        finish = self.finished(i)
        if self.net.days[i] == 0:
            return finish
        if self.net.elapsed[i]:
            return Moment(finish.boundary - self.days[i])
        return AtStart(self.tables[i], finish.counted(self.tables[i]) - self.days[i])

    def last_days(self, i: int) -> Ints:
        """Ordinal of the last day of task ``i`` in every run."""
        finish = self.finished(i)
        if isinstance(finish, Milestone):
            last = finish.boundary - ~finish.morning
        elif self.net.days[i] or self.net.stage[i] == FINISHED:
            last = finish.boundary - 1
        else:
            ended = np.take(self.tables[i].ends, finish.counted(self.tables[i]), mode="clip")
            last = np.maximum(ended - 1, self.net.actual_start[i])
        return last + np.int32(self.net.origin)

    def _finish(self, i: int) -> Moment:
        """When unfinished task ``i`` ends, at the earliest place that its bounds and links allow."""
        net, days, n = self.net, self.tables[i], self.days[i]
        low, end = net.bounds[i][:2]
        set_as_start = [low]
        starts: list[Moment] = []
        ends: list[Moment] = []
        mornings: list[tuple[Moment, Milestone | None]] = []
        for p in net.plain_in[i]:
            if net.stage[p] == FINISHED:
                low = max(low, net.actual_finish[p])
            elif p not in self._left_out:
                starts.append(self.finished(p))
        for arrow in net.arrows_in[i]:
            p, from_finish, to_finish = arrow[:3]
            if p in self._left_out:
                continue
            if self.constant(arrow):
                boundary = reached(arrow, self.early)
                low, end = (low, max(end, boundary)) if to_finish else (max(low, boundary), end)
                if not from_finish:
                    set_as_start.append(boundary)
                continue
            moment = self.bound(arrow)
            (ends if to_finish else starts).append(moment)
            before = self.finish[p]
            if not from_finish:
                mornings.append((moment, None))
            elif isinstance(before, Milestone):
                mornings.append((moment, before))
        if net.days[i] == 0:
            set_by = Latest(max(low, end), starts + ends, self.like)
            started = net.stage[i] != UNSTARTED
            return set_by if started else Milestone(days, set_by, set_as_start, mornings)
        first = Latest(low, starts, self.like)
        if net.elapsed[i]:
            latest = Latest(end, ends, self.like)
            if net.windows[i]:
                return Moment(fitted(first.boundary, n, latest.boundary, net.windows[i]))
            return Latest(end, [Moment(first.boundary + n), *ends], self.like)
        bound = days.next_end[end]
        for moment in ends:
            bound = np.maximum(bound, moment.ending(days))
        count = first.counted(days)
        if net.windows[i]:
            windows = [
                (int(days.before[opens]), int(days.before[closes])) for opens, closes in net.windows[i]
            ]
            return AtEnd(days, fitted(count, n, bound, windows))
        return AtEnd(days, np.maximum(count + n, bound))
