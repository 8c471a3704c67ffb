"""What the commands print: results of the workspace as JSON values and as plain Indonesian text."""

from __future__ import annotations

from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from planner.catalog.checklists import load_checklist
from planner.catalog.library import Library
from planner.catalog.problem import Problem
from planner.domain.limits import limit_of
from planner.domain.readiness import SETTLED, Tally
from planner.domain.schedule import FundedWork
from planner.views import formats, labels, sentences, target, why_words, words
from planner.views.why import chain
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
        "planned_by": seen.planned_by,
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
    ready, settings = seen.readiness, seen.state.plan.settings
    figures = (
        (words.SCORE, ready.overall.score, seen.planned.score),
        (words.PROGRESS, ready.overall.work_progress, seen.planned.work_progress),
    )
    lines = [
        sentences.headline(seen.regency.name, ready, seen.schedule, seen.day),
        *(
            f"{title}: {formats.percent(reached)}, {target.foreseen(planned, seen.planned_by, settings)}"
            for title, reached, planned in figures
        ),
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
        "near_critical": list(found.near_critical),
        "driving": [[link.predecessor, link.successor, link.type] for link in found.driving],
        "funded": {activity: _funded(one) for activity, one in found.funded.items()},
    }


def _funded(found: FundedWork) -> dict[str, Any]:
    window = None if found.funding is None else found.funding.window.model_dump(mode="json")
    return {
        "ready": found.ready.isoformat(),
        "waits": found.waits,
        "window": window,
        "assumed": None if found.funding is None else found.funding.assumed,
    }


def schedule_text(seen: Snapshot) -> str:
    """The work that remains, in order of its dates, with float in words."""
    lines = [sentences.schedule_sentence(seen.readiness, seen.schedule), ""]
    left = [
        (seen.schedule.dates[a.id], a)
        for a in seen.work.activities.values()
        if not a.after_launch and seen.readiness.activities[a.id].standing not in SETTLED
    ]
    for dates, activity in sorted(left, key=lambda pair: (pair[0].early_start, pair[1].id)):
        limit = limit_of(activity.id, seen.readiness, seen.schedule, seen.target)
        when = f"{formats.short_day(dates.early_start)} – {formats.short_day(dates.early_finish)}"
        agency = f" ({seen.state.plan.agencies[activity.agency].name})" if activity.agency else ""
        money = seen.schedule.funded.get(activity.id)
        waits = f", {why_words.waits_for(money.funding)}" if money is not None and money.waits else ""
        room = sentences.slack(dates, limit)
        lines.append(f"{when:<27}  {activity.item.id} {activity.item.title}{agency}, {room}{waits}")
    return "\n".join(lines)


def why(seen: Snapshot, activity: str) -> dict[str, Any]:
    """The chain of causes of a date as JSON values: the activity or gate milestone, and its sentences."""
    told = chain(seen.checklist, seen.work, seen.state, seen.schedule, seen.days_off, activity)
    return {"activity": activity, "why": list(told)}


def why_text(seen: Snapshot, activity: str) -> str:
    """The chain of causes of a date in plain text, one numbered sentence a line."""
    return "\n".join(f"{number}. {step}" for number, step in enumerate(why(seen, activity)["why"], 1))


def unknown_activity(seen: Snapshot, activity: str) -> str | None:
    """What to tell of an id without dates in the plan, with the ids most like it; None for a known one."""
    known = seen.schedule.dates
    if activity in known:
        return None
    folded = {one.casefold(): one for one in known}
    near = [folded[one] for one in get_close_matches(activity.casefold(), folded, n=3)]
    said = f"Kegiatan '{activity}' tidak ada dalam rencana '{seen.state.plan.id}'."
    if near:
        return f"{said} Yang mirip: {', '.join(near)}."
    return f"{said} Semua nama pendek kegiatan: 'mpp schedule {seen.state.plan.id} --json'."
