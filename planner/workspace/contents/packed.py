"""What is packed as ZIP: office documents without macros, and archives that unpack to no harm.

Only the list of what is in it is read, and of its parts two that are short: nothing is unpacked.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Final, Literal

from planner.workspace.contents.kinds import DOCX, ODP, ODS, ODT, PPTX, XLSX, ZIP, Kind

MOST_UNPACKED: Final = 500 * 1024**2
MOST_PARTS: Final = 5000
MOST_LISTED: Final = 2 * 1024**2
"""Bytes of the list of what is in an archive."""

_MOST_TYPES: Final = 1024**2
_TYPES: Final = "[Content_Types].xml"
_OFFICE: Final = {f"{kind.media_type}.main+xml".encode(): kind for kind in (DOCX, XLSX, PPTX)}
_OPEN: Final = {kind.media_type.encode(): kind for kind in (ODT, ODS, ODP)}
_ACTIVE_PARTS: Final = ("vbaproject", "vbadata", "macrosheet", "activex")
_ACTIVE_TYPES: Final = (b"macroenabled", b"vbaproject", b"macrosheet", b"activex", b"&#", b"<!")
"""Also what could hide one of the others: letters written as numbers, declarations."""

_PROGRAM_PARTS: Final = frozenset({"META-INF/MANIFEST.MF", "AndroidManifest.xml", "classes.dex"})
_MACRO_FOLDERS: Final = ("Basic/", "Scripts/")
_UNREADABLE: Final = (
    EOFError,
    KeyError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
_END: Final = b"PK\x05\x06"
_LARGE: Final = b"PK\x06\x07"


def packed(content: bytes) -> Kind | Literal["kind_refused", "active_content", "unsafe_archive"]:
    """The kind of a packed file, or why it is not taken."""
    if not _list_is_short(content):
        return "unsafe_archive"
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _of(archive)
    except _UNREADABLE:
        return "kind_refused"


def _list_is_short(content: bytes) -> bool:
    """Whether the list at the end can be read in a moment. Why beforehand: reading it is what takes long."""
    end = content.rfind(_END)
    if end < 0 or len(content) < end + 22:
        return True
    return (
        content[max(0, end - 20) : end][:4] != _LARGE
        and int.from_bytes(content[end + 12 : end + 16], "little") <= MOST_LISTED
    )


def _of(archive: zipfile.ZipFile) -> Kind | Literal["kind_refused", "active_content", "unsafe_archive"]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if not parts:
        return "kind_refused"
    if not _is_safe(parts):
        return "unsafe_archive"
    if _PROGRAM_PARTS & set(names):
        return "active_content"
    if _TYPES in names:
        return _office(archive, names)
    if "mimetype" in names:
        return _open_document(archive, names)
    return ZIP


def _is_safe(parts: Sequence[zipfile.ZipInfo]) -> bool:
    small = {part.filename.casefold() for part in parts}
    honest = len(small) == len(parts) <= MOST_PARTS
    return (
        honest
        and sum(part.file_size for part in parts) <= MOST_UNPACKED
        and not any(_escapes(part) for part in parts)
    )


def _escapes(part: zipfile.ZipInfo) -> bool:
    """Whether a part would be unpacked outside its folder, or is a link that may point there.

    Its name is looked at as it is written: Python cuts it off at a zero and turns backslashes on Windows.
    """
    name = part.orig_filename.replace("\\", "/")
    link = (part.external_attr >> 16) & 0o170000 == 0o120000
    return link or "\x00" in name or name.startswith("/") or name[1:2] == ":" or ".." in name.split("/")


def _office(
    archive: zipfile.ZipFile, names: Sequence[str]
) -> Kind | Literal["kind_refused", "active_content"]:
    types = _short(archive, _TYPES)
    small = [name.lower() for name in names]
    if any(word in types.lower() for word in _ACTIVE_TYPES) or any(
        part in name for name in small for part in _ACTIVE_PARTS
    ):
        return "active_content"
    found = [kind for main, kind in _OFFICE.items() if b'"' + main + b'"' in types.replace(b"'", b'"')]
    return found[0] if len(found) == 1 else "kind_refused"


def _open_document(
    archive: zipfile.ZipFile, names: Sequence[str]
) -> Kind | Literal["kind_refused", "active_content"]:
    if any(name.startswith(_MACRO_FOLDERS) for name in names):
        return "active_content"
    return _OPEN.get(_short(archive, "mimetype").strip(), "kind_refused")


def _short(archive: zipfile.ZipFile, name: str) -> bytes:
    """The first bytes of a part; all of it where it is of honest length."""
    with archive.open(name) as part:
        return part.read(_MOST_TYPES)
