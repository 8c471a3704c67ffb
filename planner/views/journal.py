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

DAY_FIELDS: Final = frozenset({"start", "target", "started_on", "finished_on", "attached_on"})
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
    id, an activity of an agency by ``ITEM.agency``. ``regencies`` holds names by regency code.
    """
    found: dict[str, str] = {checklist.id: checklist.head.title, plan.id: plan.settings.name}
    found.update(regencies or {})
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
    if entry.kind == "activity":
        return f"{kind} {_activity(entry.subject, known)}"
    return f"{kind}: {known.get(entry.subject, entry.subject)}"


def describe(entry: Entry, known: Mapping[str, str] | None = None) -> str:
    """What an entry changed, in one sentence: ``Status: belum → selesai; Selesai: kosong → 14 Jun 2027``.

    ``known`` gives readable names by id (see ``names``). First entries of a subject tell only what was set.
    """
    known = known or {}
    if entry.kind == "evidence":
        return _evidence(entry, known)
    told = [_change(entry, field, known) for field in entry.after]
    changes = "; ".join(sentence for sentence in told if sentence)
    if entry.before or entry.kind == "activity":
        return f"{changes}." if changes else "Tidak ada isian yang berubah."
    born = "Rencana dibuat" if entry.kind == "plan" else "Instansi ditambahkan"
    return f"{born}. {changes}."


def _change(entry: Entry, field: str, known: Mapping[str, str]) -> str:
    """One field; empty where an unset field stayed unset."""
    name = labels.FIELD[entry.kind].get(field, labels.OTHER_FIELD)
    after = value(entry.kind, field, entry.after[field], known)
    before = value(entry.kind, field, entry.before.get(field), known)
    if field not in entry.before or before == after:
        return "" if after == labels.EMPTY else f"{name}: {after}".rstrip(".")
    if field == "status" or before != labels.EMPTY:
        return f"{name}: {before} → {after}"
    return f"{name}: {after}"


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
    if raw is None or raw in ("", []):
        return labels.EMPTY
    if field in DAY_FIELDS:
        return formats.short_day(date.fromisoformat(raw))
    if field in FREE_TEXT:
        return labels.QUOTED.format(title=raw)
    if field in WORDS:
        return WORDS[field].get(raw, str(raw))
    special: Callable[[Any], str] | None = {
        "days_off": _days,
        "review": lambda review: _review(review, known),
        "submitted_by": lambda actor: known.get(actor, actor),
        "size": formats.file_size,
        "week": lambda count: f"{count} hari",
        "remaining": lambda count: f"{formats.number(count)} hari",
        "sha256": lambda digest: f"{digest[:HASH_SHOWN]}…",
        "media_type": lambda media: labels.MEDIA_TYPE.get(media, labels.OTHER_MEDIA),
        "activity": lambda activity: _activity(activity, known),
        "regency": lambda code: known.get(code, code),
        "checklist": lambda slug: known.get(slug, slug),
    }.get(field)
    return special(raw) if special else str(raw)


def _activity(activity: str, known: Mapping[str, str]) -> str:
    item = activity.split(".")[0]
    return f"{item}: {known[activity]}" if activity in known else activity


def _days(days: list[str]) -> str:
    return ", ".join(formats.short_day(date.fromisoformat(day)) for day in days)


def _review(review: Mapping[str, Any], known: Mapping[str, str]) -> str:
    said = labels.DECISION[review["decision"]]
    reason = f" ({review['reason']})" if review.get("reason") else ""
    return f"{said} oleh {known.get(review['by'], review['by'])}{reason}"
