"""How the screen's server is started: the one command line, for `mpp run` and for the browser tests.

A server runs in one of three modes. Local: one person on one computer, no password, reached from that
computer alone. Office: accounts of this installation. Organisation: the sign-in of a provider elsewhere.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Final, Literal, get_args

Mode = Literal["local", "office", "organisation"]

DEMO_VARIABLE: Final = "MPP_DEMO"
"""Variable that, when set, has the server load the demo plans that are not there yet."""

MODE_VARIABLE: Final = "MPP_MODE"
MODES: Final[tuple[Mode, ...]] = get_args(Mode)
MODE_NAME: Final[Mapping[Mode, str]] = {
    "local": "lokal",
    "office": "kantor",
    "organisation": "organisasi",
}

UPLOAD_VARIABLE: Final = "MPP_UPLOAD_MB"
UPLOAD_MEGABYTES: Final = 25
MOST_MEGABYTES: Final = 500

ADDRESS: Final = "127.0.0.1"
PORT: Final = 8501

_PACKAGE = Path(__file__).resolve().parent


class NotStartedError(Exception):
    """Why the server does not start, as a sentence for whoever starts it."""


def mode(env: Mapping[str, str]) -> Mode:
    """The mode that ``MPP_MODE`` names, local without; raises NotStartedError where it names none."""
    asked = env.get(MODE_VARIABLE) or "local"
    for known in MODES:
        if asked == known:
            return known
    choices = ", ".join(f"{known} ({MODE_NAME[known]})" for known in MODES)
    raise NotStartedError(f"Mode '{asked}' tidak dikenal. Isi MPP_MODE dengan salah satu dari: {choices}.")


def upload_megabytes(env: Mapping[str, str]) -> int:
    """Megabytes of the largest file that is taken, as ``MPP_UPLOAD_MB`` says; raises NotStartedError."""
    told = env.get(UPLOAD_VARIABLE) or str(UPLOAD_MEGABYTES)
    if told.isascii() and told.isdigit() and 1 <= int(told) <= MOST_MEGABYTES:
        return int(told)
    raise NotStartedError(
        f"{UPLOAD_VARIABLE} harus bilangan bulat dari 1 sampai {MOST_MEGABYTES} (megabita), bukan '{told}'."
    )


def loopback(address: str | None) -> bool:
    """Whether only this computer reaches an address; an empty one stands for every network."""
    if address == "localhost":
        return True
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False


def check_address(mode: Mode, address: str | None) -> None:
    """Raise NotStartedError where a server without passwords would be reached from other computers."""
    if mode == "local" and not loopback(address):
        where = f"alamat {address}" if address else "semua alamat komputer ini"
        raise NotStartedError(
            f"Mode lokal tidak memakai kata sandi, jadi tidak dibuka di {where}: hanya di {ADDRESS}. "
            "Untuk melayani orang lain, buat akun dengan 'mpp user add' lalu jalankan dengan --mode office."
        )


def script(package: Path = _PACKAGE) -> Path:
    """The app.py to serve: beside the package in a checkout, inside it in an installed wheel.

    Raises FileNotFoundError where it is in neither place.
    """
    for folder in (package.parent, package / "_bundled"):
        if (folder / "app.py").is_file() and (folder / ".streamlit" / "config.toml").is_file():
            return folder / "app.py"
    raise FileNotFoundError("app.py tidak ditemukan; pasang ulang Perencana MPP.")


def command(port: int = PORT, address: str = ADDRESS) -> list[str]:
    """The command that serves the screen, to be run from any folder.

    Streamlit reads `.streamlit/config.toml` beside app.py, so that nothing depends on the current folder.
    """
    options = ["--server.port", str(port), "--server.address", address]
    return [sys.executable, "-m", "streamlit", "run", str(script()), *options]


def environment(inherited: Mapping[str, str], demo: bool = True, mode: Mode = "local") -> dict[str, str]:
    """The variables for the server: those given, its mode, and whether it looks after the demo plans."""
    ours = {MODE_VARIABLE: mode} | ({DEMO_VARIABLE: "1"} if demo else {})
    return {**{name: value for name, value in inherited.items() if name != DEMO_VARIABLE}, **ours}


def url(port: int = PORT, address: str = ADDRESS) -> str:
    """Where a browser on this machine finds the screen."""
    host = ADDRESS if address in ("0.0.0.0", "::", "") else address
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
