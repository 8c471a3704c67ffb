"""Readiness: each rule as a case a lawyer can read (tests/golden/readiness), and what always holds."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BeforeValidator, Field

from planner.domain import verification
from planner.domain.activities import Work, work
from planner.domain.checklist import Checklist, Frozen
from planner.domain.plan import Agency, Plan
from planner.domain.readiness import (
    FINISHED,
    SETTLED,
    Readiness,
    Standing,
    Tally,
    planned_share,
    proven,
    readiness,
)
from planner.domain.state import Evidence, Progress, Review, State, Status
from tests.domain.builders import (
    PLAN_ID,
    SECRETARY,
    STAFF,
    START,
    TODAY,
    checklist,
    document,
    done,
    item,
    measured,
    plan,
    state,
)

FOLDER = Path(__file__).parents[1] / "golden" / "readiness"
CASES = sorted(FOLDER.glob("*.yaml"))


def _number(value: Any) -> Any:
    return Fraction(str(value)) if isinstance(value, str | int) else value


Share = Annotated[Fraction | None, BeforeValidator(_number)]


class GoldenItem(Frozen):
    """An item; all but its id may be left out."""

    id: str
    weight: int = 1
    stage: str = "kerja"
    per: Literal["agency"] | None = None
    gates: tuple[str, ...] = ()
    verify: bool = False
    evidence: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class GoldenChecklist(Frozen):
    """Items, the gates in their order, and which item is the opening."""

    items: tuple[GoldenItem, ...]
    gates: tuple[str, ...] = ("usulan",)
    launch: str


class GoldenAgency(Frozen):
    """An agency that is not simply there."""

    wave: int = 1
    active: bool = True


class GoldenBefore(Frozen):
    """What was decided upon, where it was something else than what stands."""

    finished_on: date | None = None
    evidence: tuple[str, ...] | None = None


class GoldenProgress(Frozen):
    """How far an activity is, by whom, and what someone else said of what stood ``before`` (or stands)."""

    status: Status
    by: str = STAFF
    reason: str = ""
    accepted_by: str | None = None
    returned_by: str | None = None
    finished_on: date | None = None
    before: GoldenBefore = GoldenBefore()


def _status(value: Any) -> Any:
    return {"status": value} if isinstance(value, str) else value


class GoldenDocument(Frozen):
    """A document attached and later taken back."""

    id: str
    removed: bool = False


def _document(value: Any) -> Any:
    return {"id": value} if isinstance(value, str) else value


class GoldenGate(Frozen):
    """A gate, what it waits for and which earlier gate it stands behind."""

    passed: bool
    waits_for: tuple[str, ...] = ()
    behind: str | None = None


class GoldenExpectation(Frozen):
    """The right answer; what is left out is not looked at, a score of null must be no score."""

    score: Share = None
    work_progress: Share = None
    ready: bool | None = None
    opened_on: date | None = None
    stages: dict[str, Share] = Field(default_factory=dict)
    operation: Share = None
    gates: dict[str, GoldenGate] = Field(default_factory=dict)
    standing: dict[str, str] = Field(default_factory=dict)
    lacks: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Golden(Frozen):
    """One file: a rule in a sentence, the smallest plan that shows it, and the right answer."""

    rule: str
    checklist: GoldenChecklist
    agencies: dict[str, GoldenAgency] = Field(default_factory=dict)
    progress: dict[str, Annotated[GoldenProgress, BeforeValidator(_status)]] = Field(default_factory=dict)
    evidence: dict[str, tuple[Annotated[GoldenDocument, BeforeValidator(_document)], ...]] = Field(
        default_factory=dict
    )
    expect: GoldenExpectation


def _checklist(told: GoldenChecklist) -> Checklist:
    stages: dict[str, list[str]] = {}
    for i in told.items:
        stages.setdefault(i.stage, []).append(i.id)
    items = [
        item(
            i.id,
            weight=i.weight,
            per_agency=i.per == "agency",
            gates=i.gates,
            verify=i.verify,
            evidence=i.evidence,
            optional=i.optional,
            after=i.after,
        )
        for i in told.items
    ]
    return checklist(*items, launch=told.launch, gates=told.gates, stages=stages)


def _progress(told: GoldenProgress) -> Progress:
    reviews = [
        Review(decision=decision, by=who, reason="Periksa lagi.")
        for decision, who in (("accepted", told.accepted_by), ("returned", told.returned_by))
        if who is not None
    ]
    return Progress(
        status=told.status,
        submitted_by=told.by if told.status == "done" else None,
        reason=told.reason,
        finished_on=told.finished_on,
        review=next(iter(reviews), None),
    )


def _decided(activity: str, told: GoldenProgress, stands: State) -> Progress:
    """The progress with its review bound to what was decided upon."""
    progress = stands.progress[activity]
    if progress.review is None:
        return progress
    before, files = told.before, verification.given(stands, activity)
    if before.evidence is not None:
        files = tuple(document(activity, requirement) for requirement in before.evidence)
    seen = progress.model_copy(update={"finished_on": before.finished_on or progress.finished_on})
    review = progress.review.model_copy(update={"of": verification.fingerprint(seen, files)})
    return progress.model_copy(update={"review": review})


def _state(case: Golden) -> State:
    unbound = _unbound(case)
    decided = {activity: _decided(activity, told, unbound) for activity, told in case.progress.items()}
    return unbound.model_copy(update={"progress": decided})


def _unbound(case: Golden) -> State:
    agencies = {slug: Agency(name=f"Instansi {slug}", **a.model_dump()) for slug, a in case.agencies.items()}
    return State(
        plan=Plan(id=PLAN_ID, settings=plan().settings, agencies=agencies),
        progress={activity: _progress(p) for activity, p in case.progress.items()},
        evidence={
            f"{activity}-{d.id}-{n}": document(activity, d.id, removed=d.removed)
            for activity, documents in case.evidence.items()
            for n, d in enumerate(documents)
        },
    )


def _score(tally: Tally) -> Fraction | None:
    return None if tally.score is None else tally.met_weight / tally.applicable_weight


def _done_share(tally: Tally) -> Fraction | None:
    reported = tally.met + tally.submitted
    return None if tally.work_progress is None else Fraction(reported, tally.applicable)


def _found(ready: Readiness, asked: GoldenExpectation) -> dict[str, Any]:
    """The answer in the form of the expectation, as far as that asks."""
    everything: dict[str, Any] = {
        "score": _score(ready.overall),
        "work_progress": _done_share(ready.overall),
        "ready": ready.ready,
        "opened_on": ready.opened_on,
        "stages": {s: _score(t) for s, t in ready.stages.items() if s in asked.stages},
        "operation": _score(ready.operation),
        "gates": {
            g.gate: GoldenGate(passed=g.passed, waits_for=g.waits_for, behind=g.behind)
            for g in ready.gates
            if g.gate in asked.gates
        },
        "standing": {a: s.standing for a, s in ready.activities.items() if a in asked.standing},
        "lacks": {a: s.lacks for a, s in ready.activities.items() if a in asked.lacks},
    }
    return {name: everything[name] for name in asked.model_fields_set}


def test_every_rule_has_its_case() -> None:
    assert len(CASES) >= 15


@pytest.mark.parametrize("file", CASES, ids=[file.stem for file in CASES])
def test_readiness_follows_the_rule(file: Path) -> None:
    case = Golden.model_validate(yaml.safe_load(file.read_text("utf-8")))
    _, ready = measured(_checklist(case.checklist), _state(case))
    wanted = {name: getattr(case.expect, name) for name in case.expect.model_fields_set}
    assert _found(ready, case.expect) == wanted


@pytest.mark.parametrize("file", CASES, ids=[file.stem for file in CASES])
def test_a_case_speaks_only_of_activities_its_plan_has(file: Path) -> None:
    case = Golden.model_validate(yaml.safe_load(file.read_text("utf-8")))
    known = set(work(_checklist(case.checklist), _state(case).plan).activities)
    named = {*case.expect.standing, *case.expect.lacks}
    assert named <= known
    assert case.expect.model_fields_set


def test_finished_work_may_still_lack_proof_and_settled_work_lacks_nothing() -> None:
    assert set(FINISHED - SETTLED) == {"submitted"}
    assert {*get_args(Standing)} - FINISHED == {"in_progress", "not_started"}


def test_two_documents_for_one_requirement_are_both_counted() -> None:
    items = checklist(item("KOM-01", evidence=["sk"]), launch="KOM-01")
    _, ready = measured(items, state(evidence=[document("KOM-01", "sk"), document("KOM-01", "sk")]))
    assert ready.activities["KOM-01"].evidence == 2


def test_a_finished_launch_without_a_day_gives_no_day_of_opening() -> None:
    items = checklist(item("PRM-01"), launch="PRM-01")
    _, ready = measured(items, state(progress={"PRM-01": Progress(status="done")}))
    assert ready.opened_on is None


def test_the_plan_of_the_first_day_reaches_what_was_to_be_finished_by_the_day() -> None:
    items = checklist(
        item("KOM-01", weight=3), item("PRM-01"), item("PAN-01", after=["PRM-01"]), launch="PRM-01"
    )
    finish = {"KOM-01": TODAY, "PRM-01": date(2026, 3, 3), "PAN-01": START}
    share = planned_share(work(items, plan()), finish, TODAY)
    assert (share.score, share.work_progress) == (0.75, 0.5)


def test_a_plan_without_work_before_the_opening_has_no_planned_share() -> None:
    nothing = Work({}, {}, (), "PRM-01")
    share = planned_share(nothing, {}, TODAY)
    assert (share.score, share.work_progress) == (None, None)


def test_what_is_taken_as_proven_changes_its_standing_and_no_figure() -> None:
    items = checklist(item("KOM-01", gates=["usulan"]), item("PRM-01"), launch="PRM-01")
    _, before = measured(items, state())
    after = proven(before, ["KOM-01"])
    assert {a: s.standing for a, s in after.activities.items()} == {"KOM-01": "met", "PRM-01": "not_started"}
    assert (after.overall, after.gates, after.ready) == (before.overall, before.gates, False)


# What holds for every plan: two gates, items once and per agency, with and without proof and acceptance.
SMALL = checklist(
    item("KOM-01", weight=5, gates=["usulan"], verify=True, evidence=["sk"], optional=["foto"]),
    item("KOM-02", weight=2, evidence=["sk"]),
    item("KSP-01", weight=3, per_agency=True, gates=["uji-coba"], evidence=["pks"], after=["KOM-01"]),
    item("KSP-02", weight=4, per_agency=True, verify=True),
    item("PRM-01", weight=1, after=["KSP-01"]),
    item("PAN-01", weight=2, after=["PRM-01"]),
    launch="PRM-01",
    gates=["usulan", "uji-coba"],
    stages={
        "komitmen": ["KOM-01", "KOM-02"],
        "kesepakatan": ["KSP-01", "KSP-02"],
        "peresmian": ["PRM-01", "PAN-01"],
    },
)
AGENCIES = ("bpjs", "polres", "samsat")
ACTIVITIES = tuple(work(SMALL, plan(*AGENCIES)).activities)
STATUSES = st.sampled_from(["not_started", "in_progress", "done", "not_applicable"])
PEOPLE = st.sampled_from([STAFF, SECRETARY, "bupati"])
SOMETHING_ELSE = "e" * 64

progresses = st.builds(
    Progress,
    status=STATUSES,
    submitted_by=PEOPLE,
    review=st.none()
    | st.builds(
        Review,
        decision=st.sampled_from(["accepted", "returned"]),
        by=PEOPLE,
        of=st.sampled_from(["", SOMETHING_ELSE]),
    ),
)
documents = st.builds(
    document,
    st.sampled_from(ACTIVITIES),
    st.sampled_from(["sk", "foto", "pks"]),
    removed=st.booleans(),
)


@st.composite
def states(draw: st.DrawFn) -> State:
    agencies = draw(st.lists(st.sampled_from(AGENCIES), unique=True))
    progress = draw(st.dictionaries(st.sampled_from(ACTIVITIES), progresses))
    return state(plan(*agencies), progress, draw(st.lists(documents, max_size=8)))


def _ready(now: State) -> Readiness:
    return measured(SMALL, now)[1]


def _tallies(ready: Readiness) -> list[Tally]:
    return [ready.overall, ready.operation, *ready.stages.values()]


@given(states())
def test_shares_lie_between_nothing_and_all_and_are_none_where_nothing_is_applicable(now: State) -> None:
    for tally in _tallies(_ready(now)):
        shares = [tally.score, tally.work_progress]
        assert [share is None for share in shares] == [tally.applicable == 0] * 2
        assert all(0 <= share <= 1 for share in shares if share is not None)


@given(states())
def test_stages_add_up_to_the_whole(now: State) -> None:
    ready = _ready(now)
    assert sum(t.met_weight for t in ready.stages.values()) == ready.overall.met_weight
    assert sum(t.applicable_weight for t in ready.stages.values()) == ready.overall.applicable_weight
    assert sum(t.applicable for t in ready.stages.values()) == ready.overall.applicable


@given(states())
def test_a_full_score_means_every_gate_is_passed(now: State) -> None:
    ready = _ready(now)
    full = ready.overall.met_weight == ready.overall.applicable_weight
    assert ready.ready or not full


@given(states())
def test_a_passed_gate_waits_for_nothing_and_no_gate_is_passed_behind_an_open_one(now: State) -> None:
    gates = _ready(now).gates
    assert [g.passed for g in gates] == sorted((g.passed for g in gates), reverse=True)
    assert not [g for g in gates if g.passed and (g.waits_for or g.behind)]
    assert not [g for g in gates if not g.passed and not (g.waits_for or g.behind)]


@given(states(), documents)
def test_a_document_lowers_the_score_only_by_what_was_accepted_without_it(now: State, file: Evidence) -> None:
    more = now.model_copy(update={"evidence": now.evidence | {"new": file}})
    before, after = _ready(now), _ready(more)
    was_met = {a for a, s in before.activities.items() if s.standing == "met"}
    lost = {a for a in was_met if after.activities[a].standing != "met"}
    assert lost <= {file.activity}
    assert {after.activities[a].lacks for a in lost} <= {("lapsed",)}


@given(states(), st.sampled_from(ACTIVITIES), PEOPLE)
def test_accepting_never_lowers_the_score_of_what_was_not_accepted(
    now: State, activity: str, who: str
) -> None:
    before = now.progress.get(activity, Progress())
    unreviewed = now.model_copy(
        update={"progress": now.progress | {activity: before.model_copy(update={"review": None})}}
    )
    seen = verification.presented(now, activity)
    accepted = before.model_copy(update={"review": Review(decision="accepted", by=who, of=seen)})
    after = now.model_copy(update={"progress": now.progress | {activity: accepted}})
    assert _ready(after).overall.met_weight >= _ready(unreviewed).overall.met_weight


@given(states(), st.sampled_from([a for a in ACTIVITIES if a.split(".")[0] in ("KOM-02", "KSP-02")]))
def test_what_does_not_apply_leaves_the_others_as_they_were(now: State, activity: str) -> None:
    marked = now.model_copy(
        update={"progress": now.progress | {activity: Progress(status="not_applicable", reason="Tidak ada")}}
    )
    todo, before = measured(SMALL, now)
    after = readiness(SMALL, todo, marked)
    known = [a for a in todo.activities if a == activity]
    was_met = [a for a in known if before.activities[a].standing == "met"]
    own = sum((_share(todo, a) for a in was_met), Fraction(0))
    assert after.overall.met_weight == before.overall.met_weight - own
    assert {a: s for a, s in after.activities.items() if a != activity} == {
        a: s for a, s in before.activities.items() if a != activity
    }


def _share(todo: Work, activity: str) -> Fraction:
    of = todo.activities[activity].item
    return Fraction(of.weight, len(todo.by_item[of.id]))


@given(states(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_were_kept_means_nothing(now: State, random: Any) -> None:
    def shuffled(kept: dict[str, Any]) -> dict[str, Any]:
        pairs = list(kept.items())
        random.shuffle(pairs)
        return dict(pairs)

    other = now.model_copy(
        update={
            "plan": now.plan.model_copy(update={"agencies": shuffled(now.plan.agencies)}),
            "progress": shuffled(now.progress),
            "evidence": shuffled(now.evidence),
        }
    )
    assert _ready(other) == _ready(now)


@given(states(), st.integers(1, 3))
def test_a_new_agency_never_passes_a_gate(now: State, wave: int) -> None:
    joined = now.plan.agencies | {"baru": Agency(name="Instansi baru", wave=wave)}
    more = now.model_copy(update={"plan": now.plan.model_copy(update={"agencies": joined})})
    passed = {g.gate for g in _ready(now).gates if g.passed}
    assert {g.gate for g in _ready(more).gates if g.passed} <= passed


@given(states())
def test_a_gate_is_passed_by_met_work_only(now: State) -> None:
    ready = _ready(now)
    todo = work(SMALL, now.plan)
    through = [m for g in ready.gates if g.passed for m in todo.gates[g.gate]]
    assert {ready.activities[m].standing for m in through} <= {"met"}


def test_reporting_done_raises_work_progress_and_not_the_score_where_proof_is_asked() -> None:
    before, after = _ready(state(plan("bpjs"))), _ready(state(plan("bpjs"), {"KOM-01": done()}))
    assert (before.overall.score, after.overall.score) == (0, 0)
    assert (before.overall.work_progress, after.overall.work_progress) == (0, 0.2)
