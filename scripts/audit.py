"""Ask whether anything in `constraints.txt` is known to be vulnerable.

pip-audit sends the names and versions of that file, and nothing else, to the OSV service. Where the service
cannot be reached the audit did not run, which is said and is no failure: an office may work offline.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

WITHIN_S: Final = 60.0
OPTIONS: Final = (
    *("--no-deps", "--disable-pip", "--vulnerability-service", "osv", "--timeout", "10"),
    *("--format", "json", "--desc", "off", "--progress-spinner", "off"),
)
"""Why --disable-pip: the file names every version, so that no package index has to be asked."""


@dataclass(frozen=True)
class Verdict:
    """What came of the audit: one sentence, and whether it is a reason to fail or did not run at all."""

    told: str
    failed: bool = False
    ran: bool = True


def audit(program: Sequence[str], listed: Path, within: float = WITHIN_S) -> Verdict:
    """Audit the versions in `listed` with pip-audit, called by `program`, in at most `within` seconds."""
    asked = [*program, "--requirement", str(listed), *OPTIONS]
    try:
        ended = subprocess.run(asked, capture_output=True, text=True, timeout=within, check=False)
    except subprocess.TimeoutExpired:
        return _not_run(f"no answer within {within:.0f} s")
    except OSError as error:
        return _not_run(str(error))
    try:
        answer = json.loads(ended.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return _not_run((ended.stderr.strip().splitlines() or ["pip-audit said nothing"])[-1])
    return _judged(answer)


def _judged(answer: list[dict[str, Any]]) -> Verdict:
    skipped = [f"{one['name']}: {one['skip_reason']}" for one in answer if "skip_reason" in one]
    if skipped or not answer:
        return _not_run("; ".join(skipped) or "no package was looked at")
    known = [_known(one, weakness) for one in answer for weakness in one["vulns"]]
    if known:
        return Verdict(f"known vulnerabilities: {'; '.join(known)}", failed=True)
    return Verdict(f"no known vulnerability in {len(answer)} packages")


def _known(package: dict[str, Any], weakness: dict[str, Any]) -> str:
    fixed = ", ".join(weakness["fix_versions"])
    remedy = f"fixed in {fixed}" if fixed else "no fixed version yet"
    return f"{package['name']} {package['version']}: {weakness['id']} ({remedy})"


def _not_run(why: str) -> Verdict:
    return Verdict(f"dependency audit not run: {why}", ran=False)
