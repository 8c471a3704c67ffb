"""The `mpp` command: exit codes, what it prints, and that its figures are those of the workspace."""

from __future__ import annotations

import json
import shutil
import signal
import socket
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from typer.testing import CliRunner, Result

from planner import cli, launch, reports, workspace
from planner.catalog.library import Library
from planner.catalog.places import resource
from planner.domain.plan import PlanSettings
from planner.domain.schedule import FundedWork
from planner.views.why import chain
from planner.workspace import Snapshot, StorageProblem, open_workspace

BROKEN = Path(__file__).parent / "broken"
DAY = date(2022, 6, 1)

Environment = Mapping[str, str]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Environment, Result]:
    """Where the demo plans are, and what loading them said."""
    folder = tmp_path_factory.mktemp("demo")
    env = {"MPP_DATABASE_URL": f"sqlite:///{folder / 'mpp.db'}", "MPP_EVIDENCE": str(folder / "evidence")}
    return env, mpp("demo", "--json", env=env)


@pytest.fixture(scope="module")
def env(demo: tuple[Environment, Result]) -> Environment:
    return demo[0]


@pytest.fixture(scope="module")
def siak(env: Environment) -> Snapshot:
    """Siak as it stood, as the workspace sees it."""
    seen = open_workspace(env).snapshot("siak", DAY)
    assert isinstance(seen, Snapshot)
    return seen


def mpp(*arguments: str, env: Environment | None = None) -> Result:
    return CliRunner().invoke(cli.app, list(arguments), env=env)


def printed(result: Result) -> Any:
    """What was printed, as JSON."""
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


# check


def test_a_clean_checklist_is_told_and_exits_0() -> None:
    for arguments in (["check"], ["check", str(BROKEN / "base")]):
        result = mpp(*arguments)
        assert (result.exit_code, result.stdout) == (0, f"{reports.CLEAN}\n")
    assert mpp("check", "--json").stdout == "[]\n"


def _misspelt(folder: Path) -> Path:
    """The small checklist with one misspelt key."""
    shutil.copytree(BROKEN / "base", folder)
    shutil.copy(BROKEN / "unknown-key" / "01-persiapan.yaml", folder)
    return folder


def test_each_problem_is_one_line_with_file_line_and_code_and_exits_1(tmp_path: Path) -> None:
    folder = _misspelt(tmp_path / "contoh")
    result = mpp("check", str(folder))
    (line,) = result.stdout.splitlines()
    assert result.exit_code == 1
    assert line.startswith(f"{folder.as_posix()}/01-persiapan.yaml:23: unknown-key: kunci 'weigth'")
    assert line.endswith("(maksudnya 'weight'?)")


def test_problems_as_json_hold_the_same_and_exit_1(tmp_path: Path) -> None:
    folder = _misspelt(tmp_path / "contoh")
    result = mpp("check", str(folder), "--json")
    (problem,) = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (problem["line"], problem["code"], problem["hint"]) == (23, "unknown-key", "maksudnya 'weight'?")
    line = "{file}:{line}: {code}: {message} ({hint})".format(**problem)
    assert mpp("check", str(folder)).stdout == f"{line}\n"


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    result = mpp("check", str(tmp_path / "tidak-ada"))
    assert result.exit_code == 1
    assert "missing-file" in result.stdout


def test_without_a_folder_every_shipped_file_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(BROKEN / "base", tmp_path / "checklists" / "baik")
    _misspelt(tmp_path / "checklists" / "rusak")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "benchmarks.yaml").write_text("daerah: [", "utf-8")
    monkeypatch.setattr(workspace, "library", lambda: Library(tmp_path / "checklists", tmp_path / "data"))
    result = mpp("check", "--json")
    assert result.exit_code == 1
    assert [Path(p["file"]).name for p in json.loads(result.stdout)] == [
        "benchmarks.yaml",
        "01-persiapan.yaml",
    ]


# demo


def test_the_demo_plans_are_loaded_once(demo: tuple[Environment, Result]) -> None:
    env, first = demo
    assert {plan: entries > 100 for plan, entries in printed(first).items()} == {
        "belitung-timur": True,
        "siak": True,
    }
    assert printed(mpp("demo", "--json", env=env)) == {"belitung-timur": 0, "siak": 0}
    again = mpp("demo", env=env)
    assert again.stdout.splitlines() == [
        "belitung-timur: sudah ada, dibiarkan",
        "siak: sudah ada, dibiarkan",
    ]


def test_what_is_loaded_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = SimpleNamespace(load_demos=lambda: {"siak": 12})
    monkeypatch.setattr(workspace, "open_workspace", lambda _: opened)
    assert mpp("demo").stdout == "siak: 12 catatan ditulis\n"


# score and schedule


def test_the_score_is_that_of_the_workspace(env: Environment, siak: Snapshot) -> None:
    found = printed(mpp("score", "siak", "--hari", DAY.isoformat(), "--json", env=env))
    ready = siak.readiness
    assert found["score"] == ready.overall.score
    assert found["work_progress"] == ready.overall.work_progress
    assert (found["plan"], found["day"], found["ready"]) == ("siak", "2022-06-01", ready.ready)
    assert (found["opened_on"], found["launch"]) == (None, siak.schedule.launch.isoformat())
    assert found["behind_target"] == siak.schedule.behind_target
    assert [(g["gate"], g["passed"], len(g["waits_for"])) for g in found["gates"]] == [
        (g.gate, g.passed, len(g.waits_for)) for g in ready.gates
    ]
    assert {s: t["score"] for s, t in found["stages"].items()} == {
        s: t.score for s, t in ready.stages.items()
    }
    assert found["operation"]["met"] == ready.operation.met
    assert found["planned"] == {"score": siak.planned.score, "work_progress": siak.planned.work_progress}
    assert found["planned_by"] == "target"


def test_the_score_in_words_tells_both_figures_the_gates_and_the_stages(
    env: Environment, siak: Snapshot
) -> None:
    result = mpp("score", "siak", "--hari", DAY.isoformat(), env=env)
    assert (result.exit_code, result.stdout) == (0, reports.score_text(siak) + "\n")
    lines = result.stdout.splitlines()
    assert "Siak" in lines[0]
    score, progress = siak.readiness.overall.score, siak.readiness.overall.work_progress
    assert score is not None
    assert progress is not None
    assert f"{score:.0%}" in lines[1]
    assert f"{progress:.0%}" in lines[2]
    assert all(line.endswith("agar target 30 Des 2022 tercapai") for line in lines[1:3])
    assert len([line for line in lines if line.startswith("Gerbang ")]) == 4
    assert [title for title in (s.title for s in siak.checklist.stages) if title not in result.stdout] == []


def test_an_opened_mall_tells_its_day(env: Environment) -> None:
    assert printed(mpp("score", "siak", "--json", env=env))["opened_on"] == "2024-03-07"


def test_the_schedule_is_that_of_the_workspace(env: Environment, siak: Snapshot) -> None:
    found = printed(mpp("schedule", "siak", "--hari", DAY.isoformat(), "--json", env=env))
    dates = siak.schedule.dates
    assert set(found["activities"]) == set(dates)
    assert {
        i: (a["early_start"], a["late_finish"], a["total_float"]) for i, a in found["activities"].items()
    } == {i: (d.early_start.isoformat(), d.late_finish.isoformat(), d.total_float) for i, d in dates.items()}
    assert found["critical_path"] == list(siak.schedule.critical_path)
    assert found["launch"] == siak.schedule.launch.isoformat()
    assert found["target"] == str(siak.schedule.target)


def test_the_schedule_in_words_lists_what_remains_before_the_launch(env: Environment, siak: Snapshot) -> None:
    result = mpp("schedule", "siak", "--hari", DAY.isoformat(), env=env)
    assert (result.exit_code, result.stdout) == (0, reports.schedule_text(siak) + "\n")
    left = [
        a.id
        for a in siak.work.activities.values()
        if not a.after_launch and siak.readiness.activities[a.id].standing not in ("met", "not_applicable")
    ]
    assert len(result.stdout.splitlines()) == len(left) + 2
    assert len(left) > 20


def test_the_schedule_tells_driving_links_what_is_nearly_critical_and_the_money_behind_the_work(
    env: Environment, siak: Snapshot
) -> None:
    found = printed(mpp("schedule", "siak", "--hari", DAY.isoformat(), "--json", env=env))
    assert found["near_critical"] == list(siak.schedule.near_critical)
    assert found["driving"] == [[k.predecessor, k.successor, k.type] for k in siak.schedule.driving]
    assert set(found["funded"]) == set(siak.schedule.funded)
    assert found["funded"]["PRM-02"] == {
        "ready": "2023-01-25",
        "waits": True,
        "window": {
            "year": 2023,
            "budget": "original",
            "available_from": "2023-02-01",
            "spend_by": "2023-12-15",
            "granted": True,
        },
        "assumed": True,
    }
    (waiting,) = [line for line in reports.schedule_text(siak).splitlines() if "menunggu APBD" in line]
    assert waiting.endswith(", menunggu APBD murni 2023, tersedia 1 Februari 2023 (asumsi)")
    assert "PRM-02" in waiting


def test_work_that_fits_into_no_budget_has_no_window(siak: Snapshot) -> None:
    lost = {"PRM-02": FundedWork(DAY, None, waits=True)}
    seen = replace(siak, schedule=replace(siak.schedule, funded=lost))
    assert reports.schedule(seen)["funded"] == {
        "PRM-02": {"ready": "2022-06-01", "waits": True, "window": None, "assumed": None}
    }


def _why(env: Environment, activity: str, *more: str) -> Result:
    return mpp("schedule", "siak", "--hari", DAY.isoformat(), "--why", activity, *more, env=env)


@pytest.mark.parametrize("activity", ["PRM-05", "gate:peresmian", "UJC-03.samsat"])
def test_why_a_date_is_what_it_is_is_told_as_on_the_screen(
    activity: str, env: Environment, siak: Snapshot
) -> None:
    told = chain(siak.checklist, siak.work, siak.state, siak.schedule, siak.days_off, activity)
    assert printed(_why(env, activity, "--json")) == {"activity": activity, "why": list(told)}
    result = _why(env, activity)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"{number}. {step}" for number, step in enumerate(told, 1)]
    assert len(told) > 1


@pytest.mark.parametrize(
    ("asked", "near"),
    [("PRM05", "PRM-05"), ("gate:peresmain", "gate:peresmian"), ("ujc-03.samsat", "UJC-03.samsat")],
)
def test_why_of_an_unknown_activity_exits_2_and_names_those_most_like_it(
    asked: str, near: str, env: Environment
) -> None:
    result = _why(env, asked)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Kegiatan '{asked}' tidak ada dalam rencana 'siak'. Yang mirip: {near}")


def test_why_of_an_activity_like_no_other_tells_where_their_ids_are(env: Environment) -> None:
    result = _why(env, "???")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Kegiatan '???' tidak ada dalam rencana 'siak'. "
        "Semua nama pendek kegiatan: 'mpp schedule siak --json'.\n"
    )


def test_a_plan_without_a_target_has_none(tmp_path: Path) -> None:
    env = {"MPP_DATABASE_URL": f"sqlite:///{tmp_path / 'mpp.db'}", "MPP_EVIDENCE": str(tmp_path)}
    settings = PlanSettings(name="Kota", regency="35.73", checklist="perpres-89-2021", start=DAY)
    open_workspace(env).create("kota-contoh", settings, actor="staf")
    for command in ("score", "schedule"):
        found = printed(mpp(command, "kota-contoh", "--json", env=env))
        assert (found["target"], found["behind_target"]) == (None, None)
        assert mpp(command, "kota-contoh", env=env).exit_code == 0


@pytest.mark.parametrize("command", ["score", "schedule"])
def test_an_unknown_plan_exits_2_and_names_those_there_are(command: str, env: Environment) -> None:
    result = mpp(command, "siaak", env=env)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Rencana 'siaak' tidak ada. Yang ada: belitung-timur, siak.\n"


def test_where_there_is_no_plan_at_all_the_way_to_one_is_told(tmp_path: Path) -> None:
    env = {"MPP_DATABASE_URL": f"sqlite:///{tmp_path / 'mpp.db'}", "MPP_EVIDENCE": str(tmp_path)}
    result = mpp("score", "siak", env=env)
    assert result.exit_code == 2
    assert "mpp demo" in result.stderr


def test_a_day_before_the_plan_exits_2(env: Environment) -> None:
    result = mpp("score", "siak", "--hari", "2019-01-01", env=env)
    assert (result.exit_code, result.stderr) == (2, "Pada 2019-01-01 rencana 'siak' belum dimulai.\n")


@pytest.mark.parametrize("day", ["besok", "2027-02-30", "31/12/2026", ""])
def test_a_day_that_is_none_exits_2(day: str, env: Environment) -> None:
    result = mpp("schedule", "siak", "--hari", day, env=env)
    assert result.exit_code == 2
    assert f"'{day}' tidak dapat dibaca" in result.stderr


def test_a_broken_checklist_exits_1_with_its_problems(
    tmp_path: Path, env: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    _misspelt(tmp_path / "perpres-89-2021")
    opened = open_workspace(env)
    opened.library = Library(tmp_path, resource("data"))
    monkeypatch.setattr(workspace, "open_workspace", lambda _: opened)
    result = mpp("score", "siak", env=env)
    assert (result.exit_code, result.stdout) == (1, "")
    assert ":23: unknown-key: " in result.stderr


@pytest.mark.parametrize("command", [["demo"], ["score", "siak"], ["schedule", "siak", "--json"]])
def test_a_database_that_cannot_be_used_exits_3_with_a_sentence(command: list[str], tmp_path: Path) -> None:
    file = tmp_path / "mpp.db"
    file.write_text("bukan basis data " * 100, "utf-8")
    result = mpp(*command, env={"MPP_DATABASE_URL": f"sqlite:///{file}"})
    assert (result.exit_code, result.stdout) == (3, "")
    assert "bukan basis data SQLite" in result.stderr


@pytest.mark.parametrize("failing", ["snapshot", "load_demos"])
def test_a_database_that_fails_later_exits_3_too(
    failing: str, env: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> Any:
        raise StorageProblem("Basis data sedang dipakai.")

    opened = open_workspace(env)
    monkeypatch.setattr(opened, failing, fails)
    monkeypatch.setattr(workspace, "open_workspace", lambda _: opened)
    command = {"snapshot": ["score", "siak"], "load_demos": ["demo"]}[failing]
    result = mpp(*command)
    assert (result.exit_code, result.stderr) == (3, "Basis data sedang dipakai.\n")


# run


class FakeServer:
    """Stands where the server would be started; `ends` is what waiting for it gives, one after the other."""

    def __init__(self, *ends: int | type[BaseException]) -> None:
        self._ends = iter(ends)
        self.command: list[str] = []
        self.env: Environment = {}
        self.terminated = False

    def __call__(self, command: list[str], env: Environment) -> FakeServer:
        self.command, self.env = command, env
        return self

    def wait(self) -> int:
        end = next(self._ends)
        if isinstance(end, int):
            return end
        raise end

    def terminate(self) -> None:
        self.terminated = True


class FakeTimer:
    """Opens no browser; remembers which address it would have opened."""

    opened: ClassVar[list[str]] = []

    def __init__(self, _seconds: float, _open: object, address: tuple[str]) -> None:
        self.daemon = False
        self._address = address

    def start(self) -> None:
        self.opened.extend(self._address)


@pytest.fixture
def handlers(monkeypatch: pytest.MonkeyPatch) -> dict[int, Any]:
    """Signal handlers that `run` asks for, which are not set; no browser is opened, no port is tried."""
    found: dict[int, Any] = {}
    monkeypatch.setattr(launch, "check_port", lambda *_: None)
    monkeypatch.setattr("planner.cli.signal.signal", found.__setitem__)
    monkeypatch.setattr("planner.cli.Timer", FakeTimer)
    monkeypatch.setattr(FakeTimer, "opened", [])
    return found


def _served(monkeypatch: pytest.MonkeyPatch, server: FakeServer) -> FakeServer:
    monkeypatch.setattr("planner.cli.subprocess.Popen", server)
    return server


def test_the_server_is_started_with_the_demo_plans_and_a_browser(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Any]
) -> None:
    server = _served(monkeypatch, FakeServer(0))
    result = mpp("run")
    assert (result.exit_code, server.command) == (0, launch.command(8501))
    assert server.env[launch.DEMO_VARIABLE] == "1"
    assert FakeTimer.opened == ["http://127.0.0.1:8501"]
    assert "http://127.0.0.1:8501" in result.stdout


def test_the_server_is_started_on_another_port_without_demo_plans_and_browser(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Any]
) -> None:
    server = _served(monkeypatch, FakeServer(0))
    result = mpp("run", "--port", "9123", "--no-demo", "--no-browser")
    assert (result.exit_code, server.command) == (0, launch.command(9123))
    assert launch.DEMO_VARIABLE not in server.env
    assert FakeTimer.opened == []


def test_an_office_is_served_at_its_address_without_demo_plans(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Any]
) -> None:
    server = _served(monkeypatch, FakeServer(0))
    result = mpp("run", "--mode", "office", "--address", "0.0.0.0", "--no-browser")
    assert (result.exit_code, server.command) == (0, launch.command(8501, "0.0.0.0"))
    assert launch.mode(server.env) == "office"
    assert launch.DEMO_VARIABLE not in server.env


def test_the_mode_of_the_environment_counts_where_none_is_given(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Any]
) -> None:
    monkeypatch.setenv("MPP_MODE", "office")
    server = _served(monkeypatch, FakeServer(0))
    assert mpp("run", "--no-browser").exit_code == 0
    assert launch.mode(server.env) == "office"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--address", "0.0.0.0"), "Mode lokal tidak memakai kata sandi"),
        (("--mode", "kantor"), "Mode 'kantor' tidak dikenal"),
        (("--mode", "organisation"), "Mode organisasi memerlukan MPP_OIDC_METADATA_URL"),
        (("--port", "0"), "Port 0 tidak ada"),
    ],
)
def test_no_server_is_said_to_be_open_where_its_mode_or_port_forbids_it(
    monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], sentence: str
) -> None:
    server = _served(monkeypatch, FakeServer(0))
    result = mpp("run", *options)
    assert (result.exit_code, result.stdout, server.command) == (2, "", [])
    assert sentence in result.stderr


def test_no_server_is_said_to_be_open_where_a_setting_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    server = _served(monkeypatch, FakeServer(0))
    result = mpp("run", env={"MPP_UPLOAD_MB": "0"})
    assert (result.exit_code, result.stdout, server.command) == (2, "", [])
    assert result.stderr.startswith("MPP_UPLOAD_MB harus bilangan bulat dari 1 sampai 500")


def test_no_server_is_said_to_be_open_where_another_program_has_the_port(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = _served(monkeypatch, FakeServer(0))
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = mpp("run", "--port", str(port))
    assert (result.exit_code, result.stdout, server.command) == (2, "", [])
    assert result.stderr.startswith(f"Port {port} di 127.0.0.1 sedang dipakai program lain")
    assert "--port" in result.stderr


def test_it_ends_as_the_server_ends(monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Any]) -> None:
    _served(monkeypatch, FakeServer(7))
    assert mpp("run").exit_code == 7


def test_being_told_to_stop_it_stops_the_server(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Any]
) -> None:
    server = _served(monkeypatch, FakeServer(0))
    mpp("run")
    assert set(handlers) == {signal.SIGTERM}
    handlers[signal.SIGTERM](signal.SIGTERM, None)
    assert server.terminated


def test_interrupted_it_waits_for_the_server_to_stop(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Any]
) -> None:
    _served(monkeypatch, FakeServer(KeyboardInterrupt, 0))
    assert mpp("run").exit_code == 0


def test_called_without_a_command_the_commands_are_told() -> None:
    result = mpp()
    assert [name for name in ("run", "check", "score", "schedule", "demo") if name not in result.output] == []


def test_called_wrongly_it_exits_2() -> None:
    assert mpp("nilai").exit_code == 2
    assert mpp("score").exit_code == 2


def test_the_installed_command_is_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["mpp", "check", str(BROKEN / "base")])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0
