"""Who somebody is by what an identity provider says of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter

from planner.domain.people import Login, Member, Person
from planner.storage.accounts import Account
from planner.workspace.claims import fresh, person, told

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CLAIMS = {
    "iss": "https://masuk.example.go.id",
    "sub": "4711",
    "email": "staf@example.go.id",
    "email_verified": True,
    "name": "Analis Perizinan",
    "roles": [],
}


def account(**given: object) -> Account:
    known = {"id": "analis", "name": "Analis DPMPTSP", "email": "staf@example.go.id", "wide": None}
    rest = {"province": None, "active": True, "must_change": False, "locked_until": None, "created_at": NOW}
    more = {"password": False, "revision": 1}
    fields = {**known, **rest, **more, **given}
    return Account(**{name: fields[name] for name in Account.__dataclass_fields__})  # type: ignore[arg-type]


class Book:
    def __init__(self, *accounts: Account) -> None:
        self._accounts = {a.email: a for a in accounts}

    def by_email(self, email: str) -> Account | None:
        return self._accounts.get(email)


def let_in(book: Book, **claims: object) -> Person:
    found = person({**CLAIMS, **claims}, book, "roles")
    assert isinstance(found, tuple)
    return found[0]


@pytest.mark.parametrize(
    ("value", "wide", "province"),
    [
        (["administrator"], "administrator", None),
        (["kementerian"], "ministry", None),
        (["provinsi:14"], "province", "14"),
        (["provinsi:14", "kementerian"], "ministry", None),
        (["kementerian", "administrator"], "administrator", None),
        ("provinsi:21, provinsi:14", "province", "14"),
        (["provinsi", "provinsi:1", "provinsi:144", "provinsi:riau", "offline_access"], None, None),
        (None, None, None),
        (7, None, None),
        ([7, None], None, None),
    ],
)
def test_a_claim_tells_of_one_role_across_plans(
    value: object, wide: str | None, province: str | None
) -> None:
    found = told(value, "Analis")
    assert (found.wide, found.province, found.granted) == (wide, province, {})


@pytest.mark.parametrize(
    ("word", "role", "agency"),
    [
        ("siak:staf", "staff", None),
        ("siak:verifikator", "verifier", None),
        ("siak:pimpinan", "leader", None),
        ("siak:pengelola", "admin", None),
        ("siak:instansi:dukcapil-siak", "agency", "dukcapil-siak"),
    ],
)
def test_a_claim_tells_of_a_role_in_a_plan(word: str, role: str, agency: str | None) -> None:
    assert told([word], "Analis").granted == {"siak": Member(name="Analis", role=role, agency=agency)}


@pytest.mark.parametrize(
    "word",
    ["siak", "siak:", "siak:instansi", "siak:staf:dukcapil", "siak:raja", "Siak:staf", "siak:staf:a:b"],
)
def test_what_is_no_role_counts_for_nothing(word: str) -> None:
    assert told([word], "Analis").granted == {}


def test_of_two_roles_in_a_plan_the_same_one_counts_in_whatever_order_they_come() -> None:
    words = ["siak:staf", "siak:verifikator", "belitung-timur:pimpinan"]
    roles = {plan: member.role for plan, member in told(words, "Analis").granted.items()}
    assert roles == {"siak": "verifier", "belitung-timur": "leader"}
    assert told(words[::-1], "Analis") == told(words, "Analis")


def test_a_verified_address_finds_the_account() -> None:
    found = person(CLAIMS, Book(account(wide="ministry")), "roles")
    assert found == (Person("analis", "Analis DPMPTSP", "ministry"), account(wide="ministry"))


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_is_not_verified_finds_nobody(verified: object) -> None:
    claims = {**CLAIMS, "email_verified": verified}
    assert person(claims, Book(account()), "roles") == "unknown"


def test_an_account_that_was_switched_off_stays_out_whatever_the_claim_says() -> None:
    claims = {**CLAIMS, "roles": ["administrator"]}
    assert person(claims, Book(account(active=False)), "roles") == "inactive"


def test_an_account_gets_the_roles_that_the_claim_adds() -> None:
    found = let_in(Book(account()), roles=["siak:staf", "provinsi:14"])
    assert (found.id, found.wide, found.province, set(found.granted)) == (
        "analis",
        "province",
        "14",
        {"siak"},
    )


def test_the_role_of_the_account_stands_before_that_of_the_claim() -> None:
    found = let_in(Book(account(wide="ministry")), roles=["administrator"])
    assert found.wide == "ministry"


def test_without_account_and_roles_nobody_is_let_in() -> None:
    assert person(CLAIMS, Book(), "roles") == "unknown"
    assert person({**CLAIMS, "roles": ["administrator"]}, Book(), None) == "unknown"


def test_a_claim_inside_another_is_found() -> None:
    claims: Mapping[str, object] = {**CLAIMS, "realm_access": {"roles": ["kementerian"]}}
    found = person(claims, Book(), "realm_access.roles")
    assert isinstance(found, tuple)
    assert found[0].wide == "ministry"
    assert person(claims, Book(), "realm_access.none.at.all") == "unknown"


def test_somebody_without_account_has_a_login_that_is_nobody_elses() -> None:
    one, other = (let_in(Book(), sub=sub, roles=["kementerian"]) for sub in ("4711", "4712"))
    again = let_in(Book(), name="Nama Lain", roles=["kementerian"])
    assert one.id.startswith("staf-")
    assert one.id != other.id
    assert one.id == again.id
    assert (one.name, again.name) == ("Analis Perizinan", "Nama Lain")


@pytest.mark.parametrize("chosen", ["Kepala.Bidang@x", "***", "", "a" * 90, None, "staf-"])
def test_the_login_of_somebody_without_account_is_one_that_a_record_takes(chosen: str | None) -> None:
    found = let_in(Book(), preferred_username=chosen, email=None, roles=["kementerian"])
    assert TypeAdapter(Login).validate_python(found.id) == found.id


def test_somebody_without_a_name_is_called_by_their_login() -> None:
    found = let_in(Book(), name=" ", email=None, roles=["kementerian"])
    assert found.name == found.id


@pytest.mark.parametrize(
    ("issued", "counts"),
    [
        (NOW - timedelta(hours=11), True),
        (NOW - timedelta(hours=12), False),
        (NOW - timedelta(days=29), False),
    ],
)
def test_signing_in_counts_for_as_long_as_a_session_lives(issued: datetime, counts: bool) -> None:
    assert fresh({"iat": int(issued.timestamp())}, NOW) is counts


@pytest.mark.parametrize("issued", [None, True, "1"])
def test_signing_in_without_a_moment_does_not_count(issued: object) -> None:
    assert not fresh({"iat": issued}, NOW)
