"""Who works together on an activity, whom a comment means, and what waits for whom.

Why an activity that only waits for a second person's word is no longer to be done by anybody: whoever did it
can do nothing about it, and would be called late for the delay of others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from planner.domain.activities import Work
from planner.domain.advice import Action
from planner.domain.checklist import Checklist
from planner.domain.people import Person, may
from planner.domain.readiness import SETTLED, ActivityStanding, Lack, Readiness
from planner.domain.state import Assignment, Entry, State

_MENTION = re.compile(r"(?<![\w@.-])@([A-Za-z0-9][A-Za-z0-9._-]*)")
OF_A_SECOND_PERSON: Final[frozenset[Lack]] = frozenset({"not_accepted"})
SENT_BACK: Final[frozenset[Lack]] = frozenset({"returned", "lapsed"})
UNASSIGNED: Final = Assignment()


def people(work: Work, state: State, activity: str, shut_out: Collection[str] = ()) -> Mapping[str, str]:
    """Those who can take part in an activity of ``work``, each by id with a name.

    People with accounts are the members of the plan, of whom only those who may speak of the activity can do
    it or answer, and nobody whose account lets them in no more (``shut_out``, by id). Without any member, as
    in local mode, people work as the roles that the checklist holds responsible; their names are empty here,
    since the checklist has them.
    """
    members = {person: member for person, member in state.members.items() if member.active}
    if not members:
        return {a.item.responsible: "" for a in work.activities.values()}
    agency = work.activities[activity].agency
    return {
        person: member.name
        for person, member in members.items()
        if person not in shut_out and may(Person(person), "comment", member, agency=agency)
    }


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text; ``person`` is whom it means, by id, where it is a mention."""

    text: str
    person: str | None = None


def pieces(text: str, known: Collection[str]) -> tuple[Piece, ...]:
    """A text in order, its mentions (``@id``) apart; ``known`` are the ids there are, in small letters."""
    found: list[Piece] = []
    at = 0
    for hit in _MENTION.finditer(text):
        name = hit[0].rstrip("._-")
        if name[1:].casefold() in known:
            found += [Piece(text[at : hit.start()]), Piece(name, name[1:].casefold())]
            at = hit.start() + len(name)
    return tuple(piece for piece in (*found, Piece(text[at:])) if piece.text)


def mentioned(text: str, known: Collection[str]) -> tuple[str, ...]:
    """The people whom a text means by ``@id``, each once, in order; ``known`` are the ids there are."""
    return tuple(dict.fromkeys(piece.person for piece in pieces(text, known) if piece.person is not None))


def written(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Ids of the comments that a record tells of, in the order in which they were written."""
    first = (e for e in entries if e.kind == "comment" and e.revision == 1)
    return tuple(e.subject for e in sorted(first, key=lambda e: e.number))


def owed(standing: ActivityStanding) -> bool:
    """True while an activity lacks more than a second person's word."""
    return standing.standing not in SETTLED and not OF_A_SECOND_PERSON.issuperset(standing.lacks)


def overdue(assignment: Assignment, standing: ActivityStanding, day: date) -> bool:
    """True where what was to be done by a day before ``day`` is still owed."""
    return assignment.due is not None and assignment.due < day and owed(standing)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a person: activities by id, and ``mentions``, comments by id.

    ``assigned`` is theirs to do; ``returned`` is what they called done and a second person gave back, or what
    was accepted and then changed; ``late`` are those of both that are overdue.
    """

    assigned: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    late: frozenset[str] = frozenset()


def waiting_for(
    person: str, work: Work, state: State, readiness: Readiness, day: date, comments: Sequence[str]
) -> Waiting:
    """What waits for the person of that id on ``day``; ``comments`` by id in the order of writing.

    Sorted by the day they are due, those without one last. What was returned is not told as assigned again.
    """
    known = readiness.activities

    def soonest(activity: str) -> tuple[bool, date]:
        due = state.assignments.get(activity, UNASSIGNED).due
        return due is None, due or day

    returned = {
        activity
        for activity, progress in state.progress.items()
        if progress.submitted_by == person
        and activity in known
        and not SENT_BACK.isdisjoint(known[activity].lacks)
    }
    assigned = {
        activity
        for activity, assignment in state.assignments.items()
        if assignment.person == person and activity in known and owed(known[activity])
    } - returned
    late = {
        activity
        for activity in assigned | returned
        if overdue(state.assignments.get(activity, UNASSIGNED), known[activity], day)
    }
    in_order = tuple(a for a in work.activities if a in assigned | returned)
    return Waiting(
        assigned=tuple(sorted((a for a in in_order if a in assigned), key=soonest)),
        returned=tuple(sorted((a for a in in_order if a in returned), key=soonest)),
        mentions=_unanswered(person, work, state, comments),
        late=frozenset(late),
    )


def _unanswered(person: str, work: Work, state: State, comments: Sequence[str]) -> tuple[str, ...]:
    """The last comment on each activity that means a person who was silent there since, oldest first."""
    found: list[str] = []
    settled: set[str] = set()
    for comment in reversed(comments):
        said = state.comments.get(comment)
        if said is None or said.removed or said.activity in settled or said.activity not in work.activities:
            continue
        if said.by == person:
            settled.add(said.activity)
        elif mentioned(said.text, {person}):
            settled.add(said.activity)
            found.append(comment)
    return tuple(reversed(found))


def to_accept(person: str, checklist: Checklist, *, able: bool) -> bool:
    """Whether it is a person's turn to accept what others did; ``able``: their rights allow it.

    Why apart from rights: in local mode whoever works has all of them, and still only the role that the
    checklist names for it is told what waits to be accepted.
    """
    return person == checklist.head.verifier if person in checklist.roles else able


def own_steps(
    actions: Iterable[Action],
    work: Work,
    person: str,
    roles: Collection[str],
    may_work: Callable[[str | None], bool],
    told: Collection[str] = (),
) -> tuple[Action, ...]:
    """The next steps that are a person's to take, most pressing first.

    Left out is what is ``told`` apart: accepting, and those activities.

    One who works as a role (its id among ``roles``) has the steps of that role; one with an account those of
    activities that ``may_work`` allows, asked with the activity's agency (None: no single one).
    """
    steps = (action for action in actions if action.step != "accept" and not {*action.activities} <= {*told})
    if person in roles:
        return tuple(action for action in steps if action.role == person)
    agencies = {a.agency for a in work.activities.values()}
    allowed = {agency for agency in agencies if may_work(agency)}
    own = (
        replace(
            action, activities=tuple(a for a in action.activities if work.activities[a].agency in allowed)
        )
        for action in steps
    )
    return tuple(action for action in own if action.activities)
