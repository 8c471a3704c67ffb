"""`mpp audit`, `mpp backup` and `mpp restore`: exit codes and what they say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from planner import cli
from planner.storage import FolderFiles, Store
from tests.storage.behind import behind, change, sql
from tests.storage.samples import PLAN, Ticking, begin, tick, write

Environment = Mapping[str, str]


def environment(folder: Path) -> Environment:
    return {"MPP_DATABASE_URL": f"sqlite:///{folder}/mpp.db", "MPP_EVIDENCE": str(folder / "evidence")}


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An installation with one plan, which no test changes."""
    env = environment(tmp_path_factory.mktemp("worked"))
    store = Store(env["MPP_DATABASE_URL"], Ticking())
    store.migrate()
    begin(store)
    write(store, tick(note="é"))
    store.close()
    return env


@pytest.fixture
def elsewhere(tmp_path: Path) -> Environment:
    """An installation where nothing is yet."""
    return environment(tmp_path)


def mpp(*arguments: str | Path, env: Environment) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments], env=env)


def tampered(worked: Environment, folder: Path) -> Environment:
    """A copy of the installation in which an entry was changed."""
    env = environment(folder)
    assert mpp("backup", folder / "copy.zip", env=worked).exit_code == 0
    assert mpp("restore", folder / "copy.zip", env=env).exit_code == 0
    with behind(env["MPP_DATABASE_URL"]) as connection:
        change(1, why="lain")(connection)
    return env


def test_a_sound_record_is_told_with_its_last_seal_and_exits_0(worked: Environment) -> None:
    last = json.loads(mpp("audit", "export", PLAN, env=worked).stdout.splitlines()[-1])
    for arguments in (["audit", "verify"], ["audit", "verify", PLAN]):
        result = mpp(*arguments, env=worked)
        assert (result.exit_code, result.stdout) == (
            0,
            f"{PLAN}: utuh, 2 catatan, segel terakhir {last['hash']}\n",
        )


def test_a_changed_record_is_told_and_exits_1(worked: Environment, tmp_path: Path) -> None:
    env = tampered(worked, tmp_path)
    result = mpp("audit", "verify", env=env)
    assert result.exit_code == cli.PROBLEMS
    assert result.stdout.startswith(f"{PLAN}: TIDAK utuh\n  Catatan nomor 1 tidak cocok dengan segelnya")
    asked = mpp("audit", "verify", "--json", env=env)
    (audited,) = json.loads(asked.stdout)
    assert asked.exit_code == cli.PROBLEMS
    assert [(f["fault"], f["first"], f["last"]) for f in audited["findings"]] == [("seal", 1, 1)]


def test_an_export_kept_elsewhere_speaks_against_a_record_written_anew(
    worked: Environment, tmp_path: Path
) -> None:
    witness = tmp_path / "saksi.jsonl"
    witness.write_text(mpp("audit", "export", PLAN, env=worked).stdout, encoding="utf-8")
    assert mpp("audit", "verify", "--saksi", witness, env=worked).exit_code == 0
    result = mpp("audit", "verify", PLAN, "--saksi", witness, env=environment(tmp_path))
    assert result.exit_code == cli.PROBLEMS
    assert "Catatan nomor 1 sampai 2 berbeda dari salinan saksi, atau sudah tidak ada." in result.stdout


@pytest.mark.parametrize("content", ["", "bukan JSON", '{"plan":"x"}', "[1]", "3"])
def test_a_witness_that_cannot_be_read_is_told_and_exits_2(
    worked: Environment, tmp_path: Path, content: str
) -> None:
    (tmp_path / "saksi").write_text(content, encoding="utf-8")
    result = mpp("audit", "verify", "--saksi", tmp_path / "saksi", env=worked)
    assert (result.exit_code, result.stderr.count("tidak dapat dibaca")) == (cli.USAGE, 1)


def test_without_plans_there_is_nothing_to_audit(elsewhere: Environment) -> None:
    result = mpp("audit", "verify", env=elsewhere)
    assert (result.exit_code, result.stdout) == (0, "Belum ada rencana, jadi belum ada catatan.\n")


@pytest.mark.parametrize("command", ["verify", "export"])
def test_an_unknown_plan_is_told_and_exits_2(worked: Environment, command: str) -> None:
    result = mpp("audit", command, "lain", env=worked)
    assert (result.exit_code, result.stderr) == (
        cli.USAGE,
        f"Rencana 'lain' tidak ada. Yang ada: {PLAN}.\n",
    )


def test_a_backup_is_told_and_restored_elsewhere(
    worked: Environment, elsewhere: Environment, tmp_path: Path
) -> None:
    made = mpp("backup", tmp_path / "mpp.zip", env=worked)
    assert made.stdout == f"Cadangan '{tmp_path}/mpp.zip' berisi 1 rencana, 2 catatan, 0 berkas bukti.\n"
    restored = mpp("restore", tmp_path / "mpp.zip", env=elsewhere)
    assert (made.exit_code, restored.exit_code) == (0, 0)
    assert restored.stdout.startswith(f"Dipulihkan dari '{tmp_path}/mpp.zip': 1 rencana, 2 catatan")
    assert mpp("audit", "verify", env=elsewhere).stdout == mpp("audit", "verify", env=worked).stdout


def test_backup_and_restore_tell_other_programs_the_same(
    worked: Environment, elsewhere: Environment, tmp_path: Path
) -> None:
    made = json.loads(mpp("backup", tmp_path / "mpp.zip", "--json", env=worked).stdout)
    restored = json.loads(mpp("restore", tmp_path / "mpp.zip", "--json", env=elsewhere).stdout)
    assert made == {**restored, "file": f"{tmp_path}/mpp.zip"}


def test_a_backup_never_overwrites_and_exits_2(worked: Environment, tmp_path: Path) -> None:
    (tmp_path / "mpp.zip").touch()
    result = mpp("backup", tmp_path / "mpp.zip", env=worked)
    assert result.exit_code == cli.USAGE
    assert "sudah ada dan tidak ditimpa" in result.stderr


def test_work_is_only_replaced_when_that_is_said(worked: Environment, tmp_path: Path) -> None:
    env = tampered(worked, tmp_path)
    refused = mpp("restore", tmp_path / "copy.zip", env=env)
    assert refused.exit_code == cli.USAGE
    assert "--replace" in refused.stderr
    assert mpp("restore", tmp_path / "copy.zip", "--replace", env=env).exit_code == 0
    assert mpp("audit", "verify", env=env).exit_code == 0


def test_a_file_that_is_no_backup_is_told_and_exits_1(elsewhere: Environment, tmp_path: Path) -> None:
    (tmp_path / "surat.zip").write_text("Yth. Bupati")
    result = mpp("restore", tmp_path / "surat.zip", env=elsewhere)
    assert (result.exit_code, result.stderr.count("bukan cadangan")) == (cli.PROBLEMS, 1)


def test_a_backup_that_is_not_there_is_told_as_such_and_exits_2(
    elsewhere: Environment, tmp_path: Path
) -> None:
    result = mpp("restore", tmp_path / "tidak-ada.zip", env=elsewhere)
    assert result.exit_code == cli.USAGE
    assert result.stderr == (
        f"Berkas '{tmp_path}/tidak-ada.zip' tidak dapat dibaca; periksa nama dan letaknya. "
        "Tidak ada yang diubah.\n"
    )


def test_a_backup_of_a_changed_record_is_made_told_and_exits_1(worked: Environment, tmp_path: Path) -> None:
    result = mpp("backup", tmp_path / "mpp.zip", env=tampered(worked, tmp_path))
    assert result.exit_code == cli.PROBLEMS
    assert (tmp_path / "mpp.zip").is_file()
    assert result.stderr == f"Catatan {PLAN} tidak utuh; lihat 'mpp audit verify {PLAN}'.\n"


def test_missing_evidence_is_told_and_exits_1(worked: Environment, tmp_path: Path) -> None:
    env = tampered(worked, tmp_path)
    sha256 = FolderFiles(tmp_path / "evidence").put(b"x")
    with behind(env["MPP_DATABASE_URL"]) as connection:
        named = f'{{"sha256":"{sha256}"}}'
        sql(f"UPDATE record SET kind = 'evidence', after = '{named}' WHERE number = 2")(connection)
    FolderFiles(tmp_path / "evidence").path(sha256).unlink()
    result = mpp("backup", tmp_path / "mpp.zip", env=env)
    assert result.exit_code == cli.PROBLEMS
    assert f"Berkas bukti {sha256} hilang atau rusak, jadi tidak ikut." in result.stderr


@pytest.mark.parametrize(
    "arguments", [["audit", "verify"], ["audit", "export", PLAN], ["backup", "x.zip"], ["restore", "x.zip"]]
)
def test_an_unusable_database_is_told_and_exits_3(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "mpp.db").write_text("bukan basis data" * 100)
    result = mpp(*arguments, env=environment(tmp_path))
    assert result.exit_code == cli.STORAGE
    assert "bukan basis data SQLite" in result.stderr
