"""The store: the only way to the database. Writes append to the record; reads tell what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, Row, Select, select

from planner.domain.checklist import Slug
from planner.domain.state import Entry, State, SubjectKind, replay
from planner.storage import dialect, problems, tables
from planner.storage.changes import (
    Check,
    Circumstances,
    Draft,
    Invalid,
    Key,
    Settled,
    Stale,
    Standing,
    Written,
    settle,
)
from planner.storage.migrate import migrate
from planner.storage.snapshots import Snapshots

__all__ = ["Check", "Draft", "Invalid", "Stale", "Store", "Written"]
_CHUNK = 500
_slug: TypeAdapter[str] = TypeAdapter(Slug)


class Store:
    """Plans kept in one database, for many threads and many processes at once.

    ``clock`` gives the moment of a write as an aware datetime. Every method raises StorageProblem, with a
    sentence for the person, where the database cannot be used.
    """

    def __init__(self, url: str, clock: Callable[[], datetime]) -> None:
        self._engine = dialect.open_engine(url)
        self._clock = clock
        self._snapshots = Snapshots()

    def migrate(self) -> None:
        """Bring the tables to the form this program knows; quick where they are."""
        migrate(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def plans(self) -> tuple[str, ...]:
        """Ids of all plans, in order."""
        with dialect.reading(self._engine) as connection:
            return tuple(sorted(connection.scalars(select(tables.plan.c.id))))

    def last_number(self, plan: str) -> int:
        """Number of the plan's last record entry; 0 where there is no such plan."""
        with dialect.reading(self._engine) as connection:
            return _last_number(connection, plan) or 0

    def write(
        self,
        plan: str,
        drafts: Sequence[Draft],
        *,
        actor: str,
        effective_on: date,
        why: str = "",
        check: Check | None = None,
    ) -> Written | Stale | Invalid:
        """Write all drafts in one transaction, or none and why.

        A plan begins with its settings (kind "plan", ``seen_revision`` 0). ``check`` gets kind, subject and
        the fields as they would stand, and returns a sentence per fault. A draft that changes nothing leaves
        no entry. ValueError for settings of another plan, TypeError for what is no JSON.
        """
        keys = list(dict.fromkeys((draft.kind, draft.subject) for draft in drafts))
        if any(kind == "plan" and subject != plan for kind, subject in keys):
            raise ValueError("the settings of a plan are kept under its own id")
        with dialect.writing(self._engine) as connection:
            now = tables.utc(self._clock())
            begun = _begin_plan(connection, plan, drafts, now)
            if isinstance(begun, Invalid):
                return begun
            circumstances = Circumstances(plan, begun, actor, effective_on, now, why)
            result = settle(drafts, _standing(connection, plan, keys), circumstances, check)
            if isinstance(result, Settled):
                _append(connection, plan, result)
                return Written(result.entries)
            connection.rollback()
            return result

    def state(self, plan: str, day: date | None = None) -> State | None:
        """The plan now, or as it stood at the end of ``day``; None where it did not exist.

        Now comes from the table of what stands, a past day from the record.
        """
        if day is not None:
            past = _entries(plan).where(tables.record.c.effective_on <= day)
            return replay(plan, self._read(past), day)
        with dialect.reading(self._engine) as connection:
            number = _last_number(connection, plan)
            if number is None:
                return None
            return self._snapshots.state(plan, number, lambda since: _present(connection, plan, since))

    def entries(
        self,
        plan: str,
        *,
        kind: SubjectKind | None = None,
        subject: str | None = None,
        since_number: int = 0,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> tuple[Entry, ...]:
        """Entries of the record after ``since_number``, in the order in which they were written."""
        number = tables.record.c.number
        query = _entries(plan).where(number > since_number).limit(limit)
        if kind is not None:
            query = query.where(tables.record.c.kind == kind)
        if subject is not None:
            query = query.where(tables.record.c.subject == subject)
        return self._read(query.order_by(number.desc() if newest_first else number))

    def _read(self, query: Select[Any]) -> tuple[Entry, ...]:
        with dialect.reading(self._engine) as connection:
            return tuple(map(_entry, connection.execute(query)))


def _last_number(connection: Connection, plan: str) -> int | None:
    return connection.scalar(select(tables.plan.c.last_number).where(tables.plan.c.id == plan))


def _begin_plan(connection: Connection, plan: str, drafts: Iterable[Draft], now: datetime) -> int | Invalid:
    """Lock the plan, which is begun where a draft asks for it, and return its last number."""
    begins = any(draft.kind == "plan" and draft.seen_revision == 0 for draft in drafts)
    if begins:
        try:
            _slug.validate_python(plan)
        except ValidationError:
            return Invalid("plan", plan, (problems.PLAN_ID,))
        dialect.insert_if_absent(connection, tables.plan, {"id": plan, "last_number": 0, "created_at": now})
    query = select(tables.plan.c.last_number).where(tables.plan.c.id == plan).with_for_update()
    number = connection.scalar(query)
    return Invalid("plan", plan, (problems.NO_SUCH_PLAN,)) if number is None else number


def _standing(connection: Connection, plan: str, keys: Sequence[Key]) -> dict[Key, Standing]:
    """What stands of these subjects, with their entries."""
    present, record = tables.present.c, tables.record.c
    found: dict[Key, Standing] = {}
    histories: dict[Key, list[Entry]] = {}
    for kind, subjects in _chunks(keys):
        query = (
            _entries(plan).where(record.kind == kind, record.subject.in_(subjects)).order_by(record.number)
        )
        for entry in map(_entry, connection.execute(query)):
            histories.setdefault((entry.kind, entry.subject), []).append(entry)
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


def _append(connection: Connection, plan: str, settled: Settled) -> None:
    if not settled.entries:
        return
    rows = [{"plan_id": plan, **entry.model_dump(exclude={"plan"})} for entry in settled.entries]
    connection.execute(tables.record.insert(), rows)
    present = [
        {
            "plan_id": plan,
            "kind": kind,
            "subject": subject,
            "revision": standing.revision,
            "data": standing.data,
            "last_actor": standing.actor,
            "last_recorded_at": standing.recorded_at,
        }
        for (kind, subject), standing in settled.standing.items()
    ]
    dialect.put_rows(connection, tables.present, present)
    last = settled.entries[-1].number
    connection.execute(tables.plan.update().where(tables.plan.c.id == plan).values(last_number=last))


def _present(
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


def _entries(plan: str) -> Select[Any]:
    return select(tables.record).where(tables.record.c.plan_id == plan)


def _entry(row: Row[Any]) -> Entry:
    fields = dict(row._mapping)
    return Entry(plan=fields.pop("plan_id"), **fields)
