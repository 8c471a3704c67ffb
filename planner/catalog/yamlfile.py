"""Reads one YAML file that a person wrote: plain values, and the line each of them stands on.

Values follow YAML 1.2's core schema plus dates (``2026-11-22``): ``no``, ``on`` and ``010`` stay words.
Sequences become tuples. Anchors, aliases, tags and repeated keys are refused.

Why: PyYAML's own loader keeps no lines, lets the last of two equal keys win, and reads ``no`` as false.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import yaml

from planner.catalog.places import display_path
from planner.catalog.problem import Problem, problem

LIMIT: Final = 1024 * 1024
"""Bytes a file may have."""

Place = tuple[str | int, ...]
"""Where a value stands: keys and positions from the top, e.g. ("items", 3, "weight")."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEPTH: Final = 40

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}

_ADVICE: Final = {
    "cannot start any token": "tanda di awal nilai ini punya arti khusus (mungkin tab, @ atau `); "
    "pakai spasi untuk menjorok dan beri tanda kutip pada nilainya",
    "mapping values are not allowed": "ada titik dua di tengah nilai; beri tanda kutip pada nilainya",
    "could not find expected ':'": "ada kunci tanpa titik dua",
    "unexpected end of stream": "tanda kutip yang dibuka di sini belum ditutup",
    "while parsing a flow": "kurung [ ] atau { } belum ditutup, atau ada koma yang kurang",
    "node content": "ada tanda kurung tanpa pasangannya",
    "did not find expected": "jorokan baris ini tidak sejajar dengan baris di atasnya",
    "control characters": "hapus huruf kendali yang tidak terlihat di baris ini",
    "second document": "satu berkas memuat satu dokumen saja; hapus garis --- ini dan pindahkan isinya",
    "compound key": "kunci harus satu kata, bukan daftar atau kelompok",
    "too deep": "isinya bersarang terlalu dalam",
}
_KEYS: Final = "kelompok 'kunci: nilai'"


@dataclass(frozen=True)
class YamlFile:
    """The content of a file; ``name`` is the path as people know it, ``lines`` tells where values stand."""

    name: str
    data: Mapping[str, Any]
    lines: Mapping[Place, int]

    def line(self, *place: str | int) -> int:
        """Line of the value at ``place``, or of the nearest thing around it that is written in the file."""
        while place not in self.lines:
            place = place[:-1]
        return self.lines[place]


def read_yaml(path: Path) -> tuple[YamlFile | None, tuple[Problem, ...]]:
    """The file at ``path`` with everything that is wrong in how it is written.

    The file is None where nothing of it can be used. Never raises for what the file holds.
    """
    name = display_path(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(LIMIT + 1)
    except FileNotFoundError:
        return None, (problem(name, 1, "missing-file", name=path.name),)
    except OSError:
        return None, (problem(name, 1, "unreadable-file"),)
    if len(raw) > LIMIT:
        return None, (problem(name, 1, "too-large"),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (problem(name, raw.count(b"\n", 0, error.start) + 1, "not-utf8"),)
    return parse_yaml(name, text)


def parse_yaml(name: str, text: str) -> tuple[YamlFile | None, tuple[Problem, ...]]:
    """As `read_yaml`, for a text already read."""
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        return None, (*builder.problems, _syntax(name, text, error))
    if builder.root is None:
        return None, (*builder.problems, problem(name, 1, "empty-file"))
    if not isinstance(builder.root, dict):
        line = builder.lines[()]
        found = problem(
            name, line, "wrong-type", key="isi", place="berkas", expected=_KEYS, found="nilai lain"
        )
        return None, (*builder.problems, found)
    file = YamlFile(name, MappingProxyType(builder.root), MappingProxyType(builder.lines))
    return file, tuple(builder.problems)


def plain(text: str) -> Any:
    """The value of an unquoted word: number, date, true, false, nothing, or else the word itself."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def _syntax(name: str, text: str, error: yaml.YAMLError) -> Problem:
    said = str(error)
    begun = "unexpected end of stream" in said or "while parsing a flow" in said
    mark = getattr(error, "context_mark" if begun else "problem_mark", None)
    position = getattr(error, "position", 0)
    line = mark.line + 1 if mark else text.encode()[:position].count(b"\n") + 1
    general = "periksa jorokan, titik dua dan tanda kutip"
    advice = next((advice for sign, advice in _ADVICE.items() if sign in said), general)
    return problem(name, line, "yaml-syntax", advice=advice)


@dataclass
class _Open:
    """A mapping or sequence that has not ended yet; ``key`` waits for its value."""

    place: Place
    mapping: dict[str, Any] | None
    items: list[Any] = field(default_factory=list)
    key: str | None = None
    repeated: bool = False


class _Builder:
    """Puts the parser's events together; without recursion, so that deep nesting harms nothing."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Any = None
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Use the parser's next event; raises MarkedYAMLError where the text is no plain YAML document."""
        match event:
            case yaml.ScalarEvent():
                self._refuse(event)
                if self._awaits_key():
                    self._key(event.value, event)
                else:
                    self._add(plain(event.value) if event.implicit[0] else event.value, event)
            case yaml.AliasEvent():
                self._report(event, "anchor", name=f"*{event.anchor}")
                if self._awaits_key():
                    self._key(f"*{event.anchor}", event)
                else:
                    self._add(None, event)
            case yaml.CollectionStartEvent():
                self._refuse(event)
                self._start(event)
            case yaml.CollectionEndEvent():
                done = self._open.pop()
                self._put(tuple(done.items) if done.mapping is None else done.mapping)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise _unreadable("second document", event)

    def _awaits_key(self) -> bool:
        return bool(self._open) and self._open[-1].mapping is not None and self._open[-1].key is None

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if self._awaits_key():
            raise _unreadable("compound key", event)
        if len(self._open) == _DEPTH:
            raise _unreadable("too deep", event)
        mapping: dict[str, Any] | None = {} if isinstance(event, yaml.MappingStartEvent) else None
        self._open.append(_Open(self._place(event), mapping))

    def _key(self, key: str, event: yaml.Event) -> None:
        top = self._open[-1]
        top.key = key
        top.repeated = key in (top.mapping or {})
        if top.repeated:
            self._report(event, "duplicate-key", key=key, first=self.lines[(*top.place, key)])
        else:
            self.lines[(*top.place, key)] = _line(event)

    def _place(self, event: yaml.Event) -> Place:
        """Where the value that begins here stands; a repeated key's value stands where nobody looks."""
        if not self._open:
            place: Place = ()
        elif (top := self._open[-1]).key is None:
            place = (*top.place, len(top.items))
        else:
            return (*top.place, top.key, "") if top.repeated else (*top.place, top.key)
        self.lines[place] = _line(event)
        return place

    def _add(self, value: Any, event: yaml.Event) -> None:
        self._place(event)
        self._put(value)

    def _put(self, value: Any) -> None:
        if not self._open:
            self.root = value
            return
        top = self._open[-1]
        if top.mapping is None:
            top.items.append(value)
            return
        if top.key is not None and not top.repeated:
            top.mapping[top.key] = value
        top.key = None

    def _refuse(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._report(event, "anchor", name=f"&{event.anchor}")
        if event.tag is not None:
            self._report(event, "unsafe-tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _report(self, event: yaml.Event, code: str, **values: Any) -> None:
        self.problems.append(problem(self.name, _line(event), code, **values))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _unreadable(what: str, event: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=what, problem_mark=event.start_mark)
