"""One value of the record as a person reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from planner.domain.services import COMPONENTS, StandardComponent
from planner.domain.state import SubjectKind
from planner.views import formats, labels

DAY_FIELDS: Final = frozenset(
    {
        "start",
        "target",
        "started_on",
        "finished_on",
        "attached_on",
        "frozen_on",
        "launch",
        "due",
        "written_on",
    }
)
FREE_TEXT: Final = frozenset({"note", "reason", "contact", "text"})
WORDS: Final[Mapping[str, Mapping[Any, str]]] = {
    "status": labels.STATUS,
    "category": labels.AGENCY_CATEGORY,
    "provenance": labels.PROVENANCE,
    "active": labels.YES_NO,
    "removed": labels.YES_NO,
    "zone": labels.ZONES,
    "output": labels.OUTPUT,
    "channel": labels.CHANNEL,
    "use": labels.FLOOR_USE,
    "role": labels.PLAN_ROLE,
    "joint": labels.YES_NO,
    "queue": labels.YES_NO,
    "data": labels.YES_NO,
}
SERVICE_TEXT: Final = frozenset({("service", "duration"), ("service", "cost")})
HASH_SHOWN: Final = 12


def value(kind: SubjectKind, field: str, raw: Any, known: Mapping[str, str]) -> str:
    """A JSON value of the record as a person reads it."""
    if nothing(raw):
        return labels.UNSET.get(kind, {}).get(field, labels.EMPTY)
    if field in DAY_FIELDS:
        return formats.short_day(date.fromisoformat(raw))
    if field in FREE_TEXT or (kind, field) in SERVICE_TEXT:
        return labels.QUOTED.format(title=raw)
    if field in WORDS:
        return WORDS[field].get(raw, str(raw))
    special: Callable[[Any], str] | None = {
        "days_off": _days,
        "windows": lambda windows: ", ".join(map(_window, windows)),
        "baseline": lambda slug: known.get(f"baseline/{slug}", slug),
        "duration": _duration,
        "weekdays": lambda days: ", ".join(labels.WEEKDAY[day] for day in days),
        "standard": _standard,
        "typical": lambda slug: known.get(f"typical/{slug}", slug),
        "floor": lambda slug: known.get(f"floor/{slug}", slug),
        "agency": lambda slug: known.get(slug, slug),
        "constraint": _constraint,
        "activities": lambda activities: labels.ACTIVITY_COUNT.format(count=formats.number(len(activities))),
        "review": lambda review: _review(review, known),
        "submitted_by": lambda actor: who(actor, known),
        "by": lambda actor: who(actor, known),
        "person": lambda actor: who(actor, known),
        "size": formats.file_size,
        "week": _count_of_days,
        "remaining": _count_of_days,
        "sha256": lambda digest: f"{digest[:HASH_SHOWN]}…",
        "media_type": lambda media: labels.MEDIA_TYPE.get(media, labels.OTHER_MEDIA),
        "activity": lambda activity: activity_told(activity, known),
        "regency": lambda code: known.get(code, code),
        "checklist": lambda slug: known.get(slug, slug),
    }.get(field)
    return special(raw) if special else str(raw)


def nothing(raw: Any) -> bool:
    """Whether a field holds nothing."""
    return raw is None or raw in ("", [], {})


def who(person: str, known: Mapping[str, str]) -> str:
    """A person by name: a member of the plan, else a role; the id itself where neither is known."""
    named = known.get(f"member/{person}") or labels.BY_MACHINE.get(person)
    return named or known.get(person, person)


def activity_told(activity: str, known: Mapping[str, str]) -> str:
    """An activity by the id of its item and its name, where that is known."""
    item = activity.split(".")[0]
    return f"{item}: {known[activity]}" if activity in known else activity


def _days(days: list[str]) -> str:
    return ", ".join(formats.short_day(date.fromisoformat(day)) for day in days)


def _count_of_days(count: int) -> str:
    return labels.DAYS.format(count=formats.number(count))


def _window(window: Mapping[str, Any]) -> str:
    first, last = (date.fromisoformat(window[end]) for end in ("available_from", "spend_by"))
    days = formats.span(first, last) if window.get("granted", True) else labels.NOT_GRANTED
    return labels.BUDGET_DAYS.format(budget=labels.BUDGET[window["budget"]], year=window["year"], days=days)


def _duration(points: Mapping[str, int]) -> str:
    likely = _count_of_days(points["likely"])
    if points["optimistic"] == points["pessimistic"]:
        return likely
    others = {key: formats.number(points[key]) for key in ("optimistic", "pessimistic")}
    return labels.THREE_POINTS.format(likely=likely, **others)


def _standard(components: list[StandardComponent]) -> str:
    return labels.COMPONENTS_HELD.format(count=len(components), total=len(COMPONENTS))


def components_changed(before: Sequence[StandardComponent], now: Sequence[StandardComponent]) -> str:
    """Which components a standard of service has more, and which fewer."""
    parts = ((labels.COMPONENTS_MORE, now, before), (labels.COMPONENTS_LESS, before, now))
    told = []
    for sentence, these, others in parts:
        names = [labels.QUOTED.format(title=labels.COMPONENT[c]) for c in these if c not in others]
        if names:
            told.append(sentence.format(names=", ".join(names)))
    return ", ".join(told)


def _constraint(constraint: Mapping[str, Any]) -> str:
    word, day = labels.CONSTRAINT[constraint["type"]], constraint.get("day")
    return word if day is None else f"{word} {formats.short_day(date.fromisoformat(day))}"


def _review(review: Mapping[str, Any], known: Mapping[str, str]) -> str:
    said = labels.DECISION[review["decision"]]
    reason = f" ({review['reason']})" if review.get("reason") else ""
    return f"{said} oleh {who(review['by'], known)}{reason}"
