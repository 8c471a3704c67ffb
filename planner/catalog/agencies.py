"""The typical agencies of a mall, from ``data/agencies.yaml``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from planner.catalog.problem import Problem, did_you_mean, problem
from planner.catalog.validation import read_model
from planner.catalog.yamlfile import Place, YamlFile
from planner.domain.agency_catalogue import AgencyCatalogue, DocumentsByCategory

Named = Iterable[tuple[Place, str]]
"""Where an id stands in the file, and the id."""


def load_agencies(
    path: Path, regions: Collection[str] | None = None
) -> AgencyCatalogue | tuple[Problem, ...]:
    """The catalogue of a file, or everything that is wrong with it, by line.

    ``regions`` are the ids of real regencies that sources may name (None: any).
    """
    return read_model(path, AgencyCatalogue, partial(_faults, regions=regions))


def _faults(file: YamlFile, read: AgencyCatalogue, regions: Collection[str] | None) -> tuple[Problem, ...]:
    """What no model can tell: ids given twice, and ids that name nothing."""
    kinds = {kind.id for kind in read.agreements}
    parties = {party.id for party in read.mou.parties}
    sources = {source.id for source in read.sources}
    found = [
        *_repeated(file, "instansi", ((("agencies", i, "id"), a.id) for i, a in enumerate(read.agencies))),
        *_repeated(file, "sumber", ((("sources", i, "id"), s.id) for i, s in enumerate(read.sources))),
        *_repeated(file, "dokumen", ((("agreements", i, "id"), k.id) for i, k in enumerate(read.agreements))),
        *_repeated(
            file, "pihak", ((("mou", "parties", i, "id"), p.id) for i, p in enumerate(read.mou.parties))
        ),
        *_repeated_services(file, read),
        *_unknown(file, "dokumen", "agreements", _documents(read), kinds),
        *_unknown(file, "pihak", "parties pada mou", _parties(read), parties),
        *_unknown(file, "sumber", "sources", _cited(read), sources),
        *_unknown_regions(file, read, regions),
    ]
    return tuple(sorted(found))


def _documents(read: AgencyCatalogue) -> Iterator[tuple[Place, str]]:
    for category in DocumentsByCategory.model_fields:
        for i, document in enumerate(getattr(read.documents, category)):
            yield ("documents", category, i, "kind"), document.kind


def _parties(read: AgencyCatalogue) -> Iterator[tuple[Place, str]]:
    return ((("agencies", i, "mou"), a.mou) for i, a in enumerate(read.agencies) if a.mou is not None)


def _cited(read: AgencyCatalogue) -> Iterator[tuple[Place, str]]:
    """Every mention of a source."""
    groups: list[tuple[Place, tuple[str, ...]]] = [(("mou", "sources"), read.mou.sources)]
    groups += [(("agreements", i, "sources"), kind.sources) for i, kind in enumerate(read.agreements)]
    for category in DocumentsByCategory.model_fields:
        listed = enumerate(getattr(read.documents, category))
        groups += [(("documents", category, i, "sources"), document.sources) for i, document in listed]
    for i, agency in enumerate(read.agencies):
        groups.append((("agencies", i, "seen"), agency.seen))
        if agency.part_time is not None:
            yield ("agencies", i, "part_time", "source"), agency.part_time.source
        services = enumerate(agency.services)
        groups += [(("agencies", i, "services", n, "sources"), service.sources) for n, service in services]
    for place, cited in groups:
        yield from (((*place, n), source) for n, source in enumerate(cited))


def _repeated_services(file: YamlFile, read: AgencyCatalogue) -> Iterator[Problem]:
    for i, agency in enumerate(read.agencies):
        services = enumerate(agency.services)
        yield from _repeated(
            file,
            "layanan",
            ((("agencies", i, "services", n, "name"), service.name) for n, service in services),
        )


def _repeated(file: YamlFile, what: str, named: Named) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for place, name in named:
        line = file.line(*place)
        if name in first:
            before = f"baris {first[name]}"
            yield problem(file.name, line, "duplicate-id", what=what, id=name, first=before)
        first.setdefault(name, line)


def _unknown(
    file: YamlFile, what: str, listed: str, named: Named, known: Collection[str]
) -> Iterator[Problem]:
    for place, name in named:
        if name not in known:
            message = (
                f"{what} '{name}' tidak ada di {listed} pada berkas ini; perbaiki atau tambahkan di sana"
            )
            yield Problem(file.name, file.line(*place), "bad-value", message, did_you_mean(name, set(known)))


def _unknown_regions(
    file: YamlFile, read: AgencyCatalogue, regions: Collection[str] | None
) -> Iterator[Problem]:
    for i, source in enumerate(read.sources):
        if regions is not None and source.region is not None and source.region not in regions:
            hint = did_you_mean(source.region, set(regions))
            line = file.line("sources", i, "region")
            yield problem(file.name, line, "unknown-region", hint, id=source.region)
