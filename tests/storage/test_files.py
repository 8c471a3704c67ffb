from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.storage import EvidenceFiles, StorageProblem

PROOF = b"%PDF-1.7 surat keputusan"
HASH = hashlib.sha256(PROOF).hexdigest()


@pytest.fixture
def files(tmp_path: Path) -> EvidenceFiles:
    return EvidenceFiles(tmp_path / "evidence")


@pytest.mark.parametrize("content", [b"", PROOF, bytes(range(256)) * 4096])
def test_what_was_put_is_read_back(files: EvidenceFiles, content: bytes) -> None:
    sha256 = files.put(content)
    assert sha256 == hashlib.sha256(content).hexdigest()
    assert files.read(sha256) == content


def test_the_name_is_the_hash_spread_over_two_folders(files: EvidenceFiles, tmp_path: Path) -> None:
    assert files.put(PROOF) == HASH
    assert files.path(HASH) == tmp_path / "evidence" / HASH[:2] / HASH[2:4] / HASH
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [files.path(HASH)]


def test_the_same_bytes_are_kept_once(files: EvidenceFiles) -> None:
    files.put(PROOF)
    first = files.path(HASH).stat()
    assert files.put(PROOF) == HASH
    assert files.path(HASH).stat() == first


def test_the_same_bytes_put_by_many_at_once_are_kept_once(files: EvidenceFiles, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(files.put, [PROOF] * 32)) == {HASH}
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [files.path(HASH)]


def test_what_was_never_put_is_none(files: EvidenceFiles) -> None:
    assert files.read(HASH) is None


@settings(max_examples=30)
@given(
    st.text(max_size=70).filter(lambda text: text != HASH) | st.sampled_from(["../" * 21 + "x", HASH.upper()])
)
def test_a_malformed_hash_never_becomes_a_path(name: str) -> None:
    files = EvidenceFiles(Path("evidence"))
    for use in (files.path, files.read):
        with pytest.raises(ValueError, match="SHA-256"):
            use(name)


@pytest.mark.parametrize("name", [HASH + "\n", HASH[:-1], HASH + "0", f"../{HASH[3:]}"])
def test_a_hash_is_exactly_64_lower_case_hexadecimal_digits(files: EvidenceFiles, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        files.read(name)


def test_bytes_changed_behind_the_program_are_told_and_can_be_put_again(files: EvidenceFiles) -> None:
    files.put(PROOF)
    files.path(HASH).write_bytes(b"palsu")
    with pytest.raises(StorageProblem, match=f"Berkas bukti {HASH[:12]}… rusak"):
        files.read(HASH)
    files.put(PROOF)
    assert files.read(HASH) == PROOF


def test_a_place_that_cannot_be_read_is_told(files: EvidenceFiles) -> None:
    files.path(HASH).mkdir(parents=True)
    with pytest.raises(StorageProblem, match="rusak"):
        files.read(HASH)


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(
    files: EvidenceFiles, tmp_path: Path
) -> None:
    files.path(HASH).mkdir(parents=True)
    with pytest.raises(StorageProblem, match="tidak dapat dibuat atau ditulisi"):
        files.put(PROOF)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
