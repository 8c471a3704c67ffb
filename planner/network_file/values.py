"""Values of a network file, one kind each: the value, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, TypeVar

from planner.network_file.problems import FileProblem, file_problem

T = TypeVar("T")
D = TypeVar("D")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KINDS: Final[tuple[tuple[type, str], ...]] = (
    (bool, "benar/salah"),
    (int, "bilangan"),
    (float, "bilangan"),
    (str, "teks"),
    (list, "daftar"),
    (dict, "objek"),
)


class WrongValueError(Exception):
    """A value cannot be read; ``code`` and ``values`` make the sentence that tells why."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def kind_of(value: Any) -> str:
    """What a value is, in words."""
    if value == "":
        return "teks kosong"
    return next((word for kind, word in _KINDS if isinstance(value, kind)), "kosong (null)")


def name(value: Any) -> str:
    """An id or a name; a whole number counts as its digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value:
        raise WrongValueError("wrong_type", expected="teks yang tidak kosong", found=kind_of(value))
    return value


def whole(value: Any) -> int:
    """A number of days; 5.0 is 5."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongValueError("wrong_type", expected="bilangan bulat", found=kind_of(value))
    if isinstance(value, float) and not value.is_integer():
        raise WrongValueError("not_whole", found=str(value))
    return int(value)


def day(value: Any) -> date:
    """A date as year-month-day."""
    if not isinstance(value, str):
        raise WrongValueError("wrong_type", expected="tanggal seperti 2026-06-01", found=kind_of(value))
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        raise WrongValueError("bad_date", found=value) from None


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise WrongValueError("wrong_type", expected="true atau false", found=kind_of(value))
    return value


def work_day(value: Any) -> int:
    """A day of the week, 1 (Monday) to 7 (Sunday)."""
    found = whole(value)
    if not 1 <= found <= 7:
        raise WrongValueError("bad_work_day", found=str(value))
    return found


def choice(code: str, choices: Mapping[str, T]) -> Callable[[Any], T]:
    """Reader of one of the words in ``choices``; any other is the problem ``code``."""

    def read(value: Any) -> T:
        if not isinstance(value, str):
            raise WrongValueError("wrong_type", expected="teks", found=kind_of(value))
        if value not in choices:
            raise WrongValueError(code, found=f"'{value}'", choices=", ".join(choices))
        return choices[value]

    return read


class Fields:
    """The keys of one object in the file, read one by one; what is wrong is added to ``problems``.

    ``place`` says in words which object it is, ``ids`` whom a problem concerns. A key that may be missing may
    also be null.
    """

    def __init__(
        self, value: Any, place: str, known: tuple[str, ...], problems: list[FileProblem], *ids: str
    ) -> None:
        self.place, self.ids, self.problems = place, ids, problems
        self.values: dict[str, Any] = {}
        self.is_object = isinstance(value, dict)
        if not isinstance(value, dict):
            self._add("wrong_type", what="Isi", expected="objek", found=kind_of(value))
            return
        self.values = {key: inner for key, inner in value.items() if inner is not None}
        for key in sorted(value.keys() - set(known)):
            self._add("unknown_key", key=key, known=", ".join(known))

    def need(self, *keys: str) -> None:
        """Add a problem for each of ``keys`` that an object lacks."""
        for key in keys:
            if self.is_object and key not in self.values:
                self._add("missing_key", key=key)

    def get(self, key: str, read: Callable[[Any], T], default: D) -> T | D:
        """The value of ``key``, ``default`` where it is missing or cannot be read."""
        return self._read(key, read, self.values[key], default) if key in self.values else default

    def each(self, key: str, read: Callable[[Any], T]) -> list[T]:
        """The values of the list ``key`` that can be read; none where it is missing."""
        found = [self._read(key, read, value, None) for value in self.items(key)]
        return [value for value in found if value is not None]

    def check(self, what: str, read: Callable[[Any], T], value: Any) -> None:
        """Add a problem where ``value``, which the author knows as ``what``, cannot be read."""
        try:
            read(value)
        except WrongValueError as wrong:
            self._add(wrong.code, **{"what": what} | wrong.values)

    def items(self, key: str) -> list[Any]:
        """The list ``key`` as it stands; empty where it is missing or no list."""
        return self.get(key, _of_kind(list, "daftar"), [])

    def objects(self, key: str) -> dict[str, Any]:
        """The object ``key`` as it stands; empty where it is missing or no object."""
        return self.get(key, _of_kind(dict, "objek"), {})

    def _read(self, key: str, read: Callable[[Any], T], value: Any, default: D) -> T | D:
        try:
            return read(value)
        except WrongValueError as wrong:
            self._add(wrong.code, **{"key": key, "what": f"'{key}'"} | wrong.values)
            return default

    def _add(self, code: str, **values: str) -> None:
        self.problems.append(file_problem(code, *self.ids, place=self.place, **values))


def _of_kind(kind: type[T], word: str) -> Callable[[Any], T]:
    def read(value: Any) -> T:
        if not isinstance(value, kind):
            raise WrongValueError("wrong_type", expected=word, found=kind_of(value))
        return value

    return read
