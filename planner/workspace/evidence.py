"""A file that proves an activity: what speaks against keeping it, and what the record says of it."""

from __future__ import annotations

import mimetypes
import re
from datetime import date
from pathlib import PurePath
from uuid import uuid4

from planner.domain.activities import Work
from planner.domain.changes import Edit, Objection


def evidence_edit(
    activity: str,
    requirement: str,
    file_name: str,
    content: bytes,
    sha256: str,
    day: date,
    by: str,
    subject: str | None = None,
) -> Edit:
    """The record's words for a file given on ``day`` ``by`` someone; ``subject`` is its id (None: new)."""
    name = clean_name(file_name)
    fields = {
        "activity": activity,
        "requirement": requirement,
        "file_name": name,
        "sha256": sha256,
        "size": len(content),
        "media_type": mimetypes.guess_type(name)[0] or "application/octet-stream",
        "attached_on": day.isoformat(),
        "by": by,
    }
    return Edit("evidence", subject or uuid4().hex, fields)


def clean_name(file_name: str) -> str:
    """A file's own name without folders or control characters, at most 200 characters."""
    name = re.sub(r"[\x00-\x1f\x7f]", "", PurePath(file_name.replace("\\", "/")).name).strip()
    return (name or "berkas")[-200:]


def evidence_objections(
    work: Work, activity: str, requirement: str, content: bytes, actor: str
) -> tuple[Objection, ...]:
    """What speaks against keeping a file for a requirement of an activity's item."""
    known = work.activities.get(activity)
    if known is None:
        return ("unknown_activity",)
    found: list[Objection] = []
    if known.stand_in:
        found.append("no_agency")
    if requirement not in {r.id for r in known.item.evidence}:
        found.append("unknown_requirement")
    if not content:
        found.append("empty_file")
    if not actor.strip():
        found.append("actor_needed")
    return tuple(found)
