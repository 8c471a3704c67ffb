"""What is wrong in a file that people wrote, said so that its author can put it right."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands, its kind, what to do about it.

    ``file`` is the path as its author knows it, ``line`` counts from 1, ``code`` is a stable English word
    for tests and tools, ``message`` and ``hint`` are Indonesian sentences for the author. Problems sort by
    file, then line. The hint is no part of what a problem is: two that differ only there are equal.
    """

    file: str
    line: int
    code: str
    message: str
    hint: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        tail = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}: {self.code}: {self.message}{tail}"
