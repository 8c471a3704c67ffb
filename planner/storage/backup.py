"""All plans and their evidence in one file, as they stood at one moment while people went on working.

A backup is a .zip file: ``record/PLAN.jsonl`` holds the record of each plan as ``mpp audit export`` prints
it, ``evidence/SHA256`` each evidence file that an entry names, ``manifest.json`` the SHA-256 and size of each
of these. What stands now is not in it: it follows from the record. So a backup made of one kind of database
can be restored to another. Where there are accounts, ``accounts/`` holds them with their log and the hashes
of their passwords, but no session.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field
from sqlalchemy import Connection, select

from planner.domain.checklist import Frozen
from planner.storage import problems, tables
from planner.storage.accounts import copies
from planner.storage.audit import audit, raw_rows
from planner.storage.files import DamagedEvidence, EvidenceFiles
from planner.storage.lines import line
from planner.storage.named import named_files

VERSION = 2
MANIFEST = "manifest.json"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Member(Frozen):
    """One part of a backup."""

    sha256: Sha256
    size: Annotated[int, Field(ge=0)]


class PlanHead(Frozen):
    """Where the record of a plan ended; ``findings`` is how many things were wrong with it already."""

    created_at: AwareDatetime
    last_number: Annotated[int, Field(ge=0)]
    last_hash: str
    findings: Annotated[int, Field(ge=0)]


class Manifest(Frozen):
    """What a backup says of itself. ``absent``: evidence that was missing or damaged when it was made."""

    format: Literal["mpp-backup"]
    version: int
    made_at: AwareDatetime
    plans: dict[str, PlanHead]
    members: dict[str, Member]
    absent: tuple[Sha256, ...]


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made, and what it lacks or carries on."""

    file: Path
    plans: int
    entries: int
    evidence: int
    absent: tuple[str, ...]
    unsound: tuple[str, ...]
    """Plans whose record was not as the app wrote it."""
    accounts: int = 0


@dataclass
class _Writer:
    """Writes the members and remembers what they are."""

    zip: zipfile.ZipFile
    moment: tuple[int, int, int, int, int, int]
    members: dict[str, Member] = field(default_factory=dict)

    def add(self, name: str, parts: Iterable[bytes]) -> None:
        digest, size = hashlib.sha256(), 0
        info = zipfile.ZipInfo(name, self.moment)
        info.compress_type = zipfile.ZIP_DEFLATED
        with self.zip.open(info, "w", force_zip64=True) as member:
            for part in parts:
                digest.update(part)
                size += len(part)
                member.write(part)
        self.members[name] = Member(sha256=digest.hexdigest(), size=size)


def record_lines(connection: Connection, plan: str) -> list[str]:
    """The record of a plan as JSON Lines. StorageProblem where it cannot be read."""
    try:
        return [line(plan, row) for row in raw_rows(connection, plan)]
    except (AttributeError, TypeError, ValueError) as error:
        raise problems.unreadable_record(plan) from error


def back_up(connection: Connection, files: EvidenceFiles, file: Path, now: datetime) -> BackedUp:
    """Write a backup of all that the connection's moment shows to ``file``, which must not exist.

    The file appears whole or not at all. Evidence that is missing or damaged is left out and told. Raises
    StorageProblem where the file is there or cannot be written, a record cannot be read or the evidence not
    be reached.
    """
    if file.exists():
        raise problems.target_exists(str(file))
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".part-")
    except OSError as error:
        raise problems.cannot_write(str(file), error.strerror or "") from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            made = _fill(connection, files, file, now, stream)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            raise problems.target_exists(str(file))
        part.replace(file)
    except OSError as error:
        raise problems.cannot_write(str(file), error.strerror or "") from error
    finally:
        part.unlink(missing_ok=True)
    return made


def _fill(connection: Connection, files: EvidenceFiles, file: Path, now: datetime, stream: Any) -> BackedUp:
    wrong = {audited.plan: len(audited.findings) for audited in audit(connection)}
    heads: dict[str, PlanHead] = {}
    hashes: dict[str, None] = {}
    entries = 0
    with zipfile.ZipFile(stream, "w") as zip_file:
        writer = _Writer(zip_file, max(_EARLIEST, now.timetuple()[:6]))
        for plan in connection.execute(select(tables.plan).order_by(tables.plan.c.id)):
            lines = record_lines(connection, plan.id)
            writer.add(f"record/{plan.id}.jsonl", (f"{text}\n".encode() for text in lines))
            entries += len(lines)
            heads[plan.id] = PlanHead(
                created_at=plan.created_at,
                last_number=plan.last_number,
                last_hash=plan.last_hash,
                findings=wrong[plan.id],
            )
            hashes |= dict.fromkeys(_evidence(connection, plan.id))
        for name, lines in copies.lines(connection):
            writer.add(name, (f"{text}\n".encode() for text in lines))
        absent = tuple(sha256 for sha256 in hashes if not _add_evidence(writer, files, sha256))
        manifest = Manifest(
            format="mpp-backup",
            version=VERSION,
            made_at=now,
            plans=heads,
            members=dict(writer.members),
            absent=absent,
        )
        writer.add(MANIFEST, [manifest.model_dump_json(indent=1).encode()])
    unsound = tuple(plan for plan in heads if wrong[plan])
    accounts = copies.count(connection)
    return BackedUp(file, len(heads), entries, len(hashes) - len(absent), absent, unsound, accounts)


def _evidence(connection: Connection, plan: str) -> Iterable[str]:
    """Hashes of all files that the record of a plan ever named."""
    record = tables.record.c
    query = select(record.subject, record.after).where(record.plan_id == plan, record.kind == "evidence")
    entries = ((row.subject, row.after) for row in connection.execute(query.order_by(record.number)))
    hashes = (fields["sha256"] for fields in named_files(entries))
    return (sha256 for sha256 in hashes if isinstance(sha256, str))


def _add_evidence(writer: _Writer, files: EvidenceFiles, sha256: str) -> bool:
    try:
        content = files.read(sha256)
    except (ValueError, DamagedEvidence):
        return False
    if content is not None:
        writer.add(f"evidence/{sha256}", [content])
    return content is not None
