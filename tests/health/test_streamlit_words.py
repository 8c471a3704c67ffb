"""The dictionary of Streamlit's own words fits the Streamlit that is installed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import streamlit

from planner.server.shell import chrome_words

WORDS: dict[str, str] = chrome_words()["words"]
PATTERNS: list[dict[str, str]] = chrome_words()["patterns"]
BUNDLE = Path(streamlit.__file__).parent / "static" / "static" / "js"


@cache
def bundle() -> str:
    """All scripts of Streamlit's interface."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(BUNDLE.glob("*.js")))


def translated(text: str) -> str:
    """What the page's script makes of a text, by the first pattern that fits."""
    for rule in PATTERNS:
        if re.search(rule["match"], text):
            return re.sub(rule["match"], re.sub(r"\$(\d)", r"\\\1", rule["put"]), text)
    return text


def test_the_bundle_and_the_dictionary_are_found() -> None:
    assert len(bundle()) > 1_000_000
    assert len(WORDS) > 150
    assert len(PATTERNS) > 30


def test_each_word_we_translate_is_still_one_that_streamlit_writes() -> None:
    written = [word for word in WORDS if any(f"{quote}{word}{quote}" in bundle() for quote in "`\"'")]
    assert set(WORDS) - set(written) == set()


def test_no_word_is_left_as_it_was() -> None:
    assert [word for word, put in WORDS.items() if word == put] == []


@pytest.mark.parametrize("rule", PATTERNS, ids=[rule["example"] for rule in PATTERNS])
def test_a_pattern_turns_its_example_into_other_words(rule: dict[str, str]) -> None:
    put = translated(rule["example"])
    assert re.search(rule["match"], rule["example"])
    assert put != rule["example"]
    assert "$" not in put


def test_patterns_keep_the_names_and_numbers_they_are_about() -> None:
    assert translated("25MB per file • PDF, PNG") == "Maks. 25 MB per berkas • PDF, PNG"
    assert translated("Remove surat.pdf") == "Hapus surat.pdf"
    assert translated("month, Mulai") == "bulan, Mulai"
