"""A plain network in a file: its dates as JSON, and every mistake in it in a sentence."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from planner import cli
from planner.domain.network import Constraint, Link, Network, Task
from planner.domain.workdays import WorkCalendar
from planner.network_file import MESSAGES, answer, read_network

A = {"id": "A", "duration": 5}
B = {"id": "B", "duration": 3}
A_TO_B = {"from": "A", "to": "B", "type": "FS"}


def file(**more: Any) -> dict[str, Any]:
    """A file with two activities in a row from Monday 1 June 2026, changed by ``more``."""
    return {"start": "2026-06-01", "activities": [A, B], "links": [A_TO_B]} | more


def with_a(**more: Any) -> dict[str, Any]:
    return file(activities=[A | more, B])


def with_link(**more: Any) -> dict[str, Any]:
    return file(links=[A_TO_B | more])


def without(key: str, found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name != key}


def encoded(value: Any) -> bytes:
    return json.dumps(value).encode()


def test_a_network_has_its_dates_printed() -> None:
    late = {"id": "C", "duration": 2}
    found = answer(encoded(file(activities=[A, B, late])))
    assert found.solved
    assert found.printed == {
        "finish": "2026-06-10",
        "duration": 8,
        "activities": {
            "A": {
                "es": "2026-06-01",
                "ef": "2026-06-05",
                "ls": "2026-06-01",
                "lf": "2026-06-05",
                "total_float": 0,
                "free_float": 0,
                "critical": True,
            },
            "B": {
                "es": "2026-06-08",
                "ef": "2026-06-10",
                "ls": "2026-06-08",
                "lf": "2026-06-10",
                "total_float": 0,
                "free_float": 0,
                "critical": True,
            },
            "C": {
                "es": "2026-06-01",
                "ef": "2026-06-02",
                "ls": "2026-06-09",
                "lf": "2026-06-10",
                "total_float": 6,
                "free_float": 6,
                "critical": False,
            },
        },
        "driving": [["A", "B", "FS"]],
        "problems": [],
    }


def test_every_key_of_a_file_is_read() -> None:
    activity = {
        "id": "A",
        "duration": 5.0,
        "calendar": "six",
        "duration_unit": "elapsed",
        "milestone": False,
        "actual_start": "2026-06-02",
        "actual_finish": "2026-06-06",
        "remaining": 1,
        "constraint": {"type": "MFO", "date": "2026-06-09"},
    }
    waiting = {"id": 7, "milestone": True, "constraint": {"type": "ALAP"}, "remaining": None}
    found = read_network(
        encoded(
            {
                "start": "2026-06-01",
                "status_date": "2026-06-08",
                "finish_by": "2026-06-30",
                "calendars": {"six": {"work_days": [1, 2, 3, 4, 5, 6], "holidays": ["2026-06-03"]}},
                "calendar": "six",
                "activities": [activity, waiting],
                "links": [{"from": "A", "to": 7, "type": "SF", "lag": -2, "lag_unit": "elapsed"}],
            }
        )
    )
    six = WorkCalendar.week(6, [date(2026, 6, 3)])
    first = Task(
        *("A", 5, "calendar", "six"),
        actual_start=date(2026, 6, 2),
        actual_finish=date(2026, 6, 6),
        remaining=1,
        constraint=Constraint("MFO", date(2026, 6, 9)),
    )
    assert found == Network(
        date(2026, 6, 1),
        (first, Task("7", constraint=Constraint("ALAP"))),
        (Link("A", "7", "SF", -2, "calendar"),),
        {"six": six},
        six,
        status_date=date(2026, 6, 8),
        finish_by=date(2026, 6, 30),
    )


def test_without_calendars_work_runs_from_monday_to_friday_without_links_all_at_once() -> None:
    found = read_network(encoded(without("links", file())))
    tasks = Task("A", 5), Task("B", 3)
    assert found == Network(date(2026, 6, 1), tasks, default=WorkCalendar.week(5))


def test_the_duration_counts_working_days_of_the_default_calendar_from_the_start() -> None:
    six = {"six": {"work_days": [1, 2, 3, 4, 5, 6]}}
    weekend = file(start="2026-05-31", calendars=six, calendar="six")
    assert answer(encoded(weekend)).printed["duration"] == 8
    long_done = with_a(actual_finish="2026-05-29") | {"links": []}
    long_done["activities"] = long_done["activities"][:1]
    assert answer(encoded(long_done)).printed["duration"] == 0


def test_progress_out_of_sequence_is_told_beside_the_dates() -> None:
    begun = file(activities=[A, B | {"actual_start": "2026-06-01"}], status_date="2026-06-02")
    found = answer(encoded(begun))
    assert found.solved
    assert [(p["code"], p["ids"]) for p in found.printed["problems"]] == [
        ("out_of_sequence", ["A", "B", "FS"])
    ]
    assert found.printed["finish"] == "2026-06-11"


def test_recorded_dates_after_the_status_date_are_told_beside_the_dates() -> None:
    begun = A | {"actual_start": "2026-06-02", "actual_finish": "2026-06-10"}
    found = answer(encoded(file(activities=[begun, B], status_date="2026-06-02")))
    assert found.solved
    assert found.printed["activities"]["A"]["ef"] == "2026-06-10"
    assert found.printed["problems"] == [
        {
            "code": "after_status_date",
            "message": "'actual_finish' pada kegiatan 'A' (2026-06-10) melewati status_date 2026-06-02; "
            "tanggal itu tetap dipakai.",
            "ids": ["A", "2026-06-10"],
        }
    ]
    assert answer(encoded(file(activities=[begun, B]))).printed["problems"] == []


CYCLE = [A_TO_B, {"from": "B", "to": "A", "type": "SS"}]
IDLE = {"idle": {"work_days": []}}
BAD: list[tuple[Any, list[tuple[str, ...]]]] = [
    ([], [("wrong_type",)]),
    (None, [("wrong_type",)]),
    ({}, [("missing_key",), ("missing_key",)]),
    (file(activities=[], links=[]), [("empty",)]),
    (file(activities={}, links=[]), [("wrong_type",)]),
    (file(activities=["A", B], links=[]), [("wrong_type",)]),
    (file(begin=1), [("unknown_key",)]),
    (file(start="1 Juni 2026"), [("bad_date",)]),
    (file(start="2026-02-30"), [("bad_date",)]),
    (file(start="20260601"), [("bad_date",)]),
    (file(start=20260601), [("wrong_type",)]),
    (file(start=None), [("missing_key",)]),
    (file(start="9999-12-30"), [("beyond_calendar", "9999-12-30")]),
    (file(status_date=True), [("wrong_type",)]),
    (file(finish_by="0001-01-01"), [("beyond_calendar", "0001-01-01")]),
    (file(status_date="9999-12-31"), [("beyond_calendar", "9999-12-31")]),
    (file(calendars=[]), [("wrong_type",)]),
    (file(calendars={"x": 5}), [("wrong_type", "x")]),
    (file(calendars={"x": {}}), [("missing_key", "x")]),
    (
        file(calendars={"x": {"work_days": [0, "1", 8]}}),
        [("bad_work_day", "x"), ("wrong_type", "x"), ("bad_work_day", "x")],
    ),
    (
        file(calendars={"x": {"work_days": 5, "holidays": ["besok"]}}),
        [("wrong_type", "x"), ("bad_date", "x")],
    ),
    (file(calendars={"": {"work_days": []}}), [("wrong_type",)]),
    (file(calendars={"": {"work_days": [1]}}), [("wrong_type",)]),
    (file(calendars=IDLE), [("no_work_days", "idle")]),
    (file(calendars=IDLE, calendar="idle"), [("no_work_days", "idle")]),
    (file(calendar="x"), [("unknown_default_calendar", "x")]),
    (with_a(calendar="x"), [("unknown_calendar", "A", "x")]),
    (with_a(calendar=[]), [("wrong_type", "A")]),
    (with_a(id=""), [("wrong_type",)]),
    (with_a(id=True), [("wrong_type",)]),
    (file(activities=[{"duration": 1}], links=[]), [("missing_key",)]),
    (file(activities=[{"id": "A"}], links=[]), [("missing_key", "A")]),
    (file(activities=[A, A, B]), [("duplicate_id", "A")]),
    (with_a(duration=-1), [("negative_duration", "A")]),
    (with_a(remaining=-1), [("negative_duration", "A")]),
    (with_a(duration="5"), [("wrong_type", "A")]),
    (with_a(duration=True), [("wrong_type", "A")]),
    (with_a(duration=1.5), [("not_whole", "A")]),
    (with_a(duration=10**9), [("beyond_calendar", "2026-06-01")]),
    (with_a(duration_unit="hours"), [("unknown_unit", "A")]),
    (with_a(milestone="yes"), [("wrong_type", "A")]),
    (with_a(milestone=True), [("milestone_with_duration", "A")]),
    (with_a(actual_start="2026-13-01"), [("bad_date", "A")]),
    (with_a(actual_start="2026-06-05", actual_finish="2026-06-04"), [("finish_before_start", "A")]),
    (with_a(actual_start="9999-12-31"), [("beyond_calendar", "A", "9999-12-31")]),
    (with_a(constraint="ALAP"), [("wrong_type", "A")]),
    (with_a(constraint={}), [("missing_key", "A")]),
    (with_a(constraint={"type": "ASAP"}), [("unknown_constraint", "A")]),
    (with_a(constraint={"type": "MSO"}), [("constraint_without_date", "A", "MSO")]),
    (with_a(constraint={"type": "MSO", "date": "x", "day": 1}), [("unknown_key", "A"), ("bad_date", "A")]),
    (file(links=[5]), [("wrong_type",)]),
    (file(links=[{}]), [("missing_key",)] * 3),
    (with_link(type="SE"), [("unknown_type", "A", "B")]),
    (with_link(type=1), [("wrong_type", "A", "B")]),
    (with_link(lag="2"), [("wrong_type", "A", "B")]),
    (with_link(lag=0.5), [("not_whole", "A", "B")]),
    (with_link(lag_unit="weeks"), [("unknown_unit", "A", "B")]),
    (with_link(**{"from": "X"}), [("unknown_id", "X")]),
    (with_link(to="X"), [("unknown_id", "X")]),
    (with_link(to=[]), [("wrong_type", "A")]),
    (file(links=CYCLE), [("cycle", "A", "B")]),
    (with_link(to="A"), [("cycle", "A")]),
]


@pytest.mark.parametrize(("value", "problems"), BAD)
def test_a_bad_network_has_no_dates_but_all_its_problems(value: Any, problems: list[tuple[str, ...]]) -> None:
    found = answer(encoded(value))
    assert not found.solved
    assert [(p["code"], *p["ids"]) for p in found.printed["problems"]] == problems
    assert without("problems", found.printed) == {
        "finish": None,
        "duration": None,
        "activities": {},
        "driving": [],
    }


@pytest.mark.parametrize(
    ("content", "code", "ids"),
    [
        (b"", "bad_json", []),
        (b'{"start": ', "bad_json", []),
        (b'{"start": NaN}', "bad_json", []),
        (b"1" * 5_000, "bad_json", []),
        (b"[" * 200_000, "bad_json", []),
        (b"\xff\xfe", "not_utf8", []),
        (b'{"start": "\\ud800"}', "not_utf8", []),
        (b'{"start": "2026-06-01", "start": "2026-06-01", "activities": []}', "duplicate_key", ["start"]),
    ],
)
def test_what_is_no_json_is_told(content: bytes, code: str, ids: list[str]) -> None:
    problems = answer(content).printed["problems"]
    assert [(p["code"], p["ids"]) for p in problems] == [(code, ids)]


def test_a_file_may_begin_with_a_byte_order_mark() -> None:
    assert answer(b"\xef\xbb\xbf" + encoded(file())).solved


def test_every_kind_of_problem_is_met_in_these_tests() -> None:
    met = {code for _, problems in BAD for code, *_ in problems}
    told_apart = {"bad_json", "not_utf8", "duplicate_key", "out_of_sequence", "after_status_date"}
    assert met | told_apart == MESSAGES.keys()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (file(links=CYCLE), "Kegiatan-kegiatan ini saling menunggu tanpa ujung: A -> B -> A."),
        (with_a(duration="5"), "'duration' pada kegiatan 'A' harus berupa bilangan bulat, bukan teks."),
        ([], "Isi pada berkas harus berupa objek, bukan daftar."),
        (with_link(lag={}), "'lag' pada kaitan ke-1 (A -> B) harus berupa bilangan bulat, bukan objek."),
        (file(links=[None]), "Isi pada kaitan ke-1 harus berupa objek, bukan kosong (null)."),
        (
            with_a(constraint={"type": "X"}),
            "Jenis batasan 'X' pada batasan kegiatan 'A' tidak dikenal; "
            "pilihannya: SNET, FNLT, SNLT, FNET, MSO, MFO, ALAP.",
        ),
        (with_a(calendar="x"), "Kegiatan 'A' memakai kalender 'x' yang tidak ada."),
        (
            with_a(id=""),
            "'id' pada kegiatan ke-1 harus berupa teks yang tidak kosong, bukan teks kosong.",
        ),
        (
            file(calendars={"": {"work_days": []}}),
            "Nama kalender pada berkas harus berupa teks yang tidak kosong, bukan teks kosong.",
        ),
        (
            with_a(actual_start="2026-06-05", actual_finish="2026-06-04"),
            "'actual_finish' pada kegiatan 'A' (2026-06-04) mendahului 'actual_start' (2026-06-05); "
            "perbaiki salah satunya.",
        ),
        (
            with_a(constraint={"type": "SNET", "date": "9999-12-31"}),
            "Jadwal yang dihitung dari 9999-12-31 pada kegiatan 'A' keluar dari kalender mana pun "
            "(tahun 1 sampai 9999).",
        ),
        (
            file(finish_by="9999-12-31"),
            "Jadwal yang dihitung dari 9999-12-31 keluar dari kalender mana pun (tahun 1 sampai 9999).",
        ),
    ],
)
def test_a_problem_says_in_indonesian_what_is_wrong_and_where(value: Any, message: str) -> None:
    assert [p["message"] for p in answer(encoded(value)).printed["problems"]] == [message]


def test_the_documents_name_every_code() -> None:
    text = (Path(__file__).parents[1] / "docs" / "scheduling.md").read_text(encoding="utf-8")
    section = text.split("## Networks in a file")[1].split("\n## ")[0]
    assert {code for code in MESSAGES if f"`{code}`" not in section} == set()


def test_the_example_in_the_documents_is_solved() -> None:
    text = (Path(__file__).parents[1] / "docs" / "scheduling.md").read_text(encoding="utf-8")
    found = answer(text.split("```json\n")[1].split("```")[0].encode())
    assert (found.printed["problems"], found.printed["finish"]) == ([], "2026-06-12")


class TestCommand:
    def test_a_network_is_printed_and_exits_0(self, tmp_path: Path) -> None:
        path = tmp_path / "jaringan.json"
        path.write_bytes(encoded(file()))
        result = CliRunner().invoke(cli.app, ["network", "solve", str(path)])
        assert (result.exit_code, json.loads(result.stdout)) == (0, answer(encoded(file())).printed)

    def test_a_bad_network_prints_its_problems_and_exits_1(self, tmp_path: Path) -> None:
        path = tmp_path / "jaringan.json"
        path.write_bytes(encoded(file(links=CYCLE)))
        result = CliRunner().invoke(cli.app, ["network", "solve", str(path)])
        assert result.exit_code == cli.PROBLEMS
        assert [p["code"] for p in json.loads(result.stdout)["problems"]] == ["cycle"]

    def test_a_file_that_is_not_there_is_a_wrong_call(self, tmp_path: Path) -> None:
        result = CliRunner().invoke(cli.app, ["network", "solve", str(tmp_path / "tidak-ada.json")])
        assert (result.exit_code, result.stdout) == (cli.USAGE, "")
        assert "tidak dapat dibaca" in result.stderr
