"""How each database itself refuses what must not happen to the record, and how those guards are lifted."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

_PROTECT: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        """
        CREATE TRIGGER record_no_update BEFORE UPDATE ON record
        BEGIN SELECT RAISE(ABORT, 'record rows are never changed'); END
        """,
        """
        CREATE TRIGGER record_no_delete BEFORE DELETE ON record
        BEGIN SELECT RAISE(ABORT, 'record rows are never deleted'); END
        """,
        """
        CREATE TRIGGER record_no_replace BEFORE INSERT ON record
        WHEN EXISTS (SELECT 1 FROM record WHERE plan_id = NEW.plan_id AND number = NEW.number)
          OR EXISTS (SELECT 1 FROM record WHERE plan_id = NEW.plan_id AND kind = NEW.kind
                     AND subject = NEW.subject AND revision = NEW.revision)
          OR EXISTS (SELECT 1 FROM record WHERE rowid = NEW.rowid)
        BEGIN SELECT RAISE(ABORT, 'record rows are never replaced'); END
        """,
    ),
    "postgresql": (
        """
        CREATE FUNCTION record_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'record rows are never changed or deleted' USING ERRCODE = 'restrict_violation';
        END $$
        """,
        """
        CREATE TRIGGER record_no_change BEFORE UPDATE OR DELETE ON record
        FOR EACH ROW EXECUTE FUNCTION record_is_fixed()
        """,
        """
        CREATE TRIGGER record_no_truncate BEFORE TRUNCATE ON record
        FOR EACH STATEMENT EXECUTE FUNCTION record_is_fixed()
        """,
    ),
}
_REQUIRE_SEALS: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        """
        CREATE TRIGGER record_sealed BEFORE INSERT ON record WHEN length(NEW.hash) <> 64
        BEGIN SELECT RAISE(ABORT, 'record rows are sealed'); END
        """,
    ),
    "postgresql": ("ALTER TABLE record ADD CONSTRAINT ck_record_sealed CHECK (length(hash) = 64)",),
}
_RELEASE: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS record_no_update",
        "DROP TRIGGER IF EXISTS record_no_delete",
        "DROP TRIGGER IF EXISTS record_no_replace",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS record_no_change ON record",
        "DROP TRIGGER IF EXISTS record_no_truncate ON record",
        "DROP FUNCTION IF EXISTS record_is_fixed()",
    ),
}
_PROTECT_LOG: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        """
        CREATE TRIGGER account_log_no_update BEFORE UPDATE ON account_log
        BEGIN SELECT RAISE(ABORT, 'account_log rows are never changed'); END
        """,
        """
        CREATE TRIGGER account_log_no_delete BEFORE DELETE ON account_log
        BEGIN SELECT RAISE(ABORT, 'account_log rows are never deleted'); END
        """,
        """
        CREATE TRIGGER account_log_no_replace BEFORE INSERT ON account_log
        WHEN EXISTS (SELECT 1 FROM account_log WHERE number = NEW.number)
        BEGIN SELECT RAISE(ABORT, 'account_log rows are never replaced'); END
        """,
    ),
    "postgresql": (
        """
        CREATE FUNCTION account_log_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'account_log rows are never changed or deleted'
          USING ERRCODE = 'restrict_violation';
        END $$
        """,
        """
        CREATE TRIGGER account_log_no_change BEFORE UPDATE OR DELETE ON account_log
        FOR EACH ROW EXECUTE FUNCTION account_log_is_fixed()
        """,
        """
        CREATE TRIGGER account_log_no_truncate BEFORE TRUNCATE ON account_log
        FOR EACH STATEMENT EXECUTE FUNCTION account_log_is_fixed()
        """,
    ),
}
_RELEASE_LOG: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS account_log_no_update",
        "DROP TRIGGER IF EXISTS account_log_no_delete",
        "DROP TRIGGER IF EXISTS account_log_no_replace",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS account_log_no_change ON account_log",
        "DROP TRIGGER IF EXISTS account_log_no_truncate ON account_log",
        "DROP FUNCTION IF EXISTS account_log_is_fixed()",
    ),
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
    _tell(connection, _PROTECT)


def release_record(connection: Connection) -> None:
    """Lift what ``protect_record`` set up; only a migration or a restore may, and must set it up again."""
    _tell(connection, _RELEASE)


def require_seals(connection: Connection) -> None:
    """Make the database refuse an entry without a seal, such as one by an earlier version of the program."""
    _tell(connection, _REQUIRE_SEALS)


def protect_account_log(connection: Connection) -> None:
    """Make the database itself refuse to change, delete, replace or empty rows of ``account_log``."""
    _tell(connection, _PROTECT_LOG)


def release_account_log(connection: Connection) -> None:
    """Lift what ``protect_account_log`` set up; only a restore may, and must set it up again."""
    _tell(connection, _RELEASE_LOG)


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
