"""Reads one YAML file that a person wrote: plain values, and the line each of them stands on.

Values follow YAML 1.2's core schema plus dates (``2026-11-22``): ``no``, ``on`` and ``010`` stay words.
Sequences become tuples. Anchors, aliases, tags and repeated keys are refused.

Why: PyYAML's own loader keeps no lines, lets the last of two equal keys win, and reads ``no`` as false.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from planner.catalog.places import display_path
from planner.catalog.problem import Problem, problem
from planner.catalog.yamlvalues import Builder, Place, plain

LIMIT: Final = 1024 * 1024
"""Bytes a file may have."""


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_ADVICE: Final = {
    "cannot start any token": "tanda di awal nilai ini punya arti khusus (mungkin tab, @ atau `); "
    "pakai spasi untuk menjorok dan beri tanda kutip pada nilainya",
    "tab character": "ada tab di baris ini; pakai spasi untuk menjorok",
    "mapping values are not allowed": "ada titik dua di tengah nilai; beri tanda kutip pada nilainya",
    "could not find expected ':'": "ada kunci tanpa titik dua",
    "unexpected end of stream": "tanda kutip yang dibuka di sini belum ditutup",
    "while parsing a flow": "kurung [ ] atau { } belum ditutup, atau ada koma yang kurang",
    "node content": "ada tanda kurung tanpa pasangannya",
    "did not find expected": "indentasi baris ini tidak sejajar dengan baris di atasnya",
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
        return self.lines[self.written(place)]

    def written(self, place: Place) -> Place:
        """The part of ``place`` that is written in the file, steps that are not there left out."""
        found: Place = ()
        for step in place:
            if (*found, step) in self.lines:
                found = (*found, step)
        return found

    def at(self, place: Place) -> Any:
        """The value at a place that is written in the file."""
        value: Any = self.data
        for step in place:
            value = value[step]
        return value


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
    builder = Builder(name)
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
            name, line, "wrong-type", key="isi berkas", place="ini", expected=_KEYS, found="nilai lain"
        )
        return None, (*builder.problems, found)
    file = YamlFile(name, builder.root, builder.lines)
    return file, tuple(builder.problems)


def _syntax(name: str, text: str, error: yaml.YAMLError) -> Problem:
    said = str(error)
    begun = "unexpected end of stream" in said or "while parsing a flow" in said
    mark = getattr(error, "context_mark" if begun else "problem_mark", None)
    position = getattr(error, "position", 0)
    line = mark.line + 1 if mark else text.encode()[:position].count(b"\n") + 1
    general = "periksa indentasi, titik dua dan tanda kutip"
    advice = next((advice for sign, advice in _ADVICE.items() if sign in said), general)
    return problem(name, line, "yaml-syntax", advice=advice)


__all__ = ["LIMIT", "Place", "YamlFile", "parse_yaml", "plain", "read_yaml"]
