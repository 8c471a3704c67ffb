from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from planner.domain.risk import Frequency, RiskDriver

DRIVER: dict[str, Any] = {
    "id": "anggaran",
    "title": "Anggaran",
    "summary": "Anggaran belum ada.",
    "frequency": {"hit": 6, "documented": 24},
    "effect": {"kind": "days", "optimistic": 50, "likely": 230, "pessimistic": 240},
    "items": ("KMT-06",),
    "basis": "documented",
    "method": "Dari kasus.",
    "attestation": "two_sources",
}


def test_the_probability_is_the_share_of_documented_regions_that_were_hit() -> None:
    assert RiskDriver.model_validate(DRIVER).probability == 0.25


def test_no_more_regions_are_hit_than_documented() -> None:
    with pytest.raises(ValidationError, match="hit tidak boleh melebihi documented"):
        Frequency(hit=3, documented=2)


@pytest.mark.parametrize(
    ("points", "reason"),
    [((3, 2, 4), "optimistic_over_likely"), ((1, 5, 4), "likely_over_pessimistic")],
)
@pytest.mark.parametrize("kind", ["days", "factor"])
def test_the_points_of_an_effect_stand_in_order(kind: str, points: tuple[int, ...], reason: str) -> None:
    effect = dict(zip(("optimistic", "likely", "pessimistic"), points, strict=True))
    with pytest.raises(ValidationError, match=reason):
        RiskDriver.model_validate(DRIVER | {"effect": {"kind": kind, **effect}})


@pytest.mark.parametrize(("kind", "least"), [("days", -1), ("factor", 0.9)])
def test_no_effect_makes_work_shorter(kind: str, least: float) -> None:
    effect = {"kind": kind, "optimistic": least, "likely": 1, "pessimistic": 2}
    with pytest.raises(ValidationError, match="greater_than_equal"):
        RiskDriver.model_validate(DRIVER | {"effect": effect})


def test_a_driver_acts_on_something() -> None:
    with pytest.raises(ValidationError, match="stages atau items"):
        RiskDriver.model_validate(DRIVER | {"items": ()})
