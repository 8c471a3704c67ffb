"""Set up and run every check and test: what `make test` does.

`python3 scripts/test.py` (Windows: `py scripts\\test.py`). One part alone: `check` (style, types, imports),
`unit`, `browser`, `bench`, `screenshots`. Exit code 0 when all that could run has passed, 1 otherwise. Where
no browser or no PostgreSQL can be had, the last lines say which tests did not run; `.ci/run` then fails.
Where the service that knows vulnerable packages cannot be reached, the summary says so; that is no failure.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import audit
import browser
import postgres
from setup import ROOT, ensure, tool

NO_BROWSER: Final = (
    "The browser tests did not run: no Chromium or Chrome was found and none could be installed "
    "(set CHROMIUM to the path of one)."
)
NO_POSTGRES: Final = (
    "The PostgreSQL tests did not run: no PostgreSQL was found and none could be installed "
    "(set POSTGRES_BIN to the folder of its programs)."
)
COVERED: Final = "planner/domain/*,planner/catalog/*"
CORE: Final = ("tests/domain", "tests/catalog", "tests/conformance")
"""The tests that hold the core, whose coverage is judged; counting lines makes the others half as fast."""


@dataclass
class Run:
    """What has been run so far: one line of summary each, and whether all passed."""

    lines: list[str] = field(default_factory=list)
    failed: bool = False

    def step(self, name: str, *command: str, **variables: str) -> None:
        """Run one command from the repository's root, show its output and remember its closing line."""
        print(f"\n» {name}: {' '.join(command)}", flush=True)
        began = time.monotonic()
        program = [str(tool(command[0])), *command[1:]]
        process = subprocess.Popen(
            program,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "COLUMNS": "110", **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        closing = ""
        for line in process.stdout or ():
            print(line, end="", flush=True)
            closing = line.strip(" =\n") or closing
        code = process.wait()
        self.failed = self.failed or code != 0
        verdict = "ok    " if code == 0 else "FAILED"
        self.lines.append(f"  {verdict} {name:<22} {time.monotonic() - began:6.1f} s   {closing}")

    def audited(self, name: str, verdict: audit.Verdict) -> None:
        """Remember what came of an audit that ran beside the other steps."""
        print(f"\n» {name}: {verdict.told}", flush=True)
        self.failed = self.failed or verdict.failed
        mark = "FAILED" if verdict.failed else "ok    " if verdict.ran else "-     "
        self.lines.append(f"  {mark} {name:<22} {'':8}   {verdict.told}")

    def summary(self) -> None:
        """Print one line for each step, then the verdict."""
        print("\n" + "\n".join(self.lines))
        print("Some checks or tests failed." if self.failed else "All checks and tests that ran have passed.")


def check(run: Run) -> None:
    """Style, types, who may import whom; beside them, whether a package is known to be vulnerable."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        asked = beside.submit(audit.audit, [str(tool("pip-audit"))], ROOT / "constraints.txt")
        run.step("ruff", "ruff", "check", ".")
        run.step("ruff format", "ruff", "format", "--check", ".")
        run.step("mypy --strict", "mypy")
        run.step("import contracts", "lint-imports")
        run.audited("dependency audit", asked.result())


def unit(run: Run) -> bool:
    """Everything that needs no browser, with the coverage of the core held at 100 % by its own tests.

    False when there is no PostgreSQL; its tests are then skipped.
    """
    found = postgres.find_or_get()
    run.step("tests of the core", "pytest", "-q", "-n", "2", *CORE, "--cov", "--cov-report=")
    run.step("coverage of the core", "coverage", "report", f"--include={COVERED}", "--fail-under=100")
    others = [f"--ignore={folder}" for folder in (*CORE, "tests/e2e")]
    run.step("other tests", "pytest", "-q", "-n", "2", *others, **_known(found))
    return found is not None


def _known(programs: Path | None) -> dict[str, str]:
    return {} if programs is None else {postgres.VARIABLE: str(programs)}


def in_browser(run: Run, *options: str) -> bool:
    """The real-browser tests; False when there is no browser to run them in."""
    found = browser.find_or_get(str(tool("python")))
    if found is None:
        return False
    run.step(
        "browser tests",
        "pytest",
        "-q",
        "-n",
        "2",
        "--dist",
        "loadfile",
        "tests/e2e",
        *options,
        CHROMIUM=found,
    )
    return True


def bench(run: Run) -> None:
    """The benchmarks, measured and printed, never judged."""
    found = browser.find_or_get(str(tool("python")))
    known = {"CHROMIUM": found} if found else {}
    known |= _known(postgres.find_or_get())
    run.step("benchmarks", "pytest", "-q", "tests/benchmarks", "--benchmark-enable", **known)


def main(parts: list[str]) -> int:
    """Run the named parts, or all but the benchmarks when none is named; return the exit code."""
    ensure(dev=True)
    run = Run()
    browsed = stored = True
    for part in parts or ["check", "unit", "browser"]:
        if part == "check":
            check(run)
        elif part == "unit":
            stored = unit(run)
        elif part == "browser":
            browsed = in_browser(run)
        elif part == "screenshots":
            browsed = in_browser(run, "-k", "nothing_is_wrong_with_the_page")
        elif part == "bench":
            bench(run)
        else:
            raise SystemExit(f"Unknown part {part!r}; one of: check, unit, browser, bench, screenshots.")
    run.summary()
    if not stored:
        print(NO_POSTGRES)
    if not browsed:
        print(NO_BROWSER)
    return 1 if run.failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
