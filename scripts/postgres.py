"""Find the programs of a PostgreSQL server for the tests, or get them.

In this order: the folder in the variable POSTGRES_BIN, the command path, the places where Linux systems keep
them, Debian's package when the user is root. Only the programs are used: the tests make their own cluster
in a temporary folder and stop it again; one that already runs on the machine is left alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

VARIABLE = "POSTGRES_BIN"
NEEDED = ("initdb", "postgres")
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/pgsql/bin")


def find(places: tuple[str, ...] = PLACES) -> Path | None:
    """The folder of the programs that are there now, the newest where there are several, or None.

    None on Windows, whose servers have no sockets that are files.
    """
    if os.name == "nt":
        return None
    named = os.environ.get(VARIABLE)
    if named:
        return _complete(Path(named))
    on_path = shutil.which("postgres")
    if on_path and (found := _complete(Path(on_path).resolve().parent)):
        return found
    folders = (folder for place in places for folder in Path("/").glob(place.lstrip("/")))
    return max(filter(_complete, folders), key=_version, default=None)


def find_or_get() -> Path | None:
    """The folder of the programs, installed now if there were none; None where none can be had."""
    if os.environ.get(VARIABLE):
        return find()
    return find() or _from_debian()


def _complete(folder: Path) -> Path | None:
    return folder if all((folder / name).is_file() for name in NEEDED) else None


def _version(folder: Path) -> list[int]:
    digits = "".join(c if c.isdigit() else " " for c in folder.parent.name)
    return [int(part) for part in digits.split()]


def _from_debian() -> Path | None:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    print("» No PostgreSQL found; installing Debian's postgresql", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    subprocess.call(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql"], env=quiet)
    return find()


if __name__ == "__main__":
    print(find() or "")
