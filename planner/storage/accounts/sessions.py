"""Signing in, counted; sessions, which end by themselves.

An attempt is counted before its password is looked at, and forgotten where it was right. So the number of
passwords that can be tried is the same however many processes are asked at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, select

from planner.domain.accounts import (
    FAILURES_WITHIN,
    IDLE_STEP,
    LOCKED_FOR,
    MOST_FAILURES,
    SESSION_IDLE,
    SESSION_LIFE,
    Account,
    AccountEvent,
)
from planner.storage import dialect, tables
from planner.storage.accounts.kept import account, accounts

_account, _session, _lock = tables.account.c, tables.account_session.c, tables.account_lock.c


class Sessions:
    """Who is signed in, over one database. A session is known by the SHA-256 of its token, in hexadecimal."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def attempt(self, login: str) -> datetime | None:
        """Count an attempt to sign in; the moment until which no other is heard, where this one is not.

        The last attempt that is still heard locks the login at once, known or not; if its password is right,
        ``begin`` opens it again.
        """
        with dialect.writing(self._engine) as connection:
            now = now_of(self._clock)
            new = {"login": login, "tried_at": [], "last_at": now, "locked_until": None}
            first = dialect.insert_if_absent(connection, tables.account_lock, new)
            query = select(tables.account_lock).where(_lock.login == login).with_for_update()
            found = connection.execute(query).one()
            locked: datetime | None = found.locked_until
            if locked is not None and locked > now:
                return locked
            since = (now - FAILURES_WITHIN).isoformat()
            tried = [at for at in found.tried_at if at > since and locked is None]
            tried.append(now.isoformat())
            until = now + LOCKED_FOR if len(tried) >= MOST_FAILURES else None
            place = tables.account_lock.update().where(_lock.login == login)
            connection.execute(place.values(tried_at=tried, last_at=now, locked_until=until))
        if first:
            self._forget_old()
        return None

    def failed(self, login: str, origin: str) -> datetime | None:
        """Until when a login is locked after an attempt that failed; a lock of an account is logged."""
        with dialect.writing(self._engine) as connection:
            now = now_of(self._clock)
            until: datetime | None = connection.scalar(select(_lock.locked_until).where(_lock.login == login))
            if until is None or until <= now:
                return None
            known = connection.scalar(select(_account.login).where(_account.login == login))
            if known is not None:
                note(connection, now, login, login, "locked", after={"origin": origin})
            return until

    def passed(self, login: str) -> None:
        """Forget the attempts on a login whose password was right."""
        with dialect.writing(self._engine) as connection:
            connection.execute(tables.account_lock.delete().where(_lock.login == login))

    def begin(
        self, login: str, key: str, verified: str, origin: str, rehashed: str | None = None
    ) -> Account | None:
        """Begin a session; None where the account left, or its password became another meanwhile.

        ``verified`` is the hash that fitted, ``rehashed`` the same password's with today's parameters.
        """
        with dialect.writing(self._engine) as connection:
            if rehashed is not None:
                dialect.lock_accounts(connection)
            now = now_of(self._clock)
            query = select(_account.password, _account.active).where(_account.login == login)
            found = connection.execute(query.with_for_update()).one_or_none()
            if found is None or not found.active or found.password != verified:
                return None
            if rehashed is not None:
                place = tables.account.update().where(_account.login == login)
                connection.execute(place.values(password=rehashed))
            connection.execute(tables.account_lock.delete().where(_lock.login == login))
            row = {"key": key, "login": login, "begun_at": now, "used_at": now}
            connection.execute(tables.account_session.insert(), row)
            note(connection, now, login, login, "signed_in", after={"origin": origin})
            stands = account(connection.execute(accounts().where(_account.login == login)).one(), now)
        self._forget_old()
        return stands

    def account(self, key: str, *, used: bool = True) -> Account | None:
        """Whose session this is; None where it ended. Being asked is a use of it, unless told otherwise."""
        with dialect.reading(self._engine) as connection:
            now = now_of(self._clock)
            found = connection.execute(select(tables.account_session).where(_session.key == key))
            session = found.one_or_none()
            if session is None:
                return None
            if session.begun_at <= now - SESSION_LIFE or session.used_at <= now - SESSION_IDLE:
                return None
            row = connection.execute(accounts().where(_account.login == session.login)).one()
            if not row.active:
                return None
            stands = account(row, now)
        if used and session.used_at <= now - IDLE_STEP:
            with dialect.writing(self._engine) as connection:
                place = tables.account_session.update().where(_session.key == key)
                connection.execute(place.values(used_at=now))
        return stands

    def end(self, key: str) -> None:
        """End a session, if there is one."""
        with dialect.writing(self._engine) as connection:
            now = now_of(self._clock)
            login = connection.scalar(select(_session.login).where(_session.key == key))
            if login is None:
                return
            connection.execute(tables.account_session.delete().where(_session.key == key))
            note(connection, now, login, login, "signed_out")

    def _forget_old(self) -> None:
        """Throw away sessions that ended by themselves, and attempts that count no longer.

        Why one by one where others are at it too: two that waited for each other would wait for ever.
        """
        with dialect.writing(self._engine) as connection:
            now = now_of(self._clock)
            over = (_session.begun_at <= now - SESSION_LIFE) | (_session.used_at <= now - SESSION_IDLE)
            old = select(_session.key).where(over).with_for_update(skip_locked=True)
            connection.execute(tables.account_session.delete().where(_session.key.in_(old)))
            gone = _lock.last_at <= now - max(FAILURES_WITHIN, LOCKED_FOR)
            tried = select(_lock.login).where(gone).with_for_update(skip_locked=True)
            connection.execute(tables.account_lock.delete().where(_lock.login.in_(tried)))


def now_of(clock: Callable[[], datetime]) -> datetime:
    """The present moment in UTC."""
    return tables.utc(clock())


def end_sessions(connection: Connection, login: str, keep: str | None = None) -> None:
    """Sign a person out everywhere but in the session ``keep``."""
    theirs = tables.account_session.delete().where(_session.login == login)
    connection.execute(theirs if keep is None else theirs.where(_session.key != keep))


def note(
    connection: Connection,
    now: datetime,
    by: str,
    login: str,
    what: AccountEvent,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Lay an entry into the log."""
    row = {"at": now, "by": by, "login": login, "what": what, "before": before or {}, "after": after or {}}
    connection.execute(tables.account_log.insert(), row)
