"""Rules for the accounts of those who sign in: names, passwords, what may be refused and for how long.

An account is a person's way in. What they may do follows from their roles (``people.py``), never from having
an account.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from pydantic import TypeAdapter, ValidationError

from planner.domain.changes.against import LONGEST_NAME, SHORTEST_NAME
from planner.domain.people import Login, WideRole

AccountFault = Literal[
    "not_allowed",
    "login_bad",
    "login_taken",
    "login_reserved",
    "name_needed",
    "email_bad",
    "email_taken",
    "province_needed",
    "province_unneeded",
    "password_short",
    "password_long",
    "password_is_login",
    "password_same",
    "password_wrong",
    "locked",
    "unknown_account",
    "last_administrator",
    "own_access",
    "changed_since",
]
"""Why an account is not made or changed."""

AccountEvent = Literal[
    "added", "changed", "password", "own_password", "locked", "unlocked", "signed_in", "signed_out"
]
"""What the log of accounts tells of."""

SHORTEST_PASSWORD: Final = 12
LONGEST_PASSWORD: Final = 1000
"""Characters; the upper limit only keeps the work of hashing small."""

MOST_FAILURES: Final = 5
FAILURES_WITHIN: Final = timedelta(minutes=15)
LOCKED_FOR: Final = timedelta(minutes=15)

SESSION_LIFE: Final = timedelta(hours=12)
SESSION_IDLE: Final = timedelta(hours=2)
IDLE_STEP: Final = timedelta(minutes=1)
"""How old the note of a session's last use may grow before it is written anew."""

OPERATOR: Final = "mpp"
"""The name under which commands write: whoever has the machine itself."""


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who may sign in; ``id`` is the login, under which the record knows them.

    ``locked_until``: too many sign-ins failed. ``must_change``: the password was given by somebody else.
    ``password``: whether there is one; without, only an identity provider lets this person in.
    """

    id: str
    name: str
    email: str | None
    wide: WideRole | None
    province: str | None
    active: bool
    must_change: bool
    locked_until: datetime | None
    created_at: datetime
    revision: int
    password: bool


@dataclass(frozen=True, slots=True)
class AccountRefused:
    """An account that was not made or changed, and why.

    ``current`` and ``by``, ``at``: where somebody else changed it first, what stands now, and whose it is.
    """

    code: AccountFault
    about: str = ""
    current: Account | None = None
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that happened to an account: by whom, when, and what became of what."""

    number: int
    at: datetime
    by: str
    login: str
    what: AccountEvent
    before: Mapping[str, Any]
    after: Mapping[str, Any]


_login: TypeAdapter[str] = TypeAdapter(Login)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def plain_login(typed: str) -> str:
    """A login as it is kept, of what somebody typed."""
    return typed.strip().casefold()


def plain_email(typed: str | None) -> str | None:
    """An e-mail address as it is kept and compared; None for an empty one."""
    return (typed or "").strip().casefold() or None


def plain_password(typed: str) -> str:
    """A password as it is hashed: the same letters from every keyboard (Unicode NFC)."""
    return unicodedata.normalize("NFC", typed)


def is_login(login: str) -> bool:
    """Whether a text has the form of a login."""
    try:
        _login.validate_python(login)
    except ValidationError:
        return False
    return True


def against_login(login: str, reserved: Collection[str]) -> AccountFault | None:
    """What speaks against a login; ``reserved`` are names that mean something else in a record.

    Why: a record keeps only this name, which must never be read as a role's.
    """
    if not is_login(login):
        return "login_bad"
    return "login_reserved" if login in reserved or login == OPERATOR else None


def against_details(
    name: str, email: str | None, wide: WideRole | None, province: str | None
) -> AccountFault | None:
    """What speaks against the details of an account."""
    if not SHORTEST_NAME <= len(name.strip()) <= LONGEST_NAME:
        return "name_needed"
    if email is not None and not _EMAIL.fullmatch(email):
        return "email_bad"
    if wide == "province" and province is None:
        return "province_needed"
    return "province_unneeded" if wide != "province" and province is not None else None


def against_password(password: str, login: str) -> AccountFault | None:
    """What speaks against a new password."""
    if len(password) < SHORTEST_PASSWORD:
        return "password_short"
    if len(password) > LONGEST_PASSWORD:
        return "password_long"
    return "password_is_login" if password.casefold() == login else None
