"""The core knows no clock, no file, no chance and no library of the outside."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.health.sources import imported, modules

DOMAIN = modules("planner/domain")
ALLOWED_LIBRARIES = {"numpy", "pydantic", "planner"}
FORBIDDEN_STANDARD = {
    *("asyncio", "glob", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil"),
    *("socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid"),
}
CLOCK = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "perf_counter"}
FILE = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "loadtxt",
    "fromfile",
    "tofile",
    "memmap",
}
CHANCE = {"default_rng", "seed", "rand", "randn", "randint", "random", "choice", "shuffle", "SeedSequence"}


def called(tree: ast.Module) -> list[tuple[str, ast.Call]]:
    """Last names of everything a file calls, with the call."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [(ast.unparse(call.func).rsplit(".", 1)[-1], call) for call in calls]


def test_the_modules_of_the_core_are_found() -> None:
    assert {"planner/domain/checklist/parts.py", "planner/domain/readiness.py"} <= set(DOMAIN)


@pytest.mark.parametrize("path", DOMAIN)
def test_the_core_imports_only_the_standard_library_pydantic_and_numpy(path: str) -> None:
    roots = {name.split(".")[0] for name in imported(DOMAIN[path])}
    assert roots - ALLOWED_LIBRARIES <= set(sys.stdlib_module_names)
    assert roots.isdisjoint(FORBIDDEN_STANDARD)


@pytest.mark.parametrize("path", DOMAIN)
def test_the_core_imports_nothing_of_the_planner_but_itself(path: str) -> None:
    own = {name for name in imported(DOMAIN[path]) if name.split(".")[0] == "planner"}
    assert {name for name in own if not name.startswith("planner.domain")} == set()


@pytest.mark.parametrize("path", DOMAIN)
def test_the_core_asks_no_clock_and_opens_no_file(path: str) -> None:
    assert {name for name, _ in called(DOMAIN[path])} & (CLOCK | FILE) == set()


@pytest.mark.parametrize("path", DOMAIN)
def test_the_core_draws_no_chance_without_a_seed(path: str) -> None:
    unseeded = [name for name, call in called(DOMAIN[path]) if name in CHANCE and not call.args]
    assert unseeded == []


def test_the_check_itself_sees_a_clock_a_file_and_unseeded_chance() -> None:
    guilty = ast.parse("date.today(); open('x'); np.random.default_rng(); np.random.default_rng(7)")
    assert [name for name, _ in called(guilty)] == ["today", "open", "default_rng", "default_rng"]
    assert [name for name, call in called(guilty) if name in CHANCE and not call.args] == ["default_rng"]
