"""What waits for somebody, as rows that lead to the items; and an assignment in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from planner.domain.advice import Action
from planner.domain.checklist import Checklist
from planner.domain.readiness import NOTHING_DONE, SETTLED, ActivityStanding, Readiness
from planner.domain.state import Assignment, Entry, State
from planner.domain.teamwork import UNASSIGNED, Waiting, overdue, owed
from planner.views import comments, formats, journal, labels, sentences, summary, target, tasks_words

FACTS: Final = ("due", "state", "quote")
STEP_FACTS: Final = ("move", "due", "holds")
NOTHING: Final = Waiting()
QUOTED: Final = 160

Row = Mapping[str, str]


def tasks_sentence(waiting: Waiting, reviews: int = 0) -> str:
    """Tugas saya: how much waits for the person, and how much of it is overdue; ``reviews``: to accept."""
    count = len(waiting.assigned) + len(waiting.returned) + len(waiting.mentions) + reviews
    if not count:
        return tasks_words.NOTHING_WAITS
    late = len(waiting.late)
    sentence = tasks_words.WAITING_LATE if late else tasks_words.WAITING
    return sentence.format(count=formats.number(count), late=formats.number(late))


def assigned_rows(
    waiting: Waiting, state: State, readiness: Readiness, day: date, known: Mapping[str, str]
) -> list[Row]:
    """What a person is to do: when it is due and what it lacks."""
    return [
        {
            "id": activity,
            "title": known[activity],
            "due": due(state, readiness, activity, day),
            "state": tasks_words.LACKS.format(lacks=sentences.lacking(readiness.activities[activity])),
            "quote": "",
            "strong": "due" if activity in waiting.late else "",
        }
        for activity in waiting.assigned
    ]


def returned_rows(
    waiting: Waiting, state: State, readiness: Readiness, day: date, known: Mapping[str, str]
) -> list[Row]:
    """What came back to whoever called it done: from whom and why, or that it changed since."""
    return [
        {
            "id": activity,
            "title": known[activity],
            "due": due(state, readiness, activity, day),
            "state": _came_back(state, readiness.activities[activity], known),
            "quote": "",
            "strong": "due" if activity in waiting.late else "",
        }
        for activity in waiting.returned
    ]


def _came_back(state: State, standing: ActivityStanding, known: Mapping[str, str]) -> str:
    review = state.progress.get(standing.activity, NOTHING_DONE).review
    if review is None or review.decision == "accepted":
        return tasks_words.LAPSED
    return tasks_words.RETURNED.format(who=journal.who(review.by, known), reason=review.reason)


def mention_rows(
    waiting: Waiting, checklist: Checklist, state: State, entries: Iterable[Entry], known: Mapping[str, str]
) -> list[Row]:
    """Comments that wait for a person's answer: where, from whom, when and how they begin."""
    people = comments.everybody(checklist, state)
    zone = state.plan.settings.zone
    moments = {e.subject: formats.moment(e.recorded_at, zone) for e in entries if e.revision == 1}
    return [
        {
            "id": said.activity,
            "title": known[said.activity],
            "due": "",
            "state": tasks_words.SAID.format(who=journal.who(said.by, known), when=moments[comment]),
            "quote": labels.QUOTED.format(title=_beginning(comments.spoken(said.text, known, people))),
        }
        for comment in waiting.mentions
        for said in (state.comments[comment],)
    ]


def _beginning(text: str) -> str:
    """The first words of a text, cut at a space."""
    told = " ".join(text.split())
    return told if len(told) <= QUOTED else f"{told[:QUOTED].rpartition(' ')[0]} …"


def step_rows(
    checklist: Checklist, state: State, steps: Sequence[Action], known: Mapping[str, str], most: int = 5
) -> list[Row]:
    """The first steps that a person can take, and how many more there are."""
    rows: list[Row] = [
        {
            "id": step.activities[0],
            "title": known[step.item] if len(step.activities) > 1 else known[step.activities[0]],
            "move": summary.move(checklist, state, step),
            "due": target.due(step.limit),
            "holds": target.pressing(step.critical, step.limit),
        }
        for step in steps[:most]
    ]
    if len(steps) > most:
        told = tasks_words.MORE.format(count=formats.number(len(steps) - most))
        rows.append({"id": "", "title": told, "move": "", "due": "", "holds": ""})
    return rows


def reviews_told(count: int, oldest: str, since: date, day: date, known: Mapping[str, str]) -> str:
    """How many activities wait for a second person's word, and which has waited longest, since when."""
    sentence = tasks_words.REVIEW if count == 1 else tasks_words.REVIEWS
    return sentence.format(
        count=formats.number(count),
        title=known[oldest],
        day=formats.short_day(since),
        ago=formats.relative(since, day),
    )


def due(state: State, readiness: Readiness, activity: str, day: date) -> str:
    """When an activity is due as agreed with whoever does it; empty without a day, or where none is owed."""
    assignment, standing = state.assignments.get(activity, UNASSIGNED), readiness.activities[activity]
    return _due(assignment, standing, day, tasks_words.BY_IN)


def marked(known: Mapping[str, str], shut_out: Collection[str]) -> Mapping[str, str]:
    """Names by id, with a word beside those whose account lets nobody in any more."""
    mark = tasks_words.SHUT_OUT.format
    return {**known, **{f"member/{one}": mark(who=journal.who(one, known)) for one in shut_out}}


def assignment_told(
    assignment: Assignment, standing: ActivityStanding, day: date, known: Mapping[str, str]
) -> str:
    """Who is to do an activity and by when, in a few words; empty where neither is said or it is over."""
    if standing.standing in SETTLED:
        return ""
    person = assignment.person
    who = "" if person is None else tasks_words.ASSIGNED.format(who=journal.who(person, known))
    return ", ".join(filter(None, (who, _due(assignment, standing, day, tasks_words.BY))))


def _due(assignment: Assignment, standing: ActivityStanding, day: date, sentence: str) -> str:
    if assignment.due is None or not owed(standing):
        return ""
    told = formats.short_day(assignment.due)
    if overdue(assignment, standing, day):
        return tasks_words.LATE.format(count=formats.number((day - assignment.due).days), day=told)
    return sentence.format(day=told, relative=formats.relative(assignment.due, day))
