"""``mpp user``: the accounts of an installation, and who has which role in a plan."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from planner.cli import passwords
from planner.cli.base import STORAGE, USAGE, AsJson, PlanId, fail, no_such_plan, print_json
from planner.cli.frame import App
from planner.domain.role_words import PLAN_ROLES as ROLE
from planner.domain.role_words import WIDE_ROLES as WIDE
from planner.domain.role_words import RoleWord, WideWord

if TYPE_CHECKING:
    from planner.domain.changes import MemberChange
    from planner.workspace import Workspace
    from planner.workspace.accounts import Account, AccountRefused, Accounts

Found = TypeVar("Found")
user = App("Akun dan peran orang. Akun pertama sebaiknya pengelola sistem: --peran-luas administrator.")
Login = Annotated[str, typer.Argument(metavar="LOGIN", help="Nama masuk, misalnya dpmptsp.siak.")]


@user.command("add")
def add(
    login: Login,
    name: Annotated[str, typer.Option("--nama", metavar="NAMA", help="Nama jabatan atau kantor.")],
    email: Annotated[str | None, typer.Option(metavar="ALAMAT", help="Alamat surel kantor.")] = None,
    wide: Annotated[
        WideWord | None, typer.Option("--peran-luas", help="Peran di semua rencana, bila ada.")
    ] = None,
    province: Annotated[
        str | None, typer.Option("--provinsi", metavar="KODE", help="Kode provinsi, misalnya 14.")
    ] = None,
    from_stdin: passwords.FromStdin = False,
    made: passwords.Made = False,
    without: Annotated[
        bool, typer.Option("--tanpa-sandi", help="Tanpa kata sandi: masuk lewat penyedia identitas saja.")
    ] = False,
) -> None:
    """Buat akun. Akun pertama sebaiknya pengelola sistem (--peran-luas administrator)."""
    from planner.domain.accounts import OPERATOR

    if province is not None:
        _known_province(province)
    accounts = _accounts()
    password = None if without else passwords.asked(from_stdin, made)
    role = None if wide is None else WIDE[wide]
    done = _done(
        lambda: accounts.add(
            login,
            name,
            password=password,
            email=email,
            wide=role,
            province=province,
            by=OPERATOR,
            must_change=made,
        )
    )
    typer.echo(f"Akun '{done.id}' ({done.name}) dibuat.")
    passwords.tell(made, password)


@user.command("list")
def list_all(as_json: AsJson = False) -> None:
    """Daftar semua akun."""
    from planner.views import accounts as views

    found = _asked(_accounts().all)
    if as_json:
        print_json([views.told(account) for account in found])
    else:
        typer.echo(views.lines(found) or "Belum ada akun; buat dengan 'mpp user add'.")


@user.command("password")
def password(login: Login, from_stdin: passwords.FromStdin = False, made: passwords.Made = False) -> None:
    """Beri sebuah akun kata sandi baru; semua sesinya berakhir dan kuncinya terbuka."""
    from planner.domain.accounts import OPERATOR

    accounts = _accounts()
    _known(accounts, login)
    given = passwords.asked(from_stdin, made)
    done = _done(lambda: accounts.set_password(login, given, by=OPERATOR, must_change=made))
    typer.echo(f"Kata sandi akun '{done.id}' diganti.")
    passwords.tell(made, given)


@user.command("deactivate")
def deactivate(login: Login) -> None:
    """Nonaktifkan akun: orangnya langsung keluar dari semua sesi; riwayatnya tetap."""
    _change(login, "dinonaktifkan", active=False)


@user.command("activate")
def activate(login: Login) -> None:
    """Aktifkan lagi sebuah akun."""
    _change(login, "diaktifkan", active=True)


@user.command("unlock")
def unlock(login: Login) -> None:
    """Buka kunci akun yang beberapa kali salah kata sandi."""
    _change(login, "tidak terkunci lagi")


@user.command("grant")
def grant(
    login: Login,
    plan: PlanId,
    role: Annotated[RoleWord, typer.Argument(metavar="PERAN", help="Peran dalam rencana ini.")],
    agency: Annotated[
        str | None, typer.Option("--instansi", metavar="ID", help="Instansi yang diwakili, untuk 'instansi'.")
    ] = None,
) -> None:
    """Beri sebuah akun peran dalam sebuah rencana: staf, instansi, verifikator, pimpinan, atau pengelola."""
    from planner.domain.changes import MemberChange

    known = _known(_accounts(), login)
    change = MemberChange(person=known.id, name=known.name, role=ROLE[role], agency=agency, active=True)
    _record(plan, change)
    typer.echo(f"Akun '{known.id}' kini {role} dalam rencana '{plan}'.")


@user.command("revoke")
def revoke(login: Login, plan: PlanId) -> None:
    """Keluarkan sebuah akun dari sebuah rencana; riwayatnya tetap."""
    from planner.domain.accounts import plain_login
    from planner.domain.changes import MemberChange
    from planner.workspace import Snapshot

    person = plain_login(login)
    seen = _asked(lambda: _workspace().snapshot(plan))
    if isinstance(seen, Snapshot) and person not in seen.state.members:
        fail(f"'{person}' tidak ikut dalam rencana '{plan}'.", USAGE)
    _record(plan, MemberChange(person=person, active=False))
    typer.echo(f"Akun '{person}' tidak ikut lagi dalam rencana '{plan}'.")


def _change(login: str, told: str, *, active: bool | None = None) -> None:
    from planner.domain.accounts import OPERATOR

    accounts = _accounts()
    if active is None:
        done = _done(lambda: accounts.change(login, by=OPERATOR, unlock=True))
    else:
        done = _done(lambda: accounts.change(login, by=OPERATOR, active=active))
    typer.echo(f"Akun '{done.id}' {told}.")


def _record(plan: str, change: MemberChange) -> None:
    from planner.domain.accounts import OPERATOR
    from planner.views import labels
    from planner.workspace import Missing, Refused, Written

    workspace = _workspace()
    outcome = _asked(lambda: workspace.record(plan, change, actor=OPERATOR))
    match outcome:
        case Written():
            return
        case Missing():
            no_such_plan(plan, ", ".join(_asked(workspace.plans)))
        case Refused():
            reasons = " ".join(map(labels.refusal, outcome.objections))
        case _:
            reasons = "rencana ini sedang diubah atau daftar periksanya bermasalah; coba lagi."
    fail(f"Tidak tersimpan: {reasons}", USAGE)


def _known_province(code: str) -> None:
    from planner.workspace import library

    known = {regency[:2] for regency in library().regencies}
    if code not in known:
        fail(f"Kode provinsi '{code}' tidak ada; pakai dua angka, misalnya 14.", USAGE)


def _known(accounts: Accounts, login: str) -> Account:
    from planner.workspace.accounts import AccountRefused

    return _done(lambda: accounts.by_login(login) or AccountRefused("unknown_account", login))


def _done(ask: Callable[[], Account | AccountRefused]) -> Account:
    """The account as it then stands; a refusal ends the command with its reason."""
    from planner.views import labels
    from planner.workspace.accounts import AccountRefused

    outcome = _asked(ask)
    if isinstance(outcome, AccountRefused):
        reason = labels.ACCOUNT_FAULT[outcome.code].format(about=outcome.about)
        fail(f"Tidak dapat dilakukan: {reason}", USAGE)
    return outcome


def _asked(ask: Callable[[], Found]) -> Found:
    """What was asked for; a database that cannot be used ends the command."""
    from planner.workspace import StorageProblem

    try:
        return ask()
    except StorageProblem as problem:
        fail(problem.message, STORAGE)


def _accounts() -> Accounts:
    from planner.workspace.accounts import open_accounts

    return _asked(lambda: open_accounts(os.environ))


def _workspace() -> Workspace:
    from planner.workspace import open_workspace

    return _asked(lambda: open_workspace(os.environ))
