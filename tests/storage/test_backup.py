"""A backup is made while people work, and put back whole or not at all."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from planner.domain.accounts import Account
from planner.storage import Draft, EvidenceFiles, FolderFiles, StorageProblem, Store, unpacked
from planner.storage.accounts import AccountBook
from planner.storage.problems import BadBackup, BadTarget, NotEmpty
from planner.storage.store import BackedUp
from tests.storage.behind import behind, change, sql
from tests.storage.cluster import Cluster
from tests.storage.conftest import DATABASE
from tests.storage.samples import DAY, PLAN, Ticking, begin, tick, write

PAPER = b"%PDF surat keputusan"
OTHER = "kabupaten-contoh"
KEY = "a" * 64


@pytest.fixture
def files(tmp_path: Path) -> FolderFiles:
    return FolderFiles(tmp_path / "evidence")


@pytest.fixture
def copies(tmp_path: Path) -> FolderFiles:
    """The evidence of another installation."""
    return FolderFiles(tmp_path / "elsewhere")


@pytest.fixture
def busy(store: Store, files: FolderFiles) -> Store:
    """Two plans, with an evidence file and a change entered late."""
    begin(store, OTHER)
    attach(store, files, PAPER)
    write(store, tick(status="done", note="é “kutip” 🏛"))
    write(store, tick(status="in_progress", note="mulai"), on=DAY.replace(month=3))
    return store


@pytest.fixture
def zip_file(busy: Store, files: FolderFiles, tmp_path: Path) -> Path:
    """A backup of the two plans."""
    return busy.back_up(files, tmp_path / "mpp.zip").file


@pytest.fixture
def target(tmp_path: Path, migrated: Path) -> Iterator[Store]:
    """An empty installation elsewhere."""
    file = tmp_path / "elsewhere.db"
    file.write_bytes(migrated.read_bytes())
    with closing(Store(f"sqlite:///{file}", Ticking())) as store:
        yield store


def attach(store: Store, files: EvidenceFiles, content: bytes, subject: str = "e1") -> str:
    sha256 = files.put(content)
    fields = {
        "activity": "KOM-01",
        "requirement": "sk",
        "file_name": "sk.pdf",
        "sha256": sha256,
        "size": len(content),
        "media_type": "application/pdf",
        "attached_on": "2024-05-06",
    }
    write(store, Draft("evidence", subject, fields, 0))
    return sha256


def told(store: Store) -> dict[str, Any]:
    """All that a store tells."""
    return {plan: (store.lines(plan), store.state(plan)) for plan in store.plans()}


def rewritten(file: Path, change: Callable[[str, bytes], bytes | None], *, honest: bool = False) -> Path:
    """The backup with its parts changed or left out; ``honest``: with a manifest that fits them."""
    with zipfile.ZipFile(file) as old:
        parts = {name: change(name, old.read(name)) for name in old.namelist()}
    kept = {name: content for name, content in parts.items() if content is not None}
    if honest:
        manifest = json.loads(kept["manifest.json"])
        manifest["members"] = {
            name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
            for name, content in kept.items()
            if name != "manifest.json"
        }
        kept["manifest.json"] = json.dumps(manifest).encode()
    changed = file.with_name("changed.zip")
    with zipfile.ZipFile(changed, "w") as new:
        for name, content in kept.items():
            new.writestr(name, content)
    return changed


def test_a_restored_copy_tells_the_same_and_is_sound(
    busy: Store, zip_file: Path, target: Store, copies: FolderFiles
) -> None:
    restored = target.restore(copies, zip_file, replace=False)
    assert (restored.plans, restored.entries, restored.evidence) == (2, 5, 1)
    assert told(target) == told(busy)
    assert [audited.findings for audited in target.audit()] == [(), ()]
    assert copies.read(hashlib.sha256(PAPER).hexdigest()) == PAPER


def test_a_backup_of_sqlite_can_be_restored_to_postgresql_and_back(
    server: Cluster, sqlite_store: Store, files: FolderFiles, target: Store, tmp_path: Path
) -> None:
    write(sqlite_store, tick(note="é “kutip” 🏛"))
    server.empty(DATABASE)
    with closing(Store(server.url(DATABASE), Ticking())) as there:
        there.restore(files, sqlite_store.back_up(files, tmp_path / "one.zip").file, replace=False)
        assert there.audit() == sqlite_store.audit()
        write(there, tick(note="dari PostgreSQL"))
        target.restore(files, there.back_up(files, tmp_path / "two.zip").file, replace=False)
        assert told(target) == told(there)
    assert target.audit()[0].findings == ()


def test_work_goes_on_after_a_restore_and_the_record_is_still_fixed(
    zip_file: Path, target: Store, copies: FolderFiles, tmp_path: Path
) -> None:
    target.restore(copies, zip_file, replace=False)
    assert write(target, tick(note="lanjut")).entries[0].number == 5
    assert target.audit()[0].findings == target.audit()[1].findings == ()
    connection = sqlite3.connect(tmp_path / "elsewhere.db")
    for statement in ("DELETE FROM record", "UPDATE record SET why = 'lain'"):
        with pytest.raises(sqlite3.IntegrityError, match="record rows are never"):
            connection.execute(statement)
    connection.close()


def test_a_backup_says_what_is_in_it(zip_file: Path) -> None:
    with zipfile.ZipFile(zip_file) as content:
        manifest = json.loads(content.read("manifest.json"))
        assert set(manifest["members"]) == set(content.namelist()) - {"manifest.json"}
        for name, member in manifest["members"].items():
            assert hashlib.sha256(content.read(name)).hexdigest() == member["sha256"]
    assert (manifest["format"], manifest["version"], set(manifest["plans"])) == (
        "mpp-backup",
        2,
        {PLAN, OTHER},
    )


def wait_for(store: Store, number: int) -> None:
    """Until another has written so many entries, at most half a minute."""
    until = time.monotonic() + 30
    while store.last_number(PLAN) < number and time.monotonic() < until:
        time.sleep(0.005)


def test_a_backup_is_made_while_others_write(
    store: Store, url: str, files: FolderFiles, tmp_path: Path, target: Store
) -> None:
    enough, stop = Event(), Event()

    def work() -> None:
        with closing(Store(url, Ticking())) as writer:
            for n in range(2000):
                write(writer, tick(f"KOM-{n % 40:02d}", note=f"catatan {n}"))
                if n == 10:
                    enough.set()
                if stop.is_set():
                    return

    writer = Thread(target=work)
    writer.start()
    enough.wait(30)
    made = []
    for n in range(4):
        made.append(store.back_up(files, tmp_path / f"{n}.zip"))
        wait_for(store, made[-1].entries + 1)
    stop.set()
    writer.join(30)
    for backup in made:
        restored = target.restore(files, backup.file, replace=True)
        assert restored.entries == backup.entries == target.last_number(PLAN)
        assert target.audit()[0].findings == ()
    entries = [backup.entries for backup in made]
    assert entries == sorted(set(entries))


def test_a_backup_never_takes_the_place_of_a_file(busy: Store, files: FolderFiles, tmp_path: Path) -> None:
    there = tmp_path / "penting.zip"
    there.write_bytes(b"penting")
    with pytest.raises(BadTarget, match=r"sudah ada dan tidak ditimpa"):
        busy.back_up(files, there)
    assert there.read_bytes() == b"penting"


def test_a_backup_that_cannot_be_written_leaves_nothing(
    busy: Store, files: FolderFiles, tmp_path: Path
) -> None:
    with pytest.raises(BadTarget, match=r"tidak dapat ditulis"):
        busy.back_up(files, tmp_path / "tidak-ada" / "mpp.zip")
    assert not (tmp_path / "tidak-ada").exists()


def test_evidence_that_is_missing_or_damaged_is_told_and_the_rest_is_kept(
    busy: Store, files: FolderFiles, tmp_path: Path, target: Store, copies: FolderFiles
) -> None:
    damaged = attach(busy, files, b"%PDF lain", "e2")
    missing = attach(busy, files, b"%PDF hilang", "e3")
    files.path(damaged).write_bytes(b"%PDF diubah")
    files.path(missing).unlink()
    made = busy.back_up(files, tmp_path / "mpp.zip")
    assert (made.absent, made.evidence) == ((damaged, missing), 1)
    assert target.restore(copies, made.file, replace=False).absent == (damaged, missing)
    assert copies.read(hashlib.sha256(PAPER).hexdigest()) == PAPER


def test_evidence_damaged_here_is_mended_by_a_restore(
    busy: Store, zip_file: Path, files: FolderFiles
) -> None:
    sha256 = hashlib.sha256(PAPER).hexdigest()
    files.path(sha256).write_bytes(b"%PDF diubah")
    busy.restore(files, zip_file, replace=True)
    assert files.read(sha256) == PAPER


def test_work_that_is_there_is_not_replaced_unless_that_is_said(
    busy: Store, zip_file: Path, files: FolderFiles
) -> None:
    write(busy, tick(note="sesudah cadangan"))
    before = told(busy)
    with pytest.raises(NotEmpty, match=r"sudah berisi 2 rencana.*--replace"):
        busy.restore(files, zip_file, replace=False)
    assert told(busy) == before
    busy.restore(files, zip_file, replace=True)
    assert [audited.entries for audited in busy.audit()] == [1, 4]


def broken_line(name: str, content: bytes) -> bytes:
    return content.replace(b"Staf DPMPTSP", b"Orang lain!!") if name.startswith("record/") else content


def cut_short(name: str, content: bytes) -> bytes:
    return b"\n".join(content.split(b"\n")[:-2]) + b"\n" if name == f"record/{PLAN}.jsonl" else content


def no_json(name: str, content: bytes) -> bytes:
    return b"bukan JSON\n" if name == f"record/{PLAN}.jsonl" else content


def renamed_plan(name: str, content: bytes) -> bytes:
    return content.replace(OTHER.encode(), PLAN.encode()) if name == f"record/{OTHER}.jsonl" else content


def twice(name: str, content: bytes) -> bytes:
    return content + content.split(b"\n")[-2] + b"\n" if name == f"record/{PLAN}.jsonl" else content


def nested(name: str, content: bytes) -> bytes:
    return b"[" * 200_000 if name == f"record/{PLAN}.jsonl" else content


def number_too_large(name: str, content: bytes) -> bytes:
    if name != f"record/{PLAN}.jsonl":
        return content
    return content.replace(b'"number":4,', b'"number":%d,' % 10**30)


def no_number(name: str, content: bytes) -> bytes:
    return content.replace(b'"status":"done"', b'"status":NaN') if name.startswith("record/") else content


@pytest.mark.parametrize("honest", [False, True], ids=["manifest-as-it-was", "manifest-made-to-fit"])
@pytest.mark.parametrize(
    "change",
    [broken_line, cut_short, no_json, renamed_plan, twice, nested, number_too_large, no_number],
)
def test_a_changed_backup_is_refused_and_nothing_is_lost(
    busy: Store, zip_file: Path, files: FolderFiles, change: Callable[[str, bytes], bytes], honest: bool
) -> None:
    before = told(busy)
    with pytest.raises(BadBackup, match=r"Tidak ada yang diubah"):
        busy.restore(files, rewritten(zip_file, change, honest=honest), replace=True)
    assert told(busy) == before
    assert [audited.findings for audited in busy.audit()] == [(), ()]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda name, content: None if name.startswith("evidence/") else content, "evidence/"),
        (lambda name, content: None if name == f"record/{PLAN}.jsonl" else content, f"record/{PLAN}.jsonl"),
        (lambda name, content: content + b" " if name.startswith("evidence/") else content, "evidence/"),
        (lambda name, content: content[::-1] if name.startswith("evidence/") else content, "evidence/"),
    ],
    ids=["no-evidence", "no-record", "longer", "other-bytes"],
)
def test_the_part_that_is_wrong_is_named(
    zip_file: Path, target: Store, copies: FolderFiles, change: Any, part: str
) -> None:
    with pytest.raises(BadBackup, match=f"bagian '{part}") as problem:
        target.restore(copies, rewritten(zip_file, change), replace=False)
    assert problem.value.message.endswith("Tidak ada yang diubah; pakai cadangan lain.")
    assert target.plans() == ()


def test_a_refused_backup_leaves_no_evidence_behind(
    zip_file: Path, target: Store, copies: FolderFiles
) -> None:
    with pytest.raises(BadBackup, match=r"tidak utuh.*Tidak ada yang diubah"):
        target.restore(copies, rewritten(zip_file, broken_line, honest=True), replace=False)
    assert list(copies.stored()) == []


def test_evidence_that_a_record_names_must_be_there_or_told_as_absent(
    zip_file: Path, target: Store, copies: FolderFiles
) -> None:
    changed = rewritten(zip_file, lambda n, c: None if n.startswith("evidence/") else c, honest=True)
    with pytest.raises(BadBackup, match=f"bagian 'evidence/{hashlib.sha256(PAPER).hexdigest()}' hilang"):
        target.restore(copies, changed, replace=False)
    assert target.plans() == ()


def test_a_plan_whose_name_leads_elsewhere_is_refused(
    zip_file: Path, target: Store, copies: FolderFiles
) -> None:
    def elsewhere(name: str, content: bytes) -> bytes:
        return content.replace(f'"{OTHER}"'.encode(), b'"../x"') if name == "manifest.json" else content

    with pytest.raises(BadBackup, match=r"bukan cadangan"):
        target.restore(copies, rewritten(zip_file, elsewhere), replace=False)


def test_a_manifest_larger_than_any_is_refused_unread(
    zip_file: Path, target: Store, copies: FolderFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "MANIFEST_MOST", 10_000)
    blank = rewritten(zip_file, lambda n, c: c + b" " * 10_000 if n == "manifest.json" else c)
    with pytest.raises(BadBackup, match=r"bukan cadangan"):
        target.restore(copies, blank, replace=False)


def test_a_line_longer_than_any_entry_is_refused(
    zip_file: Path, target: Store, copies: FolderFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "LINE_MOST", 10_000)
    long = rewritten(zip_file, lambda n, c: c + b" " * 10_001 if n.startswith("record/") else c, honest=True)
    with pytest.raises(BadBackup, match=r"bagian 'record/"):
        target.restore(copies, long, replace=False)


def test_a_part_too_many_is_refused(zip_file: Path, target: Store, copies: FolderFiles) -> None:
    with zipfile.ZipFile(zip_file, "a") as content:
        content.writestr("../keluar.txt", "x")
    with pytest.raises(BadBackup, match=r"bagian '../keluar.txt'"):
        target.restore(copies, zip_file, replace=False)


def test_evidence_under_a_false_name_is_refused(zip_file: Path, target: Store, copies: FolderFiles) -> None:
    changed = rewritten(zip_file, lambda n, c: b"lain" if n.startswith("evidence/") else c, honest=True)
    with pytest.raises(BadBackup, match=r"bagian 'evidence/"):
        target.restore(copies, changed, replace=False)


def test_every_byte_that_is_cut_off_is_missed(zip_file: Path, target: Store, copies: FolderFiles) -> None:
    whole = zip_file.read_bytes()
    assert len(whole) > 1000
    for length in (0, 1, 100, len(whole) // 2, len(whole) - 30, len(whole) - 1):
        zip_file.write_bytes(whole[:length])
        with pytest.raises(BadBackup):
            target.restore(copies, zip_file, replace=False)
    assert target.plans() == ()


def test_damaged_bytes_anywhere_never_leave_half_a_restore(
    busy: Store, zip_file: Path, target: Store, copies: FolderFiles
) -> None:
    whole, right = zip_file.read_bytes(), told(busy)
    for place in range(0, len(whole), 97):
        zip_file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert outcome(target, copies, zip_file) in ({}, right)


def outcome(target: Store, copies: FolderFiles, file: Path) -> dict[str, Any]:
    """What is there after a restore was tried on an empty installation, which is then emptied again."""
    try:
        target.restore(copies, file, replace=True)
    except BadBackup:
        return told(target)
    here = told(target)
    with target._engine.begin() as connection:
        sql("DROP TRIGGER record_no_delete", "DELETE FROM present", "DELETE FROM record", "DELETE FROM plan")(
            connection
        )
    return here


@pytest.mark.parametrize("content", [b"", b"bukan zip", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_backup_is_told(
    tmp_path: Path, target: Store, copies: FolderFiles, content: bytes
) -> None:
    (tmp_path / "surat.zip").write_bytes(content)
    with pytest.raises(BadBackup, match=r"bukan cadangan Perencana MPP atau sudah rusak"):
        target.restore(copies, tmp_path / "surat.zip", replace=False)


def test_a_backup_that_is_not_there_is_told(tmp_path: Path, target: Store, copies: FolderFiles) -> None:
    for absent in (tmp_path / "tidak-ada.zip", tmp_path):
        with pytest.raises(BadTarget, match=r"tidak dapat dibaca; periksa nama dan letaknya"):
            target.restore(copies, absent, replace=False)


def test_a_backup_of_a_later_version_is_left_alone(
    zip_file: Path, target: Store, copies: FolderFiles
) -> None:
    def later(name: str, content: bytes) -> bytes:
        new = content.replace(b'"version": 2', b'"version": 3, "baru": true')
        return new if name == "manifest.json" else content

    with pytest.raises(BadBackup, match=r"versi aplikasi yang lebih baru"):
        target.restore(copies, rewritten(zip_file, later), replace=False)


def test_a_record_that_was_tampered_with_is_kept_as_it_is_and_told(
    busy: Store, url: str, files: FolderFiles, tmp_path: Path, target: Store, copies: FolderFiles
) -> None:
    with behind(url) as connection:
        change(3, why="lain")(connection)
    made: BackedUp = busy.back_up(files, tmp_path / "mpp.zip")
    assert made.unsound == (PLAN,)
    assert target.restore(copies, made.file, replace=False).unsound == (PLAN,)
    assert target.lines(PLAN) == busy.lines(PLAN)
    assert target.audit(PLAN) == busy.audit(PLAN)


def test_a_record_that_cannot_be_read_cannot_be_copied(
    sqlite_store: Store, file: Path, files: FolderFiles, tmp_path: Path
) -> None:
    with behind(f"sqlite:///{file}") as connection:
        sql("UPDATE record SET after = '{'")(connection)
    with pytest.raises(StorageProblem, match=r"tidak dapat dicadangkan.*mpp audit verify"):
        sqlite_store.back_up(files, tmp_path / "mpp.zip")
    assert list(tmp_path.glob(".part-*")) == []
    assert not (tmp_path / "mpp.zip").exists()


def signed_in(url: str) -> tuple[AccountBook, Account]:
    """Accounts of a database, and the one there is, which is signed in."""
    book = AccountBook(url, Ticking())
    details = {"name": "DPMPTSP Siak", "email": "a@siak.go.id", "wide": "province", "province": "14"}
    book.add("dpmptsp", details, "$hash", by="mpp", must_change=True)
    account = book.sessions.begin("dpmptsp", KEY, "$hash", "::1")
    assert account is not None
    return book, account


def test_accounts_are_put_back_with_their_passwords_and_their_log_but_without_sessions(
    busy: Store, url: str, files: FolderFiles, tmp_path: Path, target: Store, copies: FolderFiles
) -> None:
    there, account = signed_in(url)
    made = busy.back_up(files, tmp_path / "mpp.zip")
    restored = target.restore(copies, made.file, replace=False)
    with closing(there), closing(AccountBook(f"sqlite:///{tmp_path / 'elsewhere.db'}", Ticking())) as here:
        assert (made.accounts, restored.accounts) == (1, 1)
        assert here.all() == (account,)
        assert here.password("dpmptsp") == "$hash"
        assert [(e.at, e.what, e.after) for e in here.log()] == [(e.at, e.what, e.after) for e in there.log()]
        assert (there.sessions.account(KEY), here.sessions.account(KEY)) == (account, None)
    with zipfile.ZipFile(made.file) as content:
        assert [name for name in content.namelist() if KEY.encode() in content.read(name)] == []


def test_accounts_that_are_here_are_not_replaced_unless_that_is_said(
    busy: Store, url: str, files: FolderFiles, tmp_path: Path, target: Store, copies: FolderFiles
) -> None:
    there, account = signed_in(url)
    there.close()
    made = busy.back_up(files, tmp_path / "mpp.zip")
    here = AccountBook(f"sqlite:///{tmp_path / 'elsewhere.db'}", Ticking())
    here.add("lain", {"name": "Lain"}, None, by="mpp", must_change=False)
    with closing(here):
        with pytest.raises(NotEmpty, match=r"sudah berisi 1 akun, jadi"):
            target.restore(copies, made.file, replace=False)
        assert [one.id for one in here.all()] == ["lain"]
        target.restore(copies, made.file, replace=True)
        assert here.all() == (account,)


def test_a_backup_without_accounts_leaves_those_that_are_here(
    zip_file: Path, tmp_path: Path, target: Store, copies: FolderFiles
) -> None:
    here, account = signed_in(f"sqlite:///{tmp_path / 'elsewhere.db'}")
    with closing(here):
        assert target.restore(copies, zip_file, replace=False).accounts == 0
        assert here.sessions.account(KEY) == account


def test_a_backup_from_before_there_were_accounts_can_be_put_back(
    zip_file: Path, busy: Store, target: Store, copies: FolderFiles
) -> None:
    def earlier(name: str, content: bytes) -> bytes:
        return content.replace(b'"version": 2', b'"version": 1') if name == "manifest.json" else content

    target.restore(copies, rewritten(zip_file, earlier), replace=False)
    assert target.lines(PLAN) == busy.lines(PLAN)


@pytest.mark.parametrize(("part", "wrong"), [("accounts", b'{"login": "X"}'), ("log", b"[]")])
def test_accounts_that_cannot_be_read_are_not_put_back(
    busy: Store,
    url: str,
    files: FolderFiles,
    tmp_path: Path,
    target: Store,
    copies: FolderFiles,
    part: str,
    wrong: bytes,
) -> None:
    there, _ = signed_in(url)
    there.close()
    made = busy.back_up(files, tmp_path / "mpp.zip")
    name = f"accounts/{part}.jsonl"
    file = rewritten(made.file, lambda one, content: wrong if one == name else content, honest=True)
    with pytest.raises(BadBackup, match=rf"bagian '{name}'"):
        target.restore(copies, file, replace=False)
    assert target.plans() == ()


def test_a_part_that_tells_of_accounts_must_not_be_missing(
    busy: Store, url: str, files: FolderFiles, tmp_path: Path, target: Store, copies: FolderFiles
) -> None:
    there, _ = signed_in(url)
    there.close()
    made = busy.back_up(files, tmp_path / "mpp.zip")

    def without_log(name: str, content: bytes) -> bytes | None:
        return None if name == "accounts/log.jsonl" else content

    with pytest.raises(BadBackup, match=r"bagian 'accounts/log.jsonl'"):
        target.restore(copies, rewritten(made.file, without_log, honest=True), replace=False)
