"""Bring the tables of a database to the form this program knows."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, inspect, select

from planner.storage import dialect, problems

KNOWN = ("0001", "0002", "0003")
HEAD = KNOWN[-1]
FOLDER = Path(__file__).with_name("migrations")
_version = Table("alembic_version", MetaData(), Column("version_num", String))


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing, all or none; safe when several processes start at once.

    Raises StorageProblem where the database cannot be used or its tables are newer than this program.

    Why the version is read before Alembic is imported: almost every start has nothing to migrate, and the
    import alone takes longer than the question.
    """
    with dialect.reading(engine) as connection:
        if _at_head(connection):
            return
    with dialect.writing(engine) as connection:
        dialect.lock_schema(connection)
        _upgrade(connection)


def _at_head(connection: Connection) -> bool:
    if not inspect(connection).has_table(_version.name):
        return False
    version = connection.scalar(select(_version.c.version_num))
    if version is not None and version not in KNOWN:
        raise problems.newer(dialect.shown(connection.engine.url), version)
    return version == HEAD


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
