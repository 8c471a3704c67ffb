"""Whether everything that a checklist's files name is really there, and only once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from planner.catalog.checklists.reading import Head, Reading, Stage
from planner.catalog.problem import Problem, did_you_mean, problem
from planner.domain.checklist import Dependency, Item, LawBasis

_TABLES = {"roles": "peran", "gates": "gerbang", "instruments": "instrumen", "sources": "sumber"}


def reference_problems(reading: Reading, regions: Collection[str] | None) -> Iterator[Problem]:
    """Repeated ids, names of things that are not there, and links that the agencies cannot follow."""
    yield from _repeated_in_head(reading.head)
    yield from _repeated_items(reading.stages)
    yield from _stage_problems(reading)
    yield from _head_references(reading)
    items = _ItemReferences(reading, regions)
    for stage, position, item in reading.items():
        yield from items.of(stage, position, item)
    yield from _launch(reading, items.written)


def _repeated_in_head(head: Head) -> Iterator[Problem]:
    for key, what in _TABLES.items():
        first: dict[str, int] = {}
        for position, ident in head.ids(key):
            if first.setdefault(ident, position) != position:
                line, before = (head.line(key, at, "id") for at in (position, first[ident]))
                yield _again(head.name, line, what, ident, f"baris {before}")
    stages = [str(stage) for _, stage in head.written("stages")]
    for position, stage in enumerate(stages):
        if stage in stages[:position]:
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
                for number, ident in enumerate(idents):
                    if ident in idents[:number]:
                        line = stage.line("items", position, key, number)
                        yield _again(stage.name, line, what, ident, f"butir {item.id}")


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


def _head_references(reading: Reading) -> Iterator[Problem]:
    head, known = reading.head, reading.known("sources")
    for position, instrument in head.entries.items():
        if instrument.source not in known:
            line, hint = head.line("instruments", position, "source"), did_you_mean(instrument.source, known)
            yield problem(head.name, line, "unknown-source", hint, id=instrument.source)
    verifier, roles = head.value("verifier"), reading.known("roles")
    if verifier is not None and verifier not in roles:
        hint = did_you_mean(verifier, roles)
        yield problem(head.name, head.line("verifier"), "unknown-role", hint, id=verifier)


def _launch(reading: Reading, written: Mapping[str, object]) -> Iterator[Problem]:
    launch = reading.head.value("launch")
    if launch is not None and launch not in written and reading.complete:
        line = reading.head.line("launch")
        yield problem(reading.head.name, line, "unknown-launch", did_you_mean(launch, [*written]), id=launch)
    for stage, position, item in reading.items():
        if item.id == launch and item.per is not None:
            reason, advice = f"butir peluncuran {launch} dikerjakan sekali saja", "hapus per: agency"
            line = stage.line("items", position, "per")
            yield problem(stage.name, line, "agency-link", reason=reason, advice=advice)


class _ItemReferences:
    """What one item may name, known from all files."""

    def __init__(self, reading: Reading, regions: Collection[str] | None) -> None:
        self._head_read = reading.head.file is not None
        self._complete = reading.complete
        self._known = {key: reading.known(key) for key in _TABLES}
        self._regions = None if regions is None else set(regions)
        self._whole_only = {i.id for i in reading.head.entries.values() if not i.articles}
        self._once = {item.id for _, _, item in reading.items() if item.per is None}
        self.written = {ident: None for stage in reading.stages for _, ident in stage.ids("items")}

    def of(self, stage: Stage, position: int, item: Item) -> Iterator[Problem]:
        """What ``item`` names wrongly."""
        at = ("items", position)

        def unknown(code: str, ident: str, known: set[str] | None, *place: str | int) -> Iterator[Problem]:
            if known is not None and ident not in known:
                yield problem(stage.name, stage.line(*at, *place), code, did_you_mean(ident, known), id=ident)

        def in_head(key: str, ident: str, *place: str | int) -> Iterator[Problem]:
            known = self._known[key] if self._head_read else None
            yield from unknown(f"unknown-{key[:-1]}", ident, known, *place)

        yield from in_head("roles", item.responsible, "responsible")
        for number, gate in enumerate(item.gates):
            yield from in_head("gates", gate, "gates", number)
        for number, basis in enumerate(item.basis):
            yield from in_head("sources", basis.source, "basis", number, "source")
            if isinstance(basis, LawBasis):
                yield from in_head("instruments", basis.instrument, "basis", number, "instrument")
                if basis.provision and basis.instrument in self._whole_only:
                    line = stage.line(*at, "basis", number, "provision")
                    yield problem(stage.name, line, "article-not-attested", id=basis.instrument)
            else:
                yield from unknown("unknown-region", basis.region, self._regions, "basis", number, "region")
        if item.duration.basis.source:
            yield from in_head("sources", item.duration.basis.source, "duration", "basis", "source")
        for number, link in enumerate(item.after):
            if link.gate:
                yield from in_head("gates", link.gate, "after", number, "gate")
            if link.item:
                known = set(self.written) if self._complete else None
                yield from unknown("unknown-item", link.item, known, "after", number, "item")
            if link.agencies and (reason := self._why_no_agencies(item, link)):
                line = stage.line(*at, "after", number, "agencies")
                yield problem(stage.name, line, "agency-link", reason=reason, advice="hapus agencies di sini")

    def _why_no_agencies(self, item: Item, link: Dependency) -> str | None:
        """Why ``agencies`` has no meaning on this link, or None where both ends are per agency."""
        if link.gate:
            return f"gerbang {link.gate} selalu menunggu semua instansi"
        if item.per is None:
            return f"{item.id} dikerjakan sekali, jadi selalu menunggu semua instansi"
        if link.item in self._once:
            return f"{link.item} dikerjakan sekali, bukan per instansi"
        return None
