"""What became of a change, in words, shown where the person looked when it was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import streamlit as st

from planner.domain.state import MODELS, SubjectKind
from planner.ui import session
from planner.views import comparison_words, formats, journal, labels, words
from planner.views.comparison import Line, compared, named
from planner.views.plain import plain
from planner.workspace import Invalid, Outcome, Refused, Snapshot, Stale, Written

KEY = "pemberitahuan"
DEFAULT_ZONE = "Asia/Jakarta"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a person asked for: what they changed (``mine``), and what that stood at when they saw it.

    ``part`` picks out of all that is stored what the person changed a part of. ``again`` asks once more, with
    ``args`` and the revision that is then written over; None: as the form saves. ``leave`` gives up, with
    ``args``, what stands beside the fields of a form. ``among``: one of several subjects was refused, and is
    named.
    """

    mine: Mapping[str, Any]
    before: Mapping[str, Any] = field(default_factory=dict)
    part: Callable[[Mapping[str, Any]], Mapping[str, Any]] = dict
    again: Callable[..., Any] | None = None
    leave: Callable[..., Any] | None = None
    args: tuple[Any, ...] = ()
    among: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence about what happened to ``subject``; ``stale`` holds what someone else wrote meanwhile.

    ``attempt`` is what was refused because of that, with its two versions ``side_by_side``.
    """

    subject: str
    kind: Literal["saved", "refused"]
    text: str
    stale: Stale | None = None
    attempt: Attempt | None = None
    side_by_side: tuple[Line, ...] = ()


def reading(seen: Snapshot, *, tries: bool = False) -> None:
    """Where a form would stand, say that the visitor's role only reads, or ``tries`` without keeping.

    That a day is past, its page says.
    """
    if not seen.past:
        st.caption(words.TRIES_ONLY if tries else words.READS_ONLY)


def tell(
    subject: str, outcome: Outcome, seen: Snapshot | None = None, attempt: Attempt | None = None
) -> bool:
    """Keep what to say about an outcome for the next drawing; True where the change was written.

    With an ``attempt``, the second of two writers is shown both versions (``filled.two_ways``).
    """
    if isinstance(outcome, Stale) and attempt is not None:
        notice = _stale(subject, outcome, seen, attempt)
    else:
        notice = _notice(subject, outcome, seen)
    st.session_state[KEY] = notice
    return notice.kind == "saved"


def refuse(subject: str, text: str) -> None:
    """Keep a sentence about something that cannot be done yet."""
    st.session_state[KEY] = Notice(subject, "refused", text)


def say(subject: str, text: str) -> None:
    """Keep a sentence about something that went well."""
    st.session_state[KEY] = Notice(subject, "saved", text)


def add(subject: str, text: str) -> None:
    """Keep one more sentence behind what is to be said about a subject already."""
    said = about(subject)
    if said is not None:
        st.session_state[KEY] = replace(said, text=f"{said.text} {text}".strip())


def about(subject: str) -> Notice | None:
    """What is to be said about a subject in this drawing."""
    notice = st.session_state.get(KEY)
    return notice if isinstance(notice, Notice) and notice.subject == subject else None


def latest() -> Notice | None:
    """The last thing to be said, whatever it is about."""
    notice = st.session_state.get(KEY)
    return notice if isinstance(notice, Notice) else None


def clear() -> None:
    """Forget what was to be said."""
    st.session_state.pop(KEY, None)


def show(subject: str) -> None:
    """Draw what is to be said about a subject, if anything."""
    notice = about(subject)
    if notice is not None:
        (st.success if notice.kind == "saved" else st.error)(plain(notice.text))


def _stale(subject: str, stale: Stale, seen: Snapshot | None, attempt: Attempt) -> Notice:
    known = session.names(seen) if seen else {}
    who, when = who_and_when(stale, seen)
    text = comparison_words.STALE_OF if attempt.among else comparison_words.STALE
    text = text.format(who=who, when=when, what=named(stale.kind, stale.subject, known))
    stored = MODELS[stale.kind].model_validate(stale.current).model_dump(mode="json")
    lines = compared(stale.kind, attempt.before, attempt.mine, attempt.part(stored), known)
    return Notice(subject, "refused", text, stale, attempt, lines)


def _notice(subject: str, outcome: Outcome, seen: Snapshot | None) -> Notice:
    match outcome:
        case Written(entries) if entries:
            day = entries[-1].effective_on
            late = seen is not None and day != seen.today
            text = words.SAVED_FROM.format(day=formats.short_day(day)) if late else words.SAVED
            return Notice(subject, "saved", text)
        case Written():
            return Notice(subject, "saved", words.NOTHING_CHANGED)
        case Stale():
            return Notice(subject, "refused", stale_sentence(outcome, seen), outcome)
        case Invalid():
            reasons = "; ".join(_named(outcome.kind, error) for error in outcome.errors)
            return Notice(subject, "refused", words.INVALID.format(reasons=reasons))
        case Refused():
            reasons = " ".join(map(labels.refusal, outcome.objections))
            return Notice(subject, "refused", words.REFUSED.format(reasons=reasons))
        case _:
            return Notice(subject, "refused", words.REFUSED.format(reasons=words.RELOAD))


def _named(kind: SubjectKind, error: str) -> str:
    """An error with the field in front of it called as the screen calls it."""
    field, colon, reason = error.partition(": ")
    name = labels.FIELD[kind].get(field.split(".")[0])
    return f"{name}: {reason}" if name and colon else error


def stale_sentence(stale: Stale, seen: Snapshot | None) -> str:
    """Who wrote first, when, and what stands now."""
    known = session.names(seen) if seen else {}
    who, when = who_and_when(stale, seen)
    fields = labels.FIELD[stale.kind]
    told = (
        f"{fields.get(field, labels.OTHER_FIELD)}: {journal.value(stale.kind, field, raw, known)}"
        for field, raw in stale.current.items()
        if raw not in (None, "", [], {})
    )
    return words.STALE.format(who=who, when=when, now="; ".join(told) or words.NO_HISTORY)


def who_and_when(stale: Stale, seen: Snapshot | None) -> tuple[str, str]:
    """Who wrote first, and when on the clocks of the plan."""
    known = session.names(seen) if seen else {}
    zone = seen.state.plan.settings.zone if seen else DEFAULT_ZONE
    return journal.who(stale.actor, known), formats.moment(stale.recorded_at, zone)
