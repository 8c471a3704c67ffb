"""Whether everything that a checklist's files name is really there, and only once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from planner.catalog.checklists.reading import Head, Reading, Stage
from planner.catalog.problem import Problem, did_you_mean, problem
from planner.catalog.yamlfile import Place, YamlFile
from planner.domain.checklist import Dependency, Item

_TABLES = {"roles": "peran", "gates": "gerbang", "instruments": "instrumen", "sources": "sumber"}


def reference_problems(reading: Reading, regions: Collection[str] | None) -> Iterator[Problem]:
    """Repeated ids, names of things that are not there, and links that the agencies cannot follow."""
    yield from _repeated_in_head(reading.head)
    yield from _repeated_items(reading.stages)
    yield from _stage_problems(reading)
    known = _known(reading, regions)
    whole_only = {i.id for i in reading.head.entries.values() if not i.articles}
    for part in reading.parts:
        if part.file is not None:
            yield from _unknown(part.file, {found.line for found in part.problems}, known)
            yield from _articles(part.file, whole_only)
    yield from _agency_links(reading)


def _repeated_in_head(head: Head) -> Iterator[Problem]:
    for key, what in {**_TABLES, "pipeline": "langkah"}.items():
        first: dict[str, int] = {}
        for position, ident in head.ids(key):
            if first.setdefault(ident, position) != position:
                line, before = (head.line(key, at, "id") for at in (position, first[ident]))
                yield _again(head.name, line, what, ident, f"baris {before}")
    for position, stage in _repeats([str(stage) for _, stage in head.written("stages")]):
        yield _again(head.name, head.line("stages", position), "tahap", stage, "stages")


def _repeated_items(stages: list[Stage]) -> Iterator[Problem]:
    first: dict[str, tuple[Stage, int]] = {}
    for stage in stages:
        for position, ident in stage.ids("items"):
            before, at = first.setdefault(ident, (stage, position))
            if (before, at) != (stage, position):
                line, earlier = stage.line("items", position, "id"), before.line("items", at, "id")
                yield _again(stage.name, line, "butir", ident, f"{before.name}:{earlier}")
        for position, item in stage.entries.items():
            evidence = [asked.id for asked in item.evidence]
            for key, what, idents in (("evidence", "bukti", evidence), ("gates", "gerbang", [*item.gates])):
                for number, ident in _repeats(idents):
                    line = stage.line("items", position, key, number)
                    yield _again(stage.name, line, what, ident, f"butir {item.id}")


def _repeats(idents: list[str]) -> Iterator[tuple[int, str]]:
    seen = set[str]()
    for position, ident in enumerate(idents):
        if ident in seen:
            yield position, ident
        seen.add(ident)


def _again(file: str, line: int, what: str, ident: str, first: str) -> Problem:
    return problem(file, line, "duplicate-id", what=what, id=ident, first=first)


def _stage_problems(reading: Reading) -> Iterator[Problem]:
    """File names, stages without a file, and files of a stage that checklist.yaml does not list."""
    listed = {str(ident): position for position, ident in reading.head.written("stages")}
    held: dict[str, str] = {}
    for stage in reading.stages:
        ident = stage.value("stage") or stage.stem
        line = stage.line("stage")
        if stage.path.suffix != ".yaml":
            yield problem(stage.name, 1, "file-name", advice="akhiran berkas harus .yaml")
        if ident != stage.stem:
            advice = (
                f"stage: {ident} ditulis dalam berkas {ident}.yaml (boleh diawali dua angka, 01-{ident}.yaml)"
            )
            yield problem(stage.name, line, "file-name", advice=advice)
        if ident in held:
            yield _again(stage.name, line, "tahap", ident, held[ident])
        held.setdefault(ident, stage.name)
        if listed and ident not in listed:
            yield problem(stage.name, line, "unknown-stage", did_you_mean(ident, [*listed]), id=ident)
    for ident, position in listed.items():
        if ident not in held:
            name, line = f"{position + 1:02d}-{ident}.yaml", reading.head.line("stages", position)
            yield problem(reading.head.name, line, "missing-stage-file", id=ident, name=name)


def _known(reading: Reading, regions: Collection[str] | None) -> dict[str, set[str] | None]:
    """What may be named, by kind; None where the list cannot be read, so that nothing is called unknown."""
    written = {ident for stage in reading.stages for _, ident in stage.ids("items")}
    items = written if reading.complete else None
    named = {key[:-1]: reading.known(key) for key in _TABLES}
    return {**named, "item": items, "launch": items, "region": None if regions is None else set(regions)}


def _kind(place: Place) -> str | None:
    """What the word at a place of a checklist file names, or None where it names nothing."""
    match place:
        case ("verifier",) | ("items", int(), "responsible"):
            return "role"
        case ("items", int(), "gates", int()) | ("items", int(), "after", int(), "gate"):
            return "gate"
        case ("items", int(), "basis", int(), "instrument"):
            return "instrument"
        case (
            ("instruments", int(), "source")
            | ("items", int(), "basis", int(), "source")
            | ("items", int(), "duration", "basis", "source")
        ):
            return "source"
        case ("items", int(), "basis", int(), "region"):
            return "region"
        case (
            ("items", int(), "after", int())
            | ("items", int(), "after", int(), "item")
            | ("pipeline", int(), "items", int())
        ):
            return "item"
        case ("launch",):
            return "launch"
    return None


def _unknown(file: YamlFile, flagged: set[int], known: Mapping[str, set[str] | None]) -> Iterator[Problem]:
    """Names of things that are not there, also in items with other mistakes, but not on ``flagged`` lines."""
    for place, line in file.lines.items():
        kind = _kind(place)
        there = known[kind] if kind else None
        name = file.at(place) if there is not None and line not in flagged else None
        if there is not None and isinstance(name, str) and name not in there:
            yield problem(file.name, line, f"unknown-{kind}", did_you_mean(name, there), id=name)


def _articles(file: YamlFile, whole_only: set[str]) -> Iterator[Problem]:
    """Provisions given for instruments whose single articles are not attested."""
    for place, line in file.lines.items():
        match place:
            case ("items", int(), "basis", int(), "provision"):
                instrument = file.at(place[:-1]).get("instrument")
                if isinstance(instrument, str) and instrument in whole_only:
                    yield problem(file.name, line, "article-not-attested", id=instrument)


def _agency_links(reading: Reading) -> Iterator[Problem]:
    launch = reading.head.value("launch")
    once = {item.id for _, _, item in reading.items() if item.per is None}
    for number, step in reading.head.written("pipeline"):
        for position, named in enumerate(_named(step)):
            if named in once:
                line = reading.head.line("pipeline", number, "items", position)
                reason = f"{named} dikerjakan sekali, bukan per instansi"
                advice = "sebut butir yang dikerjakan per instansi"
                yield problem(reading.head.name, line, "agency-link", reason=reason, advice=advice)
    for stage, position, item in reading.items():
        if item.id == launch and item.per is not None:
            reason, advice = f"butir peluncuran {launch} dikerjakan sekali saja", "hapus per: agency"
            line = stage.line("items", position, "per")
            yield problem(stage.name, line, "agency-link", reason=reason, advice=advice)
        for number, link in enumerate(item.after):
            if link.agencies and (why := _why_no_agencies(item, link, once)):
                line = stage.line("items", position, "after", number, "agencies")
                yield problem(stage.name, line, "agency-link", reason=why, advice="hapus agencies di sini")


def _named(step: Any) -> list[Any]:
    """Items that a step of the pipeline names, as far as they can be read."""
    items = step.get("items") if isinstance(step, Mapping) else None
    return list(items) if isinstance(items, tuple) else []


def _why_no_agencies(item: Item, link: Dependency, once: set[str]) -> str | None:
    """Why ``agencies`` has no meaning on this link, or None where both ends are per agency."""
    if link.gate:
        return f"gerbang {link.gate} selalu menunggu semua instansi"
    if item.per is None:
        return f"{item.id} dikerjakan sekali, jadi selalu menunggu semua instansi"
    if link.item in once:
        return f"{link.item} dikerjakan sekali, bukan per instansi"
    return None
