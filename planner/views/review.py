"""What waits for a second person, what was returned or lapsed, and since when: the queue of Verifikasi.

The record alone says since when something waits: what stands of an activity is followed entry by entry, and
the last entry by which it came to stand as it does is the one that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from planner.domain.activities import Activity, Work
from planner.domain.readiness import NOTHING_DONE, Lack, Readiness
from planner.domain.state import Entry, Evidence, Progress, Review, State
from planner.domain.verification import contributors, fingerprint, given, lapsed

Waits = Literal["accept", "returned", "lapsed"]
WAITS_FOR: Final[Mapping[Lack, Waits]] = {
    "lapsed": "lapsed",
    "returned": "returned",
    "not_accepted": "accept",
}
PAGE: Final = 50
"""Rows drawn at once."""


@dataclass(frozen=True, slots=True)
class Story:
    """How an activity came to stand as it does, by its record.

    ``since`` is the entry by which it came to; ``word`` the last one in which somebody decided, and
    ``changed`` the entries that changed what had been decided upon.
    """

    since: Entry | None = None
    word: Entry | None = None
    changed: tuple[Entry, ...] = ()

    @property
    def review(self) -> Review | None:
        """The decision that was taken last, whether or not it still stands."""
        return None if self.word is None else Review.model_validate(self.word.after["review"])


@dataclass(frozen=True, slots=True)
class Reviewable:
    """Finished work that lacks a standing acceptance, and what it ``waits`` for.

    ``of`` is the hash of what is to be decided upon, ``by`` who called it done, ``doers`` those who may not
    decide, ``files`` how many there are, ``missing`` the required documents that are not there.
    """

    activity: Activity
    waits: Waits
    of: str
    by: str
    doers: frozenset[str]
    files: int
    missing: tuple[str, ...]
    story: Story

    @property
    def since(self) -> date:
        """The day from which it stands as it does."""
        return date.min if self.story.since is None else self.story.since.effective_on


def queue(work: Work, state: State, readiness: Readiness, entries: Iterable[Entry]) -> tuple[Reviewable, ...]:
    """All finished work that lacks a standing acceptance, oldest first; ``entries`` are the plan's record."""
    lines = _lines(state, entries)
    found = []
    for activity in work.activities.values():
        standing = readiness.activities[activity.id]
        waits = _waits(standing.lacks)
        if standing.standing != "submitted" or waits is None:
            continue
        progress = state.progress.get(activity.id, NOTHING_DONE)
        files = given(state, activity.id)
        found.append(
            Reviewable(
                activity=activity,
                waits=waits,
                of=fingerprint(progress, files),
                by=progress.submitted_by or "",
                doers=contributors(progress, files),
                files=len(files),
                missing=standing.missing,
                story=story(lines.get(activity.id, ())),
            )
        )
    return tuple(sorted(found, key=lambda row: (row.since, row.activity.id)))


def _waits(lacks: Sequence[Lack]) -> Waits | None:
    return next((waits for lack, waits in WAITS_FOR.items() if lack in lacks), None)


def _lines(state: State, entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """The entries about the work and the files of every activity."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "activity":
            found.setdefault(entry.subject, []).append(entry)
        elif entry.kind == "evidence" and entry.subject in state.evidence:
            found.setdefault(state.evidence[entry.subject].activity, []).append(entry)
    return found


def story(entries: Iterable[Entry]) -> Story:
    """The story that the entries about one activity and its files tell, in any order."""
    work: dict[str, Any] = {}
    files: dict[str, dict[str, Any]] = {}
    stood, print_before = "", ""
    found = Story()
    for entry in sorted(entries, key=lambda e: (e.effective_on, e.number)):
        of = work if entry.kind == "activity" else files.setdefault(entry.subject, {})
        of.update(entry.after)
        progress = Progress.model_validate(work)
        kept = [Evidence.model_validate(fields) for fields in files.values()]
        now, stands = fingerprint(progress, kept), _stands(progress, kept)
        decided = entry.kind == "activity" and entry.after.get("review") is not None
        if decided:
            found = Story(found.since, entry)
        elif now != print_before and found.word is not None:
            found = Story(found.since, found.word, (*found.changed, entry))
        if stands != stood:
            found = Story(entry, found.word, found.changed)
        stood, print_before = stands, now
    return found


def _stands(progress: Progress, files: Sequence[Evidence]) -> str:
    if progress.status != "done":
        return "open"
    review = progress.review
    if review is None:
        return "accept"
    if lapsed(progress, files):
        return "lapsed" if review.decision == "accepted" else "accept"
    return review.decision


def narrowed(
    rows: Iterable[Reviewable], stage: str | None = None, agency: str | None = None
) -> tuple[Reviewable, ...]:
    """The rows of a stage and of an agency, by their ids; None: of any."""
    return tuple(
        row for row in rows if stage in (None, row.activity.stage) and agency in (None, row.activity.agency)
    )


def page(rows: Sequence[Reviewable], number: int) -> tuple[int, Sequence[Reviewable]]:
    """One page of the rows and its number from 1; the nearest one where there is none of that number."""
    last = max(1, -(-len(rows) // PAGE))
    shown = min(max(number, 1), last)
    return shown, rows[(shown - 1) * PAGE : shown * PAGE]


def bounds(number: int, total: int) -> tuple[int, int]:
    """Which rows of ``total`` a page shows: the first and the last, counted from 1."""
    return (number - 1) * PAGE + 1, min(number * PAGE, total)


def acceptable(rows: Iterable[Reviewable]) -> tuple[str, ...]:
    """The activities that would be met once they are accepted."""
    return tuple(row.activity.id for row in rows if row.waits == "accept" and not row.missing)
