from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.domain.plan import FundingWindow, PlannedConstraint
from planner.domain.state import SubjectKind
from planner.views import comparison_words as words
from planner.views.comparison import Line, compared, named


def test_a_field_that_both_changed_shows_both_values_as_people_read_them() -> None:
    found = compared(
        "activity",
        {"status": "not_started", "started_on": None},
        {"status": "done"},
        {"status": "in_progress", "started_on": None},
        {},
    )
    assert found == (Line("Status", "berjalan", "selesai"),)


def test_a_field_that_only_the_other_one_changed_says_that_mine_leaves_it_alone() -> None:
    found = compared("plan", {"name": "Kota", "note": ""}, {}, {"name": "Kota", "note": "Rapat"}, {})
    assert found == (Line("Catatan", "“Rapat”", words.UNTOUCHED),)


def test_what_both_made_the_same_and_what_nobody_changed_is_left_out() -> None:
    assert compared("agency", {"wave": 1, "counters": 2}, {"wave": 2}, {"wave": 2, "counters": 2}, {}) == ()


def test_what_the_other_one_changed_beside_this_form_is_left_out() -> None:
    assert compared("plan", {"name": "Kota"}, {}, {"name": "Kota", "baseline": "awal"}, {}) == ()


def test_the_fields_stand_in_the_order_of_the_form_and_those_beside_it_behind() -> None:
    found = compared(
        "agency",
        {"name": "A", "wave": 1},
        {"reason": "Pindah", "wave": 2, "name": "B"},
        {"name": "C", "wave": 3, "reason": ""},
        {},
    )
    assert [line.field for line in found] == ["Nama instansi", "Gelombang", "Alasan keluar"]
    assert found[2] == Line("Alasan keluar", "kosong", "“Pindah”")


@pytest.mark.parametrize(
    ("kind", "field", "typed", "stored"),
    [
        ("activity", "started_on", date(2026, 11, 20), "2026-11-20"),
        ("agency", "weekdays", (1, 3), [1, 3]),
        ("plan", "days_off", (date(2026, 12, 1),), ["2026-12-01"]),
        ("activity", "note", "", None),
        ("seat", "weekdays", (), []),
        ("planning", "constraint", PlannedConstraint(type="ALAP"), {"type": "ALAP", "day": None}),
        (
            "plan",
            "windows",
            (
                FundingWindow(
                    year=2027,
                    budget="original",
                    available_from=date(2027, 1, 1),
                    spend_by=date(2027, 12, 31),
                ),
            ),
            [
                {
                    "year": 2027,
                    "budget": "original",
                    "available_from": "2027-01-01",
                    "spend_by": "2027-12-31",
                    "granted": True,
                }
            ],
        ),
    ],
)
def test_a_typed_value_is_the_same_as_the_stored_one_that_says_it(
    kind: SubjectKind, field: str, typed: Any, stored: Any
) -> None:
    assert compared(kind, {}, {field: typed}, {field: stored}, {}) == ()


def test_zero_is_not_nothing() -> None:
    assert compared("agency", {}, {"counters": 0}, {"counters": None}, {}) == (
        Line("Gerai yang diminta", "kosong", "0"),
    )


def test_ids_are_told_by_their_names() -> None:
    known = {"baseline/awal": "Rencana rapat"}
    assert compared("plan", {"baseline": None}, {}, {"baseline": "awal"}, known) == (
        Line("Rencana awal terkini", "Rencana rapat", words.UNTOUCHED),
    )


def test_a_field_without_a_name_of_its_own_is_called_another_field() -> None:
    assert compared("seat", {}, {"unknown": "a"}, {}, {})[0].field == "Isian lain"


@pytest.mark.parametrize(
    ("kind", "subject", "told"),
    [
        ("plan", "kota", "rencana"),
        ("agency", "polres", "instansi Polres"),
        ("agency", "pln", "instansi pln"),
        ("planning", "BKA-02", "ketentuan kegiatan BKA-02: Mal diresmikan"),
    ],
)
def test_a_subject_is_named_in_the_middle_of_a_sentence(kind: SubjectKind, subject: str, told: str) -> None:
    assert named(kind, subject, {"polres": "Polres", "BKA-02": "Mal diresmikan"}) == told
