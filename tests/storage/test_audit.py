"""Whatever is done to the record behind the app's back is found, on both databases."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from sqlalchemy import Connection

from planner.domain.state import SubjectKind
from planner.storage import Draft, Store
from planner.storage.findings import KINDS, Audited
from planner.storage.seal import GENESIS
from tests.storage.behind import behind, both, change, reseal, row, sql
from tests.storage.samples import PLAN, begin, tick, write

Tamper = Callable[[Connection], None]
LAST = 7
EMPTY_SEAL = "f" * 64
INSERT = (
    "INSERT INTO record (plan_id, number, revision, effective_on, recorded_at, actor, kind, subject, before, "
    "after, why, hash) SELECT plan_id, {number}, {revision}, effective_on, recorded_at, actor, kind, "
    "'{subject}', before, after, 'disisipkan', '{seal}' FROM record WHERE number = 3"
)


def insert(number: int, subject: str = "KOM-99", revision: int = 1, sealed: str = EMPTY_SEAL) -> Tamper:
    return sql(INSERT.format(number=number, revision=revision, subject=subject, seal=sealed))


def swap(one: int, other: int) -> Tamper:
    return sql(
        f"UPDATE record SET number = 99 WHERE number = {one}",
        f"UPDATE record SET number = {one} WHERE number = {other}",
        f"UPDATE record SET number = {other} WHERE number = 99",
    )


def shift(first: int, last: int, by: int) -> Tamper:
    numbers = range(last, first - 1, -1) if by > 0 else range(first, last + 1)
    return sql(*(f"UPDATE record SET number = {n + by} WHERE number = {n}" for n in numbers))


@pytest.fixture
def kept(store: Store) -> Store:
    """A plan with seven entries, among them two of one activity."""
    for activity, note in (("KOM-01", "a"), ("KOM-02", "b"), ("KOM-01", "c")):
        write(store, tick(activity, note=note))
    write(store, Draft("agency", "bpjs", {"name": "BPJS", "wave": 1}, 0))
    write(store, tick("KOM-03", note="é “kutip”"), tick("KOM-04", status="done", remaining=3))
    return store


def found(store: Store) -> list[tuple[str, int | None, int | None]]:
    (audited,) = store.audit()
    return [(finding.fault, finding.first, finding.last) for finding in audited.findings]


def test_a_record_that_only_the_app_wrote_is_sound(kept: Store) -> None:
    sealed = kept.lines(PLAN)[-1][-66:-2]
    assert kept.audit() == kept.audit(PLAN) == [Audited(PLAN, LAST, sealed, ())]


def test_every_plan_is_audited_and_one_that_is_not_there_is_told_by_nothing(store: Store) -> None:
    begin(store, "kabupaten-contoh")
    assert [audited.plan for audited in store.audit()] == ["kabupaten-contoh", PLAN]
    assert store.audit("lain") == []


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        (change(3, why="lain"), [("seal", 3, 3)]),
        (change(2, actor="Orang lain"), [("seal", 2, 2)]),
        (sql("UPDATE record SET effective_on = '2024-01-03' WHERE number = 2"), [("seal", 2, 2)]),
        (
            sql("UPDATE record SET recorded_at = '2024-01-01 09:00:00.000001' WHERE number = 2"),
            [("seal", 2, 2)],
        ),
        (sql('UPDATE record SET before = \'{"note":"x"}\' WHERE number = 2'), [("seal", 2, 2)]),
        (change(4, revision=3), [("seal", 4, 4), ("order", 4, 4), ("present", None, None)]),
        (change(1, hash=EMPTY_SEAL), [("seal", 1, 2)]),
        (change(LAST, hash=EMPTY_SEAL), [("seal", LAST, LAST), ("end", LAST, LAST)]),
        (both(change(3, why="lain"), reseal(3, 3)), [("seal", 4, 4)]),
        (both(change(3, why="lain"), reseal(3, LAST)), [("end", LAST, LAST)]),
    ],
    ids=[
        "why",
        "actor",
        "day",
        "moment",
        "before",
        "revision",
        "seal",
        "last-seal",
        "resealed",
        "resealed-to-the-end",
    ],
)
def test_an_edit_is_found(kept: Store, url: str, tamper: Tamper, expected: list[object]) -> None:
    with behind(url) as connection:
        tamper(connection)
    assert found(kept) == expected


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        (sql("DELETE FROM record WHERE number = 3"), {("missing", 3, 3)}),
        (sql("DELETE FROM record WHERE number IN (2, 3)"), {("missing", 2, 3)}),
        (sql("DELETE FROM record WHERE number = 1"), {("missing", 1, 1)}),
        (sql(f"DELETE FROM record WHERE number = {LAST}"), {("end", LAST - 1, LAST - 1)}),
        (sql("DELETE FROM record"), {("end", 0, 0)}),
        (
            both(sql("DELETE FROM record WHERE number = 3"), shift(4, LAST, -1)),
            {("seal", 3, 6), ("end", 6, 6)},
        ),
        (
            both(sql("DELETE FROM record WHERE number > 5"), reseal(2, 5, the_end=True)),
            {("present", None, None)},
        ),
    ],
    ids=["middle", "two", "first", "last", "all", "closed-up", "cut-off-without-trace"],
)
def test_a_removal_is_found(
    kept: Store, url: str, tamper: Tamper, expected: set[tuple[str, int | None, int | None]]
) -> None:
    with behind(url) as connection:
        tamper(connection)
    assert expected <= set(found(kept))


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        (swap(3, 5), ("seal", 3, 6)),
        (swap(6, 7), ("seal", 6, 7)),
        (both(swap(6, 7), reseal(6, LAST)), ("end", LAST, LAST)),
    ],
    ids=["apart", "neighbours", "resealed"],
)
def test_a_reordering_is_found(kept: Store, url: str, tamper: Tamper, expected: tuple[str, int, int]) -> None:
    with behind(url) as connection:
        tamper(connection)
    assert expected in found(kept)


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        (insert(LAST + 1), {("seal", 8, 8), ("end", 8, 8), ("present", None, None)}),
        (both(insert(LAST + 1), reseal(8, 8)), {("end", 8, 8), ("present", None, None)}),
        (both(insert(LAST + 1), reseal(8, 8, the_end=True)), {("present", None, None)}),
        (both(shift(4, LAST, 1), insert(4)), {("seal", 4, 8), ("end", 8, 8)}),
        (insert(0), {("seal", 0, 1)}),
    ],
    ids=["behind", "behind-sealed", "behind-sealed-and-listed", "between", "before"],
)
def test_an_insertion_is_found(
    kept: Store, url: str, tamper: Tamper, expected: set[tuple[str, int | None, int | None]]
) -> None:
    with behind(url) as connection:
        tamper(connection)
    assert expected <= set(found(kept))


def cut_and_written_anew(connection: Connection) -> None:
    """The last entry replaced by one that says something else, with its seal and what stands made to fit."""
    kept = row(connection, LAST)
    sql(f"DELETE FROM record WHERE number = {LAST}")(connection)
    insert(LAST, "KOM-04")(connection)
    change(LAST, after={**kept["after"], "remaining": 2}, before={}, why="")(connection)
    reseal(LAST, LAST)(connection)
    data = '{"status":"done","remaining":2}'
    sql(f"UPDATE present SET data = '{data}' WHERE subject = 'KOM-04'")(connection)


def test_an_end_cut_off_and_written_anew_is_found(kept: Store, url: str) -> None:
    with behind(url) as connection:
        cut_and_written_anew(connection)
    assert ("end", LAST, LAST) in found(kept)


def test_an_end_written_anew_without_a_trace_is_found_by_who_kept_a_copy(kept: Store, url: str) -> None:
    (before,) = kept.audit()
    witness = {PLAN: {LAST: before.seal}}
    with behind(url) as connection:
        why = "ditulis ulang"
        both(change(LAST, why=why), reseal(LAST, LAST, the_end=True))(connection)
    assert found(kept) == []
    (audited,) = kept.audit(PLAN, witness)
    assert [(finding.fault, finding.first) for finding in audited.findings] == [("witness", LAST)]


def test_a_copy_of_a_sound_record_speaks_for_it(kept: Store) -> None:
    witness = {PLAN: {1: kept.lines(PLAN)[0][-66:-2]}}
    assert kept.audit(witness=witness)[0].findings == ()


def test_a_plan_that_was_removed_whole_is_missed_by_who_kept_a_copy(kept: Store) -> None:
    (audited,) = kept.audit("lain", {"lain": {1: EMPTY_SEAL, 2: EMPTY_SEAL}})
    (finding,) = audited.findings
    assert (audited.entries, audited.seal) == (0, GENESIS)
    assert finding.message == "Catatan nomor 1 sampai 2 berbeda dari salinan saksi, atau sudah tidak ada."


def test_a_plan_taken_away_with_all_its_rows_is_missed_only_by_who_kept_a_copy(kept: Store, url: str) -> None:
    (before,) = kept.audit()
    with behind(url) as connection:
        sql("DELETE FROM present", "DELETE FROM record", "DELETE FROM plan")(connection)
    assert kept.audit() == []
    (audited,) = kept.audit(witness={PLAN: {LAST: before.seal}})
    assert [(finding.fault, finding.first) for finding in audited.findings] == [("witness", LAST)]


@pytest.mark.parametrize(
    "tamper",
    [
        sql("""UPDATE present SET data = '{"note":"lain"}' WHERE subject = 'KOM-02'"""),
        sql("UPDATE present SET revision = 9 WHERE subject = 'KOM-02'"),
        sql("UPDATE present SET last_actor = 'Orang lain' WHERE subject = 'KOM-02'"),
        sql("UPDATE present SET last_recorded_at = '2024-01-01 00:00:00' WHERE subject = 'KOM-02'"),
        sql("DELETE FROM present WHERE subject = 'KOM-02'"),
        sql(
            "INSERT INTO present (plan_id, kind, subject, revision, data, last_actor, last_recorded_at) "
            "SELECT plan_id, kind, 'KOM-98', revision, data, last_actor, last_recorded_at FROM present "
            "WHERE subject = 'KOM-02'"
        ),
    ],
    ids=["data", "revision", "actor", "moment", "removed", "added"],
)
def test_what_stands_must_be_what_the_record_tells(kept: Store, url: str, tamper: Tamper) -> None:
    with behind(url) as connection:
        tamper(connection)
    assert found(kept) == [("present", None, None)]


def test_true_in_the_place_of_one_is_found_too(kept: Store, url: str) -> None:
    with behind(url) as connection:
        data = """'{"name":"BPJS","wave":true}'"""
        sql(f"UPDATE present SET data = {data} WHERE subject = 'bpjs'")(connection)
    assert ("present", None, None) in found(kept)


@pytest.mark.parametrize(
    "tamper",
    [
        sql("UPDATE record SET kind = 'lain' WHERE number = 3"),
        sql("UPDATE record SET after = '[1]' WHERE number = 3"),
    ],
    ids=["kind", "shape"],
)
def test_an_entry_that_can_be_no_entry_is_named(kept: Store, url: str, tamper: Tamper) -> None:
    with behind(url) as connection:
        tamper(connection)
    assert ("unreadable", 3, 3) in found(kept)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET after = '{' WHERE number = 3",
        "UPDATE record SET effective_on = 'kemarin' WHERE number = 3",
        "UPDATE record SET effective_on = 5 WHERE number = 3",
        "UPDATE record SET why = x'00ff' WHERE number = 3",
        "UPDATE record SET after = '{\"remaining\":NaN}' WHERE number = 3",
    ],
)
def test_what_sqlite_lets_into_a_row_is_found(sqlite_store: Store, file: Path, statement: str) -> None:
    for note in ("a", "b", "c"):
        write(sqlite_store, tick("KOM-01", note=note))
    with behind(f"sqlite:///{file}") as connection:
        sql(statement)(connection)
    assert ("unreadable", 3, 3) in found(sqlite_store)


def test_what_stands_unreadably_is_found(sqlite_store: Store, file: Path) -> None:
    with behind(f"sqlite:///{file}") as connection:
        sql("UPDATE present SET data = '{'")(connection)
    (audited,) = sqlite_store.audit()
    assert [f.message for f in audited.findings] == [
        "Keadaan sekarang tidak dapat dibaca: isinya diubah di luar aplikasi."
    ]


def test_entries_of_a_plan_that_was_taken_off_the_list_are_found(sqlite_store: Store, file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("DELETE FROM plan")
    connection.commit()
    connection.close()
    assert found(sqlite_store) == [("plan", None, None)]


def test_each_finding_is_a_sentence(kept: Store, url: str) -> None:
    with behind(url) as connection:
        both(
            sql("DELETE FROM record WHERE number = 2", "DELETE FROM present WHERE subject = 'bpjs'"),
            change(4, why="lain"),
        )(connection)
    (audited,) = kept.audit()
    assert [finding.message for finding in audited.findings] == [
        "Catatan nomor 2 tidak ada: dihapus di luar aplikasi.",
        "Catatan nomor 4 tidak cocok dengan segelnya: isinya atau catatan tepat sebelumnya diubah, ditukar, "
        "disisipkan, atau dihapus di luar aplikasi.",
        "Catatan nomor 4 tidak urut dengan catatan kegiatan 'KOM-01' sebelumnya.",
        "Keadaan instansi 'bpjs' sekarang berbeda dari catatannya: diubah di luar aplikasi.",
    ]


def test_every_kind_of_subject_is_told_in_indonesian() -> None:
    assert set(KINDS) == set(get_args(SubjectKind))
