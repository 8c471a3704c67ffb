"""A checklist folder as a Checklist, or everything that is wrong in it at once.

A folder holds ``checklist.yaml`` and one file per stage, ``<stage>.yaml`` or ``<NN>-<stage>.yaml``.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

from planner.catalog.checklists.reading import Reading, read_checklist_file, read_stage_file
from planner.catalog.checklists.references import reference_problems
from planner.catalog.checklists.shape import cycle_problems, shape_problems
from planner.catalog.places import display_path
from planner.catalog.problem import Problem, problem
from planner.domain.checklist import Checklist, ChecklistFile, StageFile

HEAD: Final = "checklist.yaml"


def load_checklist(folder: Path, regions: Collection[str] | None = None) -> Checklist | tuple[Problem, ...]:
    """The checklist in ``folder``, or all problems of all its files, by file and line.

    ``regions`` are the ids that ``basis: {kind: practice}`` may name; None leaves them unchecked. Never
    raises for what the files hold. Whether an item leads to the opening is judged only once everything
    else is right, because a broken item may be the missing link.
    """
    if not folder.is_dir():
        return (problem(display_path(folder), 1, "missing-file", name=f"Folder {folder.name}"),)
    head = read_checklist_file(folder / HEAD)
    stages = [read_stage_file(path) for path in sorted(folder.iterdir()) if _is_stage(path)]
    reading = Reading(head, stages)
    problems = {found for part in reading.parts for found in part.problems}
    problems |= {*reference_problems(reading, regions), *cycle_problems(reading)}
    if problems or head.whole is None:
        return tuple(sorted(problems))
    checklist = _assemble(head.whole, [stage.whole for stage in stages if stage.whole is not None])
    return tuple(sorted(shape_problems(checklist, reading))) or checklist


def _is_stage(path: Path) -> bool:
    return path.suffix.lower() in (".yaml", ".yml") and path.name != HEAD and not path.name.startswith(".")


def _assemble(head: ChecklistFile, stages: list[StageFile]) -> Checklist:
    by_id = {stage.stage: stage for stage in stages}
    return Checklist(head=head, stages=tuple(by_id[stage] for stage in head.stages))
