"""Risk drivers: documented causes of delay, how often they struck, and what they did to work they touched.

A driver strikes a whole plan at once, so that the activities it acts on are late together, as in life.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from planner.domain.checklist import Attestation, Frozen, ItemId, Slug, Text
from planner.domain.plan import AgencyCategory


class Frequency(Frozen):
    """How often a cause was documented: in ``hit`` of ``documented`` regions; this is its probability."""

    hit: Annotated[int, Field(ge=0)]
    documented: Annotated[int, Field(ge=1)]

    @model_validator(mode="after")
    def _part_of_all(self) -> Frequency:
        if self.hit > self.documented:
            raise ValueError("hit tidak boleh melebihi documented")
        return self

    @property
    def probability(self) -> float:
        return self.hit / self.documented


class _ThreePoints(Frozen):
    @model_validator(mode="after")
    def _in_order(self) -> _ThreePoints:
        points = [getattr(self, name) for name in ("optimistic", "likely", "pessimistic")]
        if points[0] > points[1]:
            raise ValueError("optimistic_over_likely")
        if points[1] > points[2]:
            raise ValueError("likely_over_pessimistic")
        return self


Factor = Annotated[float, Field(ge=1, le=10)]
Days = Annotated[int, Field(ge=0, le=2000)]


class FactorEffect(_ThreePoints):
    """Work takes so many times as long, in steps of a hundredth."""

    kind: Literal["factor"]
    optimistic: Factor
    likely: Factor
    pessimistic: Factor


class DaysEffect(_ThreePoints):
    """Work takes so many days more, counted as its own duration is (working or calendar days)."""

    kind: Literal["days"]
    optimistic: Days
    likely: Days
    pessimistic: Days


Effect = Annotated[FactorEffect | DaysEffect, Field(discriminator="kind")]


class AgencyShare(Frozen):
    """A driver that touches only some agencies: each with probability ``share``, once the driver strikes.

    ``categories`` limits it to agencies of these kinds; empty: any agency.
    """

    share: Annotated[float, Field(gt=0, le=1)]
    categories: tuple[AgencyCategory, ...] = ()


class Slip(Frozen):
    """A delay that was documented: the region (an id of data/benchmarks.yaml) and its working days."""

    region: Slug
    days: Days
    note: Text


class RiskSource(Frozen):
    """Where something was read that no benchmark cites."""

    title: Text
    address: Annotated[str, Field(min_length=3)] | None = None


class RiskDriver(Frozen):
    """A documented cause of delay.

    It acts on every unfinished activity of ``stages`` and ``items``, or, with ``agencies``, on those of some
    agencies alone. ``cases`` are the regions counted in ``frequency.hit``; ``also`` others with something
    like it, not counted. ``basis`` tells whether the effect rests on documented ``slips`` or is estimated.
    ``historic`` drivers (a pandemic) are told, but no forecast uses them.
    """

    id: Slug
    title: Text
    summary: Text
    frequency: Frequency
    effect: Effect
    stages: tuple[Slug, ...] = ()
    items: tuple[ItemId, ...] = ()
    agencies: AgencyShare | None = None
    basis: Literal["documented", "estimated"]
    method: Text
    slips: tuple[Slip, ...] = ()
    cases: tuple[Slug, ...] = ()
    also: tuple[Slug, ...] = ()
    sources: tuple[RiskSource, ...] = ()
    historic: bool = False
    attestation: Attestation

    @model_validator(mode="after")
    def _acts_on_something(self) -> RiskDriver:
        if not self.stages and not self.items:
            raise ValueError("isi stages atau items: pemicu harus mengenai sesuatu")
        return self

    @property
    def probability(self) -> float:
        return self.frequency.probability
