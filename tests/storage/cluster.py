"""A PostgreSQL of the tests' own: a cluster in a temporary folder, reached by a socket in that folder."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

QUICK = {"listen_addresses": "", "fsync": "off", "full_page_writes": "off", "max_connections": "120"}
OTHER_USERS = ("postgres", "nobody")
WATCH = """
import os, shutil, signal, sys, time
server, folder = int(sys.argv[1]), sys.argv[2]
sys.stdin.read()
os.kill(server, signal.SIGINT)
for _ in range(100):
    time.sleep(0.1)
    if not os.path.exists(os.path.join(folder, "data", "postmaster.pid")):
        break
shutil.rmtree(folder, ignore_errors=True)
"""
"""Stops the server when the tests ended without doing so: their end of the pipe is then closed."""


class Cluster:
    """A running server. Every test worker starts one, so that no port and no folder is shared."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def url(self, database: str) -> str:
        """Address of a database, as ``MPP_DATABASE_URL`` has it."""
        return f"postgresql://postgres@/{database}?host={self._folder}"

    def connect(self, database: str = "postgres") -> psycopg.Connection[Any]:
        """A connection past the program, where every statement stands at once."""
        return psycopg.connect(f"host={self._folder} user=postgres dbname={database}", autocommit=True)

    def create(self, database: str) -> str:
        """Make an empty database and return its address."""
        with self.connect() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
        return self.url(database)

    def empty(self, database: str) -> None:
        """Take everything out of the tables of a database, guards or not."""
        with self.connect(database) as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute(
                "TRUNCATE present, record, plan, account, account_session, account_lock, account_log"
            )


@contextmanager
def running(programs: Path) -> Iterator[Cluster]:
    """A cluster, made and started now; stopped by its own process id and removed at the end.

    Why another user for root: PostgreSQL refuses to run as root.
    """
    folder = Path(tempfile.mkdtemp(prefix="mpp-pg-"))
    user = _user()
    if user is not None:
        os.chown(folder, *user)
    try:
        made = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "postgres", "-A", "trust"]
        subprocess.run(
            [*made, "-E", "UTF8", "--locale=C", "-N"],
            check=True,
            stdout=subprocess.DEVNULL,
            **_as(user, folder),
        )
        with _started(programs, folder, user):
            yield Cluster(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _started(programs: Path, folder: Path, user: tuple[int, int] | None) -> Iterator[None]:
    settings = [part for name, value in QUICK.items() for part in ("-c", f"{name}={value}")]
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder), *settings]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, **_as(user, folder))
    watch = [sys.executable, "-c", WATCH, str(server.pid), str(folder)]
    watcher = subprocess.Popen(watch, stdin=subprocess.PIPE)
    try:
        _wait(server, folder)
        yield
    finally:
        watcher.kill()
        watcher.communicate()
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)


def _wait(server: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(600):
        try:
            Cluster(folder).connect().close()
        except psycopg.OperationalError:
            if server.poll() is not None:
                break
            time.sleep(0.05)
        else:
            return
    raise RuntimeError((folder / "log").read_text(encoding="utf-8", errors="replace"))


def _user() -> tuple[int, int] | None:
    """User and group to run as; None: as we are. Why the import here: Windows has no such module."""
    import pwd

    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: (entry.pw_uid, entry.pw_gid) for entry in pwd.getpwall()}
    return next(known[name] for name in OTHER_USERS if name in known)


def _as(user: tuple[int, int] | None, folder: Path) -> dict[str, Any]:
    """How to start a process: in the cluster's folder, since another user may not enter ours."""
    return {
        "cwd": folder,
        **({} if user is None else {"user": user[0], "group": user[1], "extra_groups": ()}),
    }
