"""The address of a database: read, shown without its password, made from a file and back."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from planner.storage import problems

_KNOWN = ("sqlite", "postgresql")


def parse(url: str) -> URL:
    """The address in its parts. Raises StorageProblem where it cannot be read or names no lasting place."""
    try:
        parts = make_url(url)
        backend = parts.get_dialect().name
    except (ArgumentError, ValueError) as error:
        raise problems.bad_address(_without_password(url)) from error
    if backend not in _KNOWN:
        raise problems.unsupported(shown(parts), backend)
    if backend == "sqlite" and parts.database in (None, "", ":memory:"):
        raise problems.in_memory(url)
    return parts


def shown(url: URL) -> str:
    """The address as a person may see it: a file's path, or the address without its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def _without_password(address: str) -> str:
    """An address that nobody could read, without any part of it that could be a password."""
    kind, mark, rest = address.partition("://") if "://" in address else ("", "", address)
    hidden, at, place = rest.rpartition("@")
    unclear = not at and not place.startswith("/") and ":" in place
    return f"{kind}{mark}{'***' if hidden or unclear else ''}{at}{'' if unclear else place}"


def file_url(path: Path) -> str:
    """The address of a database in one file."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def file_of(url: URL) -> Path | None:
    """The file a database lives in; None where a server keeps it."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None
