"""Where the work is kept: the address of the database."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from planner.storage import dialect, problems

VARIABLE = "MPP_DATABASE_URL"


def database_url(env: Mapping[str, str], root: Path) -> str:
    """Address from ``MPP_DATABASE_URL``, else a file under ``root``/data/local; makes the file's folder.

    Raises StorageProblem where the address cannot be read or the folder cannot be made.
    """
    url = env.get(VARIABLE, "").strip() or dialect.file_url(root / "data" / "local" / "mpp.db")
    file = dialect.file_of(dialect.parse(url))
    if file is not None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise problems.no_folder(str(file.parent)) from error
    return url
