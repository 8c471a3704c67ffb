"""A backup read and checked, part by part, before anything is touched; none of it is believed before."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self

from pydantic import BaseModel, ValidationError

from planner.domain.checklist import Slug
from planner.storage import problems
from planner.storage.accounts import copies
from planner.storage.backup import MANIFEST, VERSION, Manifest, PlanHead
from planner.storage.files import EvidenceFiles
from planner.storage.lines import row_of
from planner.storage.named import named_files

MANIFEST_MOST: Final = 64 << 20
"""Bytes of a manifest, some hundred for each evidence file."""
LINE_MOST: Final = 8 << 20
"""Bytes of one line: one entry of a record, one account."""
_CHUNK = 1 << 20
_NO_ROW = (KeyError, TypeError, ValueError, RecursionError)


class _Version(BaseModel):
    """What every manifest says of itself, of whatever version it is."""

    format: Literal["mpp-backup"]
    version: int


class _Manifest(Manifest):
    """A manifest whose plans are named as plans can be: the names become those of parts."""

    plans: dict[Slug, PlanHead]


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

    def unlisted(self) -> Iterator[str]:
        """Hashes that a record names, of which the backup has no file and does not say that it was absent."""
        listed = {*self.evidence(), *self.manifest.absent}
        for record in self.records.values():
            entries = ((row["subject"], row["after"]) for row in record if row["kind"] == "evidence")
            hashes = (fields["sha256"] for fields in named_files(entries))
            yield from (told for told in hashes if isinstance(told, str) and told not in listed)

    def _accounts(self, part: str) -> list[dict[str, Any]]:
        try:
            return [row for line in self._lines(part) for row in copies.rows_of(part, line)]
        except _NO_ROW as error:
            raise problems.damaged_backup(str(self.file), part) from error

    def _record(self, plan: str) -> list[dict[str, Any]]:
        name = record_part(plan)
        try:
            return [row_of(plan, line) for line in self._lines(name)]
        except _NO_ROW as error:
            raise problems.damaged_backup(str(self.file), name) from error

    def _lines(self, name: str) -> Iterator[str]:
        """The lines of a part that hold anything. ValueError for one that is too long, or no text."""
        with self._zip.open(name) as part:
            while line := part.readline(LINE_MOST + 1):
                if len(line) > LINE_MOST:
                    raise ValueError("a line of a backup is never so long")
                if text := line.decode("utf-8").removesuffix("\n"):
                    yield text


def record_part(plan: str) -> str:
    """The part of a backup that holds the record of a plan."""
    return f"record/{plan}.jsonl"


def opened(file: Path) -> Content:
    """The backup in ``file``, checked part by part against its manifest. Raises BadBackup, or BadTarget."""
    try:
        zip_file = zipfile.ZipFile(file)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        unopened = isinstance(error, OSError) and error.filename is not None
        raise (problems.no_such_backup if unopened else problems.no_backup)(str(file)) from error
    try:
        manifest = _manifest(file, zip_file)
        for name in _untrue(zip_file, manifest):
            raise problems.damaged_backup(str(file), name)
        content = Content(file, zip_file, manifest)
        for sha256 in content.unlisted():
            raise problems.damaged_backup(str(file), f"evidence/{sha256}")
        return content
    except BaseException:
        zip_file.close()
        raise


def _manifest(file: Path, zip_file: zipfile.ZipFile) -> Manifest:
    try:
        if zip_file.getinfo(MANIFEST).file_size > MANIFEST_MOST:
            raise problems.no_backup(str(file))
        text = zip_file.read(MANIFEST)
        told = _Version.model_validate_json(text)
        if told.version > VERSION:
            raise problems.newer_backup(str(file))
        return _Manifest.model_validate_json(text)
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
    wanted = {record_part(plan) for plan in manifest.plans}
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
