"""Instansi: where every agency stands on its way into the mall, and what is still missing from it."""

from __future__ import annotations

from planner.ui import analysis, frame
from planner.views import agencies


def render() -> None:
    """Draw the sentence."""
    seen = frame.opened("instansi")
    frame.answer(agencies.agencies_sentence(analysis.agencies(seen)))


render()
