"""Putting a backup back: all of it is checked before anything is touched, then laid in at one stroke."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from planner.domain.state import Entry
from planner.storage import dialect, problems, rows, tables
from planner.storage.accounts import copies
from planner.storage.audit import audit, standing_of
from planner.storage.files import EvidenceFiles
from planner.storage.unpacked import Content, record_part


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and what the backup itself said was missing or wrong."""

    plans: int
    entries: int
    evidence: int
    absent: tuple[str, ...]
    unsound: tuple[str, ...]
    accounts: int = 0


def refuse_to_overwrite(connection: Connection, content: Content, replace: bool) -> None:
    """Raises NotEmpty where there are plans, or accounts that would go, and nobody said to replace them."""
    plans = connection.scalar(select(func.count()).select_from(tables.plan)) or 0
    accounts = copies.count(connection) if content.accounts else 0
    if (plans or accounts) and not replace:
        raise problems.not_empty(dialect.shown(connection.engine.url), plans, accounts)


def lay_in(connection: Connection, files: EvidenceFiles, content: Content, replace: bool) -> Restored:
    """Replace all plans by those of the backup, within the connection's transaction; then keep its evidence.

    So are the accounts, where the backup has any; an older one, or one made without accounts, leaves those
    that are here.

    The record must then be as the app wrote it, unless the backup says that it was not when it was made.
    Raises NotEmpty, or BadBackup, which undoes everything; evidence is put last, when neither can come any
    more.
    """
    dialect.lock_tables(connection)
    refuse_to_overwrite(connection, content, replace)
    dialect.release_record(connection)
    for table in (tables.present, tables.record, tables.plan):
        connection.execute(table.delete())
    for plan in content.manifest.plans:
        with _held(content, record_part(plan)):
            _lay_in_plan(connection, content, plan)
    dialect.protect_record(connection)
    if content.accounts:
        with _held(content, copies.ACCOUNTS):
            copies.lay_in(connection, content.accounts)
    plans = content.manifest.plans
    unsound = []
    for audited in audit(connection):
        if audited.findings and not plans[audited.plan].findings:
            raise problems.untrue_backup(str(content.file), audited.plan, audited.findings[0].message)
        if audited.findings:
            unsound.append(audited.plan)
    content.put_evidence(files)
    entries = sum(len(record) for record in content.records.values())
    return Restored(
        len(plans),
        entries,
        len(content.evidence()),
        content.manifest.absent,
        tuple(unsound),
        len(content.accounts.get(copies.ACCOUNTS, ())),
    )


def _lay_in_plan(connection: Connection, content: Content, plan: str) -> None:
    head = content.manifest.plans[plan]
    about = {"id": plan, **head.model_dump(include={"created_at", "last_number", "last_hash"})}
    connection.execute(tables.plan.insert(), about)
    record = content.records[plan]
    if not record:
        return
    connection.execute(tables.record.insert(), record)
    entries = [
        Entry(plan=plan, **{name: value for name, value in row.items() if name not in {"plan_id", "hash"}})
        for row in record
    ]
    present = [rows.present_row(plan, key, stands) for key, stands in standing_of(entries).items()]
    connection.execute(tables.present.insert(), present)


@contextmanager
def _held(content: Content, part: str) -> Iterator[None]:
    """Rows that no table can hold (one twice, a number too large) make the part a damaged one."""
    try:
        yield
    except Exception as error:
        if not dialect.no_row(error):
            raise
        raise problems.damaged_backup(str(content.file), part) from error
