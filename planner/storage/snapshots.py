"""Plans as they stand, kept parsed in memory until their record grows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from planner.domain.checklist import Frozen
from planner.domain.state import MODELS, State, SubjectKind, assemble
from planner.storage.changes import Key

Changed = Callable[[int], Iterable[tuple[SubjectKind, str, int, Mapping[str, Any]]]]


@dataclass(frozen=True, slots=True)
class _Snapshot:
    number: int
    subjects: dict[Key, Frozen]
    revisions: dict[tuple[str, str], int]
    state: State | None


_NOTHING = _Snapshot(0, {}, {}, None)


class Snapshots:
    """The states last asked for, of at most ``plans`` plans, shared by all threads.

    Why: parsing some hundred subjects takes longer than reading them, and a tick changes one.
    """

    def __init__(self, plans: int = 64) -> None:
        self._plans = plans
        self._kept: OrderedDict[str, _Snapshot] = OrderedDict()
        self._lock = Lock()

    def state(self, plan: str, number: int, changed: Changed) -> State | None:
        """State after entry ``number``; ``changed(n)`` gives the subjects written after entry n (0: all)."""
        with self._lock:
            kept = self._kept.get(plan, _NOTHING)
            if plan in self._kept:
                self._kept.move_to_end(plan)
        if kept.number == number:
            return kept.state
        if kept.number > number:
            kept = _NOTHING
        subjects, revisions = dict(kept.subjects), dict(kept.revisions)
        for kind, subject, revision, fields in changed(kept.number):
            subjects[kind, subject] = MODELS[kind].model_validate(fields)
            revisions[kind, subject] = revision
        state = assemble(plan, subjects, revisions)
        with self._lock:
            self._kept[plan] = _Snapshot(number, subjects, revisions, state)
            self._kept.move_to_end(plan)
            while len(self._kept) > self._plans:
                self._kept.popitem(last=False)
        return state
