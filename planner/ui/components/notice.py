"""What became of a change, in words, shown where the person looked when it was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from planner.domain.state import SubjectKind
from planner.ui import session
from planner.views import formats, journal, labels, words
from planner.views.plain import plain
from planner.workspace import Invalid, Outcome, Refused, Snapshot, Stale, Written

KEY = "pemberitahuan"
DEFAULT_ZONE = "Asia/Jakarta"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence about what happened to ``subject``; ``stale`` holds what someone else wrote meanwhile."""

    subject: str
    kind: Literal["saved", "refused"]
    text: str
    stale: Stale | None = None


def tell(subject: str, outcome: Outcome, seen: Snapshot | None = None) -> bool:
    """Keep what to say about an outcome for the next drawing; True where the change was written."""
    notice = _notice(subject, outcome, seen)
    st.session_state[KEY] = notice
    return notice.kind == "saved"


def refuse(subject: str, text: str, stale: Stale | None = None) -> None:
    """Keep a sentence about something that cannot be done yet; ``stale``: because somebody wrote first."""
    st.session_state[KEY] = Notice(subject, "refused", text, stale)


def say(subject: str, text: str) -> None:
    """Keep a sentence about something that went well."""
    st.session_state[KEY] = Notice(subject, "saved", text)


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
            reasons = " ".join(labels.OBJECTION[o.code].format(about=o.about) for o in outcome.objections)
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
