"""A checklist: the law and the practice of opening an MPP as stages, items, gates and their sources.

The models are the one description of the YAML files under ``checklists/``; the JSON Schema for editors is
generated from them. Unknown keys are refused everywhere.

Why: a key that nothing reads (a misspelt ``weigth``) would silently change what a regency is measured by.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import Field

from planner.domain.checklist.parts import (
    Frozen,
    Gate,
    Instrument,
    Item,
    ItemId,
    PipelineStep,
    Role,
    Slug,
    Source,
    Text,
)


class StageFile(Frozen):
    """One YAML file of a checklist: a stage and its items."""

    stage: Slug
    title: Text
    summary: Text
    items: Annotated[tuple[Item, ...], Field(min_length=1)]


class ChecklistFile(Frozen):
    """``checklist.yaml``: what the stage files refer to; the finish of item ``launch`` is the opening.

    The role ``verifier`` accepts what others submit; ``pipeline`` are the steps of an agency into the mall.
    """

    checklist: Slug
    title: Text
    version: Annotated[str, Field(pattern=r"^[0-9]{4}\.[0-9]{1,2}(\.[0-9]+)?$")]
    summary: Text
    launch: ItemId
    verifier: Slug
    stages: Annotated[tuple[Slug, ...], Field(min_length=1)]
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    gates: Annotated[tuple[Gate, ...], Field(min_length=1)]
    pipeline: tuple[PipelineStep, ...] = ()
    instruments: tuple[Instrument, ...]
    sources: tuple[Source, ...]


class Checklist(Frozen):
    """A whole, checked checklist: every reference resolves and the dependencies have no cycle."""

    head: ChecklistFile
    stages: tuple[StageFile, ...]

    @property
    def id(self) -> str:
        return self.head.checklist

    @property
    def gates(self) -> tuple[Gate, ...]:
        return self.head.gates

    @cached_property
    def items(self) -> dict[str, Item]:
        """Item by id, in the order of the stages."""
        return {item.id: item for stage in self.stages for item in stage.items}

    @cached_property
    def stage_of(self) -> dict[str, str]:
        """Stage id by item id."""
        return {item.id: stage.stage for stage in self.stages for item in stage.items}

    @cached_property
    def roles(self) -> dict[str, Role]:
        return {role.id: role for role in self.head.roles}

    @cached_property
    def instruments(self) -> dict[str, Instrument]:
        return {instrument.id: instrument for instrument in self.head.instruments}

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.head.sources}

    @cached_property
    def gate_items(self) -> dict[str, tuple[Item, ...]]:
        """Items that each gate waits for, by gate id."""
        return {g.id: tuple(i for i in self.items.values() if g.id in i.gates) for g in self.gates}

    @cached_property
    def after_launch(self) -> frozenset[str]:
        """Ids of the items that come after the opening: they wait, directly or not, for the launch item.

        They are no part of readiness to open and of the work that remains before launch.
        """
        found = {self.head.launch}
        grew = True
        while grew:
            late = {i.id for i in self.items.values() if i.id not in found and found & set(_items_of(i))}
            grew = bool(late)
            found |= late
        return frozenset(found - {self.head.launch})


def _items_of(item: Item) -> Iterator[str]:
    return (d.item for d in item.after if d.item is not None)
