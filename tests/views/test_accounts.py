"""Accounts, the people of a plan and the log of accounts in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from planner.domain.accounts import Account, LogEntry
from planner.domain.people import Member
from planner.views import account_tables, accounts, journal, labels
from planner.views import account_words as words

MOMENT = datetime(2026, 11, 20, 2, 5, tzinfo=UTC)
ACCOUNT = Account(
    id="riau",
    name="Provinsi Riau",
    email="a@riau.go.id",
    wide="province",
    province="14",
    active=True,
    must_change=False,
    locked_until=None,
    created_at=MOMENT,
    revision=1,
    password=True,
)
PLAIN = replace(ACCOUNT, id="dpmptsp", name="DPMPTSP", email=None, wide=None, province=None)
ZONE = "Asia/Jakarta"
NAMES = {"riau": "Provinsi Riau", "admin": "Dinas Kominfo"}


def entry(**given: Any) -> LogEntry:
    fields: dict[str, Any] = {"by": "riau", "what": "signed_in", "before": {}, "after": {}} | given
    return LogEntry(number=1, at=MOMENT, login="riau", **fields)


def test_an_account_is_active_locked_or_not_active() -> None:
    left = replace(ACCOUNT, active=False, locked_until=MOMENT)
    told = [accounts.standing(one) for one in (ACCOUNT, replace(ACCOUNT, locked_until=MOMENT), left)]
    assert told == [words.ACTIVE, words.LOCKED, words.INACTIVE]


def test_a_province_is_told_by_name_where_that_is_known() -> None:
    assert accounts.wide_role(ACCOUNT, {"14": "Riau"}) == "provinsi Riau"
    assert accounts.wide_role(ACCOUNT) == "provinsi 14"
    assert accounts.wide_role(replace(PLAIN, wide="ministry")) == labels.WIDE_ROLE["ministry"]
    assert accounts.wide_role(PLAIN) == ""


def test_accounts_are_a_line_each_without_what_they_lack() -> None:
    assert accounts.lines([ACCOUNT, PLAIN]) == (
        "riau · Provinsi Riau · provinsi 14 · a@riau.go.id · aktif\ndpmptsp · DPMPTSP · aktif"
    )


def test_an_account_is_told_to_programs_with_moments_as_text() -> None:
    told = accounts.told(ACCOUNT)
    assert (told["id"], told["created_at"], told["locked_until"], told["active"]) == (
        *("riau", "2026-11-20T02:05:00+00:00"),
        None,
        True,
    )


def test_accounts_stand_in_a_table_by_login() -> None:
    table = account_tables.account_table([ACCOUNT, PLAIN], {"14": "Riau"})
    assert table.index.tolist() == ["riau", "dpmptsp"]
    assert table.loc["riau"].tolist() == ["Provinsi Riau", "provinsi Riau", words.ACTIVE, "a@riau.go.id"]
    assert table.loc["dpmptsp"].tolist() == ["DPMPTSP", "", words.ACTIVE, ""]


def test_the_people_of_a_plan_stand_in_a_table_those_who_left_last() -> None:
    members = {
        "a": Member(name="Arsip", role="leader", active=False),
        "b": Member(name="Polres", role="agency", agency="polres"),
        "c": Member(name="BPJS", role="agency", agency="hilang"),
    }
    table = account_tables.member_table(members, {"polres": "Polres Siak"})
    assert table.reset_index().to_numpy().tolist() == [
        ["BPJS", "c", "instansi", "hilang", words.ACTIVE],
        ["Polres", "b", "instansi", "Polres Siak", words.ACTIVE],
        ["Arsip", "a", "pimpinan", "", words.LEFT],
    ]


def test_what_happened_to_an_account_is_told_with_when_to_whom_and_by_whom() -> None:
    own = accounts.log_line(entry(), NAMES, ZONE)
    assert own.endswith(f"Provinsi Riau · {labels.ACCOUNT_EVENT['signed_in']}")
    assert "09.05" in own
    by_machine = accounts.log_line(entry(by="mpp", what="password"), NAMES, ZONE)
    assert by_machine.endswith(f"{labels.ACCOUNT_EVENT['password']} ({labels.BY_MACHINE['mpp']})")


def test_a_changed_account_is_told_with_what_was_and_what_is() -> None:
    changed = entry(
        by="admin",
        what="changed",
        before={"wide": None, "active": True},
        after={"wide": "ministry", "active": False},
    )
    assert accounts.log_line(changed, NAMES, ZONE).endswith(
        "akun diubah: Peran di semua rencana: tidak ada → kementerian; Aktif: ya → tidak (Dinas Kominfo)"
    )


def test_a_new_account_is_told_with_what_it_began_with_and_never_where_a_sign_in_came_from() -> None:
    added = entry(by="siapa", what="added", after={"name": "Provinsi Riau"})
    assert accounts.log_line(added, NAMES, ZONE).endswith("akun dibuat: Provinsi Riau (siapa)")
    assert "10.0.0.7" not in accounts.log_line(entry(after={"origin": "10.0.0.7"}), NAMES, ZONE)


def test_who_works_in_a_plan_without_being_its_member_is_named_by_the_account() -> None:
    known = journal.with_accounts({"member/a": "Anggota A", "sekda": "Sekda"}, {"a": "Akun A", "b": "Akun B"})
    assert [journal.who(login, known) for login in ("a", "b", "sekda", "mpp", "lain")] == [
        *("Anggota A", "Akun B", "Sekda"),
        labels.BY_MACHINE["mpp"],
        "lain",
    ]
