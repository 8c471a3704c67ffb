"""Accounts, their sessions and their log, in the same database as the plans."""

from planner.storage.accounts.book import AccountBook
from planner.storage.accounts.kept import Account, AccountRefused, LogEntry

__all__ = ["Account", "AccountBook", "AccountRefused", "LogEntry"]
