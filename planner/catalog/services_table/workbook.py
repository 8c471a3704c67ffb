"""Rows of plain text out of an Excel workbook, and the workbook that shows how to fill in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from planner.catalog.services_table.cells import MOST_COLUMNS, Grid, kept
from planner.catalog.services_table.words import TITLE
from planner.domain.cells import harmless

MOST_UNPACKED: Final = 40 * 1024 * 1024
MOST_PARTS: Final = 2000
MOST_SHEETS: Final = 20
_DECLARATIONS: Final = ("<!DOCTYPE", "<!ENTITY")
_FORBIDDEN: Final = tuple(
    word.encode(encoding) for word in _DECLARATIONS for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
NO_RESULT: Final = "=(rumus tanpa hasil)"
"""What stands for a formula whose result was not stored; it is never computed here."""
_WITHOUT_RESULT: Final = re.compile(rb"<c(?![^>]*\st=)[^>]*><f[^>]*(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>")
"""A cell with a formula and no result; one whose result is an empty text says so in ``t``."""
_EXAMPLES: Final = (
    (
        "Disdukcapil",
        "OPD kabupaten/kota",
        "Kartu keluarga",
        "produk selesai",
        "langsung",
        "1 hari kerja",
        "gratis",
        "lengkap",
        "ya",
        "ya",
    ),
    (
        "Kantor Pertanahan",
        "instansi vertikal",
        "Pengecekan sertipikat",
        "informasi",
        "elektronik",
        "",
        "",
        "persyaratan; jangka waktu; biaya/tarif",
        "ya",
        "belum",
    ),
)


def workbook_grids(content: bytes) -> Sequence[tuple[str, Grid | None]] | None:
    """Sheets of a workbook with their rows by stored values; None: it is none, or one not to be trusted.

    Why every error: the reader of workbooks raises whatever a strange file happens to lead it to.
    """
    try:
        return _sheets(content) if _trusted(content) else None
    except Exception:
        return None


def _trusted(content: bytes) -> bool:
    """Whether a packed file stays small when unpacked and holds no declarations that could grow."""
    with ZipFile(BytesIO(content)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            return False
        texts = (packed.read(p) for p in parts if p.filename.endswith((".xml", ".rels")))
        return not any(word in text for text in texts for word in _FORBIDDEN)


def _sheets(content: bytes) -> list[tuple[str, Grid | None]]:
    values = _values(content, computed=True)
    if not _lacks_results(content):
        return [(sheet, kept([_text(value) for value in row] for row in rows)) for sheet, rows in values]
    formulas = _values(content, computed=False)
    return [
        (sheet, kept(_told(*both) for both in zip(rows, asked, strict=True)))
        for (sheet, rows), (_, asked) in zip(values, formulas, strict=True)
    ]


def _lacks_results(content: bytes) -> bool:
    """Whether any formula was stored without its result, as programs do that cannot compute."""
    with ZipFile(BytesIO(content)) as packed:
        sheets = [p for p in packed.namelist() if p.endswith(".xml") and "worksheets" in p]
        return any(_WITHOUT_RESULT.search(packed.read(sheet)) for sheet in sheets)


def _values(content: bytes, computed: bool) -> list[tuple[str, Iterator[tuple[object, ...]]]]:
    """Sheets by name with what their cells hold: stored results, or the formulas themselves."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), read_only=True, data_only=computed, keep_links=False)
    return [
        (sheet.title, sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True))
        for sheet in book.worksheets[:MOST_SHEETS]
    ]


def _told(row: tuple[object, ...], asked: tuple[object, ...]) -> list[str]:
    """A row as it is read, with a mark in cells whose formula has no result."""
    return [
        NO_RESULT if value is None and isinstance(formula, str) and formula.startswith("=") else _text(value)
        for value, formula in zip(row, asked, strict=True)
    ]


def _text(value: object) -> str:
    """A stored value as a person reads it in its cell."""
    match value:
        case None:
            return ""
        case bool():
            return "ya" if value else "tidak"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date():
            return f"{value:%d/%m/%Y}"
        case time():
            return f"{value:%H.%M}"
        case _:
            return str(value)


def template() -> bytes:
    """A workbook with all columns and two rows that show how to fill them in."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = TITLE["name"]
    for row in (tuple(TITLE.values()), *_EXAMPLES):
        sheet.append([harmless(text) for text in row])
    for column in range(1, len(TITLE) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 24
    sheet.freeze_panes = "A2"
    out = BytesIO()
    book.save(out)
    return out.getvalue()
