"""Auditing, copying and putting back all that an installation holds: its record and its evidence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from planner.storage.audit import Witness
from planner.storage.backup import BackedUp
from planner.storage.files import EvidenceFiles, evidence_files
from planner.storage.findings import Audited, Finding
from planner.storage.problems import BadBackup, BadTarget, NotEmpty, StorageProblem
from planner.storage.restore import Restored
from planner.storage.store import Store
from planner.workspace.evidence_check import EvidenceChecked, EvidenceFault, check_evidence
from planner.workspace.opening import _now, _places

__all__ = [
    "Archive",
    "Audited",
    "BackedUp",
    "BadBackup",
    "BadTarget",
    "EvidenceChecked",
    "EvidenceFault",
    "Finding",
    "NotEmpty",
    "Restored",
    "StorageProblem",
    "open_archive",
    "read_witness",
]


class Archive:
    """The database and the evidence of an installation as things to keep. Raises StorageProblem."""

    def __init__(self, store: Store, files: EvidenceFiles) -> None:
        self._store = store
        self._files = files

    def plans(self) -> tuple[str, ...]:
        """Ids of all plans, in order."""
        return self._store.plans()

    def audit(self, plan: str | None = None, witness: Witness | None = None) -> list[Audited]:
        """Whether the record is as the app wrote it: of one plan or of all; empty where there is none.

        ``witness`` holds seals from an earlier export, kept elsewhere. Without one, an end of the record that
        was cut off or rewritten by someone who also computed all seals anew cannot be told.
        """
        return self._store.audit(plan, witness)

    def export(self, plan: str) -> list[str] | None:
        """The record of a plan as JSON Lines with seals; None where there is no such plan."""
        return self._store.lines(plan) if plan in self._store.plans() else None

    def check_evidence(self, plan: str | None = None) -> EvidenceChecked:
        """Whether every file that the record of a plan, or of all, knows is there and as it was."""
        return check_evidence(self._store, self._files, plan)

    def back_up(self, file: Path) -> BackedUp:
        """Everything in one new file, as it stands now; people may go on working."""
        return self._store.back_up(self._files, file)

    def restore(self, file: Path, *, replace: bool = False) -> Restored:
        """Put a backup back.

        Raises NotEmpty where there are plans and ``replace`` is not said, BadBackup, BadTarget.
        """
        return self._store.restore(self._files, file, replace=replace)


def open_archive(env: Mapping[str, str]) -> Archive:
    """The archive of this installation, its tables brought to the form this program knows.

    Raises StorageProblem, with a sentence for the person, where the database cannot be used.
    """
    address, evidence = _places(env)
    store = Store(address, _now)
    store.migrate()
    return Archive(store, evidence_files(evidence))


def read_witness(file: Path) -> Witness:
    """Seals by plan and number from what ``mpp audit export`` once printed. OSError, or ValueError."""
    seals: dict[str, dict[int, str]] = {}
    for text in file.read_text(encoding="utf-8").splitlines():
        told = json.loads(text)
        try:
            plan, number, sealed = str(told["plan"]), int(told["number"]), str(told["hash"])
        except (KeyError, TypeError) as error:
            raise ValueError("not a line of a record") from error
        seals.setdefault(plan, {})[number] = sealed
    if not seals:
        raise ValueError("no line of a record")
    return seals
