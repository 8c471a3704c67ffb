"""How the screen's server is started: the one command line, for `mpp run` and for the browser tests."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

DEMO_VARIABLE: Final = "MPP_DEMO"
"""Variable that, when set, has the server load the demo plans that are not there yet."""

ADDRESS: Final = "127.0.0.1"
PORT: Final = 8501

_PACKAGE = Path(__file__).resolve().parent


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


def environment(inherited: Mapping[str, str], demo: bool = True) -> dict[str, str]:
    """The variables for the server: those given, and whether it looks after the demo plans."""
    ours = {DEMO_VARIABLE: "1"} if demo else {}
    return {**{name: value for name, value in inherited.items() if name != DEMO_VARIABLE}, **ours}


def url(port: int = PORT, address: str = ADDRESS) -> str:
    """Where a browser on this machine finds the screen."""
    host = ADDRESS if address in ("0.0.0.0", "::", "") else address
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
