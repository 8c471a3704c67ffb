"""How a demo plan is told in its file under ``data/demo/``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from planner.catalog.problem import Problem
from planner.catalog.validation import read_model
from planner.catalog.yamlfile import YamlFile
from planner.domain.changes import new_slug
from planner.domain.checklist import Frozen, ItemId, Slug, Source, Text
from planner.domain.plan import AgencyCategory, PlanSettings, Provenance
from planner.domain.state import Note, Status


class DemoAgency(Frozen):
    """An agency of a demo plan, its id in the catalogue, and the day it was written down."""

    name: Annotated[str, Field(min_length=2, max_length=120)]
    category: AgencyCategory
    joined_on: date
    typical: Slug | None = None
    provenance: Provenance = "illustration"

    @property
    def id(self) -> str:
        """The id it gets in the plan, made from its name; events refer to it."""
        return new_slug(self.name, ())


class _Told(Frozen):
    """What every event has. ``actor``: the office that writes it down; left out, the one responsible."""

    on: date
    actor: Slug | None = None
    provenance: Provenance
    source: Slug | None = None
    why: Note = ""


class SettingsTold(_Told):
    """The plan itself changed; only the fields that are given change. A target of null takes it away."""

    kind: Literal["settings"]
    target: date | None = None
    note: Note = ""


class WorkTold(_Told):
    """Items moved on, for the plan or for ``agencies``.

    ``on`` is the day a done item was finished, else the day the change took effect. With ``until`` the
    agencies follow in groups from ``on`` to that day. ``accepted_after`` days later a second person accepts.
    """

    kind: Literal["work"]
    items: Annotated[tuple[ItemId, ...], Field(min_length=1)]
    agencies: Literal["all"] | tuple[Slug, ...] = "all"
    status: Status | None = None
    started: date | None = None
    until: date | None = None
    remaining: Annotated[int, Field(ge=0, le=2000)] | None = None
    evidence: Literal["all"] | tuple[Slug, ...] = ()
    accepted_after: Annotated[int, Field(ge=0, le=365)] | None = None
    note: Note = ""
    reason: Note = ""


class ReviewTold(_Told):
    """A second person's word on items; a return needs a reason."""

    kind: Literal["review"]
    items: Annotated[tuple[ItemId, ...], Field(min_length=1)]
    agencies: Literal["all"] | tuple[Slug, ...] = "all"
    decision: Literal["accepted", "returned"]
    reason: Note = ""


DemoEvent = Annotated[SettingsTold | WorkTold | ReviewTold, Field(discriminator="kind")]


class EvidenceText(Frozen):
    """What stands in the files given as evidence.

    May use ``{plan} {item} {title} {agency} {requirement} {day} {source}``.
    """

    reconstruction: Text
    illustration: Text


class DemoPlan(Frozen):
    """One demo file. ``actor`` opens the plan; ``reviewers`` accept, the first who did not do it oneself."""

    plan: Slug
    opened_on: date
    actor: Slug
    reviewers: Annotated[tuple[Slug, ...], Field(min_length=2)]
    settings: PlanSettings
    evidence_text: EvidenceText
    sources: tuple[Source, ...]
    agencies: tuple[DemoAgency, ...]
    events: tuple[DemoEvent, ...]


def load_demo(path: Path) -> DemoPlan | tuple[Problem, ...]:
    """The demo plan in a file, or everything that is wrong with it; its items are checked by `demo_steps`."""
    return read_model(path, DemoPlan, _faults)


def _faults(file: YamlFile, demo: DemoPlan) -> Iterator[Problem]:
    sources, agencies = {s.id for s in demo.sources}, {a.id for a in demo.agencies}
    for position, event in enumerate(demo.events):
        line = file.line("events", position)
        if event.source is not None and event.source not in sources:
            message = f"sumber '{event.source}' tidak ada di sources berkas ini; perbaiki atau tambahkan"
            yield Problem(file.name, line, "unknown-source", message)
        if event.provenance != "illustration" and event.source is None:
            message = "kejadian yang bukan ilustrasi harus menyebut source"
            yield Problem(file.name, line, "missing-key", message)
        if isinstance(event, WorkTold | ReviewTold) and event.agencies != "all":
            for unknown in sorted(set(event.agencies) - agencies):
                message = f"instansi '{unknown}' tidak ada di agencies berkas ini; perbaiki atau tambahkan"
                yield Problem(file.name, line, "unknown-agency", message)
