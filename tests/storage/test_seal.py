"""What a seal is computed from, so that anybody can compute it again."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from planner.storage import Store
from planner.storage.lines import line, row_of
from planner.storage.seal import FIELDS, GENESIS, canonical, seal
from tests.storage.samples import PLAN, tick, write

ENTRY: dict[str, Any] = {
    "number": 2,
    "revision": 1,
    "effective_on": date(2024, 5, 6),
    "recorded_at": datetime(2024, 5, 6, 9, 2, tzinfo=UTC),
    "actor": "Staf",
    "kind": "activity",
    "subject": "KOM-01",
    "before": {},
    "after": {"status": "done", "note": "é"},
    "why": "",
}


def test_what_is_sealed_is_sorted_json_in_utf_8_with_the_seal_before_it() -> None:
    assert canonical("kota", ENTRY, GENESIS).decode() == (
        '{"actor":"Staf","after":{"note":"é","status":"done"},"before":{},"effective_on":"2024-05-06",'
        f'"kind":"activity","number":2,"plan":"kota","previous":"{GENESIS}",'
        '"recorded_at":"2024-05-06T09:02:00.000000Z","revision":1,"subject":"KOM-01","why":""}'
    )


def test_the_same_moment_elsewhere_and_the_same_letters_spelt_otherwise_have_the_same_seal() -> None:
    eastern = datetime(2024, 5, 6, 18, 2, tzinfo=timezone(timedelta(hours=9)))
    other = {**ENTRY, "recorded_at": eastern, "after": {"note": "e\u0301", "status": "done"}}
    assert seal("kota", other, GENESIS) == seal("kota", ENTRY, GENESIS)


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_counts(name: str) -> None:
    other = {**ENTRY, name: "lain"}
    assert seal("kota", other, GENESIS) != seal("kota", ENTRY, GENESIS)


def test_the_plan_and_the_entry_before_count_too() -> None:
    seals = {seal("kota", ENTRY, GENESIS), seal("kab", ENTRY, GENESIS), seal("kota", ENTRY, "f" * 64)}
    assert len(seals) == 3


def test_what_no_entry_holds_has_no_seal() -> None:
    with pytest.raises(TypeError, match="bytes is no part of an entry"):
        seal("kota", {**ENTRY, "why": b"x"}, GENESIS)
    with pytest.raises(ValueError, match="JSON"):
        seal("kota", {**ENTRY, "after": {"remaining": float("nan")}}, GENESIS)


def test_the_seals_of_an_exported_record_can_be_computed_with_nothing_but_json_and_sha_256(
    store: Store,
) -> None:
    write(store, tick(note="é “kutip” 🏛"), tick("KOM-02"))
    previous = GENESIS
    lines = [json.loads(text) for text in store.lines(PLAN)]
    for told in lines:
        sealed = told.pop("hash")
        text = json.dumps(
            {**told, "previous": previous}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        previous = hashlib.sha256(text.encode()).hexdigest()
        assert previous == sealed
    assert [told["number"] for told in lines] == [1, 2, 3]


def test_a_line_reads_back_as_the_row_it_was_made_of() -> None:
    row = {"plan_id": "kota", **ENTRY, "hash": "a" * 64}
    assert row_of("kota", line("kota", row)) == row


@pytest.mark.parametrize("text", ["[]", "{", '{"plan":"kota"}', '{"plan":"lain"}'])
def test_a_line_of_something_else_is_none_of_the_record(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        row_of("kota", text)
