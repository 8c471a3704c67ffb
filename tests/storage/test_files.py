from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.launch import to_install
from planner.storage import EvidenceFiles, FolderFiles, StorageProblem
from planner.storage.files import (
    BucketFiles,
    BucketPlace,
    DamagedEvidence,
    FolderPlace,
    evidence_files,
    evidence_place,
)
from tests.e2e.server import free_port
from tests.storage import moto

PROOF = b"%PDF-1.7 surat keputusan"
HASH = hashlib.sha256(PROOF).hexdigest()
ROOM = f"{HASH[:2]}/{HASH[2:4]}"
NUMBERS = count(1)


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that speaks S3, with one bucket."""
    with moto.running(tmp_path_factory.mktemp("s3") / "log") as url:
        moto.make_bucket(url)
        yield url


def bucket(url: str, prefix: str = "", **said: str) -> EvidenceFiles:
    """The files of a bucket on that server."""
    env = moto.settings(url, prefix=prefix or f"uji/{next(NUMBERS)}") | said
    return evidence_files(evidence_place(env, Path()))


@pytest.fixture
def folder(tmp_path: Path) -> FolderFiles:
    return FolderFiles(tmp_path / "evidence")


@pytest.fixture(params=["folder", "bucket"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> EvidenceFiles:
    """An empty place for files, of either kind."""
    made = {
        "folder": lambda: FolderFiles(tmp_path / "evidence"),
        "bucket": lambda: bucket(request.getfixturevalue("s3")),
    }
    return made[request.param]()


@pytest.mark.parametrize("content", [b"", PROOF, bytes(range(256)) * 4096])
def test_what_was_put_is_read_back(files: EvidenceFiles, content: bytes) -> None:
    sha256 = files.put(content)
    assert sha256 == hashlib.sha256(content).hexdigest()
    assert files.read(sha256) == content
    assert files.has(sha256)


def test_the_same_bytes_are_kept_once(files: EvidenceFiles) -> None:
    assert files.put(PROOF) == HASH
    assert files.put(PROOF) == HASH
    assert list(files.stored()) == [HASH]


def test_the_same_bytes_put_by_many_at_once_are_kept_once(files: EvidenceFiles) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(files.put, [PROOF] * 32)) == {HASH}
    assert list(files.stored()) == [HASH]
    assert files.read(HASH) == PROOF


def test_what_was_never_put_is_none(files: EvidenceFiles) -> None:
    assert files.read(HASH) is None
    assert not files.has(HASH)
    assert list(files.stored()) == []


def test_all_that_is_kept_is_listed_in_order(files: EvidenceFiles) -> None:
    hashes = [files.put(bytes([number])) for number in range(5)]
    assert list(files.stored()) == sorted(hashes)


@pytest.mark.parametrize("name", [HASH + "\n", HASH[:-1], HASH + "0", f"../{HASH[3:]}", HASH.upper(), ""])
def test_a_hash_is_exactly_64_lower_case_hexadecimal_digits(files: EvidenceFiles, name: str) -> None:
    for use in (files.has, files.read):
        with pytest.raises(ValueError, match="SHA-256"):
            use(name)


# In a folder.


def test_the_name_is_the_hash_spread_over_two_folders(folder: FolderFiles, tmp_path: Path) -> None:
    assert folder.put(PROOF) == HASH
    assert folder.path(HASH) == tmp_path / "evidence" / HASH[:2] / HASH[2:4] / HASH
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [folder.path(HASH)]


def test_a_file_that_stands_is_not_written_again(folder: FolderFiles) -> None:
    folder.put(PROOF)
    first = folder.path(HASH).stat()
    folder.put(PROOF)
    assert folder.path(HASH).stat() == first


@settings(max_examples=30)
@given(
    st.text(max_size=70).filter(lambda text: text != HASH) | st.sampled_from(["../" * 21 + "x", HASH.upper()])
)
def test_a_malformed_hash_never_becomes_a_path(name: str) -> None:
    files = FolderFiles(Path("evidence"))
    for use in (files.path, files.read, files.has):
        with pytest.raises(ValueError, match="SHA-256"):
            use(name)


def test_bytes_changed_behind_the_program_are_told_and_can_be_put_again(folder: FolderFiles) -> None:
    folder.put(PROOF)
    folder.path(HASH).write_bytes(b"palsu")
    with pytest.raises(DamagedEvidence, match=f"Berkas bukti {HASH[:12]}… rusak"):
        folder.read(HASH)
    folder.put(PROOF)
    assert folder.read(HASH) == PROOF


def test_only_files_named_by_a_hash_are_listed(folder: FolderFiles) -> None:
    folder.put(PROOF)
    (folder.path(HASH).parent / ".part-x").write_bytes(b"")
    (folder.path(HASH).parent / "catatan.txt").write_bytes(b"")
    assert list(folder.stored()) == [HASH]


def test_a_place_that_cannot_be_read_is_told(folder: FolderFiles) -> None:
    folder.path(HASH).mkdir(parents=True)
    with pytest.raises(DamagedEvidence, match="rusak"):
        folder.read(HASH)


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(
    folder: FolderFiles, tmp_path: Path
) -> None:
    folder.path(HASH).mkdir(parents=True)
    with pytest.raises(StorageProblem, match="tidak dapat dibuat atau ditulisi"):
        folder.put(PROOF)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


# In a bucket.


def test_a_bucket_holds_the_file_below_its_prefix(s3: str) -> None:
    bucket(s3, "kab/a").put(PROOF)
    assert bucket(s3, f"kab/a/{ROOM}").read(HASH) is None
    assert list(bucket(s3, "kab").stored()) == [HASH]
    assert list(bucket(s3, "kab/b").stored()) == []


def test_an_object_changed_behind_the_program_is_told_and_can_be_put_again(s3: str) -> None:
    files = bucket(s3, "kab/diubah")
    files.put(PROOF)
    moto.lay(s3, f"kab/diubah/{ROOM}/{HASH}", b"palsu")
    with pytest.raises(DamagedEvidence, match=f"Berkas bukti {HASH[:12]}… rusak"):
        files.read(HASH)
    files.put(PROOF)
    assert files.read(HASH) == PROOF


def test_a_bucket_that_is_not_there_is_told(s3: str) -> None:
    missing = bucket(s3, MPP_EVIDENCE="s3://tidak-ada/x")
    for use in (lambda: missing.put(PROOF), lambda: missing.read(HASH), lambda: list(missing.stored())):
        with pytest.raises(StorageProblem, match="Wadah bukti 'tidak-ada' tidak ada pada layanan S3"):
            use()


def test_a_server_that_does_not_answer_is_told_without_keys() -> None:
    files = bucket(f"http://127.0.0.1:{free_port()}")
    for use in (lambda: files.put(PROOF), lambda: files.read(HASH), lambda: files.has(HASH)):
        with pytest.raises(StorageProblem, match="tidak dapat dihubungi") as told:
            use()
        assert told.value.__cause__ is None
        assert not any(secret in told.value.message for secret in moto.KEYS.values())


def test_a_server_that_refuses_the_keys_is_told(tmp_path: Path) -> None:
    with moto.running(tmp_path / "log", guarded=True) as url:
        files = bucket(url)
        for use in (lambda: files.put(PROOF), lambda: files.read(HASH), lambda: list(files.stored())):
            with pytest.raises(StorageProblem, match="menolak masuk ke wadah bukti 'bukti-mpp'"):
                use()


# Which of them.


def test_without_a_setting_evidence_is_kept_below_the_installation() -> None:
    place = evidence_place({}, Path("pasang"))
    assert place == FolderPlace(Path("pasang") / "data" / "local" / "evidence")
    assert isinstance(evidence_files(place), FolderFiles)


def test_a_folder_may_be_named() -> None:
    assert evidence_place({"MPP_EVIDENCE": "/srv/bukti"}, Path()) == FolderPlace(Path("/srv/bukti"))


def test_a_bucket_is_named_with_its_prefix_server_and_region() -> None:
    env = moto.settings("https://s3.contoh.go.id/", prefix="kab/x/") | {
        "MPP_S3_REGION": "ap-southeast-3",
        "AWS_SESSION_TOKEN": "sementara",
    }
    place = evidence_place(env, Path())
    assert isinstance(place, BucketPlace)
    assert (place.bucket, place.prefix) == ("bukti-mpp", "kab/x")
    assert (place.endpoint, place.region) == ("https://s3.contoh.go.id", "ap-southeast-3")
    assert isinstance(evidence_files(place), BucketFiles)


def test_without_a_server_the_cloud_that_s3_is_from_is_meant() -> None:
    place = evidence_place(moto.settings("") | {"AWS_SESSION_TOKEN": "sementara"}, Path())
    assert isinstance(place, BucketPlace)
    assert (place.endpoint, place.region) == ("", "us-east-1")
    assert isinstance(evidence_files(place), BucketFiles)


def test_the_text_of_a_place_holds_no_secret() -> None:
    place = evidence_place(moto.settings("http://127.0.0.1") | {"AWS_SESSION_TOKEN": "sementara"}, Path())
    assert not any(secret in repr(place) for secret in (*moto.KEYS.values(), "sementara"))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"MPP_EVIDENCE": "s3://"}, "contoh yang benar: s3://bukti-mpp/kabupaten"),
        ({"MPP_EVIDENCE": "s3://Wadah Besar/x"}, "Tempat bukti 's3://Wadah Besar/x' tidak dapat dibaca"),
        ({"MPP_EVIDENCE": "s3://wadah/../x"}, "tidak dapat dibaca"),
        ({"MPP_S3_ENDPOINT": "bukan alamat"}, "Alamat layanan S3 pada MPP_S3_ENDPOINT tidak dapat dibaca"),
        ({"MPP_S3_ENDPOINT": "http://orang:rahasia@contoh"}, "tidak dapat dibaca"),
        ({"MPP_S3_ENDPOINT": "http://contoh:pintu"}, "tidak dapat dibaca"),
        ({"MPP_S3_ENDPOINT": "ftp://contoh"}, "tidak dapat dibaca"),
        ({"AWS_ACCESS_KEY_ID": ""}, "Isi AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY"),
        ({"AWS_SECRET_ACCESS_KEY": ""}, "Kunci masuk layanan S3 belum lengkap"),
    ],
)
def test_settings_that_cannot_be_are_told_without_secrets(said: dict[str, str], told: str) -> None:
    with pytest.raises(StorageProblem, match=told) as problem:
        evidence_place(moto.settings("http://127.0.0.1") | said, Path())
    assert "rahasia" not in problem.value.message


def test_a_missing_package_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "obstore.store", None)
    with pytest.raises(StorageProblem, match="'obstore' belum terpasang") as problem:
        bucket("http://127.0.0.1")
    assert problem.value.message.endswith(to_install("s3"))
