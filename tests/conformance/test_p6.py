"""Small cases computed by Primavera P6: the four dates and both floats of every activity."""

from __future__ import annotations

import pytest

from tests.conformance.reading import NEEDS_CASES, p6_cases, p6_network, solved

CASES = p6_cases()


@NEEDS_CASES
@pytest.mark.parametrize("name", CASES)
def test_primavera_gives_the_same_dates_and_floats(name: str) -> None:
    tasks = solved(p6_network(CASES[name])).tasks
    found = {
        code: {
            "es": dates.es.isoformat(),
            "ef": dates.ef.isoformat(),
            "ls": dates.ls.isoformat(),
            "lf": dates.lf.isoformat(),
            "total_float": dates.total_float,
            "free_float": dates.free_float,
        }
        for code, dates in tasks.items()
    }
    assert found == CASES[name]["expect"]


@NEEDS_CASES
def test_all_seven_primavera_cases_ran() -> None:
    assert len(CASES) == 7
