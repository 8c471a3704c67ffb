"""What every place for evidence files can do."""

from __future__ import annotations

import hashlib
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator

from planner.storage.files import problems

_SHA256 = re.compile(r"[0-9a-f]{64}")


class EvidenceFiles(ABC):
    """A place for evidence files, spread over two levels of folders (ab/cd/abcd…).

    Why no user's file name reaches a path: it could point out of the place, clash, or not exist on another
    system. The name that was given is kept in the record.
    """

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their SHA-256; the same bytes are kept once.

        The file appears whole or not at all. Bytes that were changed under their name are put right. Raises
        StorageProblem where the place cannot be written.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        self._keep(sha256, content)
        return sha256

    def read(self, sha256: str) -> bytes | None:
        """The bytes, or None where there are none with this hash.

        Raises ValueError for a malformed hash, DamagedEvidence where the bytes are not those once attached,
        StorageProblem where the place cannot be reached.
        """
        content = self._bytes(checked(sha256))
        if content is not None and hashlib.sha256(content).hexdigest() != sha256:
            raise problems.damaged(sha256)
        return content

    @abstractmethod
    def has(self, sha256: str) -> bool:
        """Whether there is a file under this hash, without reading it. Raises as ``read`` does."""

    @abstractmethod
    def stored(self) -> Iterator[str]:
        """Hashes of all files there, in order; anything with another name is passed over."""

    @abstractmethod
    def _keep(self, sha256: str, content: bytes) -> None:
        """Bring about that the bytes stand under their hash."""

    @abstractmethod
    def _bytes(self, sha256: str) -> bytes | None:
        """What stands under a hash."""


def checked(sha256: str) -> str:
    """A hash as it was given. ValueError for anything but 64 lower-case hexadecimal digits."""
    if not is_hash(sha256):
        raise ValueError("not a SHA-256 in lower-case hexadecimal")
    return sha256


def is_hash(name: str) -> bool:
    """Whether a name is 64 lower-case hexadecimal digits."""
    return _SHA256.fullmatch(name) is not None


def parts(sha256: str) -> tuple[str, str, str]:
    """Where a file stands: two folders and its name."""
    return checked(sha256)[:2], sha256[2:4], sha256
