"""Putting a backup back: all of it is checked before anything is touched, then laid in at one stroke."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from pydantic import BaseModel, ValidationError
from sqlalchemy import Connection, func, select

from planner.domain.state import Entry
from planner.storage import dialect, problems, rows, tables
from planner.storage.accounts import copies
from planner.storage.audit import audit, standing_of
from planner.storage.backup import MANIFEST, VERSION, Manifest
from planner.storage.files import EvidenceFiles
from planner.storage.lines import row_of

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and what the backup itself said was missing or wrong."""

    plans: int
    entries: int
    evidence: int
    absent: tuple[str, ...]
    unsound: tuple[str, ...]
    accounts: int = 0


class _Version(BaseModel):
    """What every manifest says of itself, of whatever version it is."""

    format: Literal["mpp-backup"]
    version: int


class Content:
    """A backup whose every part is what its manifest says, with its records read."""

    def __init__(self, file: Path, zip_file: zipfile.ZipFile, manifest: Manifest) -> None:
        self.file = file
        self.manifest = manifest
        self._zip = zip_file
        self.records = {plan: self._record(plan) for plan in manifest.plans}
        self.accounts: dict[str, list[dict[str, Any]]] = {
            part: self._accounts(part) for part in copies.PARTS if part in manifest.members
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def evidence(self) -> tuple[str, ...]:
        """Hashes of the evidence files in the backup."""
        names = (name.partition("/") for name in self.manifest.members)
        return tuple(sha256 for room, _, sha256 in names if room == "evidence")

    def put_evidence(self, files: EvidenceFiles) -> None:
        """Keep the evidence; what is there already stays, what is damaged there is mended."""
        for sha256 in self.evidence():
            files.put(self._zip.read(f"evidence/{sha256}"))

    def _accounts(self, part: str) -> list[dict[str, Any]]:
        try:
            return copies.rows_of(part, self._zip.read(part).decode("utf-8"))
        except (KeyError, ValueError) as error:
            raise problems.damaged_backup(str(self.file), part) from error

    def _record(self, plan: str) -> list[dict[str, Any]]:
        name = f"record/{plan}.jsonl"
        try:
            lines = self._zip.read(name).decode("utf-8").split("\n")
            return [row_of(plan, text) for text in lines if text]
        except (KeyError, TypeError, ValueError) as error:
            raise problems.damaged_backup(str(self.file), name) from error


def opened(file: Path) -> Content:
    """The backup in ``file``, checked part by part against its manifest. Raises BadBackup."""
    try:
        zip_file = zipfile.ZipFile(file)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise problems.no_backup(str(file)) from error
    try:
        manifest = _manifest(file, zip_file)
        for name in _untrue(zip_file, manifest):
            raise problems.damaged_backup(str(file), name)
        return Content(file, zip_file, manifest)
    except BaseException:
        zip_file.close()
        raise


def _manifest(file: Path, zip_file: zipfile.ZipFile) -> Manifest:
    try:
        text = zip_file.read(MANIFEST)
        told = _Version.model_validate_json(text)
        if told.version > VERSION:
            raise problems.newer_backup(str(file))
        return Manifest.model_validate_json(text)
    except (*_UNREADABLE, KeyError, ValidationError) as error:
        raise problems.no_backup(str(file)) from error


_UNREADABLE = (
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    zipfile.BadZipFile,
    zlib.error,
)


def _untrue(zip_file: zipfile.ZipFile, manifest: Manifest) -> Iterator[str]:
    """Names of parts that are missing, too many, or not what the manifest says."""
    there = [info.filename for info in zip_file.infolist() if info.filename != MANIFEST]
    wanted = {f"record/{plan}.jsonl" for plan in manifest.plans}
    of_accounts = set(copies.PARTS)
    if of_accounts & set(manifest.members):
        wanted |= of_accounts
    yield from sorted(wanted - set(manifest.members))
    yield from sorted(set(manifest.members) ^ set(there))
    yield from sorted(name for name in there if there.count(name) > 1)
    for name, member in manifest.members.items():
        room, _, rest = name.partition("/")
        misnamed = name not in wanted and (room, rest) != ("evidence", member.sha256)
        if misnamed or _digest(zip_file, name, member.size) != member.sha256:
            yield name


def _digest(zip_file: zipfile.ZipFile, name: str, size: int) -> str | None:
    """SHA-256 of a part; None where it cannot be read or has another size."""
    if zip_file.getinfo(name).file_size != size:
        return None
    digest = hashlib.sha256()
    try:
        with zip_file.open(name) as member:
            while part := member.read(_CHUNK):
                digest.update(part)
    except _UNREADABLE:
        return None
    return digest.hexdigest()


def refuse_to_overwrite(connection: Connection, content: Content, replace: bool) -> None:
    """Raises NotEmpty where there are plans, or accounts that would go, and nobody said to replace them."""
    plans = connection.scalar(select(func.count()).select_from(tables.plan)) or 0
    accounts = copies.count(connection) if content.accounts else 0
    if (plans or accounts) and not replace:
        raise problems.not_empty(dialect.shown(connection.engine.url), plans, accounts)


def lay_in(connection: Connection, content: Content, replace: bool) -> Restored:
    """Replace all plans by those of the backup, within the connection's transaction.

    So are the accounts, where the backup has any; an older one, or one made without accounts, leaves those
    that are here.

    The record must then be as the app wrote it, unless the backup says that it was not when it was made.
    Raises NotEmpty, or BadBackup, which undoes everything.
    """
    dialect.lock_tables(connection)
    refuse_to_overwrite(connection, content, replace)
    dialect.release_record(connection)
    for table in (tables.present, tables.record, tables.plan):
        connection.execute(table.delete())
    for plan in content.manifest.plans:
        _lay_in_plan(connection, content, plan)
    dialect.protect_record(connection)
    if content.accounts:
        copies.lay_in(connection, content.accounts)
    plans = content.manifest.plans
    unsound = []
    for audited in audit(connection):
        if audited.findings and not plans[audited.plan].findings:
            raise problems.untrue_backup(str(content.file), audited.plan, audited.findings[0].message)
        if audited.findings:
            unsound.append(audited.plan)
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
