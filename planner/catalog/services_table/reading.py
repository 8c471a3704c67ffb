"""Reading a pasted or uploaded table, whatever it turns out to be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from planner.catalog.services_table.cells import Grid, text_grids
from planner.catalog.services_table.table import Line, NotATable, Table
from planner.catalog.services_table.words import REQUIRED, TITLE, Column, heading
from planner.catalog.services_table.workbook import workbook_grids
from planner.domain.cells import visible

MOST_BYTES: Final = 5 * 1024 * 1024
MOST_ROWS: Final = 5000
LOOKED_AT: Final = 20
"""Rows among which the headings are looked for: titles may stand above them."""

_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_BINARY: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf")

TOO_LARGE: Final = "Berkas lebih besar dari 5 MiB; bagi tabelnya ke beberapa berkas."
TOO_MANY: Final = "Tabel lebih panjang dari 5.000 baris; bagi ke beberapa tabel."
EMPTY: Final = "Tabel masih kosong; isi baris judul kolom dan paling sedikit satu baris di bawahnya."
ENCRYPTED: Final = "Berkas “{name}” terkunci kata sandi; simpan tanpa kata sandi, lalu unggah lagi."
OLD_EXCEL: Final = (
    "Berkas “{name}” berformat Excel lama (.xls); simpan sebagai .xlsx atau CSV, lalu unggah lagi."
)
NO_TABLE: Final = (
    "“{name}” bukan tabel yang dapat dibaca; unggah CSV atau Excel (.xlsx), atau tempel tabelnya."
)
NO_COLUMNS: Final = (
    "Kolom {missing} tidak ditemukan. Judul kolom yang terbaca: {found}. "
    "Tulis judul kolom di baris pertama, paling sedikit Instansi dan Layanan."
)
TWICE: Final = "Kolom {title} ada dua kali ({found}); sisakan satu."
NO_ROWS: Final = "Di bawah judul kolom belum ada baris; isi paling sedikit satu layanan."
MOST_TOLD: Final = 12
SHOWN: Final = 60
_DASHES: Final = frozenset("-–—")
"""What people write into a cell that has nothing in it."""


def read_table(content: bytes | str, name: str) -> Table | NotATable:
    """A table of services from pasted text or from the bytes of an uploaded file, never an error.

    Text is parted by tabs, semicolons or commas, as UTF-8, UTF-16 with its mark, or the Western code page of
    Excel; a workbook is read by its stored values, formulas are never computed. ``name`` is what the person
    calls it. At most 5 MiB and 5,000 rows.
    """
    name = visible(name)[:SHOWN]
    if len(content) > MOST_BYTES:
        return NotATable(TOO_LARGE)
    grids = _grids(content, name)
    if isinstance(grids, NotATable):
        return grids
    found = _table([grid for _, grid in grids], name)
    if isinstance(found, NotATable):
        return found
    fitting = [sheet for sheet, grid in grids if sheet and grid is not None and _fits(grid)]
    return replace(found, unread=tuple(visible(sheet)[:SHOWN] for sheet in fitting[1:]))


def _grids(content: bytes | str, name: str) -> Sequence[tuple[str, Grid | None]] | NotATable:
    """What was given, in cells: sheets of a workbook by name, a text in each way that is possible."""
    if isinstance(content, bytes):
        if content.startswith(_OLD_OFFICE):
            return NotATable((ENCRYPTED if _ENCRYPTED in content else OLD_EXCEL).format(name=name))
        if content.startswith(_ZIP):
            found = workbook_grids(content)
            return NotATable(NO_TABLE.format(name=name)) if found is None else found
        text = None if content.startswith(_BINARY) else _decoded(content)
        if text is None:
            return NotATable(NO_TABLE.format(name=name))
        content = text
    return [("", grid) for grid in text_grids(content)]


def _decoded(content: bytes) -> str | None:
    """Text of a file in one of the ways in which spreadsheets write it; None: it is no text."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _table(grids: Sequence[Grid | None], name: str) -> Table | NotATable:
    """The first table among several readings of the same thing that has all required columns."""
    best: tuple[int, NotATable] = (-1, NotATable(EMPTY if grids else NO_TABLE.format(name=name)))
    for grid in grids:
        if grid is None:
            best = max(best, (0, NotATable(TOO_MANY)), key=lambda pair: pair[0])
            continue
        for place, (_, row) in enumerate(grid[:LOOKED_AT]):
            columns = [heading(cell) for cell in row]
            if set(REQUIRED) <= set(columns):
                return _with_headings(row, columns, grid[place + 1 :])
            like_headings = 4 * len(set(columns) - {None}) + min(len(row), 3)
            if like_headings > best[0]:
                best = (like_headings, _without(row, columns, name))
    return best[1]


def _fits(grid: Grid) -> bool:
    """Whether there is a table with all required columns, and something in it."""
    return any(set(REQUIRED) <= set(map(heading, row)) for _, row in grid[: min(LOOKED_AT, len(grid) - 1)])


def _without(row: Sequence[str], columns: Sequence[Column | None], name: str) -> NotATable:
    """What to say of a table whose best row of headings lacks a required column."""
    found = [cell for cell in row if cell]
    if len(found) < 2 and not any(columns):
        return NotATable(NO_TABLE.format(name=name))
    missing = " dan ".join(f"“{TITLE[column]}”" for column in REQUIRED if column not in columns)
    return NotATable(NO_COLUMNS.format(missing=missing, found=_named(found)))


def _with_headings(
    row: Sequence[str], columns: Sequence[Column | None], rows: Sequence[tuple[int, Sequence[str]]]
) -> Table | NotATable:
    if len(rows) > MOST_ROWS:
        return NotATable(TOO_MANY)
    titles: dict[Column, str] = {}
    for cell, column in zip(row, columns, strict=True):
        if column is not None and column in titles:
            return NotATable(TWICE.format(title=TITLE[column], found=_named([titles[column], cell])))
        if column is not None:
            titles[column] = cell
    if not rows:
        return NotATable(NO_ROWS)
    ignored = tuple(cell for cell, column in zip(row, columns, strict=True) if cell and column is None)
    return Table(titles, ignored, tuple(Line(n, _cells(columns, values)) for n, values in rows))


def _cells(columns: Sequence[Column | None], values: Sequence[str]) -> dict[Column, str]:
    padded = (*values, *[""] * len(columns))
    return {
        column: "" if _DASHES.issuperset(cell) else cell
        for column, cell in zip(columns, padded, strict=False)
        if column is not None
    }


def _named(titles: Iterable[str]) -> str:
    quoted = [f"“{visible(title)[:40]}”" for title in titles]
    more = len(quoted) - MOST_TOLD
    return ", ".join(quoted[:MOST_TOLD]) + (f", dan {more} lagi" if more > 0 else "")
