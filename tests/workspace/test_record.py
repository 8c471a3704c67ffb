from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from planner.domain.changes import (
    ActivityChange,
    AgencyChange,
    EvidenceRemoval,
    NewAgencies,
    Objection,
    ReviewChange,
    SettingsChange,
)
from planner.domain.plan import PlanSettings
from planner.domain.verification import presented
from planner.workspace import Invalid, Missing, Stale, Written
from tests.domain.test_changes import REFUSED as REFUSED_BY_THE_DOMAIN
from tests.workspace.office import (
    FIRST_DAY,
    PLAN,
    SECRETARY,
    SETTINGS,
    STAFF,
    TODAY,
    Office,
    codes,
    written,
)

TESTS = Path(__file__).parents[1]
TOMORROW = TODAY + timedelta(days=1)
TICK = ActivityChange(activity="PSP-01", status="done")


def test_a_change_is_recorded_with_who_when_what_and_why(started: Office) -> None:
    (entry,) = started.record(TICK, why="Rapat 20 November").entries
    assert (entry.actor, entry.why, entry.kind, entry.subject) == (
        STAFF,
        "Rapat 20 November",
        "activity",
        "PSP-01",
    )
    assert (entry.effective_on, entry.recorded_at) == (TODAY, datetime(2026, 11, 20, 2, tzinfo=UTC))
    assert entry.after["finished_on"] == TODAY.isoformat()
    assert entry.after["submitted_by"] == STAFF


def test_too_long_a_reason_is_refused_and_nothing_is_written(started: Office) -> None:
    before = started.workspace.history(PLAN)
    outcome = started.workspace.record(PLAN, TICK, actor=STAFF, why="x" * 401)
    assert codes(outcome) == ["why_too_long"]
    assert started.workspace.history(PLAN) == before


def test_a_change_may_take_effect_on_an_earlier_day(started: Office) -> None:
    (entry,) = started.tick("PSP-01", on=date(2026, 10, 5)).entries
    assert (entry.effective_on, entry.after["finished_on"]) == (date(2026, 10, 5), "2026-10-05")


def test_the_last_word_stands_even_where_it_is_said_of_an_earlier_day(started: Office) -> None:
    started.tick("PSP-01", "in_progress", on=date(2026, 11, 10))
    (entry,) = started.tick("PSP-01", "done", on=date(2026, 11, 2)).entries
    assert entry.effective_on == date(2026, 11, 10)
    now = started.seen().state.progress["PSP-01"]
    assert now.status == "done"
    assert now.started_on is not None
    assert now.finished_on is not None
    assert now.started_on <= now.finished_on


def test_work_on_one_item_does_not_bind_the_days_of_another(started: Office) -> None:
    started.tick("PSP-01", "in_progress", on=date(2026, 11, 10))
    (entry,) = started.tick("BKA-01", "in_progress", on=date(2026, 10, 1)).entries
    assert entry.effective_on == date(2026, 10, 1)


def test_a_change_of_what_was_not_seen_is_stale(started: Office) -> None:
    started.tick("PSP-01", "in_progress")
    outcome = started.workspace.record(PLAN, TICK, actor=SECRETARY, seen_revision=0)
    assert isinstance(outcome, Stale)
    assert (outcome.seen, outcome.revision, outcome.actor) == (0, 1, STAFF)
    assert outcome.current["status"] == "in_progress"
    assert started.seen().state.progress["PSP-01"].status == "in_progress"


def test_a_change_of_what_was_seen_is_written(started: Office) -> None:
    started.tick("PSP-01", "in_progress")
    assert started.record(TICK, seen_revision=1).entries[0].revision == 2


def test_what_changes_nothing_leaves_no_entry(started: Office) -> None:
    started.tick("PSP-01")
    assert started.tick("PSP-01") == Written(())


def test_a_field_that_cannot_be_is_invalid(started: Office) -> None:
    outcome = started.workspace.record(PLAN, SettingsChange(note="a\x00b"), actor=STAFF)
    assert isinstance(outcome, Invalid)
    assert (outcome.kind, outcome.subject) == ("plan", PLAN)
    assert len(outcome.errors) == 1
    assert started.seen().state.plan.settings.note == ""


def test_nothing_is_recorded_in_a_plan_that_is_not_there(office: Office) -> None:
    assert office.workspace.record(PLAN, TICK, actor=STAFF) == Missing(PLAN)
    assert office.workspace.attach(PLAN, "PSP-01", "sk-tim", "a.pdf", b"x", actor=STAFF) == Missing(PLAN)


def test_a_change_that_cannot_stand_is_refused_and_not_written(started: Office) -> None:
    before = started.workspace.history(PLAN)
    aside = ActivityChange(activity="PSP-01", status="not_applicable", reason="Tidak perlu")
    assert codes(started.workspace.record(PLAN, aside, actor=STAFF)) == ["gate_item_applies"]
    assert started.workspace.history(PLAN) == before


def test_a_change_cannot_take_effect_in_the_future(started: Office) -> None:
    outcome = started.workspace.record(PLAN, TICK, actor=STAFF, effective_on=TOMORROW)
    assert codes(outcome) == ["future_date"]
    both = TICK.model_copy(update={"finished_on": TOMORROW})
    told = ActivityChange.model_validate(both.model_dump(exclude_unset=True))
    assert codes(started.workspace.record(PLAN, told, actor=STAFF, effective_on=TOMORROW)) == ["future_date"]


def test_agencies_join_all_or_none(started: Office) -> None:
    outcome = started.workspace.record(PLAN, NewAgencies(names=("Samsat", "polres")), actor=STAFF)
    assert codes(outcome) == ["duplicate_agency"]
    assert started.seen().state.plan.taking_part == ("bpjs", "polres")
    assert len(started.record(NewAgencies(names=("Samsat", "PLN"))).entries) == 2
    assert started.seen().state.plan.taking_part == ("bpjs", "pln", "polres", "samsat")


def test_an_agency_that_comes_back_finds_its_work_again(started: Office) -> None:
    started.tick("PSP-02.polres", "in_progress")
    started.record(AgencyChange(agency="polres", active=False, reason="Menunda"))
    assert "PSP-02.polres" not in started.seen().work.activities
    started.record(NewAgencies(names=("POLRES",)))
    seen = started.seen()
    assert seen.state.plan.agencies["polres"].name == "POLRES"
    assert seen.readiness.activities["PSP-02.polres"].standing == "in_progress"


def test_settings_that_are_not_given_stay(started: Office) -> None:
    started.record(SettingsChange(target=date(2027, 6, 30)))
    started.record(SettingsChange(name="Kota Lain"))
    settings = started.seen().state.plan.settings
    assert (settings.name, settings.target, settings.week) == ("Kota Lain", date(2027, 6, 30), 5)


def test_history_is_told_newest_first_and_by_subject(started: Office) -> None:
    started.tick("PSP-01", "in_progress")
    started.tick("BKA-01", "in_progress")
    started.tick("PSP-01")
    everything = started.workspace.history(PLAN)
    assert [e.number for e in everything] == [6, 5, 4, 3, 2, 1]
    assert [e.number for e in started.workspace.history(PLAN, "activity", "PSP-01")] == [6, 4]
    assert [e.subject for e in started.workspace.history(PLAN, "agency")] == ["polres", "bpjs"]
    assert [e.number for e in started.workspace.history(PLAN, limit=2)] == [6, 5]


# Evidence.


def test_attached_bytes_come_back_under_their_hash(started: Office) -> None:
    started.attach(file_name="SK Tim.pdf", content=b"%PDF-1.7")
    (file,) = started.seen().state.evidence.values()
    assert (file.file_name, file.size, file.media_type) == ("SK Tim.pdf", 8, "application/pdf")
    assert (file.activity, file.requirement, file.attached_on) == ("PSP-01", "sk-tim", TODAY)
    (key,) = started.seen().state.evidence
    assert started.workspace.file(PLAN, key) == b"%PDF-1.7"
    assert started.workspace.file(PLAN, "tidak-ada") is None
    assert started.workspace.file("kota-lain", key) is None


def test_the_same_bytes_are_kept_once_and_attached_twice(started: Office) -> None:
    started.attach(content=b"sama")
    started.attach(content=b"sama", requirement="undangan")
    assert len(started.seen().state.evidence) == 2
    kept = [path for path in (started.folder / "evidence").rglob("*") if path.is_file()]
    assert len(kept) == 1


def test_a_document_makes_work_met_and_taking_it_back_undoes_that(started: Office) -> None:
    started.tick("PSP-01")
    started.attach()
    started.record(ReviewChange(activity="PSP-01", decision="accepted"), actor=SECRETARY)
    assert started.seen().readiness.activities["PSP-01"].standing == "met"
    (evidence,) = started.seen().state.evidence
    started.record(EvidenceRemoval(evidence=evidence))
    assert started.seen().readiness.activities["PSP-01"].lacks == ("evidence_missing", "lapsed")


def test_a_review_lapses_when_a_document_is_added(started: Office) -> None:
    started.tick("PSP-01", on=date(2026, 11, 1))
    started.record(ReviewChange(activity="PSP-01", decision="accepted"), actor=SECRETARY)
    added = started.attach(effective_on=date(2026, 11, 5))
    assert [(e.kind, e.effective_on) for e in added.entries] == [("evidence", date(2026, 11, 5))]
    assert started.seen().state.progress["PSP-01"].review is not None
    assert started.seen().readiness.activities["PSP-01"].lacks == ("lapsed",)


def test_a_decision_on_what_was_there_before_is_refused(started: Office) -> None:
    started.tick("PSP-01")
    seen = presented(started.seen().state, "PSP-01")
    started.attach()
    change = ReviewChange(activity="PSP-01", decision="accepted", of=seen)
    assert codes(started.workspace.record(PLAN, change, actor=SECRETARY)) == ["changed_since"]
    again = change.model_copy(update={"of": presented(started.seen().state, "PSP-01")})
    assert len(started.record(again, actor=SECRETARY).entries) == 1


def test_evidence_may_have_been_there_on_an_earlier_day(started: Office) -> None:
    (entry,) = started.attach(effective_on=date(2026, 10, 1)).entries
    assert (entry.effective_on, entry.after["attached_on"]) == (date(2026, 10, 1), "2026-10-01")
    assert started.seen(date(2026, 9, 30)).state.evidence == {}
    assert len(started.seen(date(2026, 10, 1)).state.evidence) == 1


REFUSED_FILES: list[tuple[Objection, dict[str, Any]]] = [
    ("unknown_activity", {"activity": "QQQ-01"}),
    ("unknown_requirement", {"requirement": "foto"}),
    ("empty_file", {"content": b""}),
    ("actor_needed", {"actor": " "}),
    ("future_date", {"effective_on": TOMORROW}),
]


@pytest.mark.parametrize(("code", "said"), REFUSED_FILES)
def test_a_file_that_proves_nothing_is_refused_and_not_kept(
    started: Office, code: Objection, said: dict[str, Any]
) -> None:
    given = {
        "activity": "PSP-01",
        "requirement": "sk-tim",
        "file_name": "sk.pdf",
        "content": b"%PDF",
        "actor": STAFF,
    } | said
    assert codes(started.workspace.attach(PLAN, **given)) == [code]
    assert not (started.folder / "evidence").exists()


def test_nothing_is_attached_to_a_stand_in(office: Office) -> None:
    written(office.workspace.create(PLAN, SETTINGS, actor=STAFF))
    outcome = office.workspace.attach(PLAN, "PSP-02", "foto", "a.jpg", b"x", actor=STAFF)
    assert codes(outcome) == ["no_agency", "unknown_requirement"]


# New plans.

REFUSED_PLANS: list[tuple[Objection, dict[str, Any], dict[str, Any]]] = [
    ("unknown_regency", {"regency": "99.99"}, {}),
    ("unknown_checklist", {"checklist": "perpres-0-1900"}, {}),
    ("target_before_start", {"target": FIRST_DAY - timedelta(days=1)}, {}),
    ("actor_needed", {}, {"actor": ""}),
    ("day_out_of_reach", {"target": date(2060, 12, 31)}, {}),
    ("day_out_of_reach", {"start": date(1990, 1, 2)}, {}),
    ("future_date", {}, {"effective_on": TOMORROW}),
]


@pytest.mark.parametrize(("code", "settings", "said"), REFUSED_PLANS)
def test_a_plan_that_cannot_be_is_not_begun(
    office: Office, code: Objection, settings: dict[str, Any], said: dict[str, Any]
) -> None:
    wanted = PlanSettings.model_validate(SETTINGS.model_dump() | settings)
    assert codes(office.workspace.create(PLAN, wanted, **{"actor": STAFF} | said)) == [code]
    assert office.workspace.plans() == {}


def test_a_plan_is_begun_once(started: Office) -> None:
    assert codes(started.workspace.create(PLAN, SETTINGS, actor=STAFF)) == ["duplicate_plan"]


def test_a_plan_begins_today_where_no_day_is_told(office: Office) -> None:
    (entry,) = written(office.workspace.create(PLAN, SETTINGS, actor=STAFF)).entries
    assert entry.effective_on == TODAY


def test_a_name_that_is_no_id_begins_no_plan(office: Office) -> None:
    assert isinstance(office.workspace.create("Kota Contoh", SETTINGS, actor=STAFF), Invalid)


def test_every_objection_is_proven_somewhere() -> None:
    domain = {code for code, *_ in REFUSED_BY_THE_DOMAIN}
    here = {code for code, *_ in REFUSED_FILES} | {code for code, *_ in REFUSED_PLANS}
    unproven = set(get_args(Objection)) - domain - here
    told = "\n".join(file.read_text("utf-8") for file in TESTS.rglob("test_*.py"))
    assert {code for code in unproven if f'"{code}"' not in told} == set()
