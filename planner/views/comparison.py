"""Two versions of one subject side by side: what somebody else stored first, and what a person typed.

Only what differs is told: where the person's own change meets another value, and where the other one changed
what the person left alone. The latter is never written over, whatever the person chooses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.domain.checklist import Frozen
from planner.domain.state import SubjectKind
from planner.views import comparison_words, labels
from planner.views.journal_values import activity_told, nothing, value


@dataclass(frozen=True, slots=True)
class Line:
    """One field as the screen calls it, what is stored of it now, and what the person made of it."""

    field: str
    stored: str
    mine: str


def named(kind: SubjectKind, subject: str, known: Mapping[str, str]) -> str:
    """A subject in the middle of a sentence: ``instansi Polres``; a plan needs no name."""
    word = labels.SUBJECT[kind].lower()
    if kind == "plan":
        return word
    name = activity_told(subject, known) if kind == "planning" else known.get(subject, subject)
    return f"{word} {name}"


def compared(
    kind: SubjectKind,
    before: Mapping[str, Any],
    mine: Mapping[str, Any],
    current: Mapping[str, Any],
    known: Mapping[str, str],
) -> tuple[Line, ...]:
    """The fields in which two versions differ, in the order of the form.

    ``before`` is what the person's fields were filled from, ``mine`` what they changed of it, ``current``
    what is stored now; ``known`` are readable names by the ids that values hold.
    """
    lines = []
    for field in dict.fromkeys((*before, *mine)):
        stands, touched = _json(current.get(field)), field in mine
        wanted = _json(mine[field] if touched else before[field])
        if not _same(wanted, stands):
            told = value(kind, field, wanted, known) if touched else comparison_words.UNTOUCHED
            name = labels.FIELD[kind].get(field, labels.OTHER_FIELD)
            lines.append(Line(name, value(kind, field, stands, known), told))
    return tuple(lines)


def _same(one: Any, other: Any) -> bool:
    return one == other or (nothing(one) and nothing(other))


def _json(raw: Any) -> Any:
    """A value of a field as the record keeps it."""
    if isinstance(raw, date):
        return raw.isoformat()
    if isinstance(raw, Frozen):
        return raw.model_dump(mode="json")
    if isinstance(raw, tuple | list):
        return [_json(one) for one in raw]
    return raw
