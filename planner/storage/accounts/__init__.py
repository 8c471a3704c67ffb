"""Accounts, their sessions and their log, in the same database as the plans."""

from planner.domain.accounts import Account, AccountRefused, LogEntry
from planner.storage.accounts.book import AccountBook

__all__ = ["Account", "AccountBook", "AccountRefused", "LogEntry"]
