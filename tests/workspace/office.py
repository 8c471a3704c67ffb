"""The office the workspace tests work in: its plan, its day and the changes it makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from planner.domain.changes import ActivityChange, Change, NewAgencies, SettingsChange
from planner.domain.plan import FundingWindow, PlanSettings
from planner.workspace import Outcome, Refused, Snapshot, Workspace, Written

PLAN = "kota-contoh"
STAFF, SECRETARY = "staf", "sekda"
FIRST_DAY, TODAY = date(2026, 9, 1), date(2026, 11, 20)
SETTINGS = PlanSettings(name="Kota Contoh", regency="35.73", checklist="contoh", start=FIRST_DAY)
MONEY_ALL_THE_TIME = SettingsChange(
    windows=(
        FundingWindow(
            year=2026, budget="original", available_from=date(2026, 1, 1), spend_by=date(2028, 12, 31)
        ),
    )
)
"""A budget that work on the small checklist never waits for."""


@dataclass
class Clock:
    """A clock that stands still until it is set; it begins on a Friday morning in Indonesia."""

    moment: datetime = datetime(2026, 11, 20, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


@dataclass(frozen=True)
class Office:
    """A workspace, the folder it stands in and its clock."""

    workspace: Workspace
    folder: Path
    clock: Clock

    @property
    def checklist(self) -> Path:
        """The folder of the small checklist."""
        return self.folder / "checklists" / "contoh"

    def seen(self, day: date | None = None) -> Snapshot:
        """The snapshot, which must exist."""
        found = self.workspace.snapshot(PLAN, day)
        assert isinstance(found, Snapshot), found
        return found

    def record(self, change: Change, *, actor: str = STAFF, **said: Any) -> Written:
        """Record what must be written."""
        return written(self.workspace.record(PLAN, change, actor=actor, **said))

    def tick(self, activity: str, status: str = "done", *, on: date | None = None, **said: Any) -> Written:
        """Record the status of an activity."""
        change = ActivityChange.model_validate({"activity": activity, "status": status, **said})
        return self.record(change, effective_on=on)

    def attach(self, activity: str = "PSP-01", requirement: str = "sk-tim", **said: Any) -> Written:
        """Attach what must be kept."""
        given: dict[str, Any] = {"file_name": "sk.pdf", "content": b"%PDF-1.7", "actor": STAFF} | said
        return written(self.workspace.attach(PLAN, activity, requirement, **given))

    def change_item(self, old: str, new: str) -> None:
        """Edit the first stage of the small checklist on disk."""
        file = self.checklist / "01-persiapan.yaml"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")


def begin(office: Office, plan: str) -> None:
    """Begin a plan on its first day, with two agencies."""
    written(office.workspace.create(plan, SETTINGS, actor=STAFF, effective_on=FIRST_DAY))
    joining = NewAgencies(names=("BPJS", "Polres"))
    written(office.workspace.record(plan, joining, actor=STAFF, effective_on=FIRST_DAY))


def written(outcome: Outcome) -> Written:
    """The outcome, which must be that something was written."""
    assert isinstance(outcome, Written), outcome
    return outcome


def codes(outcome: Outcome) -> list[str]:
    """What spoke against a change that was refused."""
    assert isinstance(outcome, Refused), outcome
    return [against.code for against in outcome.objections]
