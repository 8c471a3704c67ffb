"""Bagaimana jika: changes tried on a copy of the plan, beside the plan, and used only when wanted."""

from __future__ import annotations

import streamlit as st

from planner.ui import frame
from planner.ui.components import whatif_parts as parts
from planner.ui.components.whatif_form import whatif_form
from planner.ui.components.whatif_scratch import scratch, tried
from planner.views import whatif
from planner.views import whatif_words as words
from planner.workspace import Refused, Snapshot


def render() -> None:
    """Draw the sentence, both plans side by side where something is tried, the form and the list."""
    seen = frame.opened("andai")
    if seen.readiness.opened_on is not None:
        frame.answer(whatif.opened_sentence(seen.regency.name, seen.readiness.opened_on))
        return
    then = tried(seen)
    if isinstance(then, Refused):
        frame.answer(whatif.purpose_sentence(seen.schedule))
        parts.cannot_stand(seen, then)
        return
    _answer(seen, then)
    left, right = st.columns(2, gap="large")
    with left:
        whatif_form(seen, then)
    with right:
        parts.trial_list(seen, then)
    parts.standing(seen, then)


def _answer(seen: Snapshot, then: Snapshot) -> None:
    """What becomes of the launch, and the two plans beside each other."""
    count = len(scratch(seen.state.plan.id).trials)
    if not count:
        frame.answer(whatif.purpose_sentence(seen.schedule))
        return
    frame.answer(
        whatif.result_sentence(
            count, seen.schedule, then.schedule, whatif.calendar(seen.state.plan, seen.days_off)
        )
    )
    st.caption(words.BAND)
    parts.compared(seen, then)


render()
