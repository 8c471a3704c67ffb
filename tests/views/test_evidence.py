"""The files of an activity as they are listed, and as the record tells of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from planner.domain.state import Entry, Evidence, State
from planner.views import journal
from planner.views.evidence import given_for
from tests.views import world


def file(name: str, day: int, **said: Any) -> Evidence:
    given = {
        "activity": "PSP-01",
        "requirement": "sk",
        "file_name": name,
        "sha256": "0" * 64,
        "size": 2048,
        "media_type": "application/pdf",
        "attached_on": date(2027, 1, day),
    }
    return Evidence.model_validate(given | said)


FILES = {
    "satu": file("a.pdf", 1, removed=True),
    "dua": file("b.pdf", 2, removed=True, replaces="satu"),
    "tiga": file("c.pdf", 3, replaces="dua"),
    "ditarik": file("d.pdf", 4, removed=True),
    "lain": file("e.pdf", 1, requirement="foto"),
    "awal": file("f.pdf", 1),
    "orang": file("g.pdf", 1, activity="PSP-02"),
}


def entry(after: dict[str, Any]) -> Entry:
    return Entry(
        plan="x",
        number=1,
        revision=1,
        effective_on=date(2027, 1, 3),
        recorded_at=datetime(2027, 1, 3, tzinfo=UTC),
        actor="staf",
        kind="evidence",
        subject="tiga",
        before={},
        after=after,
    )


def test_what_counts_is_told_from_what_was_replaced_and_what_was_taken_back_is_neither() -> None:
    state = State(plan=world.plan(), evidence=FILES)
    given = given_for(state, "PSP-01", "sk")
    assert list(given.standing) == ["awal", "tiga"]
    assert list(given.older) == ["dua", "satu"]


def test_the_record_says_that_a_file_is_a_newer_version() -> None:
    told = FILES["tiga"].model_dump(mode="json", exclude_unset=True)
    assert journal.describe(entry(told)) == "Bukti c.pdf (2 KB) dilampirkan sebagai versi baru."
    del told["replaces"]
    assert journal.describe(entry(told)) == "Bukti c.pdf (2 KB) dilampirkan."
