"""Agencies that a visitor would move to another wave: kept while looking around, written only on request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from planner.domain.changes import AgencyChange
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.agency_form import effect_of
from planner.ui.components.whatif_scratch import TRYING, reasons
from planner.views import wave_words as words
from planner.workspace import Refused, Snapshot, Stale, seen_revisions

KEY = "pindah-gelombang"
FORM = "pindah-gelombang:isian"
KEEPING = "pindah-gelombang:simpan"
AGENCIES = "pindah-gelombang:instansi"
WAVE = "pindah-gelombang:ke"
WHY = "pindah-gelombang:alasan"


@dataclass(frozen=True, slots=True)
class Moves:
    """Agencies and the waves they would be in; ``seen``: the revisions when it began."""

    waves: Mapping[str, int] = field(default_factory=dict)
    seen: Mapping[tuple[str, str], int] = field(default_factory=dict)


def moves(plan: str) -> Moves:
    """Who would be moved on a plan now."""
    return _all().get(plan, Moves())


def _all() -> dict[str, Moves]:
    known: dict[str, Moves] = st.session_state.setdefault(KEY, {})
    return known


def tried(seen: Snapshot, wanted: Mapping[str, int] | None = None) -> Snapshot | Refused:
    """A plan with its agencies moved, or what speaks against that."""
    asked = moves(seen.state.plan.id).waves if wanted is None else wanted
    return session.workspace().tried(seen, changes(asked), TRYING)


def changes(wanted: Mapping[str, int]) -> tuple[AgencyChange, ...]:
    """The changes that move agencies."""
    return tuple(AgencyChange(agency=slug, wave=wave) for slug, wave in sorted(wanted.items()))


@clicks.answered
def add(seen: Snapshot) -> None:
    """Try what was chosen in the form, beside what is tried already; where it cannot be, say why."""
    plan = seen.state.plan
    chosen, wave = st.session_state.get(AGENCIES) or [], int(st.session_state[WAVE])
    if not chosen:
        notice.refuse(FORM, words.NEED_AGENCY)
        return
    stands = {slug: agency.wave for slug, agency in plan.agencies.items()}
    asked = {**moves(plan.id).waves, **dict.fromkeys(chosen, wave)}
    wanted = {slug: to for slug, to in asked.items() if stands.get(slug) != to}
    if wanted == moves(plan.id).waves:
        notice.refuse(FORM, words.ALREADY_THERE.format(wave=wave))
        return
    then = tried(seen, wanted)
    if isinstance(then, Refused):
        notice.refuse(FORM, words.NOT_TRIED.format(reasons=reasons(then)))
    else:
        began = moves(plan.id).seen or dict(seen.state.revisions)
        _put(plan.id, Moves(wanted, began))
        st.session_state[AGENCIES] = []
        notice.clear()


def _put(plan: str, wanted: Moves) -> None:
    if wanted.waves:
        _all()[plan] = wanted
    else:
        _all().pop(plan, None)


@clicks.answered
def discard(seen: Snapshot) -> None:
    """Forget who would be moved."""
    _all().pop(seen.state.plan.id, None)
    notice.say(FORM, words.DISCARDED)


@clicks.answered
def keep(seen: Snapshot) -> None:
    """Move the agencies, all or none of them."""
    plan = seen.state.plan.id
    kept = moves(plan)
    wanted = changes(kept.waves)
    outcome = session.workspace().record_all(
        plan,
        wanted,
        actor=session.actor(),
        seen={key: kept.seen.get(key, 0) for key in seen_revisions(seen, wanted, TRYING)},
        why=st.session_state.get(WHY) or "",
    )
    asked = notice.Attempt({})
    if isinstance(outcome, Stale):
        slug = outcome.subject
        mine = {"wave": kept.waves[slug]}
        asked = notice.Attempt(mine, again=_keep_over, leave=_leave, args=(seen, slug), among=True)
    if notice.tell(KEEPING, outcome, seen, asked):
        _all().pop(plan, None)
        st.session_state[WHY] = ""
        notice.say(FORM, words.KEPT.format(count=len(wanted)))
        notice.add(FORM, effect_of(seen))


def _keep_over(seen: Snapshot, slug: str, revision: int) -> None:
    """Move the agencies, over what somebody else wrote of one of them meanwhile."""
    plan = seen.state.plan.id
    kept = moves(plan)
    _all()[plan] = replace(kept, seen={**kept.seen, ("agency", slug): revision})
    keep(seen)


def _leave(seen: Snapshot, slug: str) -> None:
    """Leave an agency in the wave that somebody else's word gives it."""
    plan = seen.state.plan.id
    kept = moves(plan)
    _put(plan, replace(kept, waves={one: to for one, to in kept.waves.items() if one != slug}))
