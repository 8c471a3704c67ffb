"""Text in a spreadsheet is text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.cells import harmless

STARTS = ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+62 812", "'+62 812"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r", "'\r"),
        ("\tteks", "'\tteks"),
        ("  =1", "'  =1"),
        ("\uff1d1", "'\uff1d1"),
        ("Loket;=1+1", "Loket;'=1+1"),
        ("Loket,@x\n-y", "Loket,'@x\n'-y"),
    ],
)
def test_what_would_begin_a_formula_is_written_as_text(told: str, written: str) -> None:
    assert harmless(told) == written


@pytest.mark.parametrize("told", ["", "Kartu keluarga", "5 - 3 = 2", "a@b.go.id", "Senin, 9-10", "'sudah"])
def test_other_text_stays_as_it_is(told: str) -> None:
    assert harmless(told) == told


@given(st.text(alphabet="=+-@;,'\"\t\r\n ax", max_size=12))
def test_no_cell_begins_a_formula_however_the_table_is_parted(told: str) -> None:
    written = harmless(told)
    assert written.replace("'", "") == told.replace("'", "")
    for cell in written.replace(",", ";").replace("\n", ";").replace("\r", ";").split(";"):
        assert not cell.startswith(("=", "+", "-", "@"))


@given(st.text(alphabet="=+-@;'\"\t ax", max_size=12))
def test_a_table_written_and_read_again_holds_no_formula(told: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([harmless(told), harmless(told)])
    (row,) = csv.reader(io.StringIO(out.getvalue()))
    assert [cell.startswith(STARTS) for cell in row] == [False, False]
