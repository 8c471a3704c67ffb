"""What can be read of plans, by whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self
from zoneinfo import ZoneInfo

from planner.catalog.library import Library
from planner.domain.changes.needs import agency_of
from planner.domain.checklist import Checklist
from planner.domain.people import EVERYONE, Action, Person
from planner.domain.plan import PlanSettings
from planner.domain.state import Entry, Evidence, State, SubjectKind
from planner.storage.files import EvidenceFiles
from planner.storage.store import Store
from planner.workspace import access
from planner.workspace.snapshot import Broken, Missing, Snapshot, Version, see


@dataclass(frozen=True, slots=True)
class Desk:
    """What a change is judged by: the present state, its checklist and the day."""

    state: State
    checklist: Checklist
    today: date


class Reading:
    """The plans, their record and their evidence as one person may see them.

    ``clock`` gives the present moment as an aware datetime; the day of a plan is the day in its time zone.
    """

    def __init__(
        self, library: Library, store: Store, files: EvidenceFiles, clock: Callable[[], datetime]
    ) -> None:
        self.library = library
        self._store = store
        self._files = files
        self._clock = clock
        self._person = EVERYONE

    def visited_by(self, person: Person) -> Self:
        """This workspace as one person has it."""
        theirs = copy(self)
        theirs._person = person
        return theirs

    def may(self, plan: str, action: Action, agency: str | None = None) -> bool:
        """Whether the person may do something in a plan that concerns ``agency`` (None: no single one)."""
        state = self._store.state(plan)
        return state is not None and access.allowed(self._person, action, state, agency)

    def plans(self) -> Mapping[str, PlanSettings]:
        """Settings of every plan, by plan id, in order of their names."""
        known = {
            plan: state.plan.settings
            for plan in self._store.plans()
            if (state := self._visible(plan)) is not None
        }
        return dict(sorted(known.items(), key=lambda pair: pair[1].name))

    def today(self, zone: str) -> date:
        """The present day in a time zone (IANA name)."""
        return self._clock().astimezone(ZoneInfo(zone)).date()

    def latest(self, plan: str) -> int:
        """Number of the last entry of a plan's record; 0 without one. It moves with every change.

        Anybody may know it: it says that something was written, and nothing of what.
        """
        return self._store.last_number(plan)

    def shut_out(self) -> frozenset[str]:
        """Logins of the accounts that let nobody in any more, which anybody may know."""
        return self._store.shut_out()

    def version(self, plan: str) -> Version:
        """What a snapshot of a plan depends on besides the day looked at: equal versions, equal snapshots."""
        number = self._store.last_number(plan)
        return self._version(number, self._visible(plan))

    def snapshot(self, plan: str, day: date | None = None) -> Snapshot | Missing | Broken:
        """A plan at the end of ``day`` (default: today); a day to come counts as today."""
        number = self._store.last_number(plan)
        state = self._visible(plan)
        if state is None:
            return Missing(plan)
        version = self._version(number, state)
        own = access.limit(self._person, state)
        today = self.today(state.plan.settings.zone)
        if day is not None and day < today:
            state = self._store.state(plan, day)
            if state is None:
                return Missing(plan, day)
        seen = see(self.library, state, min(day or today, today), today, version)
        return seen if own is None or isinstance(seen, Broken) else access.narrowed(seen, own)

    def file(self, plan: str, evidence: str) -> bytes | None:
        """Bytes of the evidence file of that id; None where it is missing, or not for the person to see.

        Raises StorageProblem where the bytes are not those once attached, or cannot be reached.
        """
        known = self._file(plan, evidence)
        return None if known is None else self._files.read(known.sha256)

    def has_file(self, plan: str, evidence: str) -> bool:
        """Whether ``file`` would find something, without reading it. Raises StorageProblem."""
        known = self._file(plan, evidence)
        return known is not None and self._files.has(known.sha256)

    def history(
        self, plan: str, kind: SubjectKind | None = None, subject: str | None = None, limit: int | None = None
    ) -> tuple[Entry, ...]:
        """Record entries of a plan, newest first."""
        state = self._visible(plan)
        if state is None:
            return ()
        own = access.limit(self._person, state)
        most = limit if own is None else None
        entries = self._store.entries(plan, kind=kind, subject=subject, limit=most, newest_first=True)
        return entries if own is None else tuple(e for e in entries if access.concerns(e, own, state))[:limit]

    def _file(self, plan: str, evidence: str) -> Evidence | None:
        """A file of the record that the person may see."""
        state = self._visible(plan)
        known = None if state is None else state.evidence.get(evidence)
        if state is None or known is None:
            return None
        return known if access.allowed(self._person, "see", state, agency_of(known.activity)) else None

    def _visible(self, plan: str) -> State | None:
        """A plan as it stands now; None where there is none that the person may see."""
        state = self._store.state(plan)
        return None if state is None or access.granted(self._person, "see", state) is None else state

    def _version(self, number: int, state: State | None) -> Version:
        """The version of a plan as it stands in ``state``, read after its last ``number``.

        Why in that order, and from one state: a version may be older than what is kept under it, which is
        then found anew; it must never tell of more, or of less, than this person may see.
        """
        if state is None:
            return 0, date.min, ()
        settings = state.plan.settings
        found = number, self.today(settings.zone), self.library.mark(settings.checklist)
        return access.marked(found, access.limit(self._person, state))

    def _desk(self, plan: str) -> Desk | Missing | Broken:
        state = self._visible(plan)
        if state is None:
            return Missing(plan)
        checklist = self.library.checklist(state.plan.settings.checklist)
        if isinstance(checklist, tuple):
            return Broken(state.plan.settings.checklist, checklist)
        return Desk(state, checklist, self.today(state.plan.settings.zone))
