"""How each database itself refuses what must not happen to the record, and how those guards are lifted."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection


def _fixed(table: str, same: str) -> Mapping[str, tuple[str, ...]]:
    """What has a database refuse to change, delete, replace or empty rows of a table.

    ``same`` tells of a row that is there (SQL) whether the new one would take its place.
    """
    on_sqlite = (
        "CREATE TRIGGER {0}_no_{1} BEFORE {2} ON {0} {3} "
        "BEGIN SELECT RAISE(ABORT, '{0} rows are never {4}'); END"
    )
    return {
        "sqlite": (
            on_sqlite.format(table, "update", "UPDATE", "", "changed"),
            on_sqlite.format(table, "delete", "DELETE", "", "deleted"),
            on_sqlite.format(
                table, "replace", "INSERT", f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})", "replaced"
            ),
        ),
        "postgresql": (
            f"""
            CREATE FUNCTION {table}_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION '{table} rows are never changed or deleted'
              USING ERRCODE = 'restrict_violation';
            END $$
            """,
            f"""
            CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION {table}_is_fixed()
            """,
            f"""
            CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_fixed()
            """,
        ),
    }


def _free(table: str) -> Mapping[str, tuple[str, ...]]:
    """What lifts the guards of ``_fixed``."""
    names = ("update", "delete", "replace")
    return {
        "sqlite": tuple(f"DROP TRIGGER IF EXISTS {table}_no_{name}" for name in names),
        "postgresql": (
            f"DROP TRIGGER IF EXISTS {table}_no_change ON {table}",
            f"DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}",
            f"DROP FUNCTION IF EXISTS {table}_is_fixed()",
        ),
    }


_RECORD = _fixed(
    "record",
    "(plan_id = NEW.plan_id AND number = NEW.number) OR rowid = NEW.rowid OR (plan_id = NEW.plan_id "
    "AND kind = NEW.kind AND subject = NEW.subject AND revision = NEW.revision)",
)
_ACCOUNT_LOG = _fixed("account_log", "number = NEW.number")
_REQUIRE_SEALS: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        """
        CREATE TRIGGER record_sealed BEFORE INSERT ON record WHEN length(NEW.hash) <> 64
        BEGIN SELECT RAISE(ABORT, 'record rows are sealed'); END
        """,
    ),
    "postgresql": ("ALTER TABLE record ADD CONSTRAINT ck_record_sealed CHECK (length(hash) = 64)",),
}
_LOCK_ACCOUNTS: Mapping[str, tuple[str, ...]] = {
    "sqlite": (),
    "postgresql": ("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE",),
}
_LOCK_SCHEMA: Mapping[str, tuple[str, ...]] = {
    "sqlite": (),
    "postgresql": ("SELECT pg_advisory_xact_lock(892021)",),
}
_LOCK_TABLES: Mapping[str, tuple[str, ...]] = {
    "sqlite": (),
    "postgresql": (
        "LOCK TABLE plan, record, present, account, account_session, account_lock, account_log "
        "IN ACCESS EXCLUSIVE MODE",
    ),
}


def protect_record(connection: Connection) -> None:
    """Make the database itself refuse to change, delete, replace or empty rows of ``record``.

    Why the third SQLite trigger: INSERT OR REPLACE deletes the old row without firing a delete trigger. A
    migration that rebuilds the table (SQLite's batch mode) loses the triggers and must call this again.
    """
    _tell(connection, _RECORD)


def release_record(connection: Connection) -> None:
    """Lift what ``protect_record`` set up; only a migration or a restore may, and must set it up again."""
    _tell(connection, _free("record"))


def require_seals(connection: Connection) -> None:
    """Make the database refuse an entry without a seal, such as one by an earlier version of the program."""
    _tell(connection, _REQUIRE_SEALS)


def protect_account_log(connection: Connection) -> None:
    """Make the database itself refuse to change, delete, replace or empty rows of ``account_log``."""
    _tell(connection, _ACCOUNT_LOG)


def release_account_log(connection: Connection) -> None:
    """Lift what ``protect_account_log`` set up; only a restore may, and must set it up again."""
    _tell(connection, _free("account_log"))


def lock_accounts(connection: Connection) -> None:
    """Let one process at a time add and change accounts; everybody may go on reading them.

    Why the whole table: an address or a last administrator is a matter of all accounts together.
    """
    _tell(connection, _LOCK_ACCOUNTS)


def lock_schema(connection: Connection) -> None:
    """Let one process at a time change the tables; SQLite's writer already holds the only write lock."""
    _tell(connection, _LOCK_SCHEMA)


def lock_tables(connection: Connection) -> None:
    """Let nobody else read or write until the transaction ends; SQLite's writer is alone already."""
    _tell(connection, _LOCK_TABLES)


def _tell(connection: Connection, statements: Mapping[str, tuple[str, ...]]) -> None:
    for statement in statements[connection.dialect.name]:
        connection.exec_driver_sql(statement)
