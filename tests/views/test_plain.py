from __future__ import annotations

from planner.views.plain import linked, plain


def test_markup_in_what_people_type_is_shown_letter_by_letter() -> None:
    assert plain("*tebal* [tautan](x) <b>") == r"\*tebal\* \[tautan\]\(x\) \<b\>"


def test_line_breaks_become_spaces() -> None:
    assert plain("satu\n\n dua") == "satu dua"


def test_an_address_can_be_followed_and_the_rest_is_escaped() -> None:
    assert linked("Lihat https://contoh.example/a_b, *ya*") == (r"Lihat <https://contoh.example/a_b>, \*ya\*")
