"""The kinds of files that are taken as evidence, and what a file of each is called."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its media type, and the endings its name may have, the usual one first."""

    media_type: str
    endings: tuple[str, ...]


_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
PDF: Final = Kind("application/pdf", ("pdf",))
PNG: Final = Kind("image/png", ("png",))
JPEG: Final = Kind("image/jpeg", ("jpg", "jpeg"))
WEBP: Final = Kind("image/webp", ("webp",))
DOCX: Final = Kind(f"{_OOXML}.wordprocessingml.document", ("docx",))
XLSX: Final = Kind(f"{_OOXML}.spreadsheetml.sheet", ("xlsx",))
PPTX: Final = Kind(f"{_OOXML}.presentationml.presentation", ("pptx",))
ODT: Final = Kind(f"{_ODF}.text", ("odt",))
ODS: Final = Kind(f"{_ODF}.spreadsheet", ("ods",))
ODP: Final = Kind(f"{_ODF}.presentation", ("odp",))
TEXT: Final = Kind("text/plain", ("txt", "md", "log"))
CSV: Final = Kind("text/csv", ("csv", "tsv"))
ZIP: Final = Kind("application/zip", ("zip",))

KINDS: Final = (PDF, PNG, JPEG, WEBP, DOCX, XLSX, PPTX, ODT, ODS, ODP, TEXT, CSV, ZIP)
PICTURES: Final = (PNG, JPEG, WEBP)
LONGEST_NAME: Final = 200
_ENDINGS: Final = frozenset(ending for kind in KINDS for ending in kind.endings)
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def clean_name(file_name: str) -> str:
    """A file's own name without folders and without characters that are not seen; ``berkas`` for none.

    Why unseen characters: one of them turns the reading direction, so that an ending can look like another.
    """
    name = PurePath(file_name.replace("\\", "/")).name
    seen = "".join(c for c in name if unicodedata.category(c) not in _UNSEEN).strip()
    return (re.fullmatch(r"\.*", seen) and "berkas") or seen


def ending_of(name: str) -> str:
    """What stands behind the last dot of a name, in small letters; empty for none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def named(file_name: str, kind: Kind) -> str:
    """The clean name of a file with the ending of what it is, at most 200 characters.

    An ending of another kind gives way; an ending that is none of ours stays in the name.
    """
    name = clean_name(file_name)
    ending = ending_of(name)
    if ending in kind.endings:
        stem, ending = name.rpartition(".")[0], name.rpartition(".")[2]
    else:
        stem, ending = (name.rpartition(".")[0] if ending in _ENDINGS else name), kind.endings[0]
    return f"{(stem or 'berkas')[: LONGEST_NAME - len(ending) - 1]}.{ending}"
