"""What a person may see and change of a plan, asked before anything is read or written.

The rule is ``domain/people.py``; here it is held against the plan as it stands now. Whoever may see only
their own agency gets a snapshot and a record in which nothing else is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from planner.domain.activities import Work, gate_milestone
from planner.domain.advice import Action as NextAction
from planner.domain.changes import Against, AssignmentChange, Change
from planner.domain.changes.needs import agency_of, concerned, needed
from planner.domain.foreseen import foreseen
from planner.domain.limits import limit_of, tightest
from planner.domain.people import Action, Grant, Person, grant, may, member_of
from planner.domain.readiness import Readiness, planned_share, readiness
from planner.domain.schedule import Schedule
from planner.domain.state import Entry, State
from planner.domain.target import TargetDates
from planner.workspace.outcome import Refused
from planner.workspace.snapshot import Snapshot, Version

NOT_ALLOWED = Refused((Against("not_allowed"),))


def granted(person: Person, action: Action, state: State) -> Grant | None:
    """How far an action is a person's in a plan as it stands."""
    member = member_of(person, state.plan.id, state.members)
    return grant(person, action, member, state.plan.settings.regency)


def allowed(person: Person, action: Action, state: State, agency: str | None = None) -> bool:
    """Whether a person may do something in a plan that concerns ``agency`` (None: no single agency)."""
    member = member_of(person, state.plan.id, state.members)
    return may(person, action, member, state.plan.settings.regency, agency)


def limit(person: Person, state: State) -> str | None:
    """The one agency that a person sees of a plan; None for those who see all of it."""
    member = member_of(person, state.plan.id, state.members)
    own = grant(person, "see", member, state.plan.settings.regency) == "own"
    return member.agency if own and member is not None else None


def acts_as(person: Person, actor: str) -> bool:
    """Whether a person may write under this name: only the one of local mode has several."""
    return person.everyone or actor == person.id


def forbidden(person: Person, actor: str, changes: Sequence[Change], state: State) -> Refused | None:
    """The refusal of the first change that is not the person's to make; None where all are."""
    if not acts_as(person, actor):
        return NOT_ALLOWED
    for position, change in enumerate(changes):
        action = needed(change)
        if not all(allowed(person, action, state, agency) for agency in concerned(change, state)):
            return replace(NOT_ALLOWED, position=position)
    return None


def unreachable(changes: Sequence[Change], shut_out: Collection[str]) -> Refused | None:
    """The refusal of the first change that gives work to somebody whose account lets nobody in any more."""
    for position, change in enumerate(changes):
        if isinstance(change, AssignmentChange) and change.person in shut_out:
            return Refused((Against("person_shut_out"),), position)
    return None


def marked(version: Version, agency: str | None) -> Version:
    """A version of a plan of which only one agency is seen; unlike that of the whole plan."""
    number, day, marks = version
    return version if agency is None else (number, day, (*marks, (f"agency:{agency}", 0, 0)))


def narrowed(seen: Snapshot, agency: str) -> Snapshot:
    """A plan with nothing in it but what concerns one agency; only dates of the whole plan stay as they are.

    Readiness and what is to be done next are that agency's own. A gate holds what the agency owes it, and is
    passed only where the whole plan passed it; the opening stays known. The version is ``marked`` already.
    """
    state = _state(seen.state, agency)
    mine = {i: a for i, a in seen.work.activities.items() if a.agency == agency}
    gates = {gate: tuple(m for m in members if m in mine) for gate, members in seen.work.gates.items()}
    known = {*mine, *map(gate_milestone, gates)}
    links = tuple(k for k in seen.work.links if {k.predecessor, k.successor} <= known)
    work = Work(mine, gates, links, seen.work.launch)
    finish = foreseen(seen.work, seen.state.plan, seen.days_off).finish
    return replace(
        seen,
        state=state,
        work=work,
        readiness=_readiness(seen, work, state),
        schedule=_schedule(seen.schedule, known | {seen.work.launch}),
        target=None if seen.target is None else _target(seen.target, mine, agency),
        planned=planned_share(work, finish, seen.day),
        actions=tuple(own for action in seen.actions if (own := _action(action, mine, seen))),
    )


def _readiness(seen: Snapshot, work: Work, state: State) -> Readiness:
    whole, own = seen.readiness, readiness(seen.checklist, work, state)
    gates = tuple(
        replace(gate, passed=of_all.passed, behind=of_all.behind)
        for gate, of_all in zip(own.gates, whole.gates, strict=True)
    )
    return replace(own, gates=gates, opened_on=whole.opened_on)


def _schedule(whole: Schedule, known: Collection[str]) -> Schedule:
    """The dates of what is ``known``: activities, gates and the launch."""
    return replace(
        whole,
        dates={i: d for i, d in whole.dates.items() if i in known},
        critical_path=tuple(i for i in whole.critical_path if i in known),
        near_critical=tuple(i for i in whole.near_critical if i in known),
        driving=tuple(d for d in whole.driving if d.predecessor in known and d.successor in known),
        funded={i: f for i, f in whole.funded.items() if i in known},
        out_of_sequence=tuple(pair for pair in whole.out_of_sequence if set(pair) <= set(known)),
    )


def _target(whole: TargetDates, mine: Collection[str], agency: str) -> TargetDates:
    return TargetDates(
        whole.target,
        {i: dates for i, dates in whole.activities.items() if i in mine},
        tuple(one for one in whole.agencies if one.agency == agency),
    )


def _action(action: NextAction, mine: Collection[str], whole: Snapshot) -> NextAction | None:
    """What of an action is one agency's, as pressing as that agency's own dates make it."""
    own = tuple(i for i in action.activities if i in mine)
    limits = [limit_of(i, whole.readiness, whole.schedule, whole.target) for i in own]
    if not own:
        return None
    return replace(
        action,
        activities=own,
        critical=any(whole.schedule.dates[i].critical for i in own),
        limit=tightest(limit for limit in limits if limit is not None),
    )


def _state(state: State, agency: str) -> State:
    plan = state.plan

    def own(activity: str) -> bool:
        return agency_of(activity) == agency

    return state.model_copy(
        update={
            "plan": plan.model_copy(
                update={
                    "settings": plan.settings.model_copy(update={"baseline": None}),
                    "agencies": {k: a for k, a in plan.agencies.items() if k == agency},
                    "planning": {k: p for k, p in plan.planning.items() if own(k)},
                    "baselines": {},
                    "services": {k: s for k, s in plan.services.items() if s.agency == agency},
                    "seats": {k: s for k, s in plan.seats.items() if s.agency == agency},
                }
            ),
            "progress": {k: p for k, p in state.progress.items() if own(k)},
            "evidence": {k: e for k, e in state.evidence.items() if own(e.activity)},
            "members": {k: m for k, m in state.members.items() if m.agency in (None, agency)},
            "assignments": {k: a for k, a in state.assignments.items() if own(k)},
            "comments": {k: c for k, c in state.comments.items() if own(c.activity)},
            "revisions": {
                (kind, subject): revision
                for (kind, subject), revision in state.revisions.items()
                if kind == "plan" or _of_agency(kind, subject, agency, state)
            },
        }
    )


def concerns(entry: Entry, agency: str, state: State) -> bool:
    """Whether an entry of the record is about one agency: its work, its services, its place."""
    return _of_agency(entry.kind, entry.subject, agency, state)


def _of_agency(kind: str, subject: str, agency: str, state: State) -> bool:
    match kind:
        case "activity" | "planning" | "assignment":
            return agency_of(subject) == agency
        case "comment":
            return agency_of(subject.partition("~")[0]) == agency
        case "evidence":
            known = state.evidence.get(subject)
            return known is not None and agency_of(known.activity) == agency
        case "agency":
            return subject == agency
        case "service":
            return subject.partition(".")[0] == agency
        case "seat":
            return subject.split(".")[-1] == agency
        case _:
            return False
