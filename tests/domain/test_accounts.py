"""What an account may be called, and which passwords and details are refused."""

from __future__ import annotations

import pytest

from planner.domain.accounts import (
    LONGEST_PASSWORD,
    against_details,
    against_login,
    against_password,
    is_login,
    plain_email,
    plain_login,
    plain_password,
)
from planner.domain.people import WideRole

ROLES = frozenset({"sekda", "dpmptsp"})


@pytest.mark.parametrize("login", ["dpmptsp.siak", "a1b", "dinas-kominfo_2", "x" * 60])
def test_a_login_of_small_letters_digits_and_marks_inside_is_good(login: str) -> None:
    assert is_login(login)
    assert against_login(login, ROLES) is None


@pytest.mark.parametrize(
    "login", ["", "ab", ".siak", "siak.", "Siak", "dinas siak", "x" * 61, "dínas", "a\nb"]
)
def test_a_login_of_anything_else_is_refused(login: str) -> None:
    assert not is_login(login)
    assert against_login(login, ROLES) == "login_bad"


@pytest.mark.parametrize("login", ["sekda", "dpmptsp", "mpp"])
def test_a_login_is_never_the_name_of_a_role_or_of_the_machine_s_owner(login: str) -> None:
    assert against_login(login, ROLES) == "login_reserved"


def test_what_is_typed_is_kept_in_one_way() -> None:
    assert plain_login("  Dpmptsp.Siak ") == "dpmptsp.siak"
    assert [plain_email(typed) for typed in (" A@Siak.GO.id ", " ", None)] == ["a@siak.go.id", None, None]
    assert plain_password("cafe\u0301") == "caf\u00e9"


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("x" * 11, "password_short"),
        ("x" * 12, None),
        ("x" * LONGEST_PASSWORD, None),
        ("x" * (LONGEST_PASSWORD + 1), "password_long"),
        ("Dpmptsp.Siak", "password_is_login"),
        ("dpmptsp.siak2", None),
    ],
)
def test_a_password_is_long_and_not_the_login(password: str, fault: str | None) -> None:
    assert against_password(password, "dpmptsp.siak") == fault


@pytest.mark.parametrize(
    ("name", "email", "wide", "province", "fault"),
    [
        ("DPMPTSP", None, None, None, None),
        ("DPMPTSP", "a@siak.go.id", "ministry", None, None),
        ("Provinsi Riau", None, "province", "14", None),
        ("Provinsi Riau", None, "province", None, "province_needed"),
        ("DPMPTSP", None, None, "14", "province_unneeded"),
        ("DPMPTSP", None, "administrator", "14", "province_unneeded"),
        (" x ", None, None, None, "name_needed"),
        ("x" * 121, None, None, None, "name_needed"),
        ("DPMPTSP", "siak.go.id", None, None, "email_bad"),
        ("DPMPTSP", "a@siak", None, None, "email_bad"),
        ("DPMPTSP", "a b@siak.go.id", None, None, "email_bad"),
    ],
)
def test_the_details_of_an_account_fit_together(
    name: str, email: str | None, wide: WideRole | None, province: str | None, fault: str | None
) -> None:
    assert against_details(name, email, wide, province) == fault
