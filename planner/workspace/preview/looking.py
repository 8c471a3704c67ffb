"""Previews of files, drawn by a program that cannot harm this one."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from planner.workspace.contents import CSV, PDF, PICTURES, TEXT
from planner.workspace.contents.text import read

SECONDS: Final = 15.0
AT_ONCE: Final = 2
MOST_LINES: Final = 40
LONGEST_LINE: Final = 200
_DRAWING: Final = Path(__file__).with_name("drawing.py")
_NEEDED: Final = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "SYSTEMROOT")
_DRAWN: Final = {PDF.media_type: "pdf"} | {kind.media_type: "picture" for kind in PICTURES}
_WRITTEN: Final = (TEXT.media_type, CSV.media_type)
_places = BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Preview:
    """A page as a JPEG, or the first lines of a text. ``pages`` is how many there are."""

    picture: bytes | None = None
    text: str = ""
    pages: int = 1


def previewable(media_type: str) -> bool:
    """Whether files of this kind can be looked at without downloading them."""
    return media_type in _DRAWN or media_type in _WRITTEN


def preview(content: bytes, media_type: str, page: int = 1, *, seconds: float = SECONDS) -> Preview | None:
    """What a file looks like; None where it cannot be drawn: broken, locked, too large, or too slow.

    ``page`` counts from 1 and is asked of a PDF only.
    """
    if media_type in _WRITTEN:
        return Preview(text=_first_lines(read(content)))
    if media_type not in _DRAWN or not _places.acquire(timeout=seconds):
        return None
    try:
        return _drawn(_DRAWN[media_type], content, page, seconds)
    finally:
        _places.release()


def _drawn(kind: str, content: bytes, page: int, seconds: float) -> Preview | None:
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(_DRAWING), kind, str(page)],
            input=content,
            capture_output=True,
            timeout=seconds,
            check=True,
            env={name: os.environ[name] for name in _NEEDED if name in os.environ},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return Preview(picture=done.stdout[4:], pages=int.from_bytes(done.stdout[:4], "big"))


def _first_lines(text: str) -> str:
    lines = text[: MOST_LINES * LONGEST_LINE * 4].splitlines()
    shown = [line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…" for line in lines[:MOST_LINES]]
    return "\n".join([*shown, "…"] if len(lines) > MOST_LINES else shown)
