"""Whether the record is as the app wrote it: every seal, every number, its end, and what stands by it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select, union

from planner.domain.state import Entry, fold
from planner.storage import findings, rows, tables
from planner.storage.changes import Key, Standing
from planner.storage.findings import Audited, Finding
from planner.storage.seal import GENESIS, seal

Witness = Mapping[str, Mapping[int, str]]
"""Seals of entries as an earlier copy of the record has them, by plan and number."""


def audit(connection: Connection, plan: str | None = None, witness: Witness | None = None) -> list[Audited]:
    """Each plan that the database or the witness knows (or the one named), in order; empty where none is."""
    witness = witness or {}
    known = set(connection.scalars(union(select(tables.plan.c.id), select(tables.record.c.plan_id))))
    asked = (known | set(witness)) & ({plan} if plan else known | set(witness))
    return [_audited(connection, name, witness.get(name, {})) for name in sorted(asked)]


def standing_of(entries: Sequence[Entry]) -> dict[Key, Standing]:
    """What stands of every subject after these entries, who wrote last and when; without their histories."""
    fields = fold(entries)
    last = {(e.kind, e.subject): e for e in sorted(entries, key=lambda e: e.number)}
    return {
        key: Standing(entry.revision, fields[key], entry.actor, entry.recorded_at)
        for key, entry in last.items()
    }


def raw_rows(connection: Connection, plan: str) -> Iterator[dict[str, Any]]:
    """The rows of a plan's record in order. TypeError or ValueError at one that cannot be read."""
    for row in connection.execute(_in_order(plan)):
        yield dict(row._mapping)


def _in_order(plan: str) -> Select[Any]:
    return rows.entries(plan).order_by(tables.record.c.number)


def _audited(connection: Connection, plan: str, witnessed: Mapping[int, str]) -> Audited:
    record, found = _readable(connection, plan)
    found += _seals(plan, record)
    query = select(tables.plan.c.last_number, tables.plan.c.last_hash).where(tables.plan.c.id == plan)
    told = connection.execute(query).one_or_none()
    last = (record[-1]["number"], record[-1]["hash"]) if record else (0, GENESIS)
    if told is None and record:
        found.append(findings.unknown_plan())
    elif told is not None and tuple(told) != last:
        found.append(findings.wrong_end(told.last_number, last[0]))
    if all(finding.fault != "unreadable" for finding in found):
        entries = [_entry(plan, row) for row in record]
        found += _order(entries)
        found += _present(connection, plan, standing_of(entries))
    seals = {row["number"]: row["hash"] for row in record}
    unlike = [number for number, sealed in sorted(witnessed.items()) if seals.get(number) != sealed]
    found += [findings.not_as_witnessed(*run) for run in _runs(unlike)]
    return Audited(plan, len(record), last[1], tuple(found))


def _readable(connection: Connection, plan: str) -> tuple[list[dict[str, Any]], list[Finding]]:
    """The rows that are entries, in order, and a finding for each that is none."""
    try:
        return [_checked(plan, row) for row in raw_rows(connection, plan)], []
    except (TypeError, ValueError):
        number = tables.record.c.number
        numbers = list(
            connection.scalars(select(number).where(tables.record.c.plan_id == plan).order_by(number))
        )
    good: list[dict[str, Any]] = []
    bad: list[Finding] = []
    for place, number in enumerate(numbers, 1):
        try:
            row = connection.execute(rows.entries(plan).where(tables.record.c.number == number)).one()
            good.append(_checked(plan, dict(row._mapping)))
        except (TypeError, ValueError):
            bad.append(findings.unreadable(place, number))
    return good, bad


def _checked(plan: str, row: dict[str, Any]) -> dict[str, Any]:
    """The row. TypeError or ValueError where it is no entry, though the database could hold it."""
    _entry(plan, row)
    seal(plan, row, GENESIS)
    return row


def _entry(plan: str, row: Mapping[str, Any]) -> Entry:
    fields = {name: value for name, value in row.items() if name not in {"plan_id", "hash"}}
    return Entry.model_validate({"plan": plan, **fields}, strict=True)


def _seals(plan: str, record: Iterable[Mapping[str, Any]]) -> list[Finding]:
    """Numbers left out, and entries whose seal does not fit.

    An entry behind a gap is not judged: what it was sealed upon is gone.
    """
    expected, previous = 1, GENESIS
    gaps: list[Finding] = []
    broken: list[int] = []
    for row in record:
        number = row["number"]
        if number > expected:
            gaps.append(findings.missing(expected, number - 1))
        elif number < expected or seal(plan, row, previous) != row["hash"]:
            broken.append(number)
        expected, previous = number + 1, row["hash"]
    return gaps + [findings.broken_seal(*run) for run in _runs(broken)]


def _order(entries: Iterable[Entry]) -> Iterator[Finding]:
    revisions: dict[Key, int] = {}
    for entry in entries:
        key = (entry.kind, entry.subject)
        if entry.revision != revisions.get(key, 0) + 1:
            yield findings.out_of_order(entry.number, *key)
        revisions[key] = entry.revision


def _present(connection: Connection, plan: str, told: Mapping[Key, Standing]) -> list[Finding]:
    """Subjects that stand otherwise than their entries tell, or stand without any, or not at all."""
    query = select(tables.present).where(tables.present.c.plan_id == plan)
    try:
        there = {(row.kind, row.subject): _told(_standing(row)) for row in connection.execute(query)}
    except (TypeError, ValueError):
        return [findings.unreadable_present()]
    should = {key: _told(stands) for key, stands in told.items()}
    return [
        findings.wrong_present(*key) for key in sorted({*there, *should}) if there.get(key) != should.get(key)
    ]


def _standing(row: Row[Any]) -> Standing:
    return Standing(row.revision, row.data, row.last_actor, row.last_recorded_at)


def _told(stands: Standing) -> tuple[object, ...]:
    """What stands, so that it can be compared; as JSON, since Python takes true for 1."""
    return stands.revision, json.dumps(stands.data, sort_keys=True), stands.actor, stands.recorded_at


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """First and last of each run of numbers that follow each other."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
