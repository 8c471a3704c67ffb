"""Whether every file that the record knows is there, and as it was when it was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from planner.storage.files import DamagedEvidence, EvidenceFiles
from planner.storage.named import named_files
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class EvidenceFault:
    """A file that is not there, or not as it was: of which plan and activity, by which name it was given."""

    plan: str
    activity: str
    file_name: str
    sha256: str
    fault: Literal["missing", "altered"]


@dataclass(frozen=True, slots=True)
class EvidenceChecked:
    """What was found. ``files`` is how many the record names; ``orphans`` stand in no record."""

    files: int
    faults: tuple[EvidenceFault, ...]
    orphans: tuple[str, ...]


def check_evidence(store: Store, files: EvidenceFiles, plan: str | None = None) -> EvidenceChecked:
    """Every file that the record of one plan or of all names, also those that no longer count.

    Each is read once, however often it was given. Orphans are looked for among all plans: a file that was
    kept while what names it was refused, which does no harm. Raises StorageProblem.
    """
    known = {one: tuple(_named(store, one)) for one in store.plans()}
    asked = {one: named for one, named in known.items() if plan in (None, one)}
    wanted = dict.fromkeys(str(fields.get("sha256", "")) for named in asked.values() for fields in named)
    found = {sha256: _fault(files, sha256) for sha256 in wanted}
    faults = tuple(_faults(asked, found))
    everywhere = {fields.get("sha256") for named in known.values() for fields in named}
    orphans = tuple(sha256 for sha256 in files.stored() if sha256 not in everywhere)
    return EvidenceChecked(sum(map(len, asked.values())), faults, orphans)


def _named(store: Store, plan: str) -> Iterator[Mapping[str, object]]:
    return named_files((entry.subject, entry.after) for entry in store.entries(plan, kind="evidence"))


def _fault(files: EvidenceFiles, sha256: str) -> Literal["missing", "altered"] | None:
    try:
        return "missing" if files.read(sha256) is None else None
    except DamagedEvidence:
        return "altered"
    except ValueError:
        return "missing"


def _faults(
    asked: Mapping[str, Iterable[Mapping[str, object]]],
    found: Mapping[str, Literal["missing", "altered"] | None],
) -> Iterator[EvidenceFault]:
    for plan, named in asked.items():
        for fields in named:
            activity, name, sha256 = (str(fields.get(f, "")) for f in ("activity", "file_name", "sha256"))
            fault = found[sha256]
            if fault is not None:
                yield EvidenceFault(plan, activity, name, sha256, fault)
