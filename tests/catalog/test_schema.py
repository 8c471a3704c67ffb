"""The JSON Schema for editors: never stale, kept by every shipped file, and able to refuse."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from planner.catalog.places import resource
from planner.catalog.schema import schema, text
from planner.catalog.yamlfile import read_yaml

BROKEN = Path(__file__).parent.parent / "broken"
SHIPPED = sorted(resource("checklists").glob("*/*.yaml"))
SEEN_BY_EDITORS = (
    "unknown-key",
    "missing-key",
    "wrong-type",
    "bad-range",
    "bad-format",
    "empty-list",
    "unknown-value",
)


def _json(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _json(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _faults(path: Path) -> list[str]:
    file, _ = read_yaml(path)
    assert file is not None
    validator = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(_json(file.data))]


def test_the_schema_file_is_not_stale() -> None:
    assert (resource("checklists") / "schema.json").read_text(encoding="utf-8") == text()


def test_the_schema_is_itself_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_shipped_files_are_found() -> None:
    assert len(SHIPPED) >= 11


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_shipped_file_keeps_the_schema(path: Path) -> None:
    assert _faults(path) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_shipped_file_points_editors_to_the_schema(path: Path) -> None:
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    assert first == "# yaml-language-server: $schema=../schema.json"


@pytest.mark.parametrize("path", sorted((BROKEN / "base").iterdir()), ids=lambda path: path.name)
def test_the_base_of_the_broken_examples_keeps_the_schema(path: Path) -> None:
    assert _faults(path) == []


@pytest.mark.parametrize("code", SEEN_BY_EDITORS)
def test_editors_see_mistakes_in_keys_and_values(code: str) -> None:
    (path,) = (BROKEN / code).iterdir()
    assert _faults(path) != []


def test_the_module_writes_the_schema_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "schema.json"
    monkeypatch.setattr(sys, "argv", ["schema", str(target)])
    monkeypatch.delitem(sys.modules, "planner.catalog.schema")
    runpy.run_module("planner.catalog.schema", run_name="__main__")
    assert json.loads(target.read_text(encoding="utf-8")) == schema()
