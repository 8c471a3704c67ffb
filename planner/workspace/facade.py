"""The one door between what people wrote and did, and the pages and commands that show it.

``snapshot`` gives everything about a plan on a day, ``tried`` as it would stand after changes not written;
``record`` writes a change or says why not, ``record_all`` several or none; ``freeze`` keeps the dates of a
plan; ``attach`` adds a file; ``history`` lists the record. Errors are values. ``visited_by`` gives the same
workspace to a person, who sees and changes what is theirs; without, it serves whoever has the machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from planner.catalog.demo import DemoPlan
from planner.domain.activities import work
from planner.domain.changes import Against, Change, Edit, judged, review_falls
from planner.domain.changes.against import LONGEST_WHY
from planner.domain.changes.needs import agency_of
from planner.domain.checklist import Checklist
from planner.domain.people import grant
from planner.domain.plan import PlanSettings
from planner.domain.state import SubjectKind
from planner.storage.store import Draft
from planner.workspace import access
from planner.workspace.beginning import plan_objections
from planner.workspace.demo import load_demo_plan
from planner.workspace.evidence import MOST_BYTES, evidence_edits, evidence_objections
from planner.workspace.outcome import Outcome, Refused
from planner.workspace.reading import Desk, Reading
from planner.workspace.scratch import frozen, tried
from planner.workspace.snapshot import Snapshot


class Workspace(Reading):
    """Plans, their record and their evidence, over one database and one folder of checklists."""

    most_bytes: int = MOST_BYTES
    """Size of the largest file that is taken as evidence."""

    def create(
        self, plan: str, settings: PlanSettings, *, actor: str, effective_on: date | None = None
    ) -> Outcome:
        """A new plan, which begins on ``effective_on`` (default: today).

        Refused where the id is taken, the regency unknown, the target before the start or the day to come.
        """
        if not (access.acts_as(self._person, actor) and grant(self._person, "create")):
            return access.NOT_ALLOWED
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
        if not self._person.everyone:
            return loaded
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

    def freeze(
        self, plan: str, name: str, *, actor: str, seen_revision: int | None = None, why: str = ""
    ) -> Outcome:
        """Keep today's dates of a plan as a baseline of that name, which becomes the current one.

        ``seen_revision`` is the revision of the plan's settings, which say what the current one is.
        """
        seen = self.snapshot(plan)
        if not isinstance(seen, Snapshot):
            return seen
        known: dict[tuple[SubjectKind, str], int] = (
            {} if seen_revision is None else {("plan", plan): seen_revision}
        )
        return self.record_all(plan, [frozen(seen, name)], actor=actor, seen=known, why=why)

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
        replaces: str | None = None,
        seen_revision: int | None = None,
        effective_on: date | None = None,
        why: str = "",
    ) -> Outcome:
        """Keep a file as evidence for a requirement of an activity's item; a review given before it falls.

        ``replaces`` is the id of a file that this one is a newer version of, of which the person had seen
        ``seen_revision``; it stays in the record and no longer counts. Raises StorageProblem where the file
        cannot be kept.
        """
        seen = self._desk(plan)
        if not isinstance(seen, Desk):
            return seen
        own = access.acts_as(self._person, actor)
        if not (own and access.allowed(self._person, "work", seen.state, agency_of(activity))):
            return access.NOT_ALLOWED
        day = effective_on or seen.today
        against = evidence_objections(
            work(seen.checklist, seen.state.plan),
            seen.state.evidence,
            activity,
            requirement,
            file_name,
            content,
            actor,
            most_bytes=self.most_bytes,
            replaces=replaces,
        )
        if day > seen.today:
            against = (Against("future_date"), *against)
        if against:
            return Refused(against)
        digest = self._files.put(content)
        given = evidence_edits(
            activity, requirement, file_name, content, digest, day, actor, replaces=replaces
        )
        known: dict[tuple[SubjectKind, str], int] = (
            {} if replaces is None or seen_revision is None else {("evidence", replaces): seen_revision}
        )
        return self._write(plan, (*given, *review_falls(seen.state, activity)), actor, day, why, known)

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
        refused = access.forbidden(self._person, actor, changes, desk.state)
        refused = refused or access.unreachable(changes, self.shut_out())
        if refused is not None:
            return refused
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
        if len(why) > LONGEST_WHY:
            return Refused((Against("why_too_long", str(LONGEST_WHY)),))
        keys = dict.fromkeys((e.kind, e.subject) for e in wanted)
        earlier = (self._store.entries(plan, kind=kind, subject=subject) for kind, subject in keys)
        day = max([day, *(entry.effective_on for entries in earlier for entry in entries)])
        drafts = [
            Draft(e.kind, e.subject, e.after, 0 if e.new else seen.get((e.kind, e.subject))) for e in wanted
        ]
        return self._store.write(plan, drafts, actor=actor, effective_on=day, why=why)
