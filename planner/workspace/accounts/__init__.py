"""Who may sign in: accounts, sessions and passwords of this installation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from planner.domain.accounts import Account, AccountFault, AccountRefused, LogEntry
from planner.domain.checklist import Checklist
from planner.storage.accounts import AccountBook
from planner.workspace import opening
from planner.workspace.accounts.door import Accounts
from planner.workspace.accounts.results import Details, SignedIn, SignInRefused, must_change, new_password

__all__ = [
    "Account",
    "AccountFault",
    "AccountRefused",
    "Accounts",
    "Details",
    "LogEntry",
    "SignInRefused",
    "SignedIn",
    "must_change",
    "new_password",
    "open_accounts",
    "shared_accounts",
]


def open_accounts(env: Mapping[str, str]) -> Accounts:
    """The accounts of this installation, in the database of its plans. Raises StorageProblem."""
    address, _ = opening._places(env)
    return _open(address)


def shared_accounts(env: Mapping[str, str]) -> Accounts:
    """The one door to accounts of this process for these settings."""
    address, _ = opening._places(env)
    return _shared(address)


def _open(address: str) -> Accounts:
    book = AccountBook(address, lambda: opening._now())
    book.migrate()
    return Accounts(book, _roles)


_shared = cache(_open)


def _roles() -> frozenset[str]:
    """Ids of the roles of all checklists that came with this installation."""
    library = opening.library()
    read = map(library.checklist, library.folders())
    return frozenset(role for found in read if isinstance(found, Checklist) for role in found.roles)
