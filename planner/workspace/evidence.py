"""A file that proves an activity: what speaks against keeping it, and what the record says of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final
from uuid import uuid4

from planner.domain.activities import Work
from planner.domain.changes import Against, Edit
from planner.domain.state import Evidence
from planner.launch import UPLOAD_MEGABYTES, NotStartedError, upload_megabytes
from planner.storage.problems import StorageProblem
from planner.workspace.contents import Kind, clean_name, judged, named

MEBI: Final = 1024**2
MOST_BYTES: Final = UPLOAD_MEGABYTES * MEBI
"""Largest file where the installation says nothing else."""


def upload_limit(env: Mapping[str, str]) -> int:
    """Bytes of the largest file that is taken in this installation. Raises StorageProblem."""
    try:
        return upload_megabytes(env) * MEBI
    except NotStartedError as problem:
        raise StorageProblem(str(problem)) from None


def evidence_edits(
    activity: str,
    requirement: str,
    file_name: str,
    content: bytes,
    sha256: str,
    day: date,
    by: str,
    *,
    subject: str | None = None,
    replaces: str | None = None,
) -> tuple[Edit, ...]:
    """The record's words for a file given on ``day`` ``by`` someone; ``subject`` is its id (None: new).

    Its kind and the ending of its name follow from the bytes. The file that it ``replaces`` no longer counts.

    Raises:
        ValueError: the bytes are of no kind that is taken.
    """
    kind = judged(content, file_name)
    if not isinstance(kind, Kind):
        raise ValueError(f"{file_name}: {kind}")
    fields = {
        "activity": activity,
        "requirement": requirement,
        "file_name": named(file_name, kind),
        "sha256": sha256,
        "size": len(content),
        "media_type": kind.media_type,
        "attached_on": day.isoformat(),
        "by": by,
    }
    given = Edit("evidence", subject or uuid4().hex, fields)
    if replaces is None:
        return (given,)
    newer = Edit("evidence", given.subject, fields | {"replaces": replaces})
    return (newer, Edit("evidence", replaces, {"removed": True}))


def evidence_objections(
    work: Work,
    known: Mapping[str, Evidence],
    activity: str,
    requirement: str,
    file_name: str,
    content: bytes,
    actor: str,
    *,
    most_bytes: int = MOST_BYTES,
    replaces: str | None = None,
) -> tuple[Against, ...]:
    """What speaks against keeping a file for a requirement of an activity's item, beside ``known`` files.

    A file is only held against its kind where it is neither empty nor too large to be looked at.
    """
    found = work.activities.get(activity)
    if found is None:
        return (Against("unknown_activity"),)
    against = []
    if found.stand_in:
        against.append(Against("no_agency"))
    if requirement not in {r.id for r in found.item.evidence}:
        against.append(Against("unknown_requirement"))
    here = {
        key: e
        for key, e in known.items()
        if (e.activity, e.requirement, e.removed) == (activity, requirement, False)
    }
    if replaces is not None and replaces not in here:
        against.append(Against("unknown_evidence"))
    against += _against_content(file_name, content, most_bytes)
    if any(e.size == len(content) and e.sha256 == hashlib.sha256(content).hexdigest() for e in here.values()):
        against.append(Against("already_attached", clean_name(file_name)))
    if not actor.strip():
        against.append(Against("actor_needed"))
    return tuple(against)


def _against_content(file_name: str, content: bytes, most_bytes: int) -> Iterator[Against]:
    if not content:
        yield Against("empty_file")
    elif len(content) > most_bytes:
        yield Against("too_large", f"{most_bytes // MEBI} MB")
    else:
        kind = judged(content, file_name)
        if not isinstance(kind, Kind):
            yield Against(kind, clean_name(file_name))
