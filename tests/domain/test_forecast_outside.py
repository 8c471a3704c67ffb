from __future__ import annotations

from datetime import date

import pytest

from planner.domain.forecast import months_between, outside_view, share_within

DOCUMENTED = (21.0, 10.8, 41.4, 17.0)


def test_a_plan_stands_among_the_documented_durations() -> None:
    view = outside_view(DOCUMENTED, 17.0)
    assert view.documented == (10.8, 17.0, 21.0, 41.4)
    assert (view.median, view.share_as_fast, view.faster_than_any) == (19.0, 0.5, False)


def test_a_plan_faster_than_any_documented_regency_is_told() -> None:
    view = outside_view(DOCUMENTED, 10.7)
    assert (view.share_as_fast, view.faster_than_any) == (0, True)
    assert not outside_view(DOCUMENTED, 10.8).faster_than_any


def test_nothing_documented_says_nothing() -> None:
    view = outside_view((), 5)
    assert (view.median, view.share_as_fast, view.faster_than_any) == (None, None, False)


def test_months_are_of_mean_length_and_run_backwards_too() -> None:
    assert months_between(date(2019, 3, 27), date(2020, 2, 20)) == pytest.approx(10.8, abs=0.05)
    assert months_between(date(2027, 3, 1), date(2027, 2, 1)) < 0


def test_the_share_within_counts_both_ends() -> None:
    assert share_within(DOCUMENTED, 17, 21) == 0.5
    assert share_within(DOCUMENTED, 0, 5) == 0


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing is documented"):
        share_within((), 0, 1)
