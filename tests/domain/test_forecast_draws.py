"""Durations by table and random numbers by name: what a forecast draws from."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.forecast.pert import LEVELS, beta_cdf, quantiles
from planner.domain.forecast.streams import Streams

points = st.lists(st.integers(0, 300), min_size=3, max_size=3).map(sorted)


@given(points)
def test_a_table_rises_from_the_optimistic_to_the_pessimistic_value(three: list[int]) -> None:
    table = quantiles(*three)
    assert len(table) == LEVELS
    assert three[0] <= table[0] <= table[-1] <= three[2]
    assert np.all(np.diff(table) >= 0)


@given(points)
def test_the_mean_is_that_of_beta_pert(three: list[int]) -> None:
    low, likely, high = three
    assert quantiles(*three).mean() == pytest.approx((low + 4 * likely + high) / 6, abs=0.14)


@given(points, st.integers(0, 30))
def test_points_that_are_all_shorter_are_shorter_at_every_level(three: list[int], less: int) -> None:
    shorter = quantiles(*(value - less for value in three))
    assert np.array_equal(shorter, quantiles(*three) - less)


@given(points, st.floats(0, 1))
def test_a_share_of_what_is_left_is_never_longer_at_any_level(three: list[int], left: float) -> None:
    assert np.all(quantiles(*(value * left for value in three)) <= quantiles(*three))


def test_a_symmetric_beta_is_told_exactly() -> None:
    assert beta_cdf([0.0, 0.25, 0.5, 0.75, 1.0], 3) == pytest.approx([0, 0.103515625, 0.5, 0.896484375, 1])


def test_a_skewed_beta_of_whole_exponents_is_told_exactly() -> None:
    x = 0.3
    assert beta_cdf([x, 1 - x], 1) == pytest.approx([1 - (1 - x) ** 5, 1 - x**5])
    assert beta_cdf([x, 1 - x], 5) == pytest.approx([x**5, (1 - x) ** 5])


def test_three_points_that_do_not_differ_give_the_likely_value_at_every_level() -> None:
    assert set(quantiles(7, 7, 7).tolist()) == {7}
    assert set(quantiles(2.6, 2.8, 3.1).tolist()) == {3}


def test_the_table_of_an_estimate_is_the_same_on_every_machine() -> None:
    table = quantiles(5, 15, 45)
    assert np.bincount(table)[5:45:5].tolist() == [6, 172, 216, 187, 128, 68, 24, 4]
    assert int((table * np.arange(LEVELS)).sum()) == 187650730


def test_a_table_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        quantiles(1, 2, 3)[0] = 9


def test_the_same_name_and_seed_give_the_same_numbers_whatever_is_drawn_before() -> None:
    one, other = Streams(7, 1_001), Streams(7, 1_001)
    one.levels("a")
    assert np.array_equal(one.levels("b"), other.levels("b"))
    assert np.array_equal(one.levels("a"), other.levels("a"))


def test_other_names_and_seeds_give_other_numbers() -> None:
    one, other = Streams(7, 1_000), Streams(8, 1_000)
    assert not np.array_equal(one.levels("a"), one.levels("b"))
    assert not np.array_equal(one.levels("a"), other.levels("a"))


def test_the_numbers_of_a_seed_are_the_same_on_every_machine() -> None:
    assert Streams(892021, 6).uniform("activity KMT-01").tolist() == [12085, 26711, 62930, 1885, 22750, 477]


def test_levels_cover_their_range_evenly() -> None:
    levels = Streams(1, 100_000).levels("a")
    assert (levels.min(), levels.max()) == (0, LEVELS - 1)
    assert np.bincount(levels >> 8).min() > 6_000


def test_fewer_runs_are_the_first_of_more() -> None:
    assert np.array_equal(Streams(1, 10).uniform("a"), Streams(1, 99).uniform("a")[:10])


@pytest.mark.parametrize(("seed", "runs"), [(1, 0), (-1, 5)])
def test_no_runs_and_a_negative_seed_are_refused(seed: int, runs: int) -> None:
    with pytest.raises(ValueError, match=r"at least one run|non-negative"):
        Streams(seed, runs)
