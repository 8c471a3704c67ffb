from __future__ import annotations

import pytest

from planner.views.plain import linked, plain


def test_markup_in_what_people_type_is_shown_letter_by_letter() -> None:
    assert plain("*tebal* [tautan](x) <b>") == r"\*tebal\* \[tautan\]\(x\) \<b\>"


@pytest.mark.parametrize(
    "typed",
    [
        "# Judul",
        "====",
        "- butir",
        "1. butir",
        "> kutipan",
        "`kode`",
        "~~coret~~",
        "a | b",
        "$x^2$",
        ":red[x]",
    ],
)
def test_no_sign_of_markup_stays_bare(typed: str) -> None:
    escaped = plain(typed)
    signs = [place for place, sign in enumerate(escaped) if sign in "#=->`~|$[]:."]
    assert signs
    assert all(escaped[place - 1] == "\\" for place in signs)


def test_line_breaks_become_spaces() -> None:
    assert plain("satu\n\n dua") == "satu dua"


def test_an_address_can_be_followed_and_the_rest_is_escaped() -> None:
    assert linked("Lihat https://contoh.example/a_b, *ya*") == (r"Lihat <https://contoh.example/a_b>, \*ya\*")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://contoh.example.", r"<https://contoh.example>\."),
        ("https://a.example https://b.example", "<https://a.example> <https://b.example>"),
        ("tanpa alamat", "tanpa alamat"),
        ("", ""),
        ("javascript:alert(1)", r"javascript\:alert\(1\)"),
    ],
)
def test_only_the_address_itself_is_a_link(text: str, expected: str) -> None:
    assert linked(text) == expected
