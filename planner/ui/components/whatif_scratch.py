"""What a visitor tries on each plan: kept while moving between pages, written only when it is to be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from planner.domain.changes import Change
from planner.domain.changes.needs import concerned, needed
from planner.domain.plan import Plan, Planning
from planner.domain.state import SubjectKind
from planner.domain.trial import PlanningTrial, Trial, changes, subject
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.views import labels, whatif
from planner.views import whatif_words as words
from planner.views import words as common
from planner.views.trials import told as trial_told
from planner.workspace import Refused, Snapshot, Stale, Written, seen_revisions, wanted_fields

KEY = "percobaan"
FORM = "percobaan:isian"
KEEPING = "percobaan:pakai"
WHY = "percobaan:alasan"
TRYING = "percobaan"
"""Who tries what nobody writes: trying needs no role."""


@dataclass(frozen=True, slots=True)
class Scratch:
    """What is tried on a plan, in the order it was asked for; ``seen``: the revisions when it began."""

    trials: tuple[Trial, ...] = ()
    seen: Mapping[tuple[str, str], int] = field(default_factory=dict)


def scratch(plan: str) -> Scratch:
    """What is tried on a plan now."""
    return _all().get(plan, Scratch())


def _all() -> dict[str, Scratch]:
    known: dict[str, Scratch] = st.session_state.setdefault(KEY, {})
    return known


def tried(seen: Snapshot, trials: Sequence[Trial] | None = None) -> Snapshot | Refused:
    """A plan with what is tried on it, or with ``trials``; or what speaks against that."""
    return session.workspace().tried(seen, asked(seen, trials), TRYING)


def asked(seen: Snapshot, trials: Sequence[Trial] | None = None) -> tuple[Change, ...]:
    """The changes that are tried on a plan, or that ``trials`` ask of it."""
    plan = seen.state.plan
    return changes(scratch(plan.id).trials if trials is None else trials, plan)


def add(seen: Snapshot, trial: Trial) -> bool:
    """Try one thing more, in place of an earlier one about the same; False where it cannot be tried.

    What it means for the plan is told beside the form: tried, refused and why, or nothing new.
    """
    kept = scratch(seen.state.plan.id)
    others = tuple(one for one in kept.trials if subject(one) != subject(trial))
    then, without = (tried(seen, t) for t in ((*others, trial), others))
    if isinstance(then, Refused):
        notice.refuse(FORM, words.NOT_TRIED.format(reasons=reasons(then)))
        return False
    if isinstance(without, Snapshot) and _sets(then.state.plan) == _sets(without.state.plan):
        _put(seen, others)
        notice.refuse(FORM, words.ALREADY_SO)
        return False
    _put(seen, (*others, trial))
    days = whatif.calendar(seen.state.plan, seen.days_off)
    notice.say(FORM, whatif.tried_sentence(seen.schedule, then.schedule, days))
    return True


def remove(seen: Snapshot, trial: Trial) -> None:
    """Take one thing back, and with it what cannot be tried without it."""
    notice.clear()
    left: list[Trial] = []
    gone: list[Trial] = []
    for one in scratch(seen.state.plan.id).trials:
        if one != trial:
            refused = isinstance(tried(seen, [*left, one]), Refused)
            (gone if refused else left).append(one)
    if gone:
        named = "; ".join(told(seen, one) for one in gone)
        notice.say(FORM, words.ALSO_REMOVED.format(told=named))
    _put(seen, tuple(left))


def undo(seen: Snapshot, trial: PlanningTrial) -> None:
    """Try the plan without what it sets for an activity."""
    add(seen, PlanningTrial(trial.activity, trial.field, None))


@clicks.answered
def discard(seen: Snapshot) -> None:
    """Forget everything that is tried on a plan."""
    _all().pop(seen.state.plan.id, None)
    notice.say(FORM, words.DISCARDED)


def only_tries(seen: Snapshot) -> bool:
    """Whether one of the changes that are tried is not the visitor's to write."""
    trials = scratch(seen.state.plan.id).trials
    return any(
        session.reads(seen, needed(change), agency)
        for change in changes(trials, seen.state.plan)
        for agency in concerned(change, seen.state)
    )


@clicks.answered
def keep(seen: Snapshot) -> None:
    """Write everything that is tried on a plan, all or nothing."""
    plan = seen.state.plan.id
    kept = scratch(plan)
    why = st.session_state.get(WHY) or ""
    wanted = changes(kept.trials, seen.state.plan, why)
    outcome = session.workspace().record_all(
        plan,
        wanted,
        actor=session.actor(),
        seen={key: kept.seen.get(key, 0) for key in seen_revisions(seen, wanted, TRYING)},
        why=why,
    )
    asked = notice.Attempt({})
    if isinstance(outcome, Stale):
        key = outcome.kind, outcome.subject
        mine = wanted_fields(seen, wanted, TRYING)[key]
        asked = notice.Attempt(mine, again=_keep_over, leave=_leave, args=(seen, key), among=True)
    if notice.tell(KEEPING, outcome, seen, asked):
        _all().pop(plan, None)
        st.session_state[WHY] = ""
        written = isinstance(outcome, Written) and outcome.entries
        notice.say(FORM, words.KEPT.format(count=len(kept.trials)) if written else common.NOTHING_CHANGED)


def _keep_over(seen: Snapshot, key: tuple[SubjectKind, str], revision: int) -> None:
    """Write everything that is tried, over what somebody else wrote of one subject meanwhile."""
    plan = seen.state.plan.id
    kept = scratch(plan)
    _all()[plan] = replace(kept, seen={**kept.seen, key: revision})
    keep(seen)


def _leave(seen: Snapshot, key: tuple[SubjectKind, str]) -> None:
    """Take back what is tried on one subject, of which somebody else's word stands."""
    plan = seen.state.plan
    for trial in scratch(plan.id).trials:
        if key in seen_revisions(seen, changes([trial], plan), TRYING):
            remove(seen, trial)


def _put(seen: Snapshot, trials: tuple[Trial, ...]) -> None:
    plan = seen.state.plan.id
    if not trials:
        _all().pop(plan, None)
        return
    began = scratch(plan).seen if plan in _all() else dict(seen.state.revisions)
    _all()[plan] = Scratch(trials, began)


def _sets(plan: Plan) -> Plan:
    """A plan without activities for which nothing is planned any more."""
    planning = {key: planned for key, planned in plan.planning.items() if planned != Planning()}
    return plan.model_copy(update={"planning": planning})


def told(then: Snapshot, trial: Trial) -> str:
    """A trial in words; ``then`` is a plan that knows its activities and agencies, tried or as it stands."""
    return trial_told(trial, then.work, session.names(then))


def reasons(refused: Refused) -> str:
    """What speaks against what is tried."""
    return " ".join(map(labels.refusal, refused.objections))
