"""Loading a demo plan: its steps go through the same rules and the same record as anybody's work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from planner.catalog.demo import DemoChange, DemoEvidence, DemoPlan, DemoStep, demo_steps
from planner.domain.activities import Work, work
from planner.domain.changes import Edit, edits, objections, review_falls
from planner.domain.checklist import Checklist
from planner.domain.state import Entry, State
from planner.storage.files import EvidenceFiles
from planner.storage.store import Draft, Store, Written
from planner.workspace.evidence import evidence_edits


def load_demo_plan(store: Store, files: EvidenceFiles, checklist: Checklist, demo: DemoPlan) -> int:
    """Write a demo plan, or what is missing of it; number of entries written.

    What one office did on one day for one reason is written together.

    Why "what is missing": whoever stops the program while it loads must not be left with half a plan.

    Raises:
        ValueError: a step breaks a rule; the demo file is wrong.
    """
    there = store.entries(demo.plan)
    written = 0 if there else _begin(store, demo)
    position = 1
    planned, todo = None, Work({}, {}, (), "")
    for key, together in groupby(demo_steps(demo, checklist), key=lambda s: (s.on, s.actor, s.why)):
        if position < len(there):
            position = _behind(there, position, key)
            continue
        state = store.state(demo.plan)
        if state is None:
            raise ValueError(f"{demo.plan} could not be begun")
        if state.plan != planned:
            planned, todo = state.plan, work(checklist, state.plan)
        drafts = [
            Draft(e.kind, e.subject, e.after, None)
            for step in _checked(list(together), todo, state)
            for e in _edits(step, state, files)
        ]
        day, actor, why = key
        written += _count(store.write(demo.plan, drafts, actor=actor, effective_on=day, why=why))
    return written


def _begin(store: Store, demo: DemoPlan) -> int:
    settings = Draft("plan", demo.plan, demo.settings.model_dump(mode="json"), 0)
    return _count(store.write(demo.plan, [settings], actor=demo.actor, effective_on=demo.opened_on))


def _behind(there: Sequence[Entry], position: int, key: tuple[date, str, str]) -> int:
    """Position behind the entries from ``position`` on that were written together as ``key`` says."""
    while position < len(there):
        entry = there[position]
        if (entry.effective_on, entry.actor, entry.why) != key:
            break
        position += 1
    return position


def _checked(steps: Sequence[DemoStep], todo: Work, state: State) -> Sequence[DemoStep]:
    """The steps, each held against the rules that every change is held against."""
    for step in steps:
        if isinstance(step, DemoChange):
            against = objections(step.change, todo, state, step.actor, step.on)
            if against:
                raise ValueError(f"{step.on} {step.change}: {against}")
    return steps


def _edits(step: DemoStep, state: State, files: EvidenceFiles) -> tuple[Edit, ...]:
    if isinstance(step, DemoChange):
        return edits(step.change, state, step.actor, step.on)
    return (*_evidence(step, state, files), *review_falls(state, step.activity))


def _evidence(step: DemoEvidence, state: State, files: EvidenceFiles) -> tuple[Edit, ...]:
    """The file as a piece of evidence of its own; it replaces the one before for that requirement."""
    content = step.content.encode("utf-8")
    asked = (step.activity, step.requirement)
    given = {key: e for key, e in state.evidence.items() if (e.activity, e.requirement) == asked}
    replaced = next((key for key, evidence in given.items() if not evidence.removed), None)
    version = f"-{len(given) + 1}" if given else ""
    subject = f"{step.activity}-{step.requirement}".replace(".", "-").lower() + version
    digest = files.put(content)
    return evidence_edits(
        step.activity,
        step.requirement,
        step.file_name,
        content,
        digest,
        step.on,
        step.actor,
        subject=subject,
        replaces=replaced,
    )


def _count(outcome: object) -> int:
    if not isinstance(outcome, Written):
        raise ValueError(f"a demo step was not written: {outcome}")
    return len(outcome.entries)
