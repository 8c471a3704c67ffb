"""One entry of the record as a sentence: what changed, from what, to what.

No key of the code reaches the reader: a field without a word of its own is called by a general one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from planner.domain.checklist import Checklist
from planner.domain.people import Member
from planner.domain.plan import Plan
from planner.domain.state import Entry
from planner.views import formats, labels
from planner.views.journal_values import activity_told, components_changed, nothing, value, who

__all__ = ["describe", "names", "subject", "value", "who", "with_accounts"]


def names(
    checklist: Checklist,
    plan: Plan,
    regencies: Mapping[str, str] | None = None,
    typical: Mapping[str, str] | None = None,
    members: Mapping[str, Member] | None = None,
) -> dict[str, str]:
    """Readable names by the ids an entry may hold: items, agencies, activities, evidence, roles, regencies.

    Evidence asked for is keyed ``ITEM/requirement`` (its id is unique only within its item); an agency by its
    id, an activity of an agency by ``ITEM.agency``, a baseline by ``baseline/id``, a service by
    ``service/id``, a floor by ``floor/id``. ``regencies`` holds names by regency code, ``typical`` names of
    the catalogue of agencies by their ids there, kept as ``typical/id``; ``members`` are the people of the
    plan, kept as ``member/id`` (``who``), since one may sign in by a name that is also an agency's id.
    """
    found: dict[str, str] = {checklist.id: checklist.head.title, plan.id: plan.settings.name}
    found.update(regencies or {})
    found.update({f"baseline/{key}": baseline.name for key, baseline in plan.baselines.items()})
    found.update({f"floor/{key}": floor.name for key, floor in plan.floors.items()})
    found.update({f"typical/{key}": name for key, name in (typical or {}).items()})
    found.update({f"member/{key}": member.name for key, member in (members or {}).items()})
    found.update({role.id: role.title for role in checklist.roles.values()})
    for slug, agency in plan.agencies.items():
        found[slug] = agency.name
    for key, service in plan.services.items():
        agency_name = found.get(service.agency, service.agency)
        found[f"service/{key}"] = labels.SERVICE_NAME.format(name=service.name, agency=agency_name)
    for item in checklist.items.values():
        found[item.id] = item.title
        for slug, agency in plan.agencies.items():
            found[f"{item.id}.{slug}"] = f"{item.title} – {agency.name}"
        for requirement in item.evidence:
            found[f"{item.id}/{requirement.id}"] = requirement.title
    return found


def with_accounts(known: Mapping[str, str], accounts: Mapping[str, str]) -> dict[str, str]:
    """Readable names with those of all accounts by login, for who works in a plan without being a member."""
    return {**{f"member/{login}": name for login, name in accounts.items()}, **known}


def subject(entry: Entry, known: Mapping[str, str]) -> str:
    """What an entry is about: ``Kegiatan KSP-03: Perjanjian ... – Polres``, ``Instansi: Polres``."""
    kind = labels.SUBJECT[entry.kind]
    if entry.kind == "evidence":
        activity = str({**entry.before, **entry.after}.get("activity", ""))
        return f"{kind}: {activity_told(activity, known)}" if activity else kind
    if entry.kind == "comment":
        return f"{kind}: {activity_told(entry.subject.partition('~')[0], known)}"
    if entry.kind in ("activity", "planning", "assignment"):
        return f"{kind} {activity_told(entry.subject, known)}"
    if entry.kind == "baseline":
        return f"{kind}: {known.get(f'baseline/{entry.subject}') or entry.after.get('name', entry.subject)}"
    if entry.kind in ("service", "floor", "member"):
        named = known.get(f"{entry.kind}/{entry.subject}") or entry.after.get("name", entry.subject)
        return f"{kind}: {named}"
    if entry.kind == "seat":
        return labels.SEAT_NAME.format(**_seat(entry.subject, known))
    return f"{kind}: {known.get(entry.subject, entry.subject)}"


def describe(entry: Entry, known: Mapping[str, str] | None = None) -> str:
    """What an entry changed, in one sentence: ``Status: belum → selesai; Selesai: kosong → 14 Jun 2027``.

    ``known`` gives readable names by id (see ``names``). First entries of a subject tell only what was set.
    """
    known = known or {}
    if entry.kind == "evidence":
        return _evidence(entry, known)
    if entry.kind == "comment":
        return _comment(entry)
    if entry.kind == "baseline" and set(labels.FIELD["baseline"]) <= set(entry.after):
        return _frozen(entry.after)
    if entry.kind == "seat" and not entry.before and entry.after.get("active"):
        days = value("seat", "weekdays", entry.after.get("weekdays"), known)
        return labels.SEAT_GIVEN.format(**_seat(entry.subject, known), days=days)
    told = [_change(entry, field, known) for field in entry.after]
    changes = "; ".join(sentence for sentence in told if sentence)
    if entry.before or entry.kind not in labels.BORN:
        return f"{changes}." if changes else labels.NOTHING_CHANGED
    return f"{labels.BORN[entry.kind]}. {changes}."


def _change(entry: Entry, field: str, known: Mapping[str, str]) -> str:
    """One field; empty where an unset field stayed unset."""
    name = labels.FIELD[entry.kind].get(field, labels.OTHER_FIELD)
    now, then = entry.after[field], entry.before.get(field)
    if field == "standard" and then:
        return f"{name}: {components_changed(then, now)}"
    after, before = (value(entry.kind, field, raw, known) for raw in (now, then))
    if field not in entry.before or before == after:
        return "" if nothing(now) else f"{name}: {after}".rstrip(".")
    if field == "status" or not nothing(then):
        return f"{name}: {before} → {after}"
    return f"{name}: {after}"


def _seat(seat: str, known: Mapping[str, str]) -> dict[str, str]:
    """Floor, counter and agency of a seat by its id, in words."""
    floor, counter, agency = seat.split(".")
    return {
        "floor": known.get(f"floor/{floor}", floor),
        "counter": counter,
        "agency": known.get(agency, agency),
    }


def _frozen(baseline: Mapping[str, Any]) -> str:
    """A new baseline: its name, the launch it holds and how many activities, never all their dates."""
    return labels.FROZEN.format(
        name=baseline["name"],
        day=formats.short_day(date.fromisoformat(baseline["frozen_on"])),
        launch=formats.short_day(date.fromisoformat(baseline["launch"])),
        count=formats.number(len(baseline["activities"])),
    )


def _comment(entry: Entry) -> str:
    if "text" in entry.after:
        return labels.COMMENT_SAID.format(text=labels.QUOTED.format(title=entry.after["text"]))
    return labels.COMMENT_WITHDRAWN


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
    newer = " sebagai versi baru" if told.get("replaces") else ""
    return f"Bukti{named}{size} dilampirkan{newer}{purpose}."
