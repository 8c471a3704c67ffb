"""Ringkasan: is the regency ready, when does it open, what holds it, and whose move it is."""

from __future__ import annotations

import streamlit as st

from planner.ui import SCREENS, clicks, frame, session
from planner.ui.components.summary import chosen_stage, gate_strip, item_rows, stage_table
from planner.views import formats, labels, sentences, summary, target, target_words, words
from planner.views.plain import plain
from planner.workspace import Snapshot


def render() -> None:
    """Draw the summary in the order of a person's thoughts: verdict, gates, figures, holds, stages, next."""
    seen = frame.opened("ringkasan")
    frame.answer(sentences.headline(seen.regency.name, seen.readiness, seen.schedule, seen.day))
    plan, settings = seen.state.plan, seen.state.plan.settings
    if settings.provenance != "reported":
        label = labels.PROVENANCE[settings.provenance].capitalize()
        st.caption(f"**{label}.** {plain(settings.note)}")
    forecast = None if session.driver_problems() else session.forecast(seen)
    gate_strip(summary.gate_strip(seen.checklist, seen.readiness, seen.schedule, forecast))
    _figures(seen)
    left, right = st.columns([11, 9], gap="large")
    with left:
        st.subheader(words.HOLDING, help=words.HOLDING_HELP)
        held = summary.hold_rows(seen.checklist, seen.state, session.holds(seen))
        if not held:
            st.caption(words.HOLDING_NONE)
        item_rows(held, plan.id, ("days", "move"))
    with right:
        st.subheader(words.THIS_WEEK)
        _next(seen)
    st.subheader(words.STAGES)
    stage_table(summary.stage_bars(seen.checklist, seen.readiness, seen.schedule), _to_stage)
    after = seen.readiness.operation
    st.caption(words.AFTER_OPENING.format(met=after.met, total=after.applicable))


def _figures(seen: Snapshot) -> None:
    """Score and work progress side by side, never mixed, each with what the plan had foreseen by now."""
    overall, planned = seen.readiness.overall, seen.planned
    settings, by = seen.state.plan.settings, seen.planned_by
    why = target_words.FORESEEN_HELP[by]
    columns = st.columns(2)
    figures = (
        (words.SCORE, overall.score, planned.score, f"{words.SCORE_HELP} {why}"),
        (words.PROGRESS, overall.work_progress, planned.work_progress, f"{words.PROGRESS_HELP} {why}"),
    )
    for column, (title, reached, foreseen, meaning) in zip(columns, figures, strict=True):
        column.metric(title, formats.percent(reached), help=meaning)
        column.caption(plain(target.foreseen(foreseen, by, settings)))


def _next(seen: Snapshot) -> None:
    """The next steps of every role, folded but for the role at work."""
    roles = summary.by_role(seen.checklist, seen.state, seen.actions)
    if not roles:
        st.caption(words.NEXT_NONE)
    mine = session.roles().get(session.actor())
    for position, (role, steps) in enumerate(roles.items()):
        with st.expander(role, expanded=role == mine or (position == 0 and mine not in roles)):
            item_rows(steps, seen.state.plan.id, ("move", "due", "holds"))


@clicks.answered
def _to_stage() -> None:
    plan = session.chosen_plan() or ""
    st.switch_page(SCREENS / "daftar.py", query_params=session.address(plan) | {"tahap": chosen_stage()})


render()
