"""The app as a person starts it, with a database and evidence of its own, to be stopped and started again."""

from __future__ import annotations

import atexit
import contextlib
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cache
from http import HTTPStatus
from pathlib import Path

from planner.workspace import open_workspace

STARTS_WITHIN = 60.0
STOPS_WITHIN = 15.0
MPP = (sys.executable, "-c", "from planner.cli import main; main()")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@cache
def _demo_plans() -> Path:
    """An installation with the demo plans, made once for all tests of this process."""
    folder = Path(tempfile.mkdtemp(prefix="mpp-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    open_workspace(Server(folder).environment).load_demos()
    return folder


class Server:
    """One installation in `folder`: `mpp run` on a free port, as `make run` does."""

    def __init__(
        self,
        folder: Path,
        command: Sequence[str] | None = None,
        mode: str = "local",
        more: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare, without starting. `command` takes the place of `mpp run`; the port is added to it.

        `mode` is that of the server, `more` are further variables of its environment. What others write
        is not watched for unless `more` says so: tests wait for what they did themselves.
        """
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self.environment = {
            "MPP_DATABASE_URL": f"sqlite:///{(folder / 'mpp.db').as_posix()}",
            "MPP_EVIDENCE": str(folder / "evidence"),
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "MPP_MODE": mode,
            "MPP_WATCH_SECONDS": "0",
            **(more or {}),
        }
        self._command = [*(command or (*MPP, "run", "--demo", "--no-browser", "--port")), str(self.port)]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Start and wait until it answers; seconds it took. Raises RuntimeError with the log if it fails."""
        began = time.monotonic()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=self.folder,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        while not self.answers():
            waited = time.monotonic() - began
            if self._process.poll() is not None or waited > STARTS_WITHIN:
                self.stop()
                raise RuntimeError(f"the app did not start in {waited:.0f} s:\n{self.log.read_text()}")
            time.sleep(0.1)
        return time.monotonic() - began

    def furnish(self) -> None:
        """Lay the demo plans into an installation that has nothing yet, as its first start would do.

        Why: making them costs every server two seconds of work; copies of those made once cost nothing.
        """
        made = _demo_plans()
        there, here = sqlite3.connect(made / "mpp.db"), sqlite3.connect(self.folder / "mpp.db")
        with closing(there), closing(here):
            there.backup(here)
        if (made / "evidence").is_dir():
            shutil.copytree(made / "evidence", self.folder / "evidence")

    def answers(self) -> bool:
        """Whether the server says that it is well, or that one has to sign in first."""
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                return bool(answer.read() == b"ok")
        except urllib.error.HTTPError as refused:
            return refused.code == HTTPStatus.UNAUTHORIZED
        except OSError:
            return False

    def stop(self) -> None:
        """Stop it and all it started, and wait until they are gone."""
        if self._process is None:
            return
        self._signal(signal.SIGTERM)
        try:
            self._process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self._signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            self._process.wait(STOPS_WITHIN)
        self._process = None

    def restart(self) -> None:
        """Stop and start again on the same port, over the same database."""
        self.stop()
        self.start()

    def _signal(self, number: int) -> None:
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, number)
            else:
                self._process.terminate()
