"""Evidence files in a folder of this machine."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from planner.storage import problems as general
from planner.storage.files import problems
from planner.storage.files.interface import EvidenceFiles, is_hash, parts


class FolderFiles(EvidenceFiles):
    """Evidence files below one folder, which is made when the first is put."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where the file with this hash is or would be. ValueError for a malformed hash."""
        return self._folder.joinpath(*parts(sha256))

    def has(self, sha256: str) -> bool:
        """Whether there is a file under this hash, without reading it."""
        return self.path(sha256).is_file()

    def stored(self) -> Iterator[str]:
        """Hashes of all files there, in order."""
        names = (path.name for path in sorted(self._folder.glob("??/??/*")))
        return (name for name in names if is_hash(name))

    def _keep(self, sha256: str, content: bytes) -> None:
        path = self.path(sha256)
        try:
            if not path.is_file() or path.read_bytes() != content:
                _write_whole(path, content)
        except OSError as error:
            raise general.no_folder(str(self._folder)) from error

    def _bytes(self, sha256: str) -> bytes | None:
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise problems.damaged(sha256) from error


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
