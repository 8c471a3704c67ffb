"""What a checklist is made of: roles, sources, instruments, gates, and items with bases and links."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
ItemId = Annotated[str, Field(pattern=r"^[A-Z]{3}-[0-9]{2}$")]
Text = Annotated[str, Field(min_length=3, max_length=2000)]

Provision = Annotated[str, Field(pattern=r"^Pasal [0-9]+( ayat \([0-9]+\))?( angka [0-9]+)?$")]

Attestation = Literal["official_text", "two_sources", "one_source"]
LinkType = Literal["FS", "SS", "FF", "SF"]
DayUnit = Literal["work", "calendar"]
SourceKind = Literal["official", "ministry", "regency", "press", "library", "seed"]
InstrumentKind = Literal["law", "government_regulation", "presidential", "ministerial", "guideline", "module"]


class Frozen(BaseModel):
    """A value that never changes and knows every one of its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Role(Frozen):
    """An office that acts (never a person), e.g. the regional secretary."""

    id: Slug
    title: Text


class Source(Frozen):
    """Where a fact was read."""

    id: Slug
    title: Text
    kind: SourceKind
    address: Annotated[str, Field(min_length=3)]
    note: Text | None = None


class Instrument(Frozen):
    """A legal instrument or ministry guideline that items may rest on.

    ``articles`` says whether single articles are attested; where False only the instrument as a whole may
    be cited.
    """

    id: Slug
    title: Text
    subject: Text
    kind: InstrumentKind
    articles: bool
    source: Slug
    attestation: Attestation
    verified_on: date
    note: Text | None = None


class Gate(Frozen):
    """A decision point: passed only when every item that belongs to it is met."""

    id: Slug
    title: Text
    question: Text


class PipelineStep(Frozen):
    """A step of an agency on its way into the mall: reached once its activities of ``items`` are so far.

    ``when``: the work has begun, or it is met (done, proven and accepted).
    """

    id: Slug
    title: Text
    items: Annotated[tuple[ItemId, ...], Field(min_length=1)]
    when: Literal["begun", "met"] = "met"


class LawBasis(Frozen):
    """A provision an item rests on, as far as it is attested; never finer than an ayat."""

    kind: Literal["law"]
    instrument: Slug
    provision: Provision | None = None
    quote: Annotated[str, Field(min_length=3, max_length=240)] | None = None
    source: Slug
    attestation: Attestation
    verified_on: date


class PracticeBasis(Frozen):
    """What a regency did, where the law is silent; ``region`` is an id of data/benchmarks.yaml."""

    kind: Literal["practice"]
    region: Slug
    source: Slug
    note: Text | None = None


Basis = Annotated[LawBasis | PracticeBasis, Field(discriminator="kind")]


class EvidenceRequirement(Frozen):
    """A document that proves an item."""

    id: Slug
    title: Text
    required: bool = True


class DurationBasis(Frozen):
    """Why an estimate says what it says; a documented one names its source."""

    kind: Literal["documented", "estimated"]
    note: Text
    source: Slug | None = None

    @model_validator(mode="after")
    def _documented_needs_source(self) -> DurationBasis:
        if self.kind == "documented" and self.source is None:
            raise ValueError("documented_without_source")
        return self


class Estimate(Frozen):
    """Three-point duration in days (``unit``: working or calendar); optimistic <= likely <= pessimistic."""

    unit: DayUnit
    optimistic: Annotated[int, Field(ge=0, le=2000)]
    likely: Annotated[int, Field(ge=0, le=2000)]
    pessimistic: Annotated[int, Field(ge=0, le=2000)]
    basis: DurationBasis

    @model_validator(mode="after")
    def _in_order(self) -> Estimate:
        if self.optimistic > self.likely:
            raise ValueError("optimistic_over_likely")
        if self.likely > self.pessimistic:
            raise ValueError("likely_over_pessimistic")
        return self


class Dependency(Frozen):
    """What an item waits for: another item or a gate.

    ``agencies`` says, where both items are per agency, whether each agency waits for its ``own`` activity
    (default) or for ``all`` of them. An item done once always waits for all agencies.
    """

    item: ItemId | None = None
    gate: Slug | None = None
    type: LinkType = "FS"
    lag: Annotated[int, Field(ge=-365, le=365)] = 0
    unit: DayUnit = "work"
    agencies: Literal["own", "all"] | None = None

    @model_validator(mode="after")
    def _one_target(self) -> Dependency:
        if (self.item is None) == (self.gate is None):
            raise ValueError("item_or_gate")
        return self


def _dependency(value: Any) -> Any:
    return {"item": value} if isinstance(value, str) else value


class Item(Frozen):
    """One thing that must be done and proven; at the same time an activity of the schedule."""

    id: ItemId
    title: Annotated[str, Field(min_length=3, max_length=120)]
    requirement: Text
    per: Literal["agency"] | None = None
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]
    evidence: tuple[EvidenceRequirement, ...] = ()
    weight: Annotated[int, Field(ge=1, le=5)]
    gates: tuple[Slug, ...] = ()
    verify: bool = False
    responsible: Slug
    duration: Estimate
    after: tuple[Annotated[Dependency, BeforeValidator(_dependency)], ...] = ()
    funding: Literal["apbd"] | None = None

    @property
    def reviewed(self) -> bool:
        """Whether a second person must accept it: where it says so, and wherever a gate waits for it."""
        return self.verify or bool(self.gates)
