"""`mpp evidence verify`: what is missing, altered, or known to nobody; in a folder and in a bucket."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from planner import cli
from planner.storage import Draft, EvidenceFiles, FolderFiles, Store
from planner.storage.files import evidence_files, evidence_place
from tests.storage import moto
from tests.storage.behind import behind, sql
from tests.storage.samples import PLAN, Ticking, begin, write
from tests.storage.test_backup import attach

ALTERED, MISSING, SOUND = b"%PDF-1.7 satu", b"%PDF-1.7 dua", b"%PDF-1.7 tiga"


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that speaks S3, with one bucket."""
    with moto.running(tmp_path_factory.mktemp("s3") / "log") as url:
        moto.make_bucket(url)
        yield url


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """An installation with one plan that keeps its evidence in a folder."""
    found = {"MPP_DATABASE_URL": f"sqlite:///{tmp_path}/mpp.db", "MPP_EVIDENCE": str(tmp_path / "evidence")}
    store = Store(found["MPP_DATABASE_URL"], Ticking())
    store.migrate()
    begin(store)
    store.close()
    return found


def place(env: Mapping[str, str]) -> EvidenceFiles:
    return evidence_files(evidence_place(env, Path()))


def filled(env: Mapping[str, str]) -> tuple[str, str, str]:
    """Three files given to the plan; their hashes."""
    store, files = Store(env["MPP_DATABASE_URL"], Ticking()), place(env)
    hashes = [attach(store, files, content, f"e{n}") for n, content in enumerate((ALTERED, MISSING, SOUND))]
    store.close()
    return hashes[0], hashes[1], hashes[2]


def verify(env: Mapping[str, str], *more: str) -> Result:
    return CliRunner().invoke(cli.app, ["evidence", "verify", *more], env=dict(env))


def test_sound_evidence_exits_0(env: dict[str, str]) -> None:
    filled(env)
    result = verify(env)
    assert (result.exit_code, result.stdout) == (0, "3 berkas bukti diperiksa: semua utuh\n")


def test_without_evidence_all_is_well(env: dict[str, str]) -> None:
    assert verify(env, PLAN).stdout == "0 berkas bukti diperiksa: semua utuh\n"


def test_missing_and_altered_files_are_told_with_plan_item_and_name_and_exit_1(env: dict[str, str]) -> None:
    altered, missing, _ = filled(env)
    files = FolderFiles(Path(env["MPP_EVIDENCE"]))
    files.path(altered).write_bytes(b"palsu")
    files.path(missing).unlink()
    result = verify(env)
    assert result.exit_code == cli.PROBLEMS
    told = result.stdout.splitlines()
    assert told[0] == "3 berkas bukti diperiksa: 2 TIDAK utuh"
    assert f": berubah isinya ({altered})" in told[1]
    assert f": hilang ({missing})" in told[2]
    assert all(line.startswith(f"  {PLAN} ") for line in told[1:])
    asked = verify(env, "--json")
    assert asked.exit_code == cli.PROBLEMS
    found = json.loads(asked.stdout)
    assert [(f["plan"], f["sha256"], f["fault"]) for f in found["faults"]] == [
        (PLAN, altered, "altered"),
        (PLAN, missing, "missing"),
    ]
    assert all(f["activity"] and f["file_name"] for f in found["faults"])


def test_a_file_that_no_record_knows_is_only_a_remark(env: dict[str, str]) -> None:
    filled(env)
    orphan = place(env).put(b"%PDF-1.7 yatim")
    result = verify(env, PLAN)
    assert result.exit_code == 0
    assert "Catatan: 1 berkas di tempat bukti tidak disebut rencana mana pun" in result.stdout
    assert json.loads(verify(env, "--json").stdout)["orphans"] == [orphan]


def test_a_record_that_names_no_hash_at_all_is_told_as_missing(env: dict[str, str]) -> None:
    filled(env)
    with behind(env["MPP_DATABASE_URL"]) as connection:
        sql("UPDATE record SET after = json_set(after, '$.sha256', 'bukan sidik') WHERE kind = 'evidence'")(
            connection
        )
    result = verify(env)
    assert result.exit_code == cli.PROBLEMS
    assert result.stdout.count("hilang (bukan sidik)") == 3


def test_a_file_whose_entry_was_written_over_is_still_one_the_record_names(
    env: dict[str, str], tmp_path: Path
) -> None:
    filled(env)
    store, files = Store(env["MPP_DATABASE_URL"], Ticking()), place(env)
    earlier, later = (files.put(content) for content in (b"%PDF-1.7 empat", b"%PDF-1.7 lima"))
    given = {"activity": "KOM-01", "requirement": "sk", "file_name": "nota.pdf", "size": 9}
    given |= {"media_type": "application/pdf", "attached_on": "2024-05-06"}
    write(store, Draft("evidence", "e9", given | {"sha256": earlier}, 0))
    write(store, Draft("evidence", "e9", {"sha256": later}, None))
    store.close()
    whole = verify(env)
    assert (whole.exit_code, whole.stdout) == (0, "5 berkas bukti diperiksa: semua utuh\n")
    FolderFiles(Path(env["MPP_EVIDENCE"])).path(earlier).unlink()
    result = verify(env)
    assert result.exit_code == cli.PROBLEMS
    assert result.stdout.splitlines()[1:] == [f"  {PLAN} KOM-01 'nota.pdf': hilang ({earlier})"]
    backup = CliRunner().invoke(cli.app, ["backup", str(tmp_path / "mpp.zip")], env=env)
    assert backup.stderr == f"Berkas bukti {earlier} hilang atau rusak, jadi tidak ikut.\n"


def test_an_unknown_plan_is_told(env: dict[str, str]) -> None:
    result = verify(env, "tidak-ada")
    assert result.exit_code == cli.USAGE
    assert PLAN in result.stderr


def test_a_bucket_is_verified_backed_up_and_restored_as_a_folder_is(
    env: dict[str, str], s3: str, tmp_path: Path
) -> None:
    there = env | moto.settings(s3, prefix="asal")
    altered, *_ = filled(there)
    assert verify(there).exit_code == 0
    backup = str(tmp_path / "cadangan.zip")
    assert CliRunner().invoke(cli.app, ["backup", backup], env=there).exit_code == 0
    moto.lay(s3, f"asal/{altered[:2]}/{altered[2:4]}/{altered}", b"palsu")
    assert f"berubah isinya ({altered})" in verify(there).stdout
    new = {"MPP_DATABASE_URL": f"sqlite:///{tmp_path}/baru.db"} | moto.settings(s3, prefix="baru")
    assert CliRunner().invoke(cli.app, ["restore", backup], env=new).exit_code == 0
    assert verify(new).stdout == "3 berkas bukti diperiksa: semua utuh\n"


def test_a_bucket_that_is_not_there_fails_verify_and_backup_and_leaves_no_file(
    env: dict[str, str], s3: str, tmp_path: Path
) -> None:
    filled(env)
    gone = env | moto.settings(s3, bucket="tidak-ada")
    backup = tmp_path / "cadangan.zip"
    for command in (["evidence", "verify"], ["backup", str(backup)]):
        result = CliRunner().invoke(cli.app, command, env=gone)
        assert result.exit_code == cli.STORAGE
        assert "Wadah bukti 'tidak-ada' tidak ada" in result.stderr
        assert not any(secret in result.output for secret in moto.KEYS.values())
    assert not backup.exists()
    assert list(tmp_path.glob(".part-*")) == []
