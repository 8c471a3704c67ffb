"""What a write asks for, what may come of it, and the rule by which it is decided; no database here.

A change is laid into the record on the day it took effect. What stands on that day and on every later day
must be a valid subject; what stands after the last of them is the present.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from planner.domain.state import MODELS, Entry, SubjectKind, fold
from planner.storage import problems

Key = tuple[SubjectKind, str]
Check = Callable[[str, str, Mapping[str, Any]], Sequence[str]]
_UNSTORABLE = re.compile(r"(?<!\\)(?:\\\\)*\\u0000|[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A change someone wants: the fields of one subject to be set (JSON values).

    ``seen_revision`` is the revision the person was looking at; 0 says "there must be none yet", None makes
    no claim.
    """

    kind: SubjectKind
    subject: str
    after: Mapping[str, Any]
    seen_revision: int | None


@dataclass(frozen=True, slots=True)
class Stale:
    """Someone wrote meanwhile: who, when, and what stands now. Nothing was written."""

    kind: SubjectKind
    subject: str
    seen: int
    revision: int
    actor: str
    recorded_at: datetime
    current: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Invalid:
    """The change would leave something that cannot be; each error is a sentence. Nothing was written."""

    kind: SubjectKind
    subject: str
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The entries the record grew by; empty where the drafts changed nothing."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of one subject: its present fields, who wrote last, and all its entries."""

    revision: int = 0
    data: Mapping[str, Any] | None = None
    actor: str = ""
    recorded_at: datetime | None = None
    history: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What all drafts of one write share; ``last_number`` is the plan's last entry before it."""

    plan: str
    last_number: int
    actor: str
    effective_on: date
    recorded_at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A write that may be done: its entries, and what then stands of the subjects they touch."""

    entries: tuple[Entry, ...]
    standing: dict[Key, Standing]


def settle(
    drafts: Sequence[Draft],
    standing: Mapping[Key, Standing],
    circumstances: Circumstances,
    check: Check | None = None,
) -> Settled | Stale | Invalid:
    """Decide a write: all drafts together, or the first reason against one of them.

    Several drafts of one subject build on each other; each compares its ``seen_revision`` with what stood
    before the write. TypeError or ValueError where a draft is no JSON.
    """
    for draft in drafts:
        refusal = _seen(draft, standing.get((draft.kind, draft.subject), Standing()))
        if refusal is not None:
            return refusal
    entries: list[Entry] = []
    touched: dict[Key, Standing] = {}
    for draft in drafts:
        key = (draft.kind, draft.subject)
        before = touched.get(key) or standing.get(key, Standing())
        number = circumstances.last_number + len(entries) + 1
        result = _lay_in(draft, before, circumstances, number, check)
        if isinstance(result, Invalid):
            return result
        if result is not None:
            touched[key] = result
            entries.append(result.history[-1])
    return Settled(tuple(entries), touched)


def _seen(draft: Draft, standing: Standing) -> Stale | Invalid | None:
    if draft.seen_revision is None or draft.seen_revision == standing.revision:
        return None
    if standing.recorded_at is None:
        return Invalid(draft.kind, draft.subject, (problems.NO_SUCH_SUBJECT,))
    return Stale(
        draft.kind,
        draft.subject,
        draft.seen_revision,
        standing.revision,
        standing.actor,
        standing.recorded_at,
        dict(standing.data or {}),
    )


def _lay_in(
    draft: Draft, standing: Standing, circumstances: Circumstances, number: int, check: Check | None
) -> Standing | Invalid | None:
    """What stands of the subject with the draft laid in on its day; None where that changes no day."""
    plan, day = circumstances.plan, circumstances.effective_on
    text = json.dumps(
        [dict(draft.after), draft.subject, circumstances.actor, circumstances.why],
        ensure_ascii=False,
        allow_nan=False,
    )
    if _UNSTORABLE.search(text):
        return Invalid(draft.kind, draft.subject, (problems.UNREADABLE_TEXT,))
    base = _standing_on(day, standing.history)
    given: dict[str, Any] = {**base, **json.loads(text)[0]}
    try:
        fields = MODELS[draft.kind].model_validate(given).model_dump(mode="json", include=set(draft.after))
    except ValidationError as error:
        unborn = standing.history and not base
        first = min((e.effective_on for e in standing.history), default=day)
        reasons = (problems.not_before(first),) if unborn else tuple(problems.sentences(error))
        return Invalid(draft.kind, draft.subject, reasons)
    changed = {name: value for name, value in fields.items() if name not in base or base[name] != value}
    if not changed:
        return None
    present = standing.data or {}
    entry = Entry(
        plan=plan,
        number=number,
        revision=standing.revision + 1,
        effective_on=day,
        recorded_at=circumstances.recorded_at,
        actor=circumstances.actor,
        kind=draft.kind,
        subject=draft.subject,
        before={name: present[name] for name in changed if name in present},
        after=changed,
        why=circumstances.why,
    )
    history = (*standing.history, entry)
    errors = _errors(entry, history, check)
    if errors:
        return Invalid(draft.kind, draft.subject, errors)
    return replace(
        standing,
        revision=entry.revision,
        data=_standing_on(date.max, history),
        actor=entry.actor,
        recorded_at=entry.recorded_at,
        history=history,
    )


def _errors(entry: Entry, history: Sequence[Entry], check: Check | None) -> tuple[str, ...]:
    """Faults of the subject on the entry's day and on every later day on which it changed."""
    errors: list[str] = []
    for day in sorted({e.effective_on for e in history if e.effective_on >= entry.effective_on}):
        fields = _standing_on(day, history)
        try:
            MODELS[entry.kind].model_validate(fields)
        except ValidationError as error:
            faults = list(problems.sentences(error))
        else:
            faults = list(check(entry.kind, entry.subject, fields)) if check else []
        later = day > entry.effective_on
        errors += [problems.as_of(day, fault) if later else fault for fault in faults]
    return tuple(errors)


def _standing_on(day: date, history: Iterable[Entry]) -> dict[str, Any]:
    """The fields of one subject at the end of ``day``, by the domain's own fold; empty before it existed."""
    folded = fold(entry for entry in history if entry.effective_on <= day)
    return next(iter(folded.values()), {})
