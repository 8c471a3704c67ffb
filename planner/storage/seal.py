"""The seal of a record entry: a hash over its content and over the seal of the entry before it.

Whoever changes, removes, inserts or moves an entry breaks the seal of that entry or of the next one.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from planner.storage.tables import utc

GENESIS = "0" * 64
"""Stands before the first entry of every plan."""
FIELDS = (
    *("number", "revision", "effective_on", "recorded_at", "actor", "kind", "subject"),
    *("before", "after", "why"),
)


def canonical(plan: str, entry: Mapping[str, Any], previous: str) -> bytes:
    """What is hashed: one JSON object in UTF-8 with sorted keys, no spaces, moments in UTC, text in NFC.

    ``entry`` holds at least ``FIELDS``. TypeError or ValueError where it holds what no entry can.

    Why NFC: a database, a copy or an export may spell the same letters with other code points; that is no
    change of content.
    """
    content = {"plan": plan, "previous": previous, **{name: entry[name] for name in FIELDS}}
    text = json.dumps(
        content, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), default=_told
    )
    return unicodedata.normalize("NFC", text).encode("utf-8")


def seal(plan: str, entry: Mapping[str, Any], previous: str) -> str:
    """SHA-256 of ``canonical`` in lower-case hexadecimal."""
    return hashlib.sha256(canonical(plan, entry, previous)).hexdigest()


def _told(value: Any) -> str:
    if isinstance(value, datetime):
        return utc(value).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no part of an entry")
