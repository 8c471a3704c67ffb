"""The audit of dependencies: what it finds, what it says where it could not ask, what it sends."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts import audit

ROOT = Path(__file__).parents[2]
SAYS = """
import sys
open(sys.argv[1], "w").write("\\n".join(sys.argv[4:]))
print(sys.argv[2])
print(sys.argv[3], file=sys.stderr)
raise SystemExit(1)
"""
SLEEPS = "import time; time.sleep(30)"
SOUND = {"name": "starlette", "version": "1.10.0", "vulns": []}
WEAK = {"id": "GHSA-1234", "fix_versions": ["2.5.1"], "aliases": []}


class Asked:
    """A program in the place of pip-audit that answers as told and keeps what it was asked."""

    def __init__(self, folder: Path) -> None:
        """Keep what was asked in `folder`; ask about two packages."""
        self.heard = folder / "heard.txt"
        self.listed = folder / "constraints.txt"
        self.listed.write_text("starlette==1.10.0\njinja2==2.5.0\n", encoding="utf-8")

    def about(self, answer: str, complaint: str = "") -> audit.Verdict:
        """The verdict where pip-audit prints `answer`, complains of `complaint` and ends with 1."""
        program = [sys.executable, "-c", SAYS, str(self.heard), answer, complaint]
        return audit.audit(program, self.listed)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """A service that needs no network."""
    return Asked(tmp_path)


def packages(*found: dict[str, Any]) -> str:
    """What pip-audit prints about packages."""
    return json.dumps({"dependencies": list(found), "fixes": []})


def test_packages_without_a_known_weakness_pass(asked: Asked) -> None:
    verdict = asked.about(packages(SOUND, {**SOUND, "name": "jinja2"}))
    assert verdict == audit.Verdict("no known vulnerability in 2 packages")
    assert not verdict.failed


def test_a_known_weakness_fails_and_is_named_with_its_remedy(asked: Asked) -> None:
    weak = {"name": "jinja2", "version": "2.5.0", "vulns": [WEAK, {**WEAK, "fix_versions": []}]}
    verdict = asked.about(packages(SOUND, weak), "Found 2 known vulnerabilities in 1 package")
    assert verdict.failed
    assert "jinja2 2.5.0: GHSA-1234 (fixed in 2.5.1)" in verdict.told
    assert "jinja2 2.5.0: GHSA-1234 (no fixed version yet)" in verdict.told


@pytest.mark.parametrize("answer", ["", "<html>proxy</html>", "[]", "{}"])
def test_where_the_service_does_not_answer_that_is_said_and_nothing_fails(asked: Asked, answer: str) -> None:
    verdict = asked.about(answer, "Traceback\nConnectionError: no route to the service")
    assert verdict.told == "dependency audit not run: ConnectionError: no route to the service"
    assert (verdict.failed, verdict.ran) == (False, False)


def test_a_package_that_was_left_out_is_not_called_sound(asked: Asked) -> None:
    verdict = asked.about(packages(SOUND, {"name": "jinja2", "skip_reason": "has no version"}))
    assert verdict == audit.Verdict("dependency audit not run: jinja2: has no version", ran=False)


def test_an_audit_of_nothing_is_not_called_sound(asked: Asked) -> None:
    assert not asked.about(packages()).ran


def test_a_service_that_does_not_come_to_an_end_is_left_after_a_while(asked: Asked) -> None:
    verdict = audit.audit([sys.executable, "-c", SLEEPS], asked.listed, within=0.5)
    assert verdict.told.startswith("dependency audit not run: no answer within")
    assert audit.WITHIN_S <= 60


def test_a_program_that_is_not_there_is_no_failure(asked: Asked, tmp_path: Path) -> None:
    assert not audit.audit([str(tmp_path / "none")], asked.listed).ran


def test_only_the_file_of_versions_is_told_and_no_package_index_is_asked(asked: Asked) -> None:
    asked.about(packages(SOUND))
    heard = asked.heard.read_text(encoding="utf-8").splitlines()
    assert heard == ["--requirement", str(asked.listed), *audit.OPTIONS]
    assert {"--disable-pip", "--no-deps", "osv"} <= set(heard)


@pytest.fixture
def testing(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What scripts/test.py defines, with set-up and the running of commands taken out."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    names = runpy.run_path(str(ROOT / "scripts" / "test.py"), run_name="scripts_test")
    names["main"].__globals__["ensure"] = lambda dev: None
    monkeypatch.setattr(names["Run"], "step", lambda *told, **variables: None)
    return names


@pytest.mark.parametrize(("failed", "ran", "code"), [(True, True, 1), (False, False, 0), (False, True, 0)])
def test_the_summary_of_the_checks_tells_the_verdict_and_fails_only_for_a_weakness(
    testing: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    failed: bool,
    ran: bool,
    code: int,
) -> None:
    verdict = audit.Verdict("what was found", failed, ran)
    monkeypatch.setattr(testing["audit"], "audit", lambda program, listed: verdict)
    assert testing["main"](["check"]) == code
    assert "dependency audit" in capsys.readouterr().out.splitlines()[-2]
