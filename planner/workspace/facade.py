"""The one door between what people wrote and did, and the pages and commands that show it.

``snapshot`` gives everything about a plan on a day, ``tried`` as it would stand after changes not written;
``record`` writes a change or says why not, ``record_all`` several or none; ``freeze`` keeps the dates of a
plan; ``attach`` adds a file; ``history`` lists the record. Errors are values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from planner.catalog.demo import DemoPlan
from planner.catalog.library import Library
from planner.domain.activities import work
from planner.domain.changes import Against, Change, Edit, judged, review_falls
from planner.domain.checklist import Checklist
from planner.domain.plan import PlanSettings
from planner.domain.state import Entry, State, SubjectKind
from planner.storage.files import EvidenceFiles
from planner.storage.store import Draft, Store
from planner.workspace.beginning import plan_objections
from planner.workspace.demo import load_demo_plan
from planner.workspace.evidence import evidence_edit, evidence_objections
from planner.workspace.outcome import Outcome, Refused
from planner.workspace.scratch import frozen, tried
from planner.workspace.snapshot import Broken, Missing, Snapshot, Version, see


@dataclass(frozen=True, slots=True)
class Desk:
    """What a change is judged by: the present state, its checklist and the day."""

    state: State
    checklist: Checklist
    today: date


class Workspace:
    """Plans, their record and their evidence, over one database and one folder of checklists.

    ``clock`` gives the present moment as an aware datetime; the day of a plan is the day in its time zone.
    """

    def __init__(
        self, library: Library, store: Store, files: EvidenceFiles, clock: Callable[[], datetime]
    ) -> None:
        self.library = library
        self._store = store
        self._files = files
        self._clock = clock

    def plans(self) -> Mapping[str, PlanSettings]:
        """Settings of every plan, by plan id, in order of their names."""
        states = ((plan, self._store.state(plan)) for plan in self._store.plans())
        known = {plan: state.plan.settings for plan, state in states if state is not None}
        return dict(sorted(known.items(), key=lambda pair: pair[1].name))

    def today(self, zone: str) -> date:
        """The present day in a time zone (IANA name)."""
        return self._clock().astimezone(ZoneInfo(zone)).date()

    def version(self, plan: str) -> Version:
        """What a snapshot of a plan depends on besides the day looked at: equal versions, equal snapshots."""
        state = self._store.state(plan)
        if state is None:
            return 0, date.min, ()
        settings = state.plan.settings
        return self._store.last_number(plan), self.today(settings.zone), self.library.mark(settings.checklist)

    def snapshot(self, plan: str, day: date | None = None) -> Snapshot | Missing | Broken:
        """A plan at the end of ``day`` (default: today); a day to come counts as today."""
        version = self.version(plan)
        state = self._store.state(plan)
        if state is None:
            return Missing(plan)
        today = self.today(state.plan.settings.zone)
        if day is not None and day < today:
            state = self._store.state(plan, day)
            if state is None:
                return Missing(plan, day)
        return see(self.library, state, min(day or today, today), today, version)

    def create(
        self, plan: str, settings: PlanSettings, *, actor: str, effective_on: date | None = None
    ) -> Outcome:
        """A new plan, which begins on ``effective_on`` (default: today).

        Refused where the id is taken, the regency unknown, the target before the start or the day to come.
        """
        today = self.today(settings.zone)
        day = effective_on or today
        taken = self._store.state(plan) is not None
        against = plan_objections(self.library, settings, taken, day, today, actor)
        if against:
            return Refused(against)
        draft = Draft("plan", plan, settings.model_dump(mode="json"), 0)
        return self._store.write(plan, [draft], actor=actor, effective_on=day)

    def load_demos(self) -> dict[str, int]:
        """Write what is missing of the demo plans; entries written by plan id, 0 where it was there.

        A demo that cannot be read, or whose checklist cannot, is left for later without an error.
        """
        loaded: dict[str, int] = {}
        for plan in self.library.demos():
            demo = self.library.demo(plan)
            checklist = self.library.checklist(demo.settings.checklist) if isinstance(demo, DemoPlan) else ()
            if isinstance(demo, DemoPlan) and isinstance(checklist, Checklist):
                loaded[plan] = load_demo_plan(self._store, self._files, checklist, demo)
            else:
                loaded[plan] = 0
        return loaded

    def record(
        self,
        plan: str,
        change: Change,
        *,
        actor: str,
        seen_revision: int | None = None,
        effective_on: date | None = None,
        why: str = "",
    ) -> Outcome:
        """Write a change. ``seen_revision`` is the revision of its subject that the person had before them.

        The change takes effect on ``effective_on`` (default: today), but never before an earlier change of
        the same subject, so that the last word always stands.
        """
        return self._change(plan, (change,), actor, effective_on, why, first=seen_revision)

    def record_all(
        self,
        plan: str,
        changes: Sequence[Change],
        *,
        actor: str,
        seen: Mapping[tuple[SubjectKind, str], int] | None = None,
        effective_on: date | None = None,
        why: str = "",
    ) -> Outcome:
        """Write several changes together, each judged on what those before it leave, or none of them.

        ``seen`` holds the revisions that the person had before them, by kind and subject; 0: there was none.
        All take effect on one day, as with ``record``.
        """
        return self._change(plan, changes, actor, effective_on, why, seen)

    def freeze(self, plan: str, name: str, *, actor: str, why: str = "") -> Outcome:
        """Keep today's dates of a plan as a baseline of that name, which becomes the current one."""
        seen = self.snapshot(plan)
        return (
            self.record(plan, frozen(seen, name), actor=actor, why=why)
            if isinstance(seen, Snapshot)
            else seen
        )

    def tried(self, seen: Snapshot, changes: Sequence[Change], actor: str) -> Snapshot | Refused:
        """A plan as it would stand with ``changes`` made on the day looked at; nothing is written."""
        return tried(seen, changes, actor, self.library.days_off)

    def attach(
        self,
        plan: str,
        activity: str,
        requirement: str,
        file_name: str,
        content: bytes,
        *,
        actor: str,
        effective_on: date | None = None,
        why: str = "",
    ) -> Outcome:
        """Keep a file as evidence for a requirement of an activity's item; a review given before it falls."""
        seen = self._desk(plan)
        if not isinstance(seen, Desk):
            return seen
        day = effective_on or seen.today
        against = evidence_objections(
            work(seen.checklist, seen.state.plan), activity, requirement, content, actor
        )
        if day > seen.today:
            against = ("future_date", *against)
        if against:
            return Refused(tuple(map(Against, against)))
        evidence = evidence_edit(activity, requirement, file_name, content, self._files.put(content), day)
        return self._write(plan, (evidence, *review_falls(seen.state, activity)), actor, day, why, {})

    def _desk(self, plan: str) -> Desk | Missing | Broken:
        state = self._store.state(plan)
        if state is None:
            return Missing(plan)
        checklist = self.library.checklist(state.plan.settings.checklist)
        if isinstance(checklist, tuple):
            return Broken(state.plan.settings.checklist, checklist)
        return Desk(state, checklist, self.today(state.plan.settings.zone))

    def file(self, sha256: str) -> bytes | None:
        """Bytes of an evidence file; None where it is missing."""
        return self._files.read(sha256)

    def history(
        self, plan: str, kind: SubjectKind | None = None, subject: str | None = None, limit: int | None = None
    ) -> tuple[Entry, ...]:
        """Record entries of a plan, newest first."""
        return self._store.entries(plan, kind=kind, subject=subject, limit=limit, newest_first=True)

    def _change(
        self,
        plan: str,
        changes: Sequence[Change],
        actor: str,
        effective_on: date | None,
        why: str,
        seen: Mapping[tuple[SubjectKind, str], int] | None = None,
        first: int | None = None,
    ) -> Outcome:
        """``first`` is the revision seen of what the first change is about."""
        desk = self._desk(plan)
        if not isinstance(desk, Desk):
            return desk
        day = effective_on or desk.today
        found = judged(changes, desk.checklist, desk.state, actor, day, desk.today)
        if found.against:
            return Refused(found.against, found.position)
        if first is not None:
            seen = {(found.edits[0].kind, found.edits[0].subject): first}
        return self._write(plan, found.edits, actor, day, why, seen or {})

    def _write(
        self,
        plan: str,
        wanted: Sequence[Edit],
        actor: str,
        day: date,
        why: str,
        seen: Mapping[tuple[SubjectKind, str], int],
    ) -> Outcome:
        keys = dict.fromkeys((e.kind, e.subject) for e in wanted)
        earlier = (self._store.entries(plan, kind=kind, subject=subject) for kind, subject in keys)
        day = max([day, *(entry.effective_on for entries in earlier for entry in entries)])
        drafts = [
            Draft(e.kind, e.subject, e.after, 0 if e.new else seen.get((e.kind, e.subject))) for e in wanted
        ]
        return self._store.write(plan, drafts, actor=actor, effective_on=day, why=why)
