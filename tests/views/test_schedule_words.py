from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import planner
from planner.views import schedule_words

PACKAGE = Path(planner.__file__).parent
NAMES = [
    statement.target.id
    for statement in ast.parse(Path(schedule_words.__file__).read_text(encoding="utf-8")).body
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
]


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_schedule_is_said_somewhere(name: str) -> None:
    readers = [p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py")]
    saying = [text for text in readers if "schedule_words as " in text]
    assert any(re.search(rf"\b(words|told)\.{name}\b", text) for text in saying)


def test_no_word_of_the_schedule_is_loud() -> None:
    assert "!" not in Path(schedule_words.__file__).read_text(encoding="utf-8")
