"""Passwords as argon2id hashes, and the one answer that nobody can get: that of an account that is not.

The parameters are those of argon2-cffi (RFC 9106, low memory); a hash made with other ones is replaced when
its owner next signs in.
"""

from __future__ import annotations

import secrets
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from planner.domain.accounts import LONGEST_PASSWORD, plain_password

HASHER: Final = PasswordHasher()


def hashed(password: str) -> str:
    """The hash to keep of a password."""
    return HASHER.hash(plain_password(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether a password is that of the hash kept; None (no account, no password) never fits.

    Why a hash is tried even then: how long an answer takes must not tell whether there is such an account.
    """
    tried = plain_password(password)[:LONGEST_PASSWORD]
    try:
        HASHER.verify(nobodys() if kept is None else kept, tried)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None and len(tried) == len(plain_password(password))


def outdated(kept: str) -> bool:
    """Whether a hash was made with other parameters than today's."""
    return HASHER.check_needs_rehash(kept)


@cache
def nobodys() -> str:
    """A hash of a secret that nobody knows, made once in each process."""
    return HASHER.hash(secrets.token_hex(32))
