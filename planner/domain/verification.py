"""What a second person decides upon, as one hash, and whether a decision still stands.

A review is given for a status, its dates, its reason and the files that prove it. Their hash is kept with the
review; once anything of it is different, the review has lapsed by itself, whoever changed it and however.

Why the note, the remaining days and the plan's dates are left out: they are no proof, and no one decides
upon them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from planner.domain.state import Evidence, Progress, State


def fingerprint(progress: Progress, evidence: Iterable[Evidence]) -> str:
    """SHA-256 (64 hexadecimal digits) of what is to be decided upon, whatever the order of the files.

    ``evidence`` are the files of one activity; those that were withdrawn are no part of it.
    """
    files = sorted((e.requirement, e.sha256) for e in evidence if not e.removed)
    dates = [day and day.isoformat() for day in (progress.started_on, progress.finished_on)]
    told = [progress.status, *dates, progress.reason, files]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def given(state: State, activity: str) -> tuple[Evidence, ...]:
    """The files of one activity that were not withdrawn."""
    return tuple(e for e in state.evidence.values() if e.activity == activity and not e.removed)


def presented(state: State, activity: str) -> str:
    """The fingerprint of what stands of one activity now."""
    return fingerprint(state.progress.get(activity, Progress()), given(state, activity))


def contributors(progress: Progress, evidence: Iterable[Evidence]) -> frozenset[str]:
    """Who called an activity done or gave a file that counts for it: none of them may review it."""
    return frozenset({progress.submitted_by or "", *(e.by for e in evidence if not e.removed)} - {""})


def lapsed(progress: Progress, evidence: Iterable[Evidence]) -> bool:
    """True where a review was given for something else than what stands.

    A review from before decisions were bound to their content has no hash; it stands until it is undone.
    """
    review = progress.review
    return review is not None and bool(review.of) and review.of != fingerprint(progress, evidence)
