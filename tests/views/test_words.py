from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import planner
from planner.ui.main import PAGES
from planner.views import rows, words

PACKAGE = Path(planner.__file__).parent
NAMES = [
    statement.target.id
    for statement in ast.parse(Path(words.__file__).read_text(encoding="utf-8")).body
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
]
ENGLISH = re.compile(
    r"\b(the|and|please|your|you|click|cannot|was|were|are|with|from|save|file|not|found)\b", re.IGNORECASE
)


def _texts(value: Any) -> Iterator[str]:
    """Every text of a constant that a person reads."""
    yield from value.values() if isinstance(value, Mapping) else (value,)


TEXTS = [
    pytest.param(text, id=f"{name}-{number}")
    for name in NAMES
    for number, text in enumerate(_texts(getattr(words, name)))
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_word_is_calm_indonesian(text: str) -> None:
    assert text.strip() == text != ""
    assert "!" not in text
    assert "  " not in text
    assert not ENGLISH.search(text)


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_word_leaves_open_has_a_name(text: str) -> None:
    fields = [field for _, field, _, _ in Formatter().parse(text) if field is not None]
    assert all(field.isidentifier() for field in fields)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_said_somewhere(name: str) -> None:
    used = re.compile(rf"\bwords\.{name}\b")
    assert any(used.search(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))


def test_every_page_has_a_title_and_every_group_a_name() -> None:
    assert set(words.PAGE) == {page.file for page in PAGES}
    assert set(words.GROUP) == {page.group for page in PAGES}


def test_no_two_pages_or_filters_are_called_the_same() -> None:
    assert len(set(words.PAGE.values())) == len(words.PAGE)
    assert len(set(rows.SHOWS.values())) == len(rows.SHOWS)
