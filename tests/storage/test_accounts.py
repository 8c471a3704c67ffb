"""Accounts in the database: their log, their sessions, and the counting of failed sign-ins."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from planner.domain.accounts import Account, AccountRefused
from planner.storage import dialect, tables
from planner.storage.accounts import AccountBook

LOGIN, KEY, OTHER_KEY = "dpmptsp.siak", "a" * 64, "b" * 64
DETAILS: dict[str, Any] = {"name": "DPMPTSP Siak", "email": None, "wide": None, "province": None}
HASH, NEW_HASH = "$hash-1", "$hash-2"
MINUTES = timedelta(minutes=1)


class Clock:
    """A clock that stands still until it is moved on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, minutes: float) -> None:
        self.now += minutes * MINUTES


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(url: str, clock: Clock) -> Iterator[AccountBook]:
    """A book without accounts."""
    book = AccountBook(url, clock)
    yield book
    book.close()


@pytest.fixture
def other(url: str, clock: Clock, book: AccountBook) -> Iterator[AccountBook]:
    """The same book as another process has it open."""
    book = AccountBook(url, clock)
    yield book
    book.close()


def added(book: AccountBook, login: str = LOGIN, password: str | None = HASH, **details: Any) -> Account:
    """A new account, which must come about."""
    account = book.add(login, {**DETAILS, **details}, password, by="mpp", must_change=False)
    assert isinstance(account, Account), account
    return account


def standing(book: AccountBook, login: str = LOGIN) -> Account:
    """An account, which must be there."""
    account = book.one(login)
    assert account is not None
    return account


def refused(outcome: Account | AccountRefused) -> str:
    """Why an account was not changed, which it must not have been."""
    assert isinstance(outcome, AccountRefused), outcome
    return outcome.code


def events(book: AccountBook) -> list[tuple[str, str, str]]:
    """The log from its beginning: by whom, about whom, what."""
    return [(entry.by, entry.login, entry.what) for entry in reversed(book.log())]


def test_an_account_is_kept_as_it_was_made_and_told_in_the_log(book: AccountBook, clock: Clock) -> None:
    assert (book.any(), book.all(), book.log()) == (False, (), ())
    made = added(book, email="dpmptsp@siak.go.id", wide="province", province="14")
    assert made == Account(
        id=LOGIN,
        name="DPMPTSP Siak",
        email="dpmptsp@siak.go.id",
        wide="province",
        province="14",
        active=True,
        must_change=False,
        locked_until=None,
        created_at=clock.now,
        revision=1,
        password=True,
    )
    assert (book.any(), book.all(), book.one(LOGIN)) == (True, (made,), made)
    assert book.by_email("dpmptsp@siak.go.id") == made
    assert book.password(LOGIN) == HASH
    (entry,) = book.log()
    assert (entry.by, entry.login, entry.what, entry.at, entry.before) == (
        *("mpp", LOGIN, "added", clock.now),
        {},
    )
    assert entry.after == {
        "name": "DPMPTSP Siak",
        "email": "dpmptsp@siak.go.id",
        "wide": "province",
        "province": "14",
    }


def test_what_is_not_there_is_not_found(book: AccountBook) -> None:
    assert (book.one(LOGIN), book.by_email("a@b.id"), book.password(LOGIN)) == (None, None, None)
    assert refused(book.change(LOGIN, {"name": "Lain"}, by="mpp")) == "unknown_account"
    assert refused(book.put_password(LOGIN, HASH, by="mpp", must_change=True)) == "unknown_account"
    assert refused(book.unlock(LOGIN, by="mpp")) == "unknown_account"
    assert book.log() == ()


def test_a_login_and_an_address_are_one_account_s(book: AccountBook) -> None:
    added(book, email="a@siak.go.id")
    taken = {**DETAILS, "email": "a@siak.go.id"}
    assert refused(book.add(LOGIN, DETAILS, None, by="mpp", must_change=False)) == "login_taken"
    assert refused(book.add("bpjs", taken, None, by="mpp", must_change=False)) == "email_taken"
    added(book, "bpjs")
    assert refused(book.change("bpjs", {"email": "a@siak.go.id"}, by="mpp")) == "email_taken"
    assert isinstance(book.change(LOGIN, {"email": "a@siak.go.id", "name": "Dinas"}, by="mpp"), Account)


def test_a_change_is_told_with_what_was_and_what_is(book: AccountBook) -> None:
    added(book)
    changed = book.change(LOGIN, {"name": "Dinas", "email": None, "wide": "ministry"}, by="admin")
    assert isinstance(changed, Account)
    assert (changed.name, changed.wide, changed.revision) == ("Dinas", "ministry", 2)
    entry = book.log(1)[0]
    assert (entry.by, entry.what) == ("admin", "changed")
    assert (entry.before, entry.after) == (
        {"name": "DPMPTSP Siak", "wide": None},
        {"name": "Dinas", "wide": "ministry"},
    )


def test_a_change_of_nothing_leaves_no_trace(book: AccountBook) -> None:
    made = added(book)
    assert book.change(LOGIN, {"name": made.name, "active": True}, by="admin") == made
    assert events(book) == [("mpp", LOGIN, "added")]


def test_who_changes_an_account_second_learns_who_was_first(book: AccountBook, clock: Clock) -> None:
    seen = added(book).revision
    clock.pass_by(3)
    first = book.change(LOGIN, {"name": "Dinas"}, by="admin", seen=seen)
    second = book.change(LOGIN, {"name": "Kantor"}, by="lain", seen=seen)
    assert isinstance(first, Account)
    assert second == AccountRefused("changed_since", "Dinas", first, "admin", clock.now)
    assert standing(book).name == "Dinas"


def test_the_last_active_administrator_stays_one(book: AccountBook) -> None:
    added(book, "admin", wide="administrator")
    for fields in ({"active": False}, {"wide": None}, {"wide": "ministry"}):
        assert refused(book.change("admin", fields, by="mpp")) == "last_administrator"
    added(book, "lain", wide="administrator")
    assert isinstance(book.change("admin", {"active": False}, by="mpp"), Account)
    assert refused(book.change("lain", {"active": False}, by="mpp")) == "last_administrator"
    assert isinstance(book.change("admin", {"wide": None}, by="mpp"), Account)
    assert isinstance(book.change("lain", {"name": "Pengelola"}, by="mpp"), Account)


def test_two_administrators_who_remove_each_other_at_once_do_not_both_succeed(
    book: AccountBook, other: AccountBook
) -> None:
    added(book, "satu", wide="administrator")
    added(book, "dua", wide="administrator")
    with ThreadPoolExecutor(2) as pool:
        asked = [
            pool.submit(book.change, "satu", {"active": False}, by="dua"),
            pool.submit(other.change, "dua", {"active": False}, by="satu"),
        ]
    outcomes = [type(one.result()) for one in asked]
    assert sorted(kind.__name__ for kind in outcomes) == ["Account", "AccountRefused"]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE account_log SET what = 'added'", "DELETE FROM account_log"],
)
def test_the_database_refuses_to_rewrite_the_log(book: AccountBook, url: str, statement: str) -> None:
    added(book)
    engine = dialect.open_engine(url)
    with (
        pytest.raises(DatabaseError, match="account_log rows are never"),
        dialect.writing(engine) as connection,
    ):
        connection.exec_driver_sql(statement)
    engine.dispose()
    assert events(book) == [("mpp", LOGIN, "added")]


def test_an_entry_of_the_log_is_never_replaced(book: AccountBook, url: str) -> None:
    added(book)
    engine = dialect.open_engine(url)
    with dialect.reading(engine) as connection:
        row = dict(connection.execute(select(tables.account_log)).one()._mapping)
    with pytest.raises(DatabaseError), dialect.writing(engine) as connection:
        connection.execute(tables.account_log.insert(), {**row, "by": "lain"})
    engine.dispose()
    assert events(book) == [("mpp", LOGIN, "added")]


def test_four_failures_are_heard_and_after_the_fifth_nobody_is_for_fifteen_minutes(
    book: AccountBook, clock: Clock
) -> None:
    added(book)
    until = clock.now + 15 * MINUTES
    for _ in range(4):
        assert (book.sessions.attempt(LOGIN), book.sessions.failed(LOGIN, "::1")) == (None, None)
    assert (book.sessions.attempt(LOGIN), book.sessions.failed(LOGIN, "::1")) == (None, until)
    assert book.sessions.attempt(LOGIN) == until
    assert standing(book).locked_until == until
    clock.pass_by(14.9)
    assert book.sessions.attempt(LOGIN) == until
    clock.pass_by(0.1)
    assert standing(book).locked_until is None
    assert (book.sessions.attempt(LOGIN), book.sessions.failed(LOGIN, "::1")) == (None, None)
    assert events(book) == [("mpp", LOGIN, "added"), (LOGIN, LOGIN, "locked")]
    assert book.log(1)[0].after == {"origin": "::1"}


def test_failures_further_apart_than_fifteen_minutes_do_not_add_up(book: AccountBook, clock: Clock) -> None:
    for _ in range(12):
        assert (book.sessions.attempt(LOGIN), book.sessions.failed(LOGIN, "")) == (None, None)
        clock.pass_by(4)


def test_a_login_that_is_no_account_is_locked_alike_without_a_trace_in_the_log(
    book: AccountBook, clock: Clock
) -> None:
    heard = [(book.sessions.attempt("siapa"), book.sessions.failed("siapa", "")) for _ in range(6)]
    until = clock.now + 15 * MINUTES
    assert heard == [(None, None)] * 4 + [(None, until), (until, until)]
    assert book.log() == ()


def test_however_many_ask_at_once_only_five_attempts_are_heard(book: AccountBook, other: AccountBook) -> None:
    added(book)
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit((book, other)[i % 2].sessions.attempt, LOGIN) for i in range(20)]
    assert sum(one.result() is None for one in asked) == 5


def test_the_fifth_attempt_is_let_in_where_its_password_is_right(book: AccountBook) -> None:
    added(book)
    for _ in range(4):
        book.sessions.attempt(LOGIN)
        book.sessions.failed(LOGIN, "")
    assert book.sessions.attempt(LOGIN) is None
    assert book.sessions.begin(LOGIN, KEY, HASH, "::1") == standing(book)
    assert standing(book).locked_until is None
    assert (book.sessions.attempt(LOGIN), book.sessions.failed(LOGIN, "")) == (None, None)


def test_a_lock_is_lifted_by_hand_or_by_another_password(book: AccountBook) -> None:
    added(book)
    for lift in (
        lambda: book.unlock(LOGIN, by="admin"),
        lambda: book.put_password(LOGIN, NEW_HASH, by="admin", must_change=True),
        lambda: book.sessions.passed(LOGIN),
    ):
        for _ in range(5):
            book.sessions.attempt(LOGIN)
        assert standing(book).locked_until is not None
        lift()
        assert standing(book).locked_until is None
        assert book.sessions.attempt(LOGIN) is None
    assert events(book)[1:] == [("admin", LOGIN, "unlocked"), ("admin", LOGIN, "password")]


def test_unlocking_what_is_not_locked_leaves_no_trace(book: AccountBook) -> None:
    made = added(book)
    assert book.unlock(LOGIN, by="admin") == made
    assert events(book) == [("mpp", LOGIN, "added")]


def test_a_session_lasts_two_hours_without_use(book: AccountBook, clock: Clock) -> None:
    added(book)
    assert book.sessions.begin(LOGIN, KEY, HASH, "::1") == standing(book)
    for _ in range(3):
        clock.pass_by(119)
        assert book.sessions.account(KEY) == standing(book)
    clock.pass_by(120)
    assert book.sessions.account(KEY) is None


def test_a_look_that_nobody_asked_for_is_no_use_of_a_session(book: AccountBook, clock: Clock) -> None:
    added(book)
    book.sessions.begin(LOGIN, KEY, HASH, "::1")
    clock.pass_by(119)
    assert book.sessions.account(KEY, used=False) == standing(book)
    clock.pass_by(1)
    assert book.sessions.account(KEY, used=False) is None
    assert book.sessions.account(KEY) is None


def test_a_session_lasts_twelve_hours_however_much_it_is_used(book: AccountBook, clock: Clock) -> None:
    added(book)
    book.sessions.begin(LOGIN, KEY, HASH, "::1")
    found = []
    for _ in range(12):
        found.append(book.sessions.account(KEY) is not None)
        clock.pass_by(60)
    assert (found, book.sessions.account(KEY)) == ([True] * 12, None)


def test_a_session_s_use_is_noted_at_most_once_a_minute(book: AccountBook, clock: Clock, url: str) -> None:
    added(book)
    begun = clock.now
    book.sessions.begin(LOGIN, KEY, HASH, "::1")
    engine = dialect.open_engine(url)
    noted = []
    for minutes in (0.5, 0.4, 0.1, 0.9):
        clock.pass_by(minutes)
        book.sessions.account(KEY)
        with dialect.reading(engine) as connection:
            noted.append(connection.scalar(select(tables.account_session.c.used_at)))
    engine.dispose()
    assert noted == [begun, begun, begun + MINUTES, begun + MINUTES]


def test_signing_out_ends_one_session_and_is_told(book: AccountBook) -> None:
    added(book)
    for key in (KEY, OTHER_KEY):
        book.sessions.begin(LOGIN, key, HASH, "10.0.0.7")
    book.sessions.end(KEY)
    book.sessions.end("c" * 64)
    assert (book.sessions.account(KEY), book.sessions.account(OTHER_KEY)) == (None, standing(book))
    assert [event[2] for event in events(book)] == ["added", "signed_in", "signed_in", "signed_out"]
    assert book.log()[1].after == {"origin": "10.0.0.7"}


def test_who_is_deactivated_is_out_at_once_and_comes_in_again_only_when_active(
    book: AccountBook, other: AccountBook
) -> None:
    added(book)
    book.sessions.begin(LOGIN, KEY, HASH, "")
    other.change(LOGIN, {"active": False}, by="mpp")
    assert book.sessions.account(KEY) is None
    assert book.sessions.begin(LOGIN, OTHER_KEY, HASH, "") is None
    other.change(LOGIN, {"active": True}, by="mpp")
    assert book.sessions.account(KEY) is None
    assert book.sessions.begin(LOGIN, OTHER_KEY, HASH, "") == standing(book)


def test_another_password_ends_every_session_but_the_one_that_stays(book: AccountBook) -> None:
    added(book)
    for key in (KEY, OTHER_KEY):
        book.sessions.begin(LOGIN, key, HASH, "")
    changed = book.put_password(LOGIN, NEW_HASH, by=LOGIN, must_change=False, keep=KEY)
    assert (book.sessions.account(KEY), book.sessions.account(OTHER_KEY)) == (changed, None)
    assert book.password(LOGIN) == NEW_HASH
    book.put_password(LOGIN, HASH, by="admin", must_change=True)
    assert book.sessions.account(KEY) is None
    assert standing(book).must_change
    assert [e for e in events(book) if "password" in e[2]] == [
        (LOGIN, LOGIN, "own_password"),
        ("admin", LOGIN, "password"),
    ]


def test_a_password_that_became_another_while_it_was_tried_lets_nobody_in(book: AccountBook) -> None:
    added(book)
    book.put_password(LOGIN, NEW_HASH, by="admin", must_change=True)
    assert book.sessions.begin(LOGIN, KEY, HASH, "") is None
    assert book.sessions.begin("siapa", KEY, HASH, "") is None
    assert book.sessions.account(KEY) is None


def test_a_hash_is_replaced_at_signing_in_without_another_revision(book: AccountBook) -> None:
    made = added(book)
    assert book.sessions.begin(LOGIN, KEY, HASH, "", NEW_HASH) == made
    assert book.password(LOGIN) == NEW_HASH


def test_what_is_over_is_thrown_away(book: AccountBook, clock: Clock, url: str) -> None:
    added(book)
    book.sessions.begin(LOGIN, KEY, HASH, "")
    book.sessions.attempt("siapa")
    clock.pass_by(12 * 60)
    book.sessions.attempt("lain")
    engine = dialect.open_engine(url)
    with dialect.reading(engine) as connection:
        assert connection.scalars(select(tables.account_session.c.key)).all() == []
        assert connection.scalars(select(tables.account_lock.c.login)).all() == ["lain"]
    engine.dispose()


def test_neither_passwords_nor_their_hashes_nor_keys_stand_in_the_log(book: AccountBook, url: str) -> None:
    added(book)
    book.sessions.begin(LOGIN, KEY, HASH, "::1", NEW_HASH)
    book.put_password(LOGIN, HASH, by=LOGIN, must_change=False)
    engine = dialect.open_engine(url)
    with dialect.reading(engine) as connection:
        told = str(connection.execute(select(tables.account_log)).all())
    engine.dispose()
    assert "signed_in" in told
    assert [secret for secret in (HASH, NEW_HASH, KEY) if secret in told] == []


def test_inserting_what_may_be_there_says_whether_it_was(book: AccountBook, url: str, clock: Clock) -> None:
    row = {"login": LOGIN, "tried_at": [], "last_at": clock.now, "locked_until": None}
    engine = dialect.open_engine(url)
    with dialect.writing(engine) as connection:
        done = [dialect.insert_if_absent(connection, tables.account_lock, row) for _ in range(2)]
    engine.dispose()
    assert done == [True, False]
