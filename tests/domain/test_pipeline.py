"""How far each agency is on its way into the mall."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.activities import work
from planner.domain.checklist import Checklist, PipelineStep
from planner.domain.pipeline import AgencyPipeline, pipeline
from planner.domain.plan import Plan
from planner.domain.readiness import readiness
from planner.domain.state import Progress, State, Status
from tests.domain import builders

STEPS = (
    PipelineStep(id="diundang", title="Diundang", items=("AAA-01",), when="begun"),
    PipelineStep(id="bersedia", title="Bersedia", items=("AAA-01",)),
    PipelineStep(id="pks", title="Kesepakatan dan PKS", items=("AAA-02", "AAA-03")),
    PipelineStep(id="hadir", title="Hadir", items=("AAA-04",)),
)
ITEMS = ("AAA-01", "AAA-02", "AAA-03", "AAA-04")


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    items = [builders.item(name, per_agency=True) for name in ITEMS]
    whole = builders.checklist(*items, builders.item("AAA-05", after=ITEMS), launch="AAA-05")
    return whole.model_copy(update={"head": whole.head.model_copy(update={"pipeline": STEPS})})


def way(checklist: Checklist, **statuses: Status) -> AgencyPipeline:
    """The way of one agency whose activities stand as told by item, ``_`` for the hyphen."""
    plan: Plan = builders.plan("polres")
    progress = {f"{name.replace('_', '-')}.polres": Progress(status=s) for name, s in statuses.items()}
    state = State(plan=plan, progress=progress)
    todo = work(checklist, plan)
    return pipeline(checklist, todo, readiness(checklist, todo, state))["polres"]


def test_an_agency_that_has_done_nothing_is_to_be_invited(checklist: Checklist) -> None:
    assert way(checklist) == AgencyPipeline("polres", (), None, "diundang", ("AAA-01.polres",))


def test_an_agency_whose_invitation_is_under_way_is_invited_and_not_yet_willing(checklist: Checklist) -> None:
    found = way(checklist, AAA_01="in_progress")
    assert (found.stands_at, found.next) == ("diundang", "bersedia")


def test_a_step_of_two_items_waits_for_both(checklist: Checklist) -> None:
    found = way(checklist, AAA_01="done", AAA_02="done")
    assert (found.stands_at, found.next, found.waits_for) == ("bersedia", "pks", ("AAA-03.polres",))


def test_what_was_reached_beyond_a_gap_is_told_but_does_not_move_the_agency(checklist: Checklist) -> None:
    found = way(checklist, AAA_01="done", AAA_04="done")
    assert found.reached == ("diundang", "bersedia", "hadir")
    assert (found.stands_at, found.next) == ("bersedia", "pks")


def test_what_does_not_apply_keeps_nobody(checklist: Checklist) -> None:
    found = way(checklist, AAA_01="done", AAA_02="done", AAA_03="not_applicable", AAA_04="done")
    assert (found.stands_at, found.next, found.waits_for) == ("hadir", None, ())


def test_a_plan_without_agencies_has_no_pipeline(checklist: Checklist) -> None:
    plan = builders.plan()
    todo = work(checklist, plan)
    assert pipeline(checklist, todo, readiness(checklist, todo, State(plan=plan))) == {}


@given(st.lists(st.sampled_from(get_args(Status)), min_size=4, max_size=4))
def test_where_an_agency_stands_follows_from_its_activities_alone(
    checklist: Checklist, statuses: list[Status]
) -> None:
    told = dict(zip(("AAA_01", "AAA_02", "AAA_03", "AAA_04"), statuses, strict=True))
    found = way(checklist, **told)
    assert found == way(checklist, **told)
    steps = [step.id for step in STEPS]
    gap = len(steps) if found.next is None else steps.index(found.next)
    assert set(steps[:gap]) <= set(found.reached)
    assert found.next not in found.reached
