"""The record as JSON Lines: one entry with its seal on each line, the same from every database."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from planner.domain.state import Entry
from planner.storage.seal import FIELDS
from planner.storage.tables import utc


def line(plan: str, row: Mapping[str, Any]) -> str:
    """One row of ``record`` as one line without its end: plan, the fields of the entry, ``hash``.

    Why not in NFC as the seal has it: the text of a copy must be the text that was typed.
    """
    told = {"plan": plan, **{name: row[name] for name in FIELDS}, "hash": row["hash"]}
    told["effective_on"] = row["effective_on"].isoformat()
    told["recorded_at"] = utc(row["recorded_at"]).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def row_of(plan: str, text: str) -> dict[str, Any]:
    """The row of ``record`` that a line tells of. TypeError or ValueError where it is none of this plan."""
    told = json.loads(text)
    if not isinstance(told, dict) or set(told) != {"plan", "hash", *FIELDS} or told["plan"] != plan:
        raise ValueError("not a line of this plan's record")
    told["effective_on"] = date.fromisoformat(told["effective_on"])
    told["recorded_at"] = utc(datetime.fromisoformat(told["recorded_at"]))
    sealed = str(told.pop("hash"))
    entry = Entry.model_validate(told, strict=True)
    return {"plan_id": plan, **entry.model_dump(exclude={"plan"}), "hash": sealed}
