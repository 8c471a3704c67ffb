"""What is under version control could be published: no addresses of registries, no machine's paths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.health.sources import ROOT, tracked

FILES = tracked()
TEXTS = [path for path in FILES if path.suffix not in {".png", ".woff2", ".pdf", ".docx", ".xlsx", ".ico"}]
REGISTRY = re.compile(
    "|".join(
        ("py" + r"pi\.org", "python" + r"hosted", "npm" + r"js\.(org|com)", "--(extra-)?" + "index-url ")
    )
)
MACHINE = re.compile(
    "|".join(rf"(?<![\w.:/~-])/{name}/" for name in ("work", "root", "home", "tmp", "opt", "Users"))
)
UNFINISHED = re.compile(r"\b(" + "TO" + "DO|FIX" + r"ME)\b")
PIN = re.compile(r"[a-z0-9][a-z0-9._-]*==[A-Za-z0-9.+!]+( ; .+)?")


def told(pattern: re.Pattern[str], path: Path) -> list[str]:
    """Lines of a file in which the pattern is found, numbered."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [f"{number}: {line.strip()}" for number, line in enumerate(lines, 1) if pattern.search(line)]


def test_the_files_of_the_project_are_found() -> None:
    assert {ROOT / "pyproject.toml", ROOT / "app.py", ROOT / "planner" / "launch.py"} <= set(TEXTS)


@pytest.mark.parametrize(
    "pattern", [REGISTRY, MACHINE, UNFINISHED], ids=["registry", "machine", "unfinished"]
)
def test_no_file_names_a_registry_a_machine_or_something_left_to_do(pattern: re.Pattern[str]) -> None:
    found = {path.relative_to(ROOT).as_posix(): told(pattern, path) for path in TEXTS}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_the_check_itself_sees_what_it_forbids() -> None:
    assert REGISTRY.search("see https://py" + "pi.org/simple")
    assert MACHINE.search("open /" + "home/someone/file")
    assert not MACHINE.search("planner/" + "work/home")
    assert UNFINISHED.search("# TO" + "DO later")


def test_pinned_versions_are_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 50
    assert [line for line in lines if not PIN.fullmatch(line)] == []


def test_there_is_no_lock_file_full_of_addresses() -> None:
    assert {path.name for path in FILES} & {
        "uv.lock",
        "poetry.lock",
        "Pipfile.lock",
        "package-lock.json",
    } == set()
