"""Set up the project's own Python environment in `.venv`, with the `mpp` command in it.

Run by `make setup`, or directly: `python3 scripts/setup.py` (Windows: `py scripts\\setup.py`); `--dev` adds
what the tests need. Uses the standard library only. Does nothing when the environment already fits
`pyproject.toml` and `constraints.txt`, so that every other command can call it first.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "mpp-setup-stamp.txt"
OLDEST_PYTHON = (3, 11)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")
WINDOWS = os.name == "nt"


def tool(name: str) -> Path:
    """The path of a command inside the environment, whether or not it is there yet."""
    return VENV / ("Scripts" if WINDOWS else "bin") / (f"{name}.exe" if WINDOWS else name)


def ensure(dev: bool = False) -> None:
    """Make `.venv` fit the project; quick when it already does.

    `dev` adds the test tools. Ends the process with one sentence when the machine lacks something that only
    its owner can supply; in Indonesian, because the people who install the planner in an office read it.
    """
    stamp = _stamp(dev)
    if _fits(stamp):
        return
    _require_python()
    _create_environment()
    requirements = _dev_requirements() if dev else []
    _install(["-e", str(ROOT), *requirements])
    STAMP.write_text("\n".join(stamp) + "\n", encoding="utf-8")


def _stamp(dev: bool) -> list[str]:
    declared = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        declared.update((ROOT / name).read_bytes())
    base = declared.hexdigest() + " " + str(ROOT)
    return [f"run {base}", f"dev {base}"] if dev else [f"run {base}"]


def _fits(stamp: list[str]) -> bool:
    if not (STAMP.is_file() and tool("python").is_file() and tool("mpp").is_file()):
        return False
    return set(stamp) <= set(STAMP.read_text(encoding="utf-8").splitlines())


def _require_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        for name in NEWER_PYTHONS:
            newer = shutil.which(name)
            if newer:
                raise SystemExit(subprocess.call([newer, *sys.argv]))
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise SystemExit(
            f"Diperlukan Python {wanted} atau lebih baru; yang ditemukan di komputer ini Python "
            f"{sys.version_info[0]}.{sys.version_info[1]}."
        )
    if not importlib.util.find_spec("venv") or not importlib.util.find_spec("ensurepip"):
        raise SystemExit(
            "Python di komputer ini belum dapat membuat lingkungan sendiri; pasang paketnya dahulu "
            "(Debian/Ubuntu: apt install python3-venv), lalu ulangi perintah ini."
        )


def _create_environment() -> None:
    if tool("python").is_file() and subprocess.call([str(tool("python")), "-c", _PYTHON_FITS]) == 0:
        return
    _step("Membuat lingkungan Python di .venv")
    made = subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made != 0:
        raise SystemExit(
            "Lingkungan .venv tidak dapat dibuat; periksa hak tulis di folder ini dan paket python3-venv "
            "(Debian/Ubuntu: apt install python3-venv)."
        )


_PYTHON_FITS = f"import sys, pip; raise SystemExit(sys.version_info < {OLDEST_PYTHON})"


def _dev_requirements() -> list[str]:
    """The `dev` group of pyproject.toml.

    Why: read here and not by `--group dev`, since the pip that comes with Python 3.11 does not know groups.
    """
    import tomllib

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [str(requirement) for requirement in declared["dependency-groups"]["dev"]]


def _install(wanted: list[str]) -> None:
    python = str(tool("python"))
    pinned = ["-c", str(ROOT / "constraints.txt"), *wanted]
    quiet_pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _step("Memasang paket yang diperlukan (sekali saja)")
    if tool("uv").is_file() or subprocess.call([*quiet_pip, "uv"]) == 0:
        if subprocess.call([str(tool("uv")), "pip", "install", "--quiet", "--python", python, *pinned]) == 0:
            return
        _step("uv tidak berhasil; mencoba lagi dengan pip")
    if subprocess.call([*quiet_pip, *pinned]) != 0:
        raise SystemExit(
            "Paket tidak dapat dipasang; sebabnya tertulis di atas (biasanya sambungan internet)."
        )


def _step(words: str) -> None:
    print(f"» {words}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--dev", action="store_true", help="also install what the tests need")
    ensure(dev=parser.parse_args().dev)
    _step(f"Siap: {tool('mpp')}")
