"""Evidence files by their content: the SHA-256 of the bytes is the only name they have."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from planner.storage import problems

_SHA256 = re.compile(r"[0-9a-f]{64}")


class EvidenceFiles:
    """A folder of evidence files, spread over two levels of subfolders (ab/cd/abcd…).

    Why no user's file name reaches a path: it could point out of the folder, clash, or not exist on another
    system. The name that was given is kept in the record.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where the file with this hash is or would be. ValueError for anything but 64 lower-case hex."""
        if not _SHA256.fullmatch(sha256):
            raise ValueError("not a SHA-256 in lower-case hexadecimal")
        return self._folder / sha256[:2] / sha256[2:4] / sha256

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their SHA-256; the same bytes are kept once.

        The file appears whole or not at all. Raises StorageProblem where the folder cannot be written.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        path = self.path(sha256)
        try:
            if not path.is_file() or path.read_bytes() != content:
                _write_whole(path, content)
        except OSError as error:
            raise problems.no_folder(str(self._folder)) from error
        return sha256

    def read(self, sha256: str) -> bytes | None:
        """The bytes, or None where there are none with this hash.

        Raises ValueError for a malformed hash, StorageProblem where the bytes are not those once attached.
        """
        try:
            content = self.path(sha256).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise problems.damaged_evidence(sha256) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise problems.damaged_evidence(sha256)
        return content


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
