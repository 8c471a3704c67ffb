"""Where the files that ship with the planner are found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def project_root(package: Path = _PACKAGE) -> Path:
    """The folder that holds ``checklists/`` and ``data/``.

    In a checkout (also installed as editable) the folder above the package; in an installed wheel the copy
    inside the package. Raises FileNotFoundError where neither is there.
    """
    candidates = (package.parent, package / "_bundled")
    for folder in candidates:
        if (folder / "checklists").is_dir() and (folder / "data").is_dir():
            return folder
    looked = " dan ".join(str(folder) for folder in candidates)
    raise FileNotFoundError(
        f"Folder checklists/ dan data/ tidak ditemukan di {looked}; pasang ulang Perencana MPP."
    )


def resource(name: str) -> Path:
    """Path of a shipped file or folder, e.g. ``data/regencies.csv``.

    Raises FileNotFoundError where it is missing.
    """
    path = project_root() / name
    if not path.exists():
        raise FileNotFoundError(f"{name} tidak ditemukan di {project_root()}; pasang ulang Perencana MPP.")
    return path


def display_path(path: Path) -> str:
    """A path as people know it: from the current folder or the project's, else as given; with ``/``."""
    full = path.parent.resolve() / path.name
    for base in (Path.cwd().resolve(), project_root()):
        if full.is_relative_to(base):
            return full.relative_to(base).as_posix()
    return path.as_posix()
