"""The store: the only way to the database. Writes append to the record; reads tell what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, Select, select

from planner.domain.checklist import Slug
from planner.domain.state import Entry, State, SubjectKind, replay
from planner.storage import dialect, problems, rows, tables
from planner.storage.audit import Witness, audit
from planner.storage.backup import BackedUp, back_up, record_lines
from planner.storage.changes import (
    Check,
    Circumstances,
    Draft,
    Invalid,
    Settled,
    Stale,
    Written,
    settle,
)
from planner.storage.files import EvidenceFiles
from planner.storage.findings import Audited
from planner.storage.migrate import migrate
from planner.storage.restore import Restored, lay_in, refuse_to_overwrite
from planner.storage.snapshots import Snapshots
from planner.storage.unpacked import opened

__all__ = ["Check", "Draft", "Invalid", "Stale", "Store", "Written"]
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
            return rows.last_number(connection, plan) or 0

    def shut_out(self) -> frozenset[str]:
        """Logins of the accounts that let nobody in any more."""
        with dialect.reading(self._engine) as connection:
            return frozenset(
                connection.scalars(select(tables.account.c.login).where(~tables.account.c.active))
            )

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
            head = _begin_plan(connection, plan, drafts, now)
            if isinstance(head, Invalid):
                return head
            circumstances = Circumstances(plan, head.number, actor, effective_on, now, why)
            result = settle(drafts, rows.standing(connection, plan, keys), circumstances, check)
            if isinstance(result, Settled):
                rows.append(connection, plan, head, result)
                return Written(result.entries)
            connection.rollback()
            return result

    def state(self, plan: str, day: date | None = None) -> State | None:
        """The plan now, or as it stood at the end of ``day``; None where it did not exist.

        Now comes from the table of what stands, a past day from the record.
        """
        if day is not None:
            past = rows.entries(plan).where(tables.record.c.effective_on <= day)
            return replay(plan, self._read(past), day)
        with dialect.reading(self._engine) as connection:
            number = rows.last_number(connection, plan)
            if number is None:
                return None
            return self._snapshots.state(plan, number, lambda since: rows.present(connection, plan, since))

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
        query = rows.entries(plan).where(number > since_number).limit(limit)
        if kind is not None:
            query = query.where(tables.record.c.kind == kind)
        if subject is not None:
            query = query.where(tables.record.c.subject == subject)
        return self._read(query.order_by(number.desc() if newest_first else number))

    def audit(self, plan: str | None = None, witness: Witness | None = None) -> list[Audited]:
        """What is wrong with the record of one plan or of all; see ``planner/storage/audit.py``."""
        with dialect.reading(self._engine) as connection:
            return audit(connection, plan, witness)

    def lines(self, plan: str) -> list[str]:
        """The record of a plan as JSON Lines with seals, in order; StorageProblem where it is unreadable."""
        with dialect.reading(self._engine) as connection:
            return record_lines(connection, plan)

    def back_up(self, files: EvidenceFiles, file: Path) -> BackedUp:
        """All plans and their evidence in one new file; see ``planner/storage/backup.py``."""
        with dialect.reading(self._engine) as connection:
            return back_up(connection, files, file, tables.utc(self._clock()))

    def restore(self, files: EvidenceFiles, file: Path, *, replace: bool) -> Restored:
        """Put a backup in the place of what is here; see ``planner/storage/restore.py``."""
        with opened(file) as content:
            with dialect.reading(self._engine) as connection:
                refuse_to_overwrite(connection, content, replace)
            with dialect.writing(self._engine) as connection:
                return lay_in(connection, files, content, replace)

    def _read(self, query: Select[Any]) -> tuple[Entry, ...]:
        with dialect.reading(self._engine) as connection:
            return tuple(map(rows.entry, connection.execute(query)))


def _begin_plan(
    connection: Connection, plan: str, drafts: Iterable[Draft], now: datetime
) -> rows.Head | Invalid:
    """Lock the plan, which is begun where a draft asks for it, and return its last entry."""
    if any(draft.kind == "plan" and draft.seen_revision == 0 for draft in drafts):
        try:
            _slug.validate_python(plan)
        except ValidationError:
            return Invalid("plan", plan, (problems.PLAN_ID,))
        rows.begin(connection, plan, now)
    return rows.locked_head(connection, plan) or Invalid("plan", plan, (problems.NO_SUCH_PLAN,))
