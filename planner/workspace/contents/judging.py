"""Whether the bytes of a file are of a kind that is taken, and which."""

from __future__ import annotations

from typing import Final, Literal

from planner.workspace.contents import text
from planner.workspace.contents.kinds import JPEG, PDF, PNG, WEBP, Kind
from planner.workspace.contents.packed import packed

Wrong = Literal["kind_refused", "active_content", "old_office", "unsafe_archive"]

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PROGRAMS: Final = (
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"L\x00\x00\x00\x01\x14\x02\x00",
    b"\x00asm",
    b"dex\n",
)
_BEFORE_PDF: Final = b"\xef\xbb\xbf \t\r\n\x00"


def judged(content: bytes, file_name: str) -> Kind | Wrong:
    """The kind of a file, or why it is not taken.

    ``active_content`` runs where it is opened (a web page, a drawing in SVG, a script, a program, an office
    document with macros); ``old_office`` may hold macros that nobody can see without opening it;
    ``unsafe_archive`` unpacks to too much or out of its folder; ``kind_refused`` is anything else.

    Why the name is asked at all: a script is plain text and differs from it by its name alone.
    """
    if content.startswith(_OLE):
        return "old_office"
    if content.startswith(_PROGRAMS) or (content.startswith(b"MZ") and b"\x00" in content[:4096]):
        return "active_content"
    if content[:1024].lstrip(_BEFORE_PDF).startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return WEBP
    if content.startswith(_PACKED):
        return packed(content)
    return text.judged(content, file_name)
