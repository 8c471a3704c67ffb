"""How the screen's server is started: the one command line, for `mpp run` and for the browser tests.

A server runs in one of three modes. Local: one person on one computer, no password, reached from that
computer alone. Office: accounts of this installation. Organisation: the sign-in of a provider elsewhere.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from shutil import which
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

METADATA: Final = "MPP_OIDC_METADATA_URL"
CLIENT: Final = "MPP_OIDC_CLIENT_ID"
CLIENT_SECRET: Final = "MPP_OIDC_CLIENT_SECRET"
PUBLIC_URL: Final = "MPP_PUBLIC_URL"
SECRET_VARIABLE: Final = "MPP_COOKIE_SECRET"
NEEDED: Final = (METADATA, CLIENT, CLIENT_SECRET, SECRET_VARIABLE, PUBLIC_URL)
SHORTEST_SECRET: Final = 32

ADDRESS: Final = "127.0.0.1"
PORT: Final = 8501
LAST_PORT: Final = 65535

Extra = Literal["oidc", "postgres", "s3"]

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


def check_provider(env: Mapping[str, str]) -> None:
    """Raise NotStartedError where people could not sign in with the provider of an organisation."""
    missing = [name for name in NEEDED if not env.get(name)]
    if missing:
        raise NotStartedError(
            f"Mode organisasi memerlukan {', '.join(missing)}; isi dahulu, lalu jalankan lagi."
        )
    if len(env[SECRET_VARIABLE]) < SHORTEST_SECRET:
        raise NotStartedError(
            f"{SECRET_VARIABLE} terlalu pendek: isi dengan paling sedikit {SHORTEST_SECRET} huruf acak."
        )
    if find_spec("authlib") is None:
        raise NotStartedError(f"Mode organisasi memerlukan paket 'authlib'. {to_install('oidc')}")


def check_settings(mode: Mode, env: Mapping[str, str]) -> None:
    """Raise NotStartedError where a setting of the server is wrong, or one that its mode needs is missing."""
    upload_megabytes(env)
    if mode == "organisation":
        check_provider(env)


def check_port(port: int, address: str) -> None:
    """Raise NotStartedError where a server could not listen at this port of an address.

    Why an address that is in use by nobody may be taken again at once: it rests for a while after a server
    has ended, which keeps no new one from it.
    """
    if not 1 <= port <= LAST_PORT:
        raise NotStartedError(f"Port {port} tidak ada; pilih dari 1 sampai {LAST_PORT} dengan --port.")
    if address.startswith("unix://"):
        return
    try:
        _listen(port, address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise NotStartedError(
                f"Port {port} di {address} sedang dipakai program lain, mungkin Perencana MPP yang sudah "
                "terbuka. Hentikan program itu, atau pilih port lain dengan --port."
            ) from None
        if error.errno == errno.EACCES:
            raise NotStartedError(
                f"Port {port} tidak boleh dibuka oleh pengguna ini; pilih port lain dengan --port."
            ) from None
        raise NotStartedError(
            f"Alamat {address} tidak dikenal di komputer ini; pilih alamat lain dengan --address."
        ) from None


def _listen(port: int, address: str) -> None:
    found = socket.getaddrinfo(address or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, kind, protocol, _, place = found[0]
    with socket.socket(family, kind, protocol) as door:
        if os.name == "posix":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(place)


def to_install(extra: Extra) -> str:
    """What to do where the packages of an optional part of the program are not installed, as a sentence."""
    folder = Path(sys.executable).parent
    tool = "uv pip" if which("uv", path=str(folder)) else "python -m pip"
    where = Path(".venv", folder.name)
    return f'Pasang dari folder program: {where / tool} install -c constraints.txt -e ".[{extra}]"'


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
