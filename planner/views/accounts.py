"""Accounts and their log in words and lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from planner.domain.accounts import Account, LogEntry
from planner.views import account_words as words
from planner.views import formats, labels

_WIDE: Mapping[str, str] = {str(role): word for role, word in labels.WIDE_ROLE.items()}


def standing(account: Account) -> str:
    """Whether somebody can sign in with an account: active, locked, left."""
    if not account.active:
        return words.INACTIVE
    return words.ACTIVE if account.locked_until is None else words.LOCKED


def wide_role(account: Account, provinces: Mapping[str, str] | None = None) -> str:
    """The role across plans in words, a province by its name where that is known; empty without any."""
    if account.wide is None:
        return ""
    word = labels.WIDE_ROLE[account.wide]
    code = account.province or ""
    return f"{word} {(provinces or {}).get(code, code)}".strip()


def lines(accounts: Iterable[Account]) -> str:
    """Accounts for a terminal: login, name, role across plans, standing."""
    return "\n".join(
        " · ".join(part for part in (a.id, a.name, wide_role(a), a.email or "", standing(a)) if part)
        for a in accounts
    )


def told(account: Account) -> dict[str, Any]:
    """An account for other programs: its fields, moments as ISO 8601."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(account).items()
    }


def log_line(entry: LogEntry, names: Mapping[str, str], zone: str) -> str:
    """One thing that happened to an account: when, to whom, what, by whom where it was somebody else."""
    by = "" if entry.by == entry.login else f" ({_name(entry.by, names)})"
    changes = "; ".join(_change(field, entry) for field in entry.after if field in labels.ACCOUNT_FIELD)
    what = labels.ACCOUNT_EVENT[entry.what] + (f": {changes}" if changes else "")
    return f"{formats.moment(entry.at, zone)} · {_name(entry.login, names)} · {what}{by}"


def _change(field: str, entry: LogEntry) -> str:
    after = _value(field, entry.after[field])
    name = labels.ACCOUNT_FIELD[field]
    return f"{name}: {_value(field, entry.before[field])} → {after}" if field in entry.before else after


def _value(field: str, value: object) -> str:
    if value is None:
        return words.NONE
    if isinstance(value, bool):
        return labels.YES_NO[value]
    return _WIDE.get(str(value), str(value)) if field == "wide" else str(value)


def _name(login: str, names: Mapping[str, str]) -> str:
    return labels.BY_MACHINE.get(login) or names.get(login, login)
