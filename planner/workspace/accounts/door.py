"""The one door to accounts for the server, the pages and the commands.

Without ``visited_by`` it serves whoever has the machine, and the server itself. For a person, only an
administrator sees and changes accounts of others; everybody may change the own password.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from copy import copy
from datetime import datetime
from typing import Final, Self, Unpack

from planner.domain.accounts import (
    Account,
    AccountFault,
    AccountRefused,
    LogEntry,
    against_details,
    against_login,
    against_password,
    is_login,
    plain_email,
    plain_login,
    plain_password,
)
from planner.domain.people import EVERYONE, Person, WideRole, grant
from planner.storage.accounts import AccountBook, passwords
from planner.workspace.accounts.results import Details, SignedIn, SignInRefused

_TOKEN_BYTES: Final = 32


class Accounts:
    """Accounts and sessions over one database. Every method raises StorageProblem where it cannot be used.

    ``reserved`` gives the names that no login may be.
    """

    def __init__(self, book: AccountBook, reserved: Callable[[], frozenset[str]] = frozenset) -> None:
        self._book = book
        self._reserved = reserved
        self._person = EVERYONE

    def visited_by(self, person: Person) -> Self:
        """The accounts as one person has them."""
        theirs = copy(self)
        theirs._person = person
        return theirs

    def any(self) -> bool:
        """Whether there is any account at all."""
        return self._book.any()

    @staticmethod
    def reference(token: str) -> str:
        """What a session is known by: the SHA-256 of its token in hexadecimal."""
        return hashlib.sha256(token.encode("utf-8")).hexdigest()

    def sign_in(self, login: str, password: str, *, origin: str) -> SignedIn | SignInRefused:
        """Begin a session. An unknown login takes as long as a known one and is "wrong", or "locked", too.

        ``origin`` says in the log where the person came from, such as an address.
        """
        name = plain_login(login)
        if not is_login(name):
            passwords.fits(password, None)
            return SignInRefused("wrong")
        locked, kept = self._tried(name, password, origin)
        if kept is None:
            return SignInRefused("locked" if locked else "wrong", locked)
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        rehashed = passwords.hashed(password) if passwords.outdated(kept) else None
        account = self._book.sessions.begin(name, self.reference(token), kept, origin, rehashed)
        if account is None:
            self._book.sessions.passed(name)
            return SignInRefused("inactive")
        return SignedIn(token, account)

    def session(self, reference: str, *, used: bool = True) -> Account | None:
        """Whose session this is; None where it ended, or its owner is no longer active.

        ``used``: somebody did something, so that it is not over for want of use.
        """
        return self._book.sessions.account(reference, used=used)

    def sign_out(self, reference: str) -> None:
        """End a session."""
        self._book.sessions.end(reference)

    @staticmethod
    def person(account: Account) -> Person:
        """Who an account lets in, with their role across plans."""
        return Person(account.id, account.name, account.wide, account.province)

    def by_login(self, login: str) -> Account | None:
        """The account of a login, active or not; None for that of somebody else."""
        name = plain_login(login)
        return self._book.one(name) if self._sees(name) else None

    def by_email(self, email: str) -> Account | None:
        """The account with an e-mail address, active or not; None for that of somebody else."""
        address = plain_email(email)
        found = None if address is None else self._book.by_email(address)
        return found if found is not None and self._sees(found.id) else None

    def all(self) -> tuple[Account, ...]:
        """All accounts, by login; none for those who do not look after them."""
        return self._book.all() if grant(self._person, "accounts") else ()

    def names(self, *, left: bool = False) -> Mapping[str, str]:
        """The names of all who may sign in, by login; ``left``: of those, too, who no longer may.

        Everybody may know these: they stand in the records of plans.
        """
        return {account.id: account.name for account in self._book.all() if left or account.active}

    def log(self, limit: int | None = None) -> tuple[LogEntry, ...]:
        """What happened to accounts, newest first; nothing for those who do not look after them."""
        return self._book.log(limit) if grant(self._person, "accounts") else ()

    def add(
        self,
        login: str,
        name: str,
        *,
        password: str | None,
        email: str | None = None,
        wide: WideRole | None = None,
        province: str | None = None,
        by: str,
        must_change: bool = True,
    ) -> Account | AccountRefused:
        """A new account. Without a password only an identity provider lets this person in."""
        login, name, email = plain_login(login), name.strip(), plain_email(email)
        fault = (
            self._against(by)
            or against_login(login, self._reserved())
            or against_details(name, email, wide, province)
            or (None if password is None else against_password(password, login))
        )
        if fault is not None:
            return AccountRefused(fault, login)
        details = {"name": name, "email": email, "wide": wide, "province": province}
        kept = None if password is None else passwords.hashed(password)
        given = must_change and password is not None
        return self._book.add(login, details, kept, by=by, must_change=given)

    def change(
        self,
        login: str,
        *,
        by: str,
        seen: int | None = None,
        unlock: bool = False,
        **details: Unpack[Details],
    ) -> Account | AccountRefused:
        """Other details of an account, or an end to its lock. ``seen``: the revision the person had seen.

        Nobody takes the own access away, and the last administrator stays one.
        """
        login = plain_login(login)
        fault = self._against(by)
        found = self._book.one(login)
        if fault is not None or found is None:
            return AccountRefused(fault or "unknown_account", login)
        wanted: Details = {**details}
        if "name" in wanted:
            wanted["name"] = wanted["name"].strip()
        if "email" in wanted:
            wanted["email"] = plain_email(wanted["email"])
        fault = against_details(
            wanted.get("name", found.name),
            wanted.get("email", found.email),
            wanted.get("wide", found.wide),
            wanted.get("province", found.province),
        )
        if fault is not None:
            return AccountRefused(fault, login)
        ends = not wanted.get("active", True) or wanted.get("wide", found.wide) != found.wide
        if ends and login == self._person.id:
            return AccountRefused("own_access")
        changed = self._book.change(login, wanted, by=by, seen=seen) if wanted else found
        return self._book.unlock(login, by=by) if unlock and isinstance(changed, Account) else changed

    def set_password(
        self, login: str, password: str, *, by: str, must_change: bool = True
    ) -> Account | AccountRefused:
        """Give an account another password, which signs it out everywhere and lifts a lock."""
        login = plain_login(login)
        fault = self._against(by) or against_password(password, login)
        if fault is not None:
            return AccountRefused(fault, login)
        return self._book.put_password(login, passwords.hashed(password), by=by, must_change=must_change)

    def change_own_password(
        self, login: str, old: str, new: str, *, keep: str | None = None, origin: str = ""
    ) -> Account | AccountRefused:
        """Change the own password, knowing the old one; a wrong old one counts as a failed sign-in.

        Every other session ends; ``keep`` is the reference of the one that stays.
        """
        login = plain_login(login)
        if not (self._person.everyone or self._person.id == login):
            return AccountRefused("not_allowed", login)
        fault = against_password(new, login)
        if fault is None and plain_password(old) == plain_password(new):
            fault = "password_same"
        if fault is not None:
            return AccountRefused(fault, login)
        locked, kept = self._tried(login, old, origin)
        if kept is None:
            return AccountRefused("locked" if locked else "password_wrong", login, at=locked)
        self._book.sessions.passed(login)
        return self._book.put_password(login, passwords.hashed(new), by=login, must_change=False, keep=keep)

    def _tried(self, login: str, password: str, origin: str) -> tuple[datetime | None, str | None]:
        """Until when the login is locked, and the hash that the password fits; counted either way."""
        locked = self._book.sessions.attempt(login)
        if locked is not None:
            return locked, None
        kept = self._book.password(login)
        if passwords.fits(password, kept):
            return None, kept
        return self._book.sessions.failed(login, origin), None

    def _against(self, by: str) -> AccountFault | None:
        """Whether the person may look after accounts, under this name."""
        own = self._person.everyone or by == self._person.id
        return None if own and grant(self._person, "accounts") else "not_allowed"

    def _sees(self, login: str) -> bool:
        return self._person.id == login or grant(self._person, "accounts") is not None
