"""Tables that are downloaded hold what people typed as text."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import pandas as pd
from openpyxl import load_workbook

import planner
from planner.catalog.services_table import NotATable, read_table, template
from planner.views.downloads import csv_file

ROOT = Path(planner.__file__).parent


def test_cells_and_headings_are_text_and_numbers_and_days_stay() -> None:
    table = pd.DataFrame(
        {"Layanan": ["=HYPERLINK(1)", "KTP", None], "-Hari": [-2, 3, 4], "Mulai": [date(2027, 1, 4)] * 3}
    )
    assert csv_file(table).decode("utf-8-sig").splitlines() == [
        "Layanan,'-Hari,Mulai",
        "'=HYPERLINK(1),-2,2027-01-04",
        "KTP,3,2027-01-04",
        ",4,2027-01-04",
    ]


def test_the_table_that_was_given_stays_as_it_is() -> None:
    table = pd.DataFrame({"Nama": ["=1"]})
    csv_file(table)
    assert table["Nama"].tolist() == ["=1"]


def test_excel_is_told_that_it_is_utf_8() -> None:
    assert csv_file(pd.DataFrame({"Nama": ["é"]})).startswith(b"\xef\xbb\xbf")


def test_no_other_place_writes_a_table_into_a_file() -> None:
    writes = re.compile(r"to_csv\(|to_excel\(|to_clipboard\(|\.append\(row\)")
    sources = {p.relative_to(ROOT).as_posix(): p.read_text(encoding="utf-8") for p in ROOT.rglob("*.py")}
    assert [name for name, text in sources.items() if writes.search(text)] == ["views/downloads.py"]


def test_the_table_to_fill_in_holds_no_formula() -> None:
    book = load_workbook(io.BytesIO(template()))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert len(cells) > 20
    assert "f" not in {cell.data_type for cell in cells}


def test_what_somebody_typed_is_read_back_letter_by_letter() -> None:
    table = pd.DataFrame({"Instansi": ["Polres"], "Layanan": ["'=SKCK"]})
    read = read_table(csv_file(table), "layanan.csv")
    assert not isinstance(read, NotATable)
    assert [list(line.cells.values()) for line in read.lines] == [["Polres", "'=SKCK"]]
