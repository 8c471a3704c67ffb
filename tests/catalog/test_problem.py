"""How a problem reads and sorts."""

from __future__ import annotations

import pytest

from planner.catalog.problem import Problem, did_you_mean, problem


def test_a_problem_reads_file_line_code_message() -> None:
    found = Problem("a.yaml", 3, "unknown-key", "kunci 'x' tidak dikenal")
    assert str(found) == "a.yaml:3: unknown-key: kunci 'x' tidak dikenal"


def test_a_hint_stands_in_brackets_after_the_message() -> None:
    found = Problem("a.yaml", 3, "unknown-key", "kunci 'weigth' tidak dikenal", "maksudnya 'weight'?")
    assert str(found) == "a.yaml:3: unknown-key: kunci 'weigth' tidak dikenal (maksudnya 'weight'?)"


def test_problems_sort_by_file_then_line() -> None:
    mixed = [
        Problem("b.yaml", 1, "x", "m"),
        Problem("a.yaml", 10, "x", "m"),
        Problem("a.yaml", 9, "x", "m", "h"),
        Problem("a.yaml", 9, "x", "m"),
    ]
    assert [(found.file, found.line) for found in sorted(mixed)] == [
        ("a.yaml", 9),
        ("a.yaml", 9),
        ("a.yaml", 10),
        ("b.yaml", 1),
    ]


def test_a_problem_without_words_for_its_code_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        problem("a.yaml", 1, "no-such-code")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("weigth", "maksudnya 'weight'?"),
        ("KSP-30", "maksudnya 'KSP-03'?"),
        ("entirely-else", None),
        (None, None),
    ],
)
def test_the_nearest_known_word_is_offered(word: object, hint: str | None) -> None:
    assert did_you_mean(word, ["weight", "title", "KSP-03", "KSP-31", "KSP-33"]) == hint


def test_without_known_words_there_is_no_hint() -> None:
    assert did_you_mean("weight", []) is None
