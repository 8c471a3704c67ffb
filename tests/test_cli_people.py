"""`mpp user`: accounts and roles from the command line, exit codes and what is said."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import typer
from argon2 import PasswordHasher
from typer.testing import CliRunner, Result

from planner import cli
from planner.cli import passwords as asking
from planner.domain.people import Member
from planner.storage.accounts import passwords
from planner.views import journal, labels
from planner.workspace import Broken, Snapshot, Workspace, open_workspace
from planner.workspace.accounts import Accounts, SignedIn, SignInRefused, open_accounts
from tests.storage.samples import PLAN

Environment = Mapping[str, str]
LOGIN, PASSWORD, NEW = "dpmptsp.siak", "tiga kata sandi lama", "empat kata sandi yang baru"
GIVEN = ("--nama", "DPMPTSP Siak", "--sandi-dari-stdin")


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    """An installation where nothing is yet."""
    return _environment(tmp_path)


def _environment(folder: Path) -> Environment:
    return {"MPP_DATABASE_URL": f"sqlite:///{folder}/mpp.db", "MPP_EVIDENCE": str(folder / "evidence")}


@pytest.fixture
def office(env: Environment) -> Environment:
    """An installation with one account."""
    assert mpp("add", LOGIN, *GIVEN, env=env, typed=PASSWORD).exit_code == 0
    return env


@pytest.fixture(scope="session")
def demos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo plans, made once: that takes seconds."""
    folder = tmp_path_factory.mktemp("demos")
    assert CliRunner().invoke(cli.app, ["demo"], env=_environment(folder)).exit_code == 0
    return folder


@pytest.fixture
def planned(demos: Path, env: Environment, tmp_path: Path) -> Environment:
    """An installation with one account and the demo plans."""
    shutil.copytree(demos, tmp_path, dirs_exist_ok=True)
    assert mpp("add", LOGIN, *GIVEN, env=env, typed=PASSWORD).exit_code == 0
    return env


def mpp(*arguments: str, env: Environment, typed: str = "") -> Result:
    return CliRunner().invoke(cli.app, ["user", *arguments], env=env, input=f"{typed}\n")


def accounts(env: Environment) -> Accounts:
    return open_accounts(env)


def signs_in(env: Environment, password: str, login: str = LOGIN) -> bool:
    return isinstance(accounts(env).sign_in(login, password, origin=""), SignedIn)


def members(env: Environment, plan: str = "siak") -> dict[str, Member]:
    seen = open_workspace(env).snapshot(plan)
    assert isinstance(seen, Snapshot)
    return seen.state.members


def test_an_account_is_made_with_a_password_from_a_pipe(env: Environment) -> None:
    made = mpp(
        *("add", LOGIN, *GIVEN, "--email", "A@siak.go.id", "--peran-luas", "provinsi", "--provinsi", "14"),
        env=env,
        typed=PASSWORD,
    )
    assert (made.exit_code, made.stdout) == (0, f"Akun '{LOGIN}' (DPMPTSP Siak) dibuat.\n")
    account = accounts(env).by_login(LOGIN)
    assert account is not None
    assert (account.email, account.wide, account.province, account.must_change) == (
        *("a@siak.go.id", "province", "14"),
        False,
    )
    assert signs_in(env, PASSWORD)
    assert accounts(env).log()[-1].by == "mpp"


@pytest.mark.parametrize(
    ("word", "wide"), [("administrator", "administrator"), ("kementerian", "ministry"), (None, None)]
)
def test_a_role_across_plans_is_said_in_words(env: Environment, word: str | None, wide: str | None) -> None:
    role = [] if word is None else ["--peran-luas", word]
    assert mpp("add", LOGIN, *GIVEN, *role, env=env, typed=PASSWORD).exit_code == 0
    account = accounts(env).by_login(LOGIN)
    assert account is not None
    assert account.wide == wide


def test_a_password_that_is_made_is_printed_once_and_must_be_changed(env: Environment) -> None:
    made = mpp("add", LOGIN, "--nama", "DPMPTSP Siak", "--buat-sandi", env=env)
    password = made.stdout.splitlines()[-1].rpartition(" ")[2]
    signed_in = accounts(env).sign_in(LOGIN, password, origin="")
    assert isinstance(signed_in, SignedIn)
    assert signed_in.account.must_change
    assert password not in mpp("list", "--json", env=env).stdout


def test_a_person_at_the_terminal_types_the_password_twice(
    env: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter([PASSWORD, PASSWORD, PASSWORD, NEW])
    hidden = []

    def prompt(text: str, *, hide_input: bool) -> str:
        hidden.append(hide_input)
        return next(typed)

    monkeypatch.setattr(typer, "prompt", prompt)
    monkeypatch.setattr(asking, "at_a_terminal", lambda: True)
    assert mpp("add", LOGIN, "--nama", "DPMPTSP Siak", env=env).exit_code == 0
    assert signs_in(env, PASSWORD)
    unlike = mpp("password", LOGIN, env=env)
    assert (unlike.exit_code, unlike.stderr) == (
        cli.USAGE,
        "Kedua kata sandi tidak sama; tidak ada yang diubah.\n",
    )
    assert signs_in(env, PASSWORD)
    assert hidden == [True] * 4


def test_without_a_terminal_it_is_said_where_a_password_may_come_from(env: Environment) -> None:
    result = mpp("add", LOGIN, "--nama", "DPMPTSP Siak", env=env)
    assert (result.exit_code, result.stderr) == (
        cli.USAGE,
        "Tidak ada terminal; pakai --sandi-dari-stdin atau --buat-sandi.\n",
    )


def test_an_account_for_an_identity_provider_has_no_password(env: Environment) -> None:
    assert mpp("add", LOGIN, "--nama", "DPMPTSP Siak", "--tanpa-sandi", env=env).exit_code == 0
    account = accounts(env).by_login(LOGIN)
    assert account is not None
    assert (account.password, account.must_change) == (False, False)
    assert accounts(env).sign_in(LOGIN, "", origin="") == SignInRefused("wrong")


@pytest.mark.parametrize(
    ("arguments", "typed", "reason"),
    [
        (("sekda", *GIVEN), PASSWORD, labels.ACCOUNT_FAULT["login_reserved"].format(about="sekda")),
        (("x", *GIVEN), PASSWORD, labels.ACCOUNT_FAULT["login_bad"].format(about="x")),
        ((LOGIN, *GIVEN), "pendek", labels.ACCOUNT_FAULT["password_short"]),
        ((LOGIN, *GIVEN, "--email", "x"), PASSWORD, labels.ACCOUNT_FAULT["email_bad"]),
        ((LOGIN, *GIVEN, "--peran-luas", "provinsi"), PASSWORD, labels.ACCOUNT_FAULT["province_needed"]),
    ],
)
def test_an_account_that_cannot_be_made_is_refused_with_the_reason(
    env: Environment, arguments: tuple[str, ...], typed: str, reason: str
) -> None:
    result = mpp("add", *arguments, env=env, typed=typed)
    assert (result.exit_code, result.stderr) == (cli.USAGE, f"Tidak dapat dilakukan: {reason}\n")
    assert accounts(env).all() == ()


def test_a_province_that_is_none_is_refused(env: Environment) -> None:
    arguments = ("add", LOGIN, *GIVEN, "--peran-luas", "provinsi", "--provinsi", "10")
    result = mpp(*arguments, env=env, typed=PASSWORD)
    assert (result.exit_code, result.stderr) == (
        cli.USAGE,
        "Kode provinsi '10' tidak ada; pakai dua angka, misalnya 14.\n",
    )


def test_accounts_are_listed_in_lines_and_as_json(office: Environment) -> None:
    assert mpp("list", env=office).stdout == f"{LOGIN} · DPMPTSP Siak · aktif\n"
    mpp("deactivate", LOGIN, env=office)
    assert mpp("list", env=office).stdout == f"{LOGIN} · DPMPTSP Siak · tidak aktif\n"
    (told,) = json.loads(mpp("list", "--json", env=office).stdout)
    assert (told["id"], told["name"], told["active"], told["password"]) == (
        *(LOGIN, "DPMPTSP Siak"),
        False,
        True,
    )
    assert told["created_at"].endswith("+00:00")


def test_without_accounts_the_list_says_how_to_make_one(env: Environment) -> None:
    assert mpp("list", env=env).stdout == "Belum ada akun; buat dengan 'mpp user add'.\n"


def test_an_account_is_switched_off_and_on(office: Environment) -> None:
    assert mpp("deactivate", LOGIN, env=office).stdout == f"Akun '{LOGIN}' dinonaktifkan.\n"
    assert accounts(office).sign_in(LOGIN, PASSWORD, origin="") == SignInRefused("inactive")
    assert mpp("activate", LOGIN, env=office).stdout == f"Akun '{LOGIN}' diaktifkan.\n"
    assert signs_in(office, PASSWORD)


def test_a_lock_is_lifted(office: Environment) -> None:
    for _ in range(5):
        accounts(office).sign_in(LOGIN, "salah", origin="")
    assert "terkunci" in mpp("list", env=office).stdout
    assert not signs_in(office, PASSWORD)
    assert mpp("unlock", LOGIN, env=office).stdout == f"Akun '{LOGIN}' tidak terkunci lagi.\n"
    assert signs_in(office, PASSWORD)


def test_another_password_is_given(office: Environment) -> None:
    result = mpp("password", LOGIN, "--sandi-dari-stdin", env=office, typed=NEW)
    assert (result.exit_code, result.stdout) == (0, f"Kata sandi akun '{LOGIN}' diganti.\n")
    assert (signs_in(office, PASSWORD), signs_in(office, NEW)) == (False, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("password", "siapa", "--buat-sandi"),
        ("deactivate", "siapa"),
        ("unlock", "siapa"),
        ("grant", "siapa", "siak", "staf"),
    ],
)
def test_an_account_that_is_not_there_is_told(office: Environment, arguments: tuple[str, ...]) -> None:
    result = mpp(*arguments, env=office)
    reason = labels.ACCOUNT_FAULT["unknown_account"].format(about="siapa")
    assert (result.exit_code, result.stderr) == (cli.USAGE, f"Tidak dapat dilakukan: {reason}\n")


@pytest.mark.parametrize(
    ("word", "role"),
    [("staf", "staff"), ("verifikator", "verifier"), ("pimpinan", "leader"), ("pengelola", "admin")],
)
def test_a_role_in_a_plan_is_given_and_stands_in_its_record(
    planned: Environment, word: str, role: str
) -> None:
    result = mpp("grant", LOGIN, "siak", word, env=planned)
    assert (result.exit_code, result.stdout) == (0, f"Akun '{LOGIN}' kini {word} dalam rencana 'siak'.\n")
    assert members(planned)[LOGIN].role == role
    entry = open_workspace(planned).history("siak", limit=1)[0]
    assert journal.who(entry.actor, {}) == labels.BY_MACHINE["mpp"]


def test_a_contact_of_an_agency_is_given_its_agency(planned: Environment) -> None:
    without = mpp("grant", LOGIN, "siak", "instansi", env=planned)
    assert (without.exit_code, without.stderr) == (
        cli.USAGE,
        f"Tidak tersimpan: {labels.OBJECTION['agency_needed']}\n",
    )
    agency = min(agencies(planned))
    assert mpp("grant", LOGIN, "siak", "instansi", "--instansi", agency, env=planned).exit_code == 0
    assert members(planned)[LOGIN] == Member(name="DPMPTSP Siak", role="agency", agency=agency)


def agencies(env: Environment) -> list[str]:
    seen = open_workspace(env).snapshot("siak")
    assert isinstance(seen, Snapshot)
    return list(seen.state.plan.agencies)


def test_a_role_in_a_plan_is_taken_away_and_can_be_given_again(planned: Environment) -> None:
    mpp("grant", LOGIN, "siak", "staf", env=planned)
    taken = mpp("revoke", LOGIN, "siak", env=planned)
    assert (taken.exit_code, taken.stdout) == (0, f"Akun '{LOGIN}' tidak ikut lagi dalam rencana 'siak'.\n")
    assert not members(planned)[LOGIN].active
    mpp("grant", LOGIN, "siak", "staf", env=planned)
    assert members(planned)[LOGIN].active


def test_who_never_took_part_cannot_leave(planned: Environment) -> None:
    result = mpp("revoke", LOGIN, "siak", env=planned)
    assert (result.exit_code, result.stderr) == (
        cli.USAGE,
        f"'{LOGIN}' tidak ikut dalam rencana 'siak'.\n",
    )


@pytest.mark.parametrize("arguments", [("grant", LOGIN, PLAN, "staf"), ("revoke", LOGIN, PLAN)])
def test_a_plan_that_is_not_there_is_told_with_those_that_are(
    planned: Environment, arguments: tuple[str, ...]
) -> None:
    result = mpp(*arguments, env=planned)
    assert result.exit_code == cli.USAGE
    assert result.stderr.startswith(f"Rencana '{PLAN}' tidak ada. Yang ada: ")


def test_a_plan_whose_checklist_is_broken_takes_nobody_in(
    office: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "record", lambda *given, **said: Broken("perpres-89-2021", ()))
    result = mpp("grant", LOGIN, "siak", "staf", env=office)
    assert (result.exit_code, result.stderr) == (
        cli.USAGE,
        "Tidak tersimpan: rencana ini sedang diubah atau daftar periksanya bermasalah; coba lagi.\n",
    )


def test_a_database_that_cannot_be_used_ends_with_3(tmp_path: Path) -> None:
    (tmp_path / "surat.db").write_text("bukan basis data")
    env = {"MPP_DATABASE_URL": f"sqlite:///{tmp_path}/surat.db"}
    result = mpp("list", env=env)
    assert result.exit_code == cli.STORAGE
    assert "bukan basis data SQLite" in result.stderr


def test_the_help_says_that_the_first_account_looks_after_the_system(env: Environment) -> None:
    assert "--peran-luas administrator" in " ".join(mpp("--help", env=env).stdout.split())
