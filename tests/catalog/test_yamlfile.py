"""YAML as people write it: plain values, a line for each, nothing hidden."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from planner.catalog import yamlfile
from planner.catalog.yamlfile import YamlFile, parse_yaml, plain


def _parse(text: str) -> YamlFile:
    file, problems = parse_yaml("x.yaml", text)
    assert problems == ()
    assert file is not None
    return file


def _codes(text: str) -> list[tuple[int, str]]:
    _, problems = parse_yaml("x.yaml", text)
    return [(problem.line, problem.code) for problem in problems]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("5", 5),
        ("-3", -3),
        ("0", 0),
        ("7.1", 7.1),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2026-11-22", date(2026, 11, 22)),
        ("2026-02-30", "2026-02-30"),
        ("no", "no"),
        ("on", "on"),
        ("True", "True"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("0x1f", "0x1f"),
        (".inf", ".inf"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_an_unquoted_word_means_what_it_looks_like(word: str, value: Any) -> None:
    assert plain(word) == value
    assert type(plain(word)) is type(value)


def test_a_quoted_word_is_always_text() -> None:
    assert _parse("a: '5'\nb: \"true\"\nc: '2026-11-22'\n").data == {"a": "5", "b": "true", "c": "2026-11-22"}


def test_lists_become_tuples_and_groups_stay_groups() -> None:
    assert _parse("a: [1, {b: [2]}]\n").data == {"a": (1, {"b": (2,)})}


def test_every_value_has_its_line() -> None:
    file = _parse("a: 1\nb:\n  - c: x\n    d: >-\n      long\n      text\n  - e\n")
    assert file.line("a") == 1
    assert file.line("b") == 2
    assert file.line("b", 0) == 3
    assert file.line("b", 0, "d") == 4
    assert file.line("b", 1) == 7


def test_a_value_that_is_not_there_has_the_line_of_what_is_around_it() -> None:
    file = _parse("# remark\na: 1\nb:\n  c: 2\n")
    assert file.line("b", "missing") == 3
    assert file.line("nothing", "at", "all") == 2


def test_places_leave_out_steps_that_are_not_written() -> None:
    file = _parse("b:\n  - kind: law\n    source: x\n")
    assert file.written(("b", 0, "law", "source")) == ("b", 0, "source")
    assert file.at(("b", 0, "source")) == "x"


def test_the_first_of_two_equal_keys_wins_and_the_second_is_reported() -> None:
    file, problems = parse_yaml("x.yaml", "a: 1\nb: 2\na: {c: 3}\n")
    assert file is not None
    assert file.data == {"a": 1, "b": 2}
    assert [(problem.line, problem.code) for problem in problems] == [(3, "duplicate-key")]


def test_anchors_aliases_and_tags_are_each_reported() -> None:
    assert _codes("a: &x 1\nb: *x\n*x : 2\nc: !!str 3\nd: !local [4]\n") == [
        (1, "anchor"),
        (2, "anchor"),
        (3, "anchor"),
        (4, "unsafe-tag"),
        (5, "unsafe-tag"),
    ]


def test_a_merge_key_is_just_a_key() -> None:
    assert _parse("<<: {a: 1}\n").data == {"<<": {"a": 1}}


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("a: 1\nb: 'x\nc: 2\n", 2, "tanda kutip"),
        ("a: [1,\n 2\n", 1, "kurung"),
        ("a: 1\n\tb: 2\n", 2, "tab"),
        ("a: @x\n", 1, "arti khusus"),
        ("a:\n  b: 1\n c: 2\n", 3, "indentasi"),
        ("a: }\n", 1, "kurung"),
        ("a: b: c\n", 1, "titik dua"),
        ("a: 1\n---\nb: 2\n", 2, "satu dokumen"),
        ("a: x\nb: \x07\n", 2, "huruf kendali"),
        ("? {a: 1}\n: 2\n", 1, "kunci harus satu kata"),
        ("x:\n- " + "- " * 60 + "y\n", 2, "terlalu dalam"),
        ('a: "\\q"\n', 1, "periksa indentasi, titik dua dan tanda kutip"),
    ],
)
def test_text_that_is_no_yaml_is_explained_at_its_line(text: str, line: int, part: str) -> None:
    file, problems = parse_yaml("x.yaml", text)
    assert file is None
    assert [(problem.line, problem.code) for problem in problems] == [(line, "yaml-syntax")]
    assert part in problems[0].message


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n", "~\n"])
def test_a_file_without_content_is_empty(text: str) -> None:
    assert _codes(text) == [(1, "empty-file")]


@pytest.mark.parametrize("text", ["\n- a\n", "\njust words\n", "\n5\n"])
def test_a_file_must_hold_keys(text: str) -> None:
    assert _codes(text) == [(2, "wrong-type")]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_at_once(opening: str) -> None:
    assert _codes(opening * 100_000) == [(1, "yaml-syntax")]


def test_the_parser_without_c_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, no]\nb:\n  - c: 2026-11-22\n"
    fast = _parse(text)
    monkeypatch.setattr(yamlfile, "_LOADER", yaml.SafeLoader)
    assert _parse(text) == fast
    assert _codes("a: 1\nb: 'x\n") == [(2, "yaml-syntax")]
