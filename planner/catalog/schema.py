"""The JSON Schema of checklist files, for editors: completion and mistakes while typing.

``python -m planner.catalog.schema`` writes it again after the models changed; a test refuses a stale one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import models_json_schema

from planner.catalog.places import resource
from planner.domain.checklist import ChecklistFile, StageFile


def schema() -> dict[str, Any]:
    """One schema for ``checklist.yaml`` and the stage files, generated from the models.

    It knows keys, types, ranges and forms; what files refer to is the loader's business.
    """
    _, found = models_json_schema([(ChecklistFile, "validation"), (StageFile, "validation")])
    definitions = found["$defs"]
    item = definitions["Dependency"]["properties"]["item"]
    short = next(form for form in item["anyOf"] if form.get("type") == "string")
    after = definitions["Item"]["properties"]["after"]
    after["items"] = {"anyOf": [short, after["items"]]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Daftar periksa MPP",
        "oneOf": [{"$ref": "#/$defs/ChecklistFile"}, {"$ref": "#/$defs/StageFile"}],
        "$defs": definitions,
    }


def text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def write(path: Path) -> None:
    """Put the schema into ``path``."""
    path.write_text(text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if sys.argv[1:] else resource("checklists") / "schema.json")
