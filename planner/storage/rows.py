"""How entries and what stands are laid into the tables and taken out again, within a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, select

from planner.domain.state import Entry, SubjectKind
from planner.storage import dialect, tables
from planner.storage.changes import Key, Settled, Standing
from planner.storage.seal import GENESIS, seal

_CHUNK = 500


class Head(NamedTuple):
    """The last entry of a plan's record: its number and its seal."""

    number: int
    seal: str


def last_number(connection: Connection, plan: str) -> int | None:
    """Number of the plan's last entry; None where there is no such plan."""
    return connection.scalar(select(tables.plan.c.last_number).where(tables.plan.c.id == plan))


def begin(connection: Connection, plan: str, now: datetime) -> None:
    """Make room for a plan unless it is there."""
    row = {"id": plan, "last_number": 0, "last_hash": GENESIS, "created_at": now}
    dialect.insert_if_absent(connection, tables.plan, row)


def locked_head(connection: Connection, plan: str) -> Head | None:
    """The plan's last entry, after which nobody else can write until the transaction ends."""
    query = select(tables.plan.c.last_number, tables.plan.c.last_hash).where(tables.plan.c.id == plan)
    row = connection.execute(query.with_for_update()).one_or_none()
    return None if row is None else Head(*row)


def standing(connection: Connection, plan: str, keys: Sequence[Key]) -> dict[Key, Standing]:
    """What stands of these subjects, with their entries."""
    present, record = tables.present.c, tables.record.c
    found: dict[Key, Standing] = {}
    histories: dict[Key, list[Entry]] = {}
    for kind, subjects in _chunks(keys):
        query = entries(plan).where(record.kind == kind, record.subject.in_(subjects))
        for read in map(entry, connection.execute(query.order_by(record.number))):
            histories.setdefault((read.kind, read.subject), []).append(read)
        rows = select(tables.present).where(
            present.plan_id == plan, present.kind == kind, present.subject.in_(subjects)
        )
        for row in connection.execute(rows):
            key = (kind, row.subject)
            history = tuple(histories[key])
            found[key] = Standing(row.revision, row.data, row.last_actor, row.last_recorded_at, history)
    return found


def _chunks(keys: Sequence[Key]) -> Iterable[tuple[SubjectKind, list[str]]]:
    """Subjects of one kind, few enough for one query."""
    by_kind: dict[SubjectKind, list[str]] = {}
    for kind, subject in keys:
        by_kind.setdefault(kind, []).append(subject)
    for kind, subjects in by_kind.items():
        for first in range(0, len(subjects), _CHUNK):
            yield kind, subjects[first : first + _CHUNK]


def append(connection: Connection, plan: str, head: Head, settled: Settled) -> None:
    """Lay the entries behind ``head``, each sealed upon the one before it, with what then stands."""
    if not settled.entries:
        return
    rows = []
    last = head.seal
    for new in settled.entries:
        fields = new.model_dump(exclude={"plan"})
        last = seal(plan, fields, last)
        rows.append({"plan_id": plan, **fields, "hash": last})
    connection.execute(tables.record.insert(), rows)
    dialect.put_rows(
        connection, tables.present, [present_row(plan, k, s) for k, s in settled.standing.items()]
    )
    moved = {"last_number": settled.entries[-1].number, "last_hash": last}
    connection.execute(tables.plan.update().where(tables.plan.c.id == plan).values(moved))


def present_row(plan: str, key: Key, stands: Standing) -> dict[str, Any]:
    """What stands of a subject, as a row of ``present``."""
    kind, subject = key
    return {
        "plan_id": plan,
        "kind": kind,
        "subject": subject,
        "revision": stands.revision,
        "data": stands.data,
        "last_actor": stands.actor,
        "last_recorded_at": stands.recorded_at,
    }


def present(
    connection: Connection, plan: str, since: int
) -> Iterable[tuple[SubjectKind, str, int, Mapping[str, Any]]]:
    """Kind, subject, revision and fields of what was written after entry ``since``."""
    present, record = tables.present.c, tables.record.c
    query = select(present.kind, present.subject, present.revision, present.data).where(
        present.plan_id == plan
    )
    if since:
        written = select(record.subject).where(
            record.plan_id == plan,
            record.number > since,
            record.kind == present.kind,
            record.subject == present.subject,
        )
        query = query.where(written.exists())
    return connection.execute(query)


def entries(plan: str) -> Select[Any]:
    """The rows of a plan's record, without order."""
    return select(tables.record).where(tables.record.c.plan_id == plan)


def entry(row: Row[Any]) -> Entry:
    """A row of the record as an entry, without its seal."""
    fields = dict(row._mapping)
    del fields["hash"]
    return Entry(plan=fields.pop("plan_id"), **fields)
