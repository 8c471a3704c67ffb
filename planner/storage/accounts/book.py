"""The book of accounts: who may sign in, and every change of that.

Each change is written together with its entry in the log, which never holds a password nor its hash.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from planner.domain.accounts import Account, AccountEvent, AccountRefused, LogEntry
from planner.storage import dialect, tables
from planner.storage.accounts.kept import account, accounts, log_entry
from planner.storage.accounts.sessions import Sessions, end_sessions, note, now_of
from planner.storage.migrate import migrate

_account, _log = tables.account.c, tables.account_log.c


class AccountBook:
    """Accounts in one database, for many threads and processes at once.

    ``clock`` gives the present moment as an aware datetime. Every method raises StorageProblem where the
    database cannot be used.
    """

    def __init__(self, url: str, clock: Callable[[], datetime]) -> None:
        self._engine: Engine = dialect.open_engine(url)
        self._clock = clock
        self.sessions = Sessions(self._engine, clock)

    def migrate(self) -> None:
        """Bring the tables to the form this program knows; quick where they are."""
        migrate(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def any(self) -> bool:
        """Whether there is any account."""
        with dialect.reading(self._engine) as connection:
            return connection.scalar(select(_account.login).limit(1)) is not None

    def all(self) -> tuple[Account, ...]:
        """All accounts, by login."""
        with dialect.reading(self._engine) as connection:
            rows = connection.execute(accounts().order_by(_account.login))
            now = now_of(self._clock)
            return tuple(account(row, now) for row in rows)

    def one(self, login: str) -> Account | None:
        """The account of that login."""
        with dialect.reading(self._engine) as connection:
            return _one(connection, login, now_of(self._clock))

    def by_email(self, email: str) -> Account | None:
        """The account with that e-mail address."""
        with dialect.reading(self._engine) as connection:
            login = connection.scalar(select(_account.login).where(_account.email == email))
            return None if login is None else _one(connection, login, now_of(self._clock))

    def password(self, login: str) -> str | None:
        """The hash kept of an account's password; None without account or password."""
        with dialect.reading(self._engine) as connection:
            return connection.scalar(select(_account.password).where(_account.login == login))

    def log(self, limit: int | None = None) -> tuple[LogEntry, ...]:
        """What happened to accounts, newest first."""
        with dialect.reading(self._engine) as connection:
            query = select(tables.account_log).order_by(_log.number.desc()).limit(limit)
            return tuple(map(log_entry, connection.execute(query)))

    def add(
        self, login: str, details: Mapping[str, Any], password: str | None, *, by: str, must_change: bool
    ) -> Account | AccountRefused:
        """A new account with these details and this hash. Refused where login or address are another's."""
        with dialect.writing(self._engine) as connection:
            dialect.lock_accounts(connection)
            now = now_of(self._clock)
            if connection.scalar(select(_account.login).where(_account.login == login)) is not None:
                return AccountRefused("login_taken", login)
            if _taken(connection, login, details.get("email")):
                return AccountRefused("email_taken", str(details["email"]))
            row = {
                "login": login,
                "revision": 1,
                "active": True,
                "created_at": now,
                "password": password,
                "must_change": must_change,
                **details,
            }
            connection.execute(tables.account.insert(), row)
            told = {name: value for name, value in details.items() if value is not None}
            note(connection, now, by, login, "added", after=told)
            return _standing(connection, login, now)

    def change(
        self, login: str, fields: Mapping[str, Any], *, by: str, seen: int | None = None
    ) -> Account | AccountRefused:
        """Other details, or ``active``. Whoever is no longer active is signed out everywhere.

        ``seen`` is the revision that the person had before them. Refused where somebody else wrote first,
        the address is another's, or no active administrator would be left.
        """
        with dialect.writing(self._engine) as connection:
            dialect.lock_accounts(connection)
            now = now_of(self._clock)
            found = _one(connection, login, now)
            if found is None:
                return AccountRefused("unknown_account", login)
            if seen is not None and seen != found.revision:
                return _stale(connection, found)
            changed = {name: value for name, value in fields.items() if getattr(found, name) != value}
            if not changed:
                return found
            if _taken(connection, login, changed.get("email")):
                return AccountRefused("email_taken", str(changed["email"]))
            stays = changed.get("active", found.active) and changed.get("wide", found.wide) == "administrator"
            if not stays and _only_administrator(connection, found):
                return AccountRefused("last_administrator")
            if changed.get("active") is False:
                end_sessions(connection, login)
            before = {name: getattr(found, name) for name in changed}
            _put(connection, found, changed)
            note(connection, now, by, login, "changed", before, changed)
            return _standing(connection, login, now)

    def put_password(
        self, login: str, password: str, *, by: str, must_change: bool, keep: str | None = None
    ) -> Account | AccountRefused:
        """Another hash, which ends every session but ``keep`` and lifts a lock."""
        with dialect.writing(self._engine) as connection:
            dialect.lock_accounts(connection)
            now = now_of(self._clock)
            found = _one(connection, login, now)
            if found is None:
                return AccountRefused("unknown_account", login)
            _put(connection, found, {"password": password, "must_change": must_change})
            end_sessions(connection, login, keep)
            _lift(connection, login)
            what: AccountEvent = "own_password" if by == login else "password"
            note(connection, now, by, login, what)
            return _standing(connection, login, now)

    def unlock(self, login: str, *, by: str) -> Account | AccountRefused:
        """Forget the failed sign-ins of an account."""
        with dialect.writing(self._engine) as connection:
            now = now_of(self._clock)
            found = _one(connection, login, now)
            if found is None:
                return AccountRefused("unknown_account", login)
            _lift(connection, login)
            if found.locked_until is not None:
                note(connection, now, by, login, "unlocked")
            return _standing(connection, login, now)


def _one(connection: Connection, login: str, now: datetime) -> Account | None:
    row = connection.execute(accounts().where(_account.login == login)).one_or_none()
    return None if row is None else account(row, now)


def _standing(connection: Connection, login: str, now: datetime) -> Account:
    """The account as it stands after a change within this transaction."""
    return account(connection.execute(accounts().where(_account.login == login)).one(), now)


def _put(connection: Connection, found: Account, fields: Mapping[str, Any]) -> None:
    place = tables.account.update().where(_account.login == found.id)
    connection.execute(place.values(**fields, revision=found.revision + 1))


def _taken(connection: Connection, login: str, email: object) -> bool:
    query = select(_account.login).where(_account.email == email, _account.login != login)
    return email is not None and connection.scalar(query) is not None


def _only_administrator(connection: Connection, found: Account) -> bool:
    """Whether this one is an active administrator and there is no other."""
    active = select(func.count()).where(_account.wide == "administrator", _account.active)
    mine = found.active and found.wide == "administrator"
    return mine and connection.scalar(active) == 1


def _stale(connection: Connection, found: Account) -> AccountRefused:
    """Who changed an account last, and when."""
    changes = select(_log.by, _log.at).where(_log.login == found.id, _log.what.in_(_CHANGES))
    by, at = connection.execute(changes.order_by(_log.number.desc()).limit(1)).one()
    return AccountRefused("changed_since", found.name, found, by, at)


_CHANGES: tuple[AccountEvent, ...] = ("added", "changed", "password", "own_password")


def _lift(connection: Connection, login: str) -> None:
    connection.execute(tables.account_lock.delete().where(tables.account_lock.c.login == login))
