"""What may come of signing in, and what is said of an account besides what is kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, TypedDict

from planner.domain.accounts import Account
from planner.domain.people import WideRole

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _IN_A_GROUP = 4, 4


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session begun: its token, which is kept nowhere else, and whose it is."""

    token: str
    account: Account


@dataclass(frozen=True, slots=True)
class SignInRefused:
    """Why nobody was signed in. Only who knows the password learns that an account is inactive."""

    reason: Literal["wrong", "locked", "inactive"]
    until: datetime | None = None


class Details(TypedDict, total=False):
    """What may be changed of an account."""

    name: str
    email: str | None
    wide: WideRole | None
    province: str | None
    active: bool


def must_change(account: Account) -> bool:
    """Whether somebody else chose this person's password, so that they must choose their own first."""
    return account.must_change and account.password


def new_password() -> str:
    """A password by chance, easy to read aloud: four groups of four letters and digits (79 bits)."""
    letters = ("".join(secrets.choice(_LETTERS) for _ in range(_IN_A_GROUP)) for _ in range(_GROUPS))
    return "-".join(letters)
