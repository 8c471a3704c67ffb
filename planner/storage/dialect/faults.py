"""What the errors of the databases mean: a fault of the place, of a row, or of this program."""

from __future__ import annotations

from sqlalchemy import URL
from sqlalchemy.exc import (
    DatabaseError,
    DataError,
    DBAPIError,
    IntegrityError,
    OperationalError,
    ProgrammingError,
    StatementError,
)

from planner.storage import problems
from planner.storage.dialect.address import file_of, shown
from planner.storage.problems import StorageProblem

_MEANINGS = (
    ("unable to open database file", problems.cannot_open),
    ("readonly database", problems.read_only),
    ("file is not a database", problems.not_a_database),
    ("malformed", problems.not_a_database),
    ("database is locked", problems.busy),
    ("disk is full", problems.full),
)
_STATES = {
    "25006": problems.read_only,
    "40P01": problems.busy,
    "42501": problems.read_only,
    "53100": problems.full,
    "53300": problems.busy,
    "55P03": problems.busy,
}
"""PostgreSQL's codes (SQLSTATE): read-only, deadlock, no permission, disk full, nothing free."""
_NO_SUCH_TABLE = "42P01"


def of_the_place(error: DatabaseError) -> bool:
    """Whether the database itself is what is wrong, and not what this program asked of it.

    A complaint about no statement at all is about the address: an option in it that nobody knows.
    """
    plainly = isinstance(error, OperationalError) or type(error) is DatabaseError
    unasked = isinstance(error, ProgrammingError) and error.statement is None
    return plainly or unasked or _state(error) in {*_STATES, _NO_SUCH_TABLE}


def meaning(url: URL, error: DatabaseError) -> StorageProblem:
    """What a refusal by the database means for the person."""
    where, detail, state = shown(url), str(error.orig), _state(error)
    if state in _STATES:
        return _STATES[state](where)
    for words, problem in _MEANINGS:
        if words in detail:
            return problem(where)
    if file_of(url) is None and state != _NO_SUCH_TABLE:
        return problems.cannot_open(where)
    return problems.unusable(where, detail.partition("\n")[0])


def _state(error: DatabaseError) -> str | None:
    """PostgreSQL's code for the fault; None for a connection that was refused, and for SQLite."""
    return getattr(error.orig, "sqlstate", None)


def no_row(error: Exception) -> bool:
    """Whether an error says that no table can hold the row: there already, a number too large, no text."""
    of_the_database = isinstance(error, DBAPIError) and not isinstance(error, (IntegrityError, DataError))
    of_the_row = isinstance(error, (StatementError, OverflowError, TypeError, ValueError, RecursionError))
    return of_the_row and not of_the_database


def without_values(error: DatabaseError) -> None:
    """Leave of an error what it says first: PostgreSQL adds the whole row to it, hashes of passwords too."""
    for one in (error, error.orig):
        if one is not None and one.args:
            one.args = (str(one.args[0]).partition("\n")[0], *one.args[1:])
