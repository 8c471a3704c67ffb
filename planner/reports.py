"""What the commands print: results of the workspace as JSON values and as plain Indonesian text."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from planner.catalog.checklists import load_checklist
from planner.catalog.library import Library
from planner.catalog.problem import Problem
from planner.domain.readiness import Tally
from planner.views import formats, labels, sentences, words
from planner.workspace import Snapshot

CLEAN: Final = "Tidak ada masalah."


def check(known: Library, folder: Path | None) -> list[Problem]:
    """All problems of one checklist folder, or of every checklist that came with the program."""
    if folder is not None:
        found = load_checklist(folder, known.regions)
        return list(found) if isinstance(found, tuple) else []
    problems = list(known.benchmarks) if isinstance(known.benchmarks, tuple) else []
    for name in known.folders():
        found = known.checklist(name)
        problems += found if isinstance(found, tuple) else ()
    return problems


def problem(found: Problem) -> dict[str, Any]:
    """A problem as JSON values."""
    return asdict(found)


def score(seen: Snapshot) -> dict[str, Any]:
    """Readiness as JSON values; shares run from 0 to 1, null where nothing is applicable."""
    ready = seen.readiness
    return {
        "plan": seen.state.plan.id,
        "day": seen.day.isoformat(),
        "ready": ready.ready,
        "opened_on": ready.opened_on.isoformat() if ready.opened_on else None,
        "launch": seen.schedule.launch.isoformat(),
        "target": seen.schedule.target.isoformat() if seen.schedule.target else None,
        "behind_target": seen.schedule.behind_target,
        **_tally(ready.overall),
        "planned": asdict(seen.planned),
        "gates": [asdict(gate) for gate in ready.gates],
        "stages": {stage: _tally(tally) for stage, tally in ready.stages.items()},
        "operation": _tally(ready.operation),
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "score": tally.score,
        "work_progress": tally.work_progress,
        "met": tally.met,
        "submitted": tally.submitted,
        "in_progress": tally.in_progress,
        "not_started": tally.not_started,
        "not_applicable": tally.not_applicable,
    }


def score_text(seen: Snapshot) -> str:
    """Readiness in plain text: the sentence, both figures, the gates and the stages."""
    ready = seen.readiness
    lines = [
        sentences.headline(seen.regency.name, ready, seen.schedule, seen.day),
        f"{words.SCORE}: {formats.percent(ready.overall.score)}   "
        f"{words.PROGRESS}: {formats.percent(ready.overall.work_progress)}",
        "",
    ]
    titles = {gate.id: gate.title for gate in seen.checklist.gates}
    for gate in ready.gates:
        behind = titles[gate.behind] if gate.behind else None
        lines.append(f"{labels.GATE} {titles[gate.gate]}: {sentences.gate_state(gate, behind)}")
    lines.append("")
    lines += [f"{formats.percent(ready.stages[s.stage].score):>5}  {s.title}" for s in seen.checklist.stages]
    return "\n".join(lines)


def schedule(seen: Snapshot) -> dict[str, Any]:
    """All dates as JSON values, by activity id; dates are ISO, floats working days."""
    found = seen.schedule
    return {
        "plan": seen.state.plan.id,
        "day": found.day.isoformat(),
        "launch": found.launch.isoformat(),
        "target": found.target.isoformat() if found.target else None,
        "behind_target": found.behind_target,
        "critical_path": list(found.critical_path),
        "activities": {
            activity: {
                "early_start": dates.early_start.isoformat(),
                "early_finish": dates.early_finish.isoformat(),
                "late_start": dates.late_start.isoformat(),
                "late_finish": dates.late_finish.isoformat(),
                "total_float": dates.total_float,
                "free_float": dates.free_float,
                "critical": dates.critical,
            }
            for activity, dates in found.dates.items()
        },
    }


def schedule_text(seen: Snapshot) -> str:
    """The work that remains, in order of its dates, with float in words."""
    lines = [sentences.schedule_sentence(seen.readiness, seen.schedule), ""]
    left = [
        (seen.schedule.dates[a.id], a)
        for a in seen.work.activities.values()
        if not a.after_launch and seen.readiness.activities[a.id].standing not in ("met", "not_applicable")
    ]
    for dates, activity in sorted(left, key=lambda pair: (pair[0].early_start, pair[1].id)):
        when = f"{formats.short_day(dates.early_start)} – {formats.short_day(dates.early_finish)}"
        agency = f" ({seen.state.plan.agencies[activity.agency].name})" if activity.agency else ""
        lines.append(
            f"{when:<27}  {activity.item.id} {activity.item.title}{agency}, {sentences.slack(dates)}"
        )
    return "\n".join(lines)
