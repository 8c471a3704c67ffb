"""Puts a YAML parser's events together as plain values, noting the line of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import yaml

from planner.catalog.problem import Problem, problem

Place = tuple[str | int, ...]
"""Where a value stands: keys and positions from the top, e.g. ("items", 3, "weight")."""

_DEPTH: Final = 40
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}


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


@dataclass
class _Open:
    """A mapping or sequence that has not ended yet; ``key`` waits for its value."""

    place: Place
    mapping: dict[str, Any] | None
    items: list[Any] = field(default_factory=list)
    key: str | None = None
    repeated: bool = False


class Builder:
    """Takes the events of one file; without recursion, so that deep nesting harms nothing.

    ``root`` is the value read, ``lines`` where each value stands, ``problems`` what was refused.
    """

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
