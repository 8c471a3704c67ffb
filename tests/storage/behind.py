"""Someone who owns the database and goes past the app: the guards lifted, any statement carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, select

from planner.storage import dialect, tables
from planner.storage.seal import seal
from tests.storage.samples import PLAN

Fields = Mapping[str, Any]


@contextmanager
def behind(url: str) -> Iterator[Connection]:
    """A transaction past the app, without the guards of the record, which are there again afterwards."""
    engine = dialect.open_engine(url)
    with dialect.writing(engine) as connection:
        dialect.release_record(connection)
        yield connection
        dialect.protect_record(connection)
    engine.dispose()


def sql(*statements: str) -> Callable[[Connection], None]:
    """These statements, one after the other."""

    def tamper(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    return tamper


def row(connection: Connection, number: int) -> dict[str, Any]:
    """A row of the record."""
    place = tables.record.c.plan_id == PLAN, tables.record.c.number == number
    return dict(connection.execute(select(tables.record).where(*place)).one()._mapping)


def change(number: int, **fields: Any) -> Callable[[Connection], None]:
    """Other fields in one entry."""
    place = tables.record.c.plan_id == PLAN, tables.record.c.number == number

    def tamper(connection: Connection) -> None:
        connection.execute(tables.record.update().where(*place).values(fields))

    return tamper


def reseal(first: int, last: int, *, the_end: bool = False) -> Callable[[Connection], None]:
    """Seals computed anew, as anybody can who knows how; ``the_end``: in the plan as well."""

    def tamper(connection: Connection) -> None:
        for number in range(first, last + 1):
            sealed = seal(PLAN, row(connection, number), row(connection, number - 1)["hash"])
            change(number, hash=sealed)(connection)
        if the_end:
            end = {"last_number": last, "last_hash": row(connection, last)["hash"]}
            connection.execute(tables.plan.update().values(end))

    return tamper


def both(*tampering: Callable[[Connection], None]) -> Callable[[Connection], None]:
    """One after the other."""

    def tamper(connection: Connection) -> None:
        for step in tampering:
            step(connection)

    return tamper
