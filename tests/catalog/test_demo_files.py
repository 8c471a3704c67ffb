"""The demo plans, taken through the same rules as the work of any user (without a database)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.catalog.agencies import load_agencies
from planner.catalog.benchmarks import load_benchmarks
from planner.catalog.checklists import load_checklist
from planner.catalog.demo import DemoChange, DemoEvidence, DemoPlan, DemoStep, demo_steps, load_demo
from planner.catalog.holidays import national_days_off
from planner.catalog.places import resource
from planner.catalog.problem import Problem
from planner.domain.activities import Work, work
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.agency_names import agency_names
from planner.domain.changes import ActivityChange, Edit, edits, objections, review_falls
from planner.domain.checklist import Checklist
from planner.domain.plan import Agency, Plan
from planner.domain.readiness import Readiness, readiness
from planner.domain.schedule import schedule
from planner.domain.state import Evidence, Progress, State

TODAY = date(2026, 11, 22)
DEMOS = ("siak", "belitung-timur")


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    benchmarks = load_benchmarks(resource("data/benchmarks.yaml"))
    assert isinstance(benchmarks, dict), benchmarks
    read = load_checklist(resource("checklists/perpres-89-2021"), frozenset(benchmarks))
    assert isinstance(read, Checklist), [str(p) for p in read]
    return read


def demo(name: str) -> DemoPlan:
    read = load_demo(resource(f"data/demo/{name}.yaml"))
    assert isinstance(read, DemoPlan), [str(p) for p in read]
    return read


@pytest.mark.parametrize("name", DEMOS)
def test_every_agency_is_linked_to_the_one_that_the_catalogue_calls_so(name: str) -> None:
    catalogue = load_agencies(resource("data/agencies.yaml"))
    assert isinstance(catalogue, AgencyCatalogue)
    names = agency_names({}, catalogue)
    told = {agency.name: (agency.typical, agency.category) for agency in demo(name).agencies}
    known = {one: names.in_catalogue(one) for one in told}
    assert told == {one: (typical.id, typical.category) for one, typical in known.items() if typical}


@dataclass
class Retold:
    """A plan being retold: what stands after the steps so far, and what spoke against any of them."""

    checklist: Checklist
    state: State
    work: Work
    against: list[tuple[DemoStep, object]] = field(default_factory=list)

    def take(self, step: DemoStep) -> None:
        if isinstance(step, DemoChange):
            found = objections(step.change, self.work, self.state, step.actor, TODAY)
            self.against.extend((step, objection) for objection in found)
            self.write(edits(step.change, self.state, step.actor, step.on))
        else:
            self.write((self.evidence(step), *review_falls(self.state, step.activity)))

    def evidence(self, step: DemoEvidence) -> Edit:
        asked = {e.id for e in self.work.activities[step.activity].item.evidence}
        assert step.requirement in asked
        content = step.content.encode()
        fields: dict[str, Any] = {
            "activity": step.activity,
            "requirement": step.requirement,
            "file_name": step.file_name,
            "sha256": hashlib.sha256(content).hexdigest(),
            "size": len(content),
            "media_type": "text/plain",
            "attached_on": step.on,
        }
        return Edit("evidence", f"e{len(self.state.evidence)}", fields)

    def write(self, found: tuple[Edit, ...]) -> None:
        for edit in found:
            match edit.kind:
                case "activity":
                    before = self.state.progress.get(edit.subject, Progress()).model_dump()
                    self.state.progress[edit.subject] = Progress.model_validate(before | dict(edit.after))
                case "evidence":
                    self.state.evidence[edit.subject] = Evidence.model_validate(edit.after)
                case "agency":
                    self.state.plan.agencies[edit.subject] = Agency.model_validate(edit.after)
                    self.work = work(self.checklist, self.state.plan)
                case "plan":
                    settings = self.state.plan.settings
                    settings = type(settings).model_validate(settings.model_dump() | dict(edit.after))
                    plan = self.state.plan.model_copy(update={"settings": settings})
                    self.state = self.state.model_copy(update={"plan": plan})

    def readiness(self) -> Readiness:
        return readiness(self.checklist, self.work, self.state)


def retold(name: str, checklist: Checklist, day: date = TODAY) -> Retold:
    told = demo(name)
    plan = Plan(id=told.plan, settings=told.settings)
    result = Retold(checklist, State(plan=plan), work(checklist, plan))
    for step in demo_steps(told, checklist):
        if step.on <= day:
            result.take(step)
    return result


@pytest.mark.parametrize("name", DEMOS)
def test_nothing_speaks_against_any_step(name: str, checklist: Checklist) -> None:
    result = retold(name, checklist)
    assert len(result.state.progress) >= 60
    assert len(result.state.evidence) >= 40
    assert result.against == []


@pytest.mark.parametrize("name", DEMOS)
def test_steps_come_in_order_of_their_days_and_none_lies_in_the_future(
    name: str, checklist: Checklist
) -> None:
    told = demo(name)
    steps = demo_steps(told, checklist)
    days = [step.on for step in steps]
    assert days == sorted(days)
    assert told.opened_on <= days[0]
    assert days[-1] <= TODAY
    changes = [s.change for s in steps if isinstance(s, DemoChange) and isinstance(s.change, ActivityChange)]
    worked = [d for c in changes for d in (c.started_on, c.finished_on) if d is not None]
    assert told.opened_on <= min(worked)
    assert max(worked) <= TODAY


@pytest.mark.parametrize("name", DEMOS)
def test_offices_work_on_weekdays_and_are_offices_of_the_checklist(name: str, checklist: Checklist) -> None:
    steps = demo_steps(demo(name), checklist)
    assert {step.actor for step in steps} <= set(checklist.roles)
    assert [step for step in steps if step.on.weekday() > 4] == []


@pytest.mark.parametrize("name", DEMOS)
def test_every_file_given_as_evidence_says_that_it_is_no_original(name: str, checklist: Checklist) -> None:
    files = [s for s in demo_steps(demo(name), checklist) if isinstance(s, DemoEvidence)]
    assert len(files) >= 40
    assert [f for f in files if "Ini bukan dokumen asli" not in f.content] == []
    news = [f for f in files if f.content.startswith("REKONSTRUKSI")]
    assert news != []
    assert [f for f in news if "Sumber   : -" in f.content] == []


@pytest.mark.parametrize("name", DEMOS)
def test_every_change_of_work_is_labelled_and_reconstructions_name_their_source(
    name: str, checklist: Checklist
) -> None:
    result = retold(name, checklist)
    labels = {p.provenance for p in result.state.progress.values()}
    assert labels == {"reconstruction", "illustration"}
    told = [p for p in result.state.progress.values() if p.provenance == "reconstruction"]
    assert [p for p in told if p.source is None] == []


def test_siak_stands_about_half_way_in_the_middle_of_2022(checklist: Checklist) -> None:
    result = retold("siak", checklist, date(2022, 6, 30))
    ready = result.readiness()
    assert 0.35 <= (ready.overall.score or 0) <= 0.6
    assert [g.gate for g in ready.gates if g.passed] == ["usulan", "persetujuan"]
    assert result.state.progress["SRN-03"].status == "in_progress"
    assert result.state.plan.settings.target == date(2022, 12, 30)


def test_siak_opened_on_the_seventh_of_march_2024_with_every_gate_passed(checklist: Checklist) -> None:
    result = retold("siak", checklist, date(2024, 3, 8))
    ready = result.readiness()
    assert ready.opened_on == date(2024, 3, 7)
    assert [g.gate for g in ready.gates if not g.passed] == []
    assert len(result.state.plan.taking_part) == 23
    assert 380 <= len(result.work.activities) <= 400


def test_what_siak_left_undone_stays_to_be_seen(checklist: Checklist) -> None:
    progress = retold("siak", checklist).state.progress
    assert progress["KLB-03"].status == "in_progress"
    assert "Ombudsman" in progress["KLB-03"].note
    assert "14 dari 30" in progress["PRM-06.polres"].note
    assert "PRM-07" not in progress
    before = retold("siak", checklist, date(2025, 10, 19)).state.progress
    assert "Ombudsman" not in before["KLB-03"].note


def test_belitung_timur_had_hardly_begun_when_its_first_target_passed(checklist: Checklist) -> None:
    result = retold("belitung-timur", checklist, date(2024, 12, 31))
    assert result.state.plan.settings.target == date(2024, 12, 31)
    assert (result.readiness().overall.score or 0) < 0.05
    assert "anggaran memang belum ada" in result.state.progress["KMT-06"].note


def test_belitung_timur_plans_anew_for_2027_with_most_of_the_work_ahead(checklist: Checklist) -> None:
    result = retold("belitung-timur", checklist)
    target = result.state.plan.settings.target
    assert target is not None
    assert target.year == 2027
    assert len(result.state.plan.taking_part) == 22
    ahead = [
        a
        for a in result.work.activities
        if result.state.progress.get(a, Progress()).status in ("not_started", "in_progress")
    ]
    assert 300 <= len(ahead) <= 340
    assert {g.gate for g in result.readiness().gates if g.passed} == set()


def test_the_new_target_of_belitung_timur_is_tight_but_not_out_of_reach(checklist: Checklist) -> None:
    """The ceremony is made ready from 21 December 2027, when the books of the year are closed."""
    result = retold("belitung-timur", checklist)
    given = result.state, result.readiness(), TODAY, national_days_off(2023, 2036)
    dates, paid = schedule(result.work, *given), schedule(result.work.funded(["PRM-02"]), *given)
    assert dates.funded["PRM-02"].waits
    assert dates.behind_target is not None
    assert 0 < dates.behind_target <= 45
    assert paid.behind_target is not None
    assert 0 < paid.behind_target <= 30


def test_belitung_timur_shows_returned_waiting_and_incomplete_work(checklist: Checklist) -> None:
    result = retold("belitung-timur", checklist)
    lacks = {a: standing.lacks for a, standing in result.readiness().activities.items() if standing.lacks}
    assert lacks["KMT-05"] == ("evidence_missing", "not_accepted")
    assert lacks["SRN-01"] == ("not_accepted",)
    assert result.state.progress["KLB-12"].reason != ""
    in_april = retold("belitung-timur", checklist, date(2026, 4, 30)).state.progress["PMT-07"]
    assert in_april.review is not None
    assert in_april.review.decision == "returned"


def test_agencies_of_one_event_follow_each_other_up_to_its_last_day(checklist: Checklist) -> None:
    told = demo("siak")
    given = {e.kind: e for e in told.events}
    assert set(given) == {"work", "settings"}
    progress = retold("siak", checklist).state.progress
    days = [progress[f"PMT-02.{agency.id}"].finished_on for agency in told.agencies]
    assert days == sorted(days, key=str)
    assert (days[0], days[-1]) == (date(2021, 4, 16), date(2021, 7, 16))
    assert len(set(days)) == 4


SHORT = """\
plan: contoh
opened_on: 2026-01-05
actor: dpmptsp
reviewers: [sekda, bupati]
settings:
  name: Contoh
  regency: "14.08"
  checklist: perpres-89-2021
  start: 2026-01-05
evidence_text: {reconstruction: "{source}", illustration: "{item} {agency}"}
sources: [{id: koran, title: Koran, kind: press, address: koran.id}]
agencies: [{name: Polres, category: vertical, joined_on: 2026-01-05}]
events:
"""


def load_text(folder: Path, *events: str) -> DemoPlan | tuple[Problem, ...]:
    path = folder / "demo.yaml"
    path.write_text(SHORT + "".join(f"  - {{{e}}}\n" for e in events), encoding="utf-8")
    return load_demo(path)


def told_text(folder: Path, *events: str) -> DemoPlan:
    read = load_text(folder, *events)
    assert isinstance(read, DemoPlan), read
    return read


ILLUSTRATION = "provenance: illustration"


@pytest.mark.parametrize(
    ("event", "code", "word"),
    [
        ("kind: work, on: 2026-02-02, items: [KMT-01], provenance: reconstruction", "missing-key", "source"),
        (
            "kind: work, on: 2026-02-02, items: [KMT-01], provenance: illustration, source: radio",
            "unknown-source",
            "radio",
        ),
        (
            "kind: work, on: 2026-02-02, items: [PMT-02], agencies: [bni], provenance: illustration",
            "unknown-agency",
            "bni",
        ),
        ("kind: work, on: 2026-02-02, item: KMT-01, provenance: illustration", "unknown-key", "item"),
    ],
)
def test_a_mistake_in_an_event_is_a_problem_on_its_line(
    tmp_path: Path, event: str, code: str, word: str
) -> None:
    fine = f"kind: settings, on: 2026-01-06, {ILLUSTRATION}, target: 2027-01-04"
    read = load_text(tmp_path, fine, event)
    assert isinstance(read, tuple)
    assert [(p.line, p.code) for p in read] == [(15, code)]
    assert word in read[0].message


def test_a_demo_file_that_is_not_there_or_no_yaml_is_a_problem(tmp_path: Path) -> None:
    missing = load_demo(tmp_path / "none.yaml")
    assert isinstance(missing, tuple)
    assert [p.code for p in missing] == ["missing-file"]
    broken = load_text(tmp_path, "kind: [")
    assert isinstance(broken, tuple)
    assert [p.code for p in broken] == ["yaml-syntax"]


def test_an_item_or_a_document_that_the_checklist_does_not_know_is_refused(
    tmp_path: Path, checklist: Checklist
) -> None:
    unknown = told_text(tmp_path, f"kind: work, on: 2026-02-02, items: [KMT-99], {ILLUSTRATION}")
    with pytest.raises(KeyError, match="KMT-99"):
        demo_steps(unknown, checklist)
    other = told_text(
        tmp_path, f"kind: work, on: 2026-02-02, items: [KMT-01], evidence: [foto], {ILLUSTRATION}"
    )
    with pytest.raises(ValueError, match="KMT-01 asks for no foto"):
        demo_steps(other, checklist)


def test_work_that_was_begun_earlier_is_seen_running_until_its_end(
    tmp_path: Path, checklist: Checklist
) -> None:
    event = f"kind: work, on: 2026-02-06, items: [KMT-03], status: done, started: 2026-02-02, {ILLUSTRATION}"
    steps = demo_steps(told_text(tmp_path, event + ", accepted_after: 2, actor: dpmptsp"), checklist)
    assert [(s.on.isoformat(), s.actor) for s in steps[1:]] == [
        ("2026-02-02", "dpmptsp"),
        ("2026-02-06", "dpmptsp"),
        ("2026-02-06", "sekda"),
    ]


def test_the_second_reviewer_steps_in_where_the_first_did_the_work(
    tmp_path: Path, checklist: Checklist
) -> None:
    event = f"kind: work, on: 2026-02-06, items: [KMT-03], status: done, {ILLUSTRATION}, accepted_after: 3"
    steps = demo_steps(told_text(tmp_path, event), checklist)
    assert [s.actor for s in steps[1:]] == ["sekda", "bupati"]


def test_a_review_may_name_its_office(tmp_path: Path, checklist: Checklist) -> None:
    event = (
        f"kind: review, on: 2026-02-06, items: [PMT-02], decision: accepted, {ILLUSTRATION}, actor: bappeda"
    )
    (review,) = demo_steps(told_text(tmp_path, event), checklist)[1:]
    assert review.actor == "bappeda"
