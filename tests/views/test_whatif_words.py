"""The words of Bagaimana jika and of days off and budgets: calm, Indonesian, each said somewhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from types import ModuleType

import pytest

import planner
from planner.views import budgets, settings_words, whatif_words

PACKAGE = Path(planner.__file__).parent
ENGLISH = re.compile(r"\b(the|and|please|your|you|click|cannot|are|with|from|has|have)\b", re.IGNORECASE)


def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))


def _names(module: ModuleType) -> list[str]:
    return [
        statement.target.id
        for statement in _tree(module).body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    ]


def _texts(module: ModuleType) -> list[str]:
    docstring = ast.get_docstring(_tree(module))
    found = [n.value for n in ast.walk(_tree(module)) if isinstance(n, ast.Constant)]
    return [text for text in found if isinstance(text, str) and text != docstring]


@pytest.mark.parametrize("module", [settings_words, whatif_words], ids=["settings_words", "whatif_words"])
def test_every_word_is_said_somewhere(module: ModuleType) -> None:
    readers = [p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py")]
    saying = "\n".join(text for text in readers if module.__name__.rpartition(".")[2] in text)
    names = _names(module)
    assert len(names) > 20
    assert [n for n in names if not re.search(rf"\b(words|told|settings_words)\.{n}\b", saying)] == []


@pytest.mark.parametrize(
    "text", [*_texts(settings_words), *_texts(whatif_words), *budgets.COLUMNS, budgets.SET_NO_MONEY]
)
def test_a_word_is_calm_indonesian(text: str) -> None:
    assert "!" not in text
    assert "  " not in text
    assert not ENGLISH.search(text)
