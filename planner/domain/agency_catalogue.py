"""Agencies that are typical of a mall: where they were seen, their services, and what is signed with them.

A catalogue only suggests. What a plan holds is its own, in ``plan``.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from planner.domain.checklist import Attestation, Frozen, Slug, Text
from planner.domain.plan import AgencyCategory

SeenAs = Literal["present", "signed", "planned", "national", "digest"]
AgreementId = Literal["nota-kesepakatan", "kesepakatan-bersama", "pks"]
Weekday = Annotated[int, Field(ge=1, le=7)]
Cited = Annotated[tuple[Slug, ...], Field(min_length=1)]


class AgencySource(Frozen):
    """Where something was read, and what it tells.

    ``seen_as``: the agencies it names serve the public (``present``), have signed (``signed``), are announced
    (``planned``); it is about the whole country (``national``), or sums up many places without naming one
    (``digest``). ``place`` is the regency it tells of, ``region`` its id in data/benchmarks.yaml where it has
    one.
    """

    id: Slug
    title: Text
    seen_as: SeenAs
    place: Text | None = None
    region: Slug | None = None
    address: Annotated[str, Field(min_length=3)] | None = None

    @property
    def counts(self) -> bool:
        """Whether it attests a fact by itself; an announcement or a digest does not."""
        return self.seen_as in ("present", "signed", "national")


class AgreementKind(Frozen):
    """A kind of document that a regency signs with agencies: what for, and the legal frame it stands in."""

    id: AgreementId
    title: Text
    short: Annotated[str, Field(min_length=2, max_length=40)]
    meaning: Text
    frame: Text
    attestation: Attestation
    sources: Cited


class CategoryDocument(Frozen):
    """A kind of document that is signed with the agencies of one category, and how sure that is."""

    kind: AgreementId
    attestation: Attestation
    sources: Cited
    note: Text | None = None


CategoryDocuments = Annotated[tuple[CategoryDocument, ...], Field(min_length=1)]


class DocumentsByCategory(Frozen):
    """What is signed with whom, in the order of signing."""

    opd_regency: CategoryDocuments
    opd_province: CategoryDocuments
    vertical: CategoryDocuments
    state_owned: CategoryDocuments
    regional_owned: CategoryDocuments
    private: CategoryDocuments


class MouParty(Frozen):
    """A party to the national memorandum, by the name it then had."""

    id: Slug
    name: Text


class NationalMou(Frozen):
    """The memorandum of the ministry with other central bodies that can back a regency's request."""

    title: Text
    signed_on: date
    attestation: Attestation
    sources: Cited
    parties: Annotated[tuple[MouParty, ...], Field(min_length=1)]


class PartTime(Frozen):
    """An agency that served only on some days of the week (1: Monday), sharing its counter with others."""

    days: Annotated[tuple[Weekday, ...], Field(min_length=1)]
    source: Slug
    note: Text


class TypicalService(Frozen):
    """A service that an agency was read to give in a mall."""

    name: Annotated[str, Field(min_length=2, max_length=120)]
    attestation: Attestation
    sources: Cited
    note: Text | None = None


class TypicalAgency(Frozen):
    """An agency as it is usually met in a mall.

    ``attestation`` says how sure its presence is, ``seen`` are ids of sources. ``mou`` is the party of the
    national memorandum that stands above it. ``services`` are those that a source names, never all it has.
    """

    id: Slug
    name: Annotated[str, Field(min_length=2, max_length=120)]
    short: Annotated[str, Field(min_length=2, max_length=40)]
    category: AgencyCategory
    attestation: Attestation
    seen: Cited
    mou: Slug | None = None
    part_time: PartTime | None = None
    services: tuple[TypicalService, ...] = ()
    note: Text | None = None


class AgencyCatalogue(Frozen):
    """All typical agencies; ``checked_on`` is the day on which the facts were last looked at.

    Every id that it names is its own: the loader has seen to that.
    """

    checked_on: date
    agreements: Annotated[tuple[AgreementKind, ...], Field(min_length=1)]
    documents: DocumentsByCategory
    mou: NationalMou
    agencies: Annotated[tuple[TypicalAgency, ...], Field(min_length=1)]
    sources: Annotated[tuple[AgencySource, ...], Field(min_length=1)]

    @cached_property
    def by_id(self) -> dict[str, TypicalAgency]:
        """Agency by id, in the order of the catalogue."""
        return {agency.id: agency for agency in self.agencies}

    @cached_property
    def source(self) -> dict[str, AgencySource]:
        """Source by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def agreement(self) -> dict[AgreementId, AgreementKind]:
        """Kind of document by id."""
        return {kind.id: kind for kind in self.agreements}

    def documents_of(self, category: AgencyCategory) -> tuple[tuple[AgreementKind, CategoryDocument], ...]:
        """What is signed with the agencies of a category, in the order of signing."""
        listed: CategoryDocuments = getattr(self.documents, category)
        return tuple((self.agreement[document.kind], document) for document in listed)

    def backing(self, agency: TypicalAgency) -> MouParty | None:
        """The party of the national memorandum that stands above an agency; None: nobody signed for it."""
        return next((party for party in self.mou.parties if party.id == agency.mou), None)

    def places(self, agency: TypicalAgency) -> tuple[str, ...]:
        """Names of the regencies where an agency serves or has signed, each once, announcements left out."""
        seen = (self.source[source] for source in agency.seen)
        return tuple(dict.fromkeys(s.place for s in seen if s.place is not None and s.counts))
