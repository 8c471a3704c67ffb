"""The form that tries one thing: what to change, of which activity, agency or budget, and to what."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from planner.domain.trial import Trial
from planner.ui import clicks
from planner.ui.components import notice
from planner.ui.components import whatif_activity as of_activity
from planner.ui.components import whatif_fields as of_plan
from planner.ui.components.whatif_scratch import FORM, add
from planner.ui.components.whatif_typed import KIND, forget
from planner.views import whatif_words as words
from planner.workspace import Snapshot

FIELDS: dict[words.Kind, Callable[[Snapshot], None]] = {
    "duration": of_activity.duration_fields,
    "constraint": of_activity.constraint_fields,
    "week": of_activity.week_fields,
    "agency": of_plan.agency_fields,
    "joining": of_plan.joining_fields,
    "window": of_plan.window_fields,
    "target": of_plan.target_fields,
    "plan_week": of_plan.plan_week_fields,
    "day_off": of_plan.day_off_fields,
}
TRIALS: dict[words.Kind, Callable[[], Trial | str]] = {
    "duration": of_activity.duration_trial,
    "constraint": of_activity.constraint_trial,
    "week": of_activity.week_trial,
    "agency": of_plan.agency_trial,
    "joining": of_plan.joining_trial,
    "window": of_plan.window_trial,
    "target": of_plan.target_trial,
    "plan_week": of_plan.plan_week_trial,
    "day_off": of_plan.day_off_trial,
}


def whatif_form(seen: Snapshot, then: Snapshot) -> None:
    """Draw the form; ``then`` is ``seen`` with what is tried so far, from which its fields are filled."""
    st.subheader(words.FORM)
    kind = st.selectbox(words.WHAT, list(words.KINDS), format_func=lambda one: words.KINDS[one], key=KIND)
    FIELDS[kind](then)
    st.button(words.TRY, type="primary", key="coba-satu", on_click=_add, args=(seen, kind))
    notice.show(FORM)


@clicks.answered
def _add(seen: Snapshot, kind: words.Kind) -> None:
    wanted = TRIALS[kind]()
    if isinstance(wanted, str):
        notice.refuse(FORM, wanted)
    elif add(seen, wanted):
        forget()
