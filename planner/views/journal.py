"""One entry of the record as a sentence: what changed, from what, to what.

No key of the code reaches the reader: a field without a word of its own is called by a general one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from planner.domain.checklist import Checklist
from planner.domain.plan import Plan
from planner.domain.state import Entry, SubjectKind
from planner.views import formats, labels

DAY_FIELDS: Final = frozenset(
    {"start", "target", "started_on", "finished_on", "attached_on", "frozen_on", "launch"}
)
FREE_TEXT: Final = frozenset({"note", "reason"})
WORDS: Final[Mapping[str, Mapping[Any, str]]] = {
    "status": labels.STATUS,
    "category": labels.AGENCY_CATEGORY,
    "provenance": labels.PROVENANCE,
    "active": labels.YES_NO,
    "removed": labels.YES_NO,
    "zone": labels.ZONES,
}
HASH_SHOWN: Final = 12


def names(checklist: Checklist, plan: Plan, regencies: Mapping[str, str] | None = None) -> dict[str, str]:
    """Readable names by the ids an entry may hold: items, agencies, activities, evidence, roles, regencies.

    Evidence asked for is keyed ``ITEM/requirement`` (its id is unique only within its item); an agency by its
    id, an activity of an agency by ``ITEM.agency``, a baseline by ``baseline/id``. ``regencies`` holds names
    by regency code.
    """
    found: dict[str, str] = {checklist.id: checklist.head.title, plan.id: plan.settings.name}
    found.update(regencies or {})
    found.update({f"baseline/{key}": baseline.name for key, baseline in plan.baselines.items()})
    found.update({role.id: role.title for role in checklist.roles.values()})
    for slug, agency in plan.agencies.items():
        found[slug] = agency.name
    for item in checklist.items.values():
        found[item.id] = item.title
        for slug, agency in plan.agencies.items():
            found[f"{item.id}.{slug}"] = f"{item.title} – {agency.name}"
        for requirement in item.evidence:
            found[f"{item.id}/{requirement.id}"] = requirement.title
    return found


def subject(entry: Entry, known: Mapping[str, str]) -> str:
    """What an entry is about: ``Kegiatan KSP-03: Perjanjian ... – Polres``, ``Instansi: Polres``."""
    kind = labels.SUBJECT[entry.kind]
    if entry.kind == "evidence":
        activity = str({**entry.before, **entry.after}.get("activity", ""))
        return f"{kind}: {_activity(activity, known)}" if activity else kind
    if entry.kind in ("activity", "planning"):
        return f"{kind} {_activity(entry.subject, known)}"
    if entry.kind == "baseline":
        return f"{kind}: {known.get(f'baseline/{entry.subject}') or entry.after.get('name', entry.subject)}"
    return f"{kind}: {known.get(entry.subject, entry.subject)}"


def describe(entry: Entry, known: Mapping[str, str] | None = None) -> str:
    """What an entry changed, in one sentence: ``Status: belum → selesai; Selesai: kosong → 14 Jun 2027``.

    ``known`` gives readable names by id (see ``names``). First entries of a subject tell only what was set.
    """
    known = known or {}
    if entry.kind == "evidence":
        return _evidence(entry, known)
    if entry.kind == "baseline" and set(labels.FIELD["baseline"]) <= set(entry.after):
        return _frozen(entry.after)
    told = [_change(entry, field, known) for field in entry.after]
    changes = "; ".join(sentence for sentence in told if sentence)
    if entry.before or entry.kind not in labels.BORN:
        return f"{changes}." if changes else labels.NOTHING_CHANGED
    return f"{labels.BORN[entry.kind]}. {changes}."


def _change(entry: Entry, field: str, known: Mapping[str, str]) -> str:
    """One field; empty where an unset field stayed unset."""
    name = labels.FIELD[entry.kind].get(field, labels.OTHER_FIELD)
    now, then = entry.after[field], entry.before.get(field)
    after, before = (value(entry.kind, field, raw, known) for raw in (now, then))
    if field not in entry.before or before == after:
        return "" if _nothing(now) else f"{name}: {after}".rstrip(".")
    if field == "status" or not _nothing(then):
        return f"{name}: {before} → {after}"
    return f"{name}: {after}"


def _frozen(baseline: Mapping[str, Any]) -> str:
    """A new baseline: its name, the launch it holds and how many activities, never all their dates."""
    return labels.FROZEN.format(
        name=baseline["name"],
        day=formats.short_day(date.fromisoformat(baseline["frozen_on"])),
        launch=formats.short_day(date.fromisoformat(baseline["launch"])),
        count=formats.number(len(baseline["activities"])),
    )


def _evidence(entry: Entry, known: Mapping[str, str]) -> str:
    told = {**entry.before, **entry.after}
    file_name = str(told.get("file_name", ""))
    named = f" {file_name}" if file_name else ""
    if told.get("removed"):
        return f"Bukti{named} ditarik."
    if entry.before.get("removed"):
        return f"Bukti{named} dipasang kembali."
    size = f" ({formats.file_size(int(told['size']))})" if "size" in told else ""
    item = str(told.get("activity", "")).split(".")[0]
    requirement = known.get(f"{item}/{told.get('requirement', '')}", "")
    purpose = f" untuk: {requirement}" if requirement else ""
    return f"Bukti{named}{size} dilampirkan{purpose}."


def value(kind: SubjectKind, field: str, raw: Any, known: Mapping[str, str]) -> str:
    """A JSON value of the record as a person reads it."""
    if _nothing(raw):
        return labels.UNSET.get(kind, {}).get(field, labels.EMPTY)
    if field in DAY_FIELDS:
        return formats.short_day(date.fromisoformat(raw))
    if field in FREE_TEXT:
        return labels.QUOTED.format(title=raw)
    if field in WORDS:
        return WORDS[field].get(raw, str(raw))
    special: Callable[[Any], str] | None = {
        "days_off": _days,
        "windows": lambda windows: ", ".join(map(_window, windows)),
        "baseline": lambda slug: known.get(f"baseline/{slug}", slug),
        "duration": _duration,
        "constraint": _constraint,
        "activities": lambda activities: labels.ACTIVITY_COUNT.format(count=formats.number(len(activities))),
        "review": lambda review: _review(review, known),
        "submitted_by": lambda actor: known.get(actor, actor),
        "size": formats.file_size,
        "week": _count_of_days,
        "remaining": _count_of_days,
        "sha256": lambda digest: f"{digest[:HASH_SHOWN]}…",
        "media_type": lambda media: labels.MEDIA_TYPE.get(media, labels.OTHER_MEDIA),
        "activity": lambda activity: _activity(activity, known),
        "regency": lambda code: known.get(code, code),
        "checklist": lambda slug: known.get(slug, slug),
    }.get(field)
    return special(raw) if special else str(raw)


def _nothing(raw: Any) -> bool:
    return raw is None or raw in ("", [], {})


def _activity(activity: str, known: Mapping[str, str]) -> str:
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


def _constraint(constraint: Mapping[str, Any]) -> str:
    word, day = labels.CONSTRAINT[constraint["type"]], constraint.get("day")
    return word if day is None else f"{word} {formats.short_day(date.fromisoformat(day))}"


def _review(review: Mapping[str, Any], known: Mapping[str, str]) -> str:
    said = labels.DECISION[review["decision"]]
    reason = f" ({review['reason']})" if review.get("reason") else ""
    return f"{said} oleh {known.get(review['by'], review['by'])}{reason}"
