"""The files of a checklist as far as each could be read, whole or in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from planner.catalog.places import display_path
from planner.catalog.problem import Problem
from planner.catalog.validation import validate
from planner.catalog.yamlfile import YamlFile, read_yaml
from planner.domain.checklist import ChecklistFile, Frozen, Instrument, Item, StageFile

M = TypeVar("M", bound=BaseModel)
W = TypeVar("W", bound=Frozen)


@dataclass(frozen=True)
class Part(Generic[W, M]):
    """One file: ``whole`` where all of it is right, else only the ``entries`` (by position) that are.

    Why entries: a slip in one item must not hide that another item names a role that is not there.
    """

    path: Path
    file: YamlFile | None
    whole: W | None
    entries: Mapping[int, M]
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """The path as people know it."""
        return display_path(self.path)

    @property
    def stem(self) -> str:
        """File name without extension and without a number in front: the stage it should hold."""
        return re.sub(r"^[0-9]{2}-", "", self.path.stem)

    def line(self, *place: str | int) -> int:
        """Line of a place in the file; 1 where the file could not be read."""
        return self.file.line(*place) if self.file else 1

    def value(self, key: str) -> str | None:
        """The word written under ``key`` at the top of the file, if there is one."""
        found = self.file.data.get(key) if self.file else None
        return found if isinstance(found, str) else None

    def written(self, key: str) -> Iterator[tuple[int, Any]]:
        """The list under ``key`` as it is written, right or not, with positions."""
        found = self.file.data.get(key) if self.file else None
        return enumerate(found if isinstance(found, tuple) else ())

    def ids(self, key: str) -> Iterator[tuple[int, str]]:
        """Ids of the entries of a list that have one, right or not, with positions."""
        for position, entry in self.written(key):
            if isinstance(entry, Mapping) and isinstance(entry.get("id"), str):
                yield position, entry["id"]


Head = Part[ChecklistFile, Instrument]
Stage = Part[StageFile, Item]


@dataclass(frozen=True)
class Reading:
    """All files of a checklist folder, in the order of their names."""

    head: Head
    stages: list[Stage]

    @property
    def parts(self) -> tuple[Part[Any, Any], ...]:
        """All files, checklist.yaml first."""
        return (self.head, *self.stages)

    @property
    def complete(self) -> bool:
        """Whether every stage file is YAML, so that an item that is not found is really not there."""
        return all(stage.file is not None for stage in self.stages)

    def items(self) -> Iterator[tuple[Stage, int, Item]]:
        """Every item that is right in itself, with its file and position."""
        for stage in self.stages:
            for position, item in stage.entries.items():
                yield stage, position, item

    def known(self, key: str) -> set[str] | None:
        """Ids under ``roles``, ``gates``, ``instruments`` or ``sources``; None where there is no list."""
        if self.head.file is None or not isinstance(self.head.file.data.get(key), tuple):
            return None
        return {ident for _, ident in self.head.ids(key)}


def read_checklist_file(path: Path) -> Head:
    """``checklist.yaml`` as far as it can be read."""
    return _read(path, ChecklistFile, "instruments", Instrument)


def read_stage_file(path: Path) -> Stage:
    """A stage file as far as it can be read."""
    return _read(path, StageFile, "items", Item)


def _read(path: Path, whole: type[W], key: str, entry: type[M]) -> Part[W, M]:
    file, problems = read_yaml(path)
    if file is None:
        return Part(path, None, None, {}, problems)
    found = validate(whole, file)
    if not isinstance(found, tuple):
        return Part(path, file, found, dict(enumerate(getattr(found, key))), problems)
    flagged = {p.line for p in problems}
    more = tuple(p for p in found if p.line not in flagged)
    unread = Part[W, M](path, file, None, {}, ())
    return Part(path, file, None, dict(_right_entries(unread, key, entry)), (*problems, *more))


def _right_entries(part: Part[W, M], key: str, entry: type[M]) -> Iterator[tuple[int, M]]:
    for position, value in part.written(key):
        try:
            yield position, entry.model_validate(value, strict=True)
        except ValidationError:
            continue
