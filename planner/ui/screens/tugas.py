"""Tugas saya: what waits for whoever is at work, and what they can do next."""

from __future__ import annotations

import streamlit as st

from planner.ui import frame
from planner.ui.components.tasks import desk, next_steps, waiting_groups
from planner.views import tasks, tasks_words


def render() -> None:
    """Draw how much waits, what it is, and the next steps."""
    seen = frame.opened("tugas")
    found = desk(seen)
    frame.answer(tasks.tasks_sentence(found.waiting, len(found.reviews)))
    waiting_groups(seen, found)
    if found.steps:
        next_steps(seen, found.steps)
    elif found.waiting == tasks.NOTHING and not found.reviews:
        st.info(tasks_words.NOTHING_AT_ALL)


render()
