"""The words of Verifikasi: calm, Indonesian, each said somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planner
from planner.views import review_words

PACKAGE = Path(planner.__file__).parent
WORDS = {name: text for name, text in vars(review_words).items() if name.isupper()}
ENGLISH = re.compile(r"\b(the|and|please|your|you|click|cannot|are|with|from|has|have|of)\b", re.IGNORECASE)


def test_every_word_is_said_somewhere() -> None:
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    saying = "\n".join(text for text in sources if "review_words" in text)
    assert len(WORDS) > 40
    assert [name for name in WORDS if not re.search(rf"\b(words|said)\.{name}\b", saying)] == []


@pytest.mark.parametrize("text", WORDS.values(), ids=WORDS)
def test_a_word_is_calm_indonesian(text: str) -> None:
    assert text.strip() == text != ""
    assert "!" not in text
    assert "  " not in text
    assert not ENGLISH.search(text)
