"""The door to accounts: signing in, who may look after accounts, passwords."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from argon2 import PasswordHasher
from argon2.low_level import Type

from planner.domain.changes import AssignmentChange, MemberChange
from planner.domain.people import Person
from planner.storage.accounts import AccountBook, passwords
from planner.workspace.accounts import (
    Account,
    AccountRefused,
    Accounts,
    SignedIn,
    SignInRefused,
    must_change,
    new_password,
    open_accounts,
    shared_accounts,
)
from tests.workspace.office import PLAN, STAFF, Clock, Office, begin, codes, written

LOGIN, ADMIN = "dpmptsp.siak", "admin.siak"
PASSWORD, NEW = "tiga kata sandi lama", "empat kata sandi yang baru"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
SLOWER = PasswordHasher(time_cost=2, memory_cost=8, parallelism=1)


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", QUICK)


@pytest.fixture
def book(tmp_path: Path, empty_database: Path) -> Iterator[AccountBook]:
    shutil.copyfile(empty_database, tmp_path / "mpp.db")
    book = AccountBook(f"sqlite:///{tmp_path / 'mpp.db'}", Clock())
    yield book
    book.close()


@pytest.fixture
def accounts(book: AccountBook) -> Accounts:
    """Accounts as the owner of the machine has them: one who looks after the system, one who does not."""
    found = Accounts(book, lambda: frozenset({"sekda"}))
    add(found, ADMIN, wide="administrator")
    add(found, LOGIN, email="dpmptsp@siak.go.id")
    return found


def add(accounts: Accounts, login: str, **details: Any) -> Account:
    given = {"password": PASSWORD, "by": "mpp", "must_change": False} | details
    return stands(accounts.add(login, "DPMPTSP Siak", **given))


def stands(outcome: Account | AccountRefused) -> Account:
    assert isinstance(outcome, Account), outcome
    return outcome


def refused(outcome: Account | AccountRefused) -> str:
    assert isinstance(outcome, AccountRefused), outcome
    return outcome.code


def enter(accounts: Accounts, password: str = PASSWORD, login: str = LOGIN) -> str:
    """Sign in, which must succeed; the reference of the session."""
    found = accounts.sign_in(login, password, origin="::1")
    assert isinstance(found, SignedIn), found
    return accounts.reference(found.token)


def test_who_knows_the_password_is_let_in_by_a_token_that_is_kept_nowhere(
    accounts: Accounts, book: AccountBook, tmp_path: Path
) -> None:
    found = accounts.sign_in("  Dpmptsp.SIAK ", PASSWORD, origin="::1")
    assert isinstance(found, SignedIn)
    account = accounts.by_login(LOGIN)
    assert found.account == account == accounts.session(accounts.reference(found.token))
    assert len(found.token) >= 43
    book.close()
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("mpp.db*"))
    assert accounts.reference(found.token).encode() in kept
    assert [secret for secret in (found.token, PASSWORD) if secret.encode() in kept] == []


def test_two_sessions_of_one_person_are_two(accounts: Accounts) -> None:
    one, other = enter(accounts), enter(accounts)
    accounts.sign_out(one)
    assert (accounts.session(one), accounts.session(other)) == (None, accounts.by_login(LOGIN))


@pytest.mark.parametrize(
    ("login", "password"),
    [
        (LOGIN, "bukan kata sandinya"),
        (LOGIN, ""),
        (LOGIN, PASSWORD + " "),
        (LOGIN, PASSWORD.upper()),
        ("siapa", PASSWORD),
        ("", PASSWORD),
        ("Bukan Nama Masuk", PASSWORD),
        (ADMIN + "\0", PASSWORD),
    ],
)
def test_a_wrong_login_and_a_wrong_password_are_answered_alike(
    accounts: Accounts, login: str, password: str
) -> None:
    assert accounts.sign_in(login, password, origin="::1") == SignInRefused("wrong")


@pytest.mark.parametrize("password", ["", "x", "$argon2id$", PASSWORD])
def test_no_password_fits_an_account_without_one_or_that_is_not(accounts: Accounts, password: str) -> None:
    add(accounts, "luar", password=None)
    assert accounts.sign_in("luar", password, origin="") == SignInRefused("wrong")
    assert not passwords.fits(password, None)


@pytest.mark.parametrize("login", ["siapa", "Bukan Nama Masuk", LOGIN])
def test_every_answer_costs_the_trial_of_one_hash(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch, login: str
) -> None:
    tried = []

    class Counting(PasswordHasher):
        def verify(self, kept: str | bytes, password: str | bytes) -> bool:
            tried.append(password)
            return super().verify(kept, password)

    passwords.nobodys()
    monkeypatch.setattr(passwords, "HASHER", Counting(time_cost=1, memory_cost=8, parallelism=1))
    accounts.sign_in(login, "bukan kata sandinya", origin="")
    assert tried == ["bukan kata sandinya"]


def test_an_unknown_login_takes_as_long_as_a_known_one(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = PasswordHasher(time_cost=4, memory_cost=16384, parallelism=1)
    monkeypatch.setattr(passwords, "HASHER", slow)
    nobodys = slow.hash("siapa pun")
    monkeypatch.setattr(passwords, "nobodys", lambda: nobodys)
    stands(accounts.set_password(LOGIN, PASSWORD, by="mpp"))

    def seconds(login: str) -> float:
        begun = time.process_time()
        accounts.sign_in(login, "bukan kata sandinya", origin="")
        return time.process_time() - begun

    known, unknown = (median(seconds(login) for _ in range(4)) for login in (LOGIN, "siapa"))
    assert 0.4 < unknown / known < 2.5


def test_after_five_failures_even_the_right_password_waits(accounts: Accounts) -> None:
    found = [accounts.sign_in(LOGIN, "salah", origin="10.0.0.7") for _ in range(5)]
    last = found[-1]
    assert found[:4] == [SignInRefused("wrong")] * 4
    assert isinstance(last, SignInRefused)
    assert (last.reason, last.until is not None) == ("locked", True)
    assert accounts.sign_in(LOGIN, PASSWORD, origin="") == SignInRefused("locked", last.until)
    stands(accounts.change(LOGIN, by="mpp", unlock=True))
    assert accounts.session(enter(accounts)) == accounts.by_login(LOGIN)


def test_only_who_knows_the_password_learns_that_an_account_is_switched_off(accounts: Accounts) -> None:
    session = enter(accounts)
    stands(accounts.change(LOGIN, by="mpp", active=False))
    assert accounts.session(session) is None
    assert accounts.sign_in(LOGIN, "salah", origin="") == SignInRefused("wrong")
    assert accounts.sign_in(LOGIN, PASSWORD, origin="") == SignInRefused("inactive")
    assert stands(accounts.change(LOGIN, by="mpp", active=True)).locked_until is None


def test_hashes_are_argon2id_with_the_library_s_own_parameters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher())
    assert PasswordHasher().type is Type.ID
    assert passwords.hashed(PASSWORD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_hash_with_other_parameters_is_replaced_at_signing_in(
    accounts: Accounts, book: AccountBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = book.password(LOGIN)
    enter(accounts)
    assert book.password(LOGIN) == before
    monkeypatch.setattr(passwords, "HASHER", SLOWER)
    enter(accounts)
    after = book.password(LOGIN)
    assert after is not None
    assert "t=2" in after
    assert accounts.session(enter(accounts)) == accounts.by_login(LOGIN)


def test_the_same_letters_are_the_same_password_from_every_keyboard(accounts: Accounts) -> None:
    stands(accounts.set_password(LOGIN, "kopi caf\u00e9 pagi", by="mpp"))
    assert accounts.session(enter(accounts, "kopi cafe\u0301 pagi")) is not None


def test_a_password_that_is_too_long_does_not_fit_by_its_beginning(accounts: Accounts) -> None:
    stands(accounts.set_password(LOGIN, "x" * 1000, by="mpp"))
    assert accounts.sign_in(LOGIN, "x" * 1001, origin="") == SignInRefused("wrong")
    enter(accounts, "x" * 1000)


def test_a_hash_that_is_none_fits_nothing() -> None:
    assert not passwords.fits(PASSWORD, "rusak")


def test_whose_password_was_given_must_change_it_and_then_need_not(accounts: Accounts) -> None:
    given = stands(accounts.set_password(LOGIN, PASSWORD, by="mpp"))
    session, elsewhere = enter(accounts), enter(accounts)
    assert must_change(given)
    changed = stands(accounts.change_own_password(LOGIN, PASSWORD, NEW, keep=session))
    assert not must_change(changed)
    assert (accounts.session(session), accounts.session(elsewhere)) == (changed, None)
    assert accounts.sign_in(LOGIN, PASSWORD, origin="") == SignInRefused("wrong")


def test_an_account_without_password_need_not_change_any(accounts: Accounts) -> None:
    assert not must_change(add(accounts, "luar", password=None, must_change=True))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("bukan yang lama", NEW, "password_wrong"),
        (PASSWORD, PASSWORD, "password_same"),
        (PASSWORD, "pendek", "password_short"),
        (PASSWORD, LOGIN.upper(), "password_is_login"),
    ],
)
def test_the_own_password_is_not_changed_without_the_old_one_or_to_a_bad_one(
    accounts: Accounts, old: str, new: str, fault: str
) -> None:
    assert refused(accounts.change_own_password(LOGIN, old, new)) == fault
    enter(accounts)


def test_guessing_the_old_password_locks_the_account_too(accounts: Accounts) -> None:
    found = [refused(accounts.change_own_password(LOGIN, "salah", NEW)) for _ in range(6)]
    assert found == ["password_wrong"] * 4 + ["locked"] * 2
    sign_in = accounts.sign_in(LOGIN, PASSWORD, origin="")
    assert isinstance(sign_in, SignInRefused)
    assert sign_in.reason == "locked"


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"login": "sekda"}, "login_reserved"),
        ({"login": "Ada Spasi"}, "login_bad"),
        ({"login": LOGIN}, "login_taken"),
        ({"email": "DPMPTSP@siak.go.id"}, "email_taken"),
        ({"name": " "}, "name_needed"),
        ({"password": "pendek"}, "password_short"),
        ({"wide": "province"}, "province_needed"),
    ],
)
def test_an_account_that_cannot_be_is_not_made(accounts: Accounts, given: dict[str, Any], fault: str) -> None:
    details = {"login": "baru", "name": "Dinas Baru", "password": PASSWORD, "by": "mpp"} | given
    assert refused(accounts.add(**details)) == fault
    assert len(accounts.all()) == 2


def test_details_are_changed_as_they_would_be_made(accounts: Accounts) -> None:
    changed = stands(
        accounts.change(
            LOGIN, by="mpp", name=" Dinas ", email=" X@siak.go.id ", wide="province", province="14"
        )
    )
    assert (changed.name, changed.email, changed.wide, changed.province) == (
        *("Dinas", "x@siak.go.id", "province"),
        "14",
    )
    assert refused(accounts.change(LOGIN, by="mpp", wide=None)) == "province_unneeded"
    assert refused(accounts.change(LOGIN, by="mpp", name="")) == "name_needed"
    assert refused(accounts.change("siapa", by="mpp", name="Dinas")) == "unknown_account"
    assert stands(accounts.change(LOGIN, by="mpp", email="  ")).email is None


Asked = Callable[[Accounts, str], Account | AccountRefused]
LOOKED_AFTER: dict[str, Asked] = {
    "add": lambda door, by: door.add("baru", "Dinas Baru", password=PASSWORD, by=by),
    "change": lambda door, by: door.change(LOGIN, by=by, name="Lain"),
    "raise": lambda door, by: door.change(LOGIN, by=by, wide="administrator"),
    "unlock": lambda door, by: door.change(LOGIN, by=by, unlock=True),
    "set_password": lambda door, by: door.set_password(ADMIN, NEW, by=by),
}
OTHERS = [
    Person(LOGIN),
    Person("provinsi", wide="province", province="14"),
    Person("kementerian", wide="ministry"),
    Person(""),
]


@pytest.mark.parametrize("ask", LOOKED_AFTER.values(), ids=LOOKED_AFTER)
@pytest.mark.parametrize("person", OTHERS, ids=lambda person: person.wide or person.id or "nobody")
def test_nobody_but_an_administrator_looks_after_accounts(
    accounts: Accounts, book: AccountBook, person: Person, ask: Asked
) -> None:
    before = (accounts.all(), book.password(ADMIN), len(accounts.log()))
    for by in (person.id, ADMIN, "mpp"):
        assert refused(ask(accounts.visited_by(person), by)) == "not_allowed"
    assert (accounts.all(), book.password(ADMIN), len(accounts.log())) == before


@pytest.mark.parametrize("ask", LOOKED_AFTER.values(), ids=LOOKED_AFTER)
def test_an_administrator_does_under_no_name_but_the_own(accounts: Accounts, ask: Asked) -> None:
    door = accounts.visited_by(Person(ADMIN, wide="administrator"))
    assert refused(ask(door, "mpp")) == "not_allowed"
    stands(ask(door, ADMIN))


@pytest.mark.parametrize("person", OTHERS, ids=lambda person: person.wide or person.id or "nobody")
def test_nobody_but_an_administrator_sees_accounts_of_others(accounts: Accounts, person: Person) -> None:
    door = accounts.visited_by(person)
    assert (door.all(), door.log(), door.by_login(ADMIN)) == ((), (), None)
    own = accounts.by_login(LOGIN) if person.id == LOGIN else None
    assert (door.by_login(LOGIN), door.by_email("dpmptsp@siak.go.id")) == (own, own)
    assert door.names() == {ADMIN: "DPMPTSP Siak", LOGIN: "DPMPTSP Siak"}


def test_an_administrator_sees_every_account_and_the_log(accounts: Accounts) -> None:
    door = accounts.visited_by(Person(ADMIN, wide="administrator"))
    assert [account.id for account in door.all()] == [ADMIN, LOGIN]
    assert [entry.login for entry in door.log(1)] == [LOGIN]
    assert door.by_email("dpmptsp@siak.go.id") == door.by_login(LOGIN) == accounts.by_login(LOGIN)
    assert (door.by_email(" "), door.by_login("siapa")) == (None, None)


def test_nobody_changes_the_password_of_somebody_else(accounts: Accounts) -> None:
    door = accounts.visited_by(Person(ADMIN, wide="administrator"))
    assert refused(door.change_own_password(LOGIN, PASSWORD, NEW)) == "not_allowed"
    stands(door.change_own_password(ADMIN, PASSWORD, NEW))


def test_an_administrator_does_not_take_the_own_access_away(accounts: Accounts) -> None:
    add(accounts, "lain", wide="administrator")
    door = accounts.visited_by(Person(ADMIN, wide="administrator"))
    assert refused(door.change(ADMIN, by=ADMIN, active=False)) == "own_access"
    assert refused(door.change(ADMIN, by=ADMIN, wide="ministry")) == "own_access"
    assert stands(door.change(ADMIN, by=ADMIN, name="Dinas Kominfo")).name == "Dinas Kominfo"
    stands(door.change("lain", by=ADMIN, active=False))
    assert refused(accounts.change(ADMIN, by="mpp", active=False)) == "last_administrator"


def test_names_are_of_those_who_may_sign_in_unless_all_are_asked_for(accounts: Accounts) -> None:
    stands(accounts.change(LOGIN, by="mpp", active=False))
    assert accounts.names() == {ADMIN: "DPMPTSP Siak"}
    assert accounts.names(left=True) == {ADMIN: "DPMPTSP Siak", LOGIN: "DPMPTSP Siak"}


def test_a_person_is_their_account_with_the_role_across_plans(accounts: Accounts) -> None:
    account = add(accounts, "riau", wide="province", province="14")
    assert accounts.person(account) == Person("riau", "DPMPTSP Siak", "province", "14")


def test_a_password_by_chance_is_long_readable_and_another_each_time(accounts: Accounts) -> None:
    made = {new_password() for _ in range(50)}
    assert len(made) == 50
    assert {len(one) for one in made} == {19}
    assert {letter for one in made for letter in one} <= set("abcdefghjkmnpqrstuvwxyz23456789-")


def test_the_accounts_of_an_installation_are_in_the_database_of_its_plans(tmp_path: Path) -> None:
    env = {"MPP_DATABASE_URL": f"sqlite:///{tmp_path / 'mpp.db'}", "MPP_EVIDENCE": str(tmp_path)}
    accounts = shared_accounts(env)
    assert shared_accounts(env) is accounts
    assert not accounts.any()
    assert refused(accounts.add("sekda", "Sekda", password=None, by="mpp")) == "login_reserved"
    add(accounts, LOGIN)
    assert open_accounts(env).any()


def test_whoever_lost_their_account_keeps_what_was_theirs_and_is_given_nothing_more(
    office: Office, book: AccountBook
) -> None:
    begin(office, PLAN)
    book.add(LOGIN, {"name": "DPMPTSP Siak"}, None, by="mpp", must_change=False)
    office.record(MemberChange(person=LOGIN, name="DPMPTSP Siak", role="staff"))
    office.record(AssignmentChange(activity="PSP-01", person=LOGIN))
    book.change(LOGIN, {"active": False}, by="mpp")
    again = AssignmentChange(activity="PSP-02.polres", person=LOGIN)
    assert codes(office.workspace.record(PLAN, again, actor=STAFF)) == ["person_shut_out"]
    written(office.workspace.record(PLAN, AssignmentChange(activity="PSP-01", due=None), actor=STAFF))
    assert office.seen().state.assignments["PSP-01"].person == LOGIN
    assert office.workspace.shut_out() == {LOGIN}
    book.change(LOGIN, {"active": True}, by="mpp")
    written(office.workspace.record(PLAN, again, actor=STAFF))
