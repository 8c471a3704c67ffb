from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import verification
from planner.domain.activities import work
from planner.domain.changes import (
    ActivityChange,
    Against,
    AgencyChange,
    Change,
    Edit,
    EvidenceRemoval,
    FloorChange,
    NewAgencies,
    NewAgency,
    NewBaseline,
    NewFloor,
    NewServices,
    Objection,
    PlanningChange,
    ReviewChange,
    SeatChange,
    ServiceChange,
    ServiceRow,
    SettingsChange,
    applied,
    edits,
    new_slug,
    objections,
    review_falls,
)
from planner.domain.counters import Floor, Seat
from planner.domain.plan import (
    Agency,
    Baseline,
    BaselineDates,
    FundingWindow,
    PlannedConstraint,
    PlannedDuration,
)
from planner.domain.services import COMPONENTS, Service, offered
from planner.domain.state import STATUSES, Progress, Review, State
from tests.domain.builders import (
    PLAN_ID,
    SECRETARY,
    STAFF,
    TODAY,
    checklist,
    document,
    done,
    item,
    plan,
    state,
)

YESTERDAY, TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)
ITEMS = checklist(
    item("USL-01", gates=["usulan"]),
    item("KOM-01", evidence=["sk"], verify=True),
    item("KSP-01", per_agency=True),
    item("PRM-01"),
    launch="PRM-01",
)
ACCEPTED = Review(decision="accepted", by=SECRETARY)
LISTED = {
    "polres": Agency(name="Polres"),
    "bpjs": Agency(name="BPJS Kesehatan"),
    "samsat": Agency(name="Samsat", active=False),
}
KEPT = Baseline(
    name="Awal",
    frozen_on=YESTERDAY,
    launch=TOMORROW,
    activities={"PRM-01": BaselineDates(start=TODAY, finish=TOMORROW)},
)
OFFERED = {
    "polres.skck": Service(agency="polres", name="SKCK"),
    "polres.laporan": Service(agency="polres", name="Laporan", active=False, cost="gratis"),
    "polres.laporan-2": Service(agency="polres", name="Laporan kehilangan"),
}
FLOORS = {"dasar": Floor(name="Dasar", counters=4), "satu": Floor(name="Satu", use="support")}
SEATS = {
    "dasar.1.polres": Seat(floor="dasar", counter=1, agency="polres", weekdays=(1,)),
    "dasar.9.samsat": Seat(floor="dasar", counter=9, agency="samsat"),
}
NOW = state(
    plan().model_copy(
        update={
            "agencies": LISTED,
            "baselines": {"awal": KEPT},
            "services": OFFERED,
            "floors": FLOORS,
            "seats": SEATS,
        }
    ),
    {
        "KOM-01": done(STAFF, accepted_by=SECRETARY, on=YESTERDAY),
        "USL-01": Progress(status="in_progress", started_on=YESTERDAY, remaining=4),
        "PRM-01": Progress(status="done", submitted_by=STAFF, finished_on=YESTERDAY),
    },
    [document("KOM-01", "sk"), document("PRM-01", "foto"), document("KOM-01", "sk", removed=True)],
)
NO_AGENCIES = state(plan())
GIVEN = verification.given(NOW, "KOM-01")


def _with_review(now: State, activity: str, review: Review) -> State:
    reviewed = now.progress[activity].model_copy(update={"review": review})
    return now.model_copy(update={"progress": now.progress | {activity: reviewed}})


UNBOUND = _with_review(NOW, "KOM-01", Review(decision="accepted", by=SECRETARY))
SEEN = verification.presented(NOW, "PRM-01")
RETURNED = _with_review(NOW, "PRM-01", Review(decision="returned", by=SECRETARY, reason="Kurang", of=SEEN))
BY_ANOTHER = state(progress={"KOM-01": done(by=SECRETARY)})
OWN_FILE = BY_ANOTHER.model_copy(update={"evidence": {"f0": document("KOM-01", "sk", by=STAFF)}})


def _against(change: Change, now: State = NOW, actor: str = STAFF) -> list[Objection]:
    return [a.code for a in objections(change, work(ITEMS, now.plan), now, actor, TODAY)]


def _written(change: Change, now: State = NOW, on: date = TODAY, actor: str = STAFF) -> dict[str, Any]:
    first, *_ = edits(change, now, actor, on)
    return dict(first.after)


MONEY = FundingWindow(
    year=2026, budget="revised", available_from=date(2026, 10, 5), spend_by=date(2026, 12, 18)
)
LATER_MONEY = MONEY.model_copy(update={"spend_by": date(2026, 12, 20)})
FROZEN = NewBaseline(name=" Sesudah rapat ", launch=TOMORROW, activities=KEPT.activities)


def _constraint(activity: str, kind: Any, day: date | None = TOMORROW) -> PlanningChange:
    return PlanningChange(activity=activity, constraint=PlannedConstraint(type=kind, day=day))


DONE_BEFORE_IT_BEGAN = ActivityChange(
    activity="USL-01", status="done", started_on=TODAY, finished_on=YESTERDAY
)
REFUSED: list[tuple[Objection, Change, State]] = [
    ("unknown_activity", ActivityChange(activity="QQQ-01", status="done"), NOW),
    ("unknown_activity", ReviewChange(activity="QQQ-01", decision="accepted"), NOW),
    ("unknown_activity", ActivityChange(activity="KSP-01.samsat", status="done"), NOW),
    ("no_agency", ActivityChange(activity="KSP-01", status="done"), NO_AGENCIES),
    ("gate_item_applies", ActivityChange(activity="USL-01", status="not_applicable", reason="Sudah"), NOW),
    ("reason_needed", ActivityChange(activity="KOM-01", status="not_applicable"), NOW),
    ("reason_needed", ActivityChange(activity="KOM-01", status="not_applicable", reason="  "), NOW),
    ("future_date", ActivityChange(activity="KOM-01", status="done", finished_on=TOMORROW), NOW),
    ("future_date", ActivityChange(activity="USL-01", started_on=TOMORROW), NOW),
    ("finish_before_start", DONE_BEFORE_IT_BEGAN, NOW),
    ("finish_before_start", ActivityChange(activity="KOM-01", started_on=TODAY), NOW),
    ("finish_needed", ActivityChange(activity="KOM-01", finished_on=None), NOW),
    ("nothing_to_review", ReviewChange(activity="USL-01", decision="accepted"), NOW),
    ("nothing_to_review", ReviewChange(activity="KSP-01.bpjs", decision="accepted"), NOW),
    ("own_submission", ReviewChange(activity="PRM-01", decision="accepted"), NOW),
    ("changed_since", ReviewChange(activity="KOM-01", decision="accepted", of="e" * 64), BY_ANOTHER),
    ("own_submission", ReviewChange(activity="KOM-01", decision="accepted"), OWN_FILE),
    ("unknown_evidence", EvidenceRemoval(evidence="f9"), NOW),
    ("unknown_agency", AgencyChange(agency="pln", active=False), NOW),
    ("duplicate_agency", AgencyChange(agency="polres", name="bpjs KESEHATAN"), NOW),
    ("name_needed", AgencyChange(agency="polres", name=""), NOW),
    ("name_needed", NewAgencies(names=()), NOW),
    ("name_needed", SettingsChange(name="ab"), NOW),
    ("name_length", NewAgencies(names=("x",)), NOW),
    ("duplicate_agency", NewAgencies(names=("polres ",)), NOW),
    ("duplicate_agency", NewAgencies(names=("PLN", "pln")), NOW),
    ("duplicate_agency", NewAgencies(names=("Pol-res",)), NOW),
    ("reason_needed", AgencyChange(agency="polres", active=False), NOW),
    ("reason_needed", AgencyChange(agency="polres", active=False, reason="  "), NOW),
    ("duplicate_agency", NewAgency(name="POLRES"), NOW),
    ("name_length", NewAgency(name="x"), NOW),
    ("unknown_service", ServiceChange(service="polres.sim", name="SIM"), NOW),
    ("duplicate_service", ServiceChange(service="polres.laporan", name="skck", active=True), NOW),
    ("duplicate_service", ServiceChange(service="polres.laporan-2", name="SKCK"), NOW),
    ("name_needed", ServiceChange(service="polres.skck", name=" "), NOW),
    ("services_needed", NewServices(rows=()), NOW),
    ("unknown_agency", NewServices(rows=(ServiceRow(agency="pln", name="Pasang baru"),)), NOW),
    ("unknown_agency", NewServices(rows=(ServiceRow(agency="samsat", name="Pajak"),)), NOW),
    ("name_needed", NewServices(rows=(ServiceRow(agency="polres", name=""),)), NOW),
    ("duplicate_service", NewServices(rows=(ServiceRow(agency="polres", name="Skck"),)), NOW),
    ("duplicate_service", NewServices(rows=(ServiceRow(agency="bpjs", name="JKN"),) * 2), NOW),
    ("duplicate_floor", NewFloor(name=" DASAR"), NOW),
    ("name_needed", NewFloor(name="x"), NOW),
    ("duplicate_floor", FloorChange(floor="satu", name="dasar"), NOW),
    ("name_needed", FloorChange(floor="satu", name=""), NOW),
    ("unknown_floor", FloorChange(floor="dua", counters=3), NOW),
    ("unknown_floor", SeatChange(floor="dua", counter=1, agency="polres"), NOW),
    ("counter_out_of_range", SeatChange(floor="dasar", counter=5, agency="polres"), NOW),
    ("counter_out_of_range", SeatChange(floor="dasar", counter=0, agency="polres"), NOW),
    ("counter_out_of_range", SeatChange(floor="satu", counter=1, agency="polres"), NOW),
    ("unknown_agency", SeatChange(floor="dasar", counter=1, agency="pln"), NOW),
    ("unknown_agency", SeatChange(floor="dasar", counter=1, agency="samsat"), NOW),
    ("unknown_seat", SeatChange(floor="dasar", counter=2, agency="polres", active=False), NOW),
    ("target_before_start", SettingsChange(target=date(2025, 1, 1)), NOW),
    ("start_needed", SettingsChange(start=None), NOW),
    ("day_off_twice", SettingsChange(days_off=(TODAY, TOMORROW, TODAY, TODAY)), NOW),
    ("window_twice", SettingsChange(windows=(MONEY, LATER_MONEY)), NOW),
    ("unknown_baseline", SettingsChange(baseline="akhir"), NOW),
    ("unknown_activity", PlanningChange(activity="KSP-01.samsat", week=6), NOW),
    ("no_agency", PlanningChange(activity="KSP-01", week=6), NO_AGENCIES),
    ("constraint_on_begun_work", _constraint("USL-01", "SNET"), NOW),
    ("constraint_on_begun_work", _constraint("USL-01", "MSO"), NOW),
    ("constraint_on_begun_work", _constraint("KOM-01", "SNLT"), NOW),
    ("constraint_on_begun_work", _constraint("KOM-01", "ALAP", None), NOW),
    ("duplicate_baseline", FROZEN.model_copy(update={"name": " AWAL "}), NOW),
    ("name_needed", FROZEN.model_copy(update={"name": " x "}), NOW),
    ("dates_needed", FROZEN.model_copy(update={"activities": {}}), NOW),
]


@pytest.mark.parametrize(("code", "change", "now"), REFUSED)
def test_a_change_that_cannot_stand_is_objected_to_for_its_one_reason(
    code: Objection, change: Change, now: State
) -> None:
    assert _against(change, now) == [code]


@pytest.mark.parametrize(
    "change",
    [
        ActivityChange(activity="USL-01", status="done", started_on=YESTERDAY, finished_on=YESTERDAY),
        ActivityChange(activity="KOM-01", status="not_applicable", reason="Sudah ada"),
        ActivityChange(activity="KSP-01.polres", status="in_progress"),
        ActivityChange(activity="KSP-01.polres", note="Menunggu"),
        ReviewChange(activity="KOM-01", decision="accepted"),
        AgencyChange(agency="polres", name="Polres Kota"),
        AgencyChange(agency="polres", active=False, reason="Belum siap"),
        AgencyChange(agency="samsat", active=True),
        AgencyChange(agency="samsat", active=False),
        AgencyChange(agency="polres", wave=2),
        NewAgencies(names=("PLN", "Taspen", "Samsat")),
        NewAgency(name="Samsat"),
        NewAgency(name="PLN", wave=2),
        ServiceChange(service="polres.skck", name="skck", queue=True),
        ServiceChange(service="polres.skck", active=False),
        NewServices(
            rows=(
                ServiceRow(agency="polres", name="laporan"),
                ServiceRow(agency="bpjs", name="SKCK"),
                ServiceRow(agency="bpjs", name="JKN"),
            )
        ),
        NewFloor(name="Dua", level=2, counters=200),
        FloorChange(floor="satu", name="SATU", use="service"),
        FloorChange(floor="dasar", counters=0),
        SeatChange(floor="dasar", counter=4, agency="polres"),
        SeatChange(floor="dasar", counter=1, agency="bpjs"),
        SeatChange(floor="dasar", counter=9, agency="samsat", active=False),
        SettingsChange(target=None),
        SettingsChange(target=date(2027, 1, 1), name="Kota Lain"),
        SettingsChange(days_off=(TODAY, TOMORROW)),
        SettingsChange(windows=(MONEY, MONEY.model_copy(update={"year": 2027}))),
        SettingsChange(windows=(MONEY, MONEY.model_copy(update={"budget": "original"}))),
        SettingsChange(baseline="awal"),
        SettingsChange(baseline=None),
        PlanningChange(activity="USL-01", duration=PlannedDuration(optimistic=1, likely=2, pessimistic=9)),
        PlanningChange(activity="USL-01", constraint=None),
        _constraint("USL-01", "FNLT"),
        _constraint("USL-01", "MFO"),
        _constraint("KOM-01", "FNET"),
        _constraint("KSP-01.polres", "ALAP", None),
        _constraint("KSP-01.polres", "SNET"),
        FROZEN,
        EvidenceRemoval(evidence="f0"),
    ],
)
def test_a_change_that_can_stand_is_not_objected_to(change: Change) -> None:
    assert _against(change, actor="bupati") == []


@pytest.mark.parametrize("actor", ["", "   "])
def test_nobody_can_change_nothing(actor: str) -> None:
    assert _against(SettingsChange(name="Kota Lain"), actor=actor) == ["actor_needed"]
    assert _against(NewAgencies(names=("PLN",)), actor=actor) == ["actor_needed"]


def test_everything_that_speaks_against_a_change_is_said_at_once() -> None:
    change = ActivityChange(activity="KOM-01", status="not_applicable", started_on=TOMORROW)
    assert _against(change, actor="") == ["actor_needed", "reason_needed", "future_date"]
    several = objections(NewAgencies(names=("x", "Polres")), work(ITEMS, NOW.plan), NOW, STAFF, TODAY)
    assert several == (Against("name_length", "x"), Against("duplicate_agency", "Polres"))


def test_what_is_given_twice_is_named_once() -> None:
    twice = SettingsChange(days_off=(TODAY, TODAY, TODAY, TOMORROW), windows=(MONEY, LATER_MONEY))
    assert objections(twice, work(ITEMS, NOW.plan), NOW, STAFF, TODAY) == (
        Against("day_off_twice", "02/03/2026"),
        Against("window_twice", "2026"),
    )


def test_a_return_needs_a_reason_and_another_person() -> None:
    own_return = ReviewChange(activity="PRM-01", decision="returned")
    assert _against(own_return, actor=STAFF) == ["own_submission", "reason_needed"]
    assert _against(own_return, actor=SECRETARY) == ["reason_needed"]
    told = ReviewChange(activity="PRM-01", decision="returned", reason="Tanda tangan kurang")
    assert _against(told, actor=SECRETARY) == []


def test_a_blank_beside_the_name_makes_nobody_another_person() -> None:
    assert _against(ReviewChange(activity="PRM-01", decision="accepted"), actor=f" {STAFF} ") == [
        "own_submission"
    ]


def test_a_reason_given_earlier_still_stands() -> None:
    put_aside = NOW.progress | {"KOM-01": Progress(status="not_applicable", reason="Sudah ada")}
    now = NOW.model_copy(update={"progress": put_aside})
    assert _against(ActivityChange(activity="KOM-01", note="Lihat rapat"), now) == []


def test_a_value_that_speaks_against_a_change_is_named() -> None:
    def about(change: Change) -> list[str]:
        return [a.about for a in objections(change, work(ITEMS, NOW.plan), NOW, STAFF, TODAY)]

    assert about(AgencyChange(agency="bpjs", name="polres")) == ["polres"]
    assert about(NewServices(rows=(ServiceRow(agency="polres", name="skck"),))) == ["skck"]
    assert about(ServiceChange(service="polres.laporan-2", name="skck")) == ["skck"]
    assert about(NewFloor(name="dasar")) == ["dasar"]
    assert about(SeatChange(floor="dasar", counter=7, agency="polres")) == ["7"]


def test_all_that_is_wrong_with_a_table_of_services_is_said_once() -> None:
    rows = (ServiceRow(agency="pln", name="Sambungan"), ServiceRow(agency="pln", name="?"))
    assert _against(NewServices(rows=rows)) == ["unknown_agency", "name_needed"]
    nowhere = SeatChange(floor="dua", counter=1, agency="pln")
    assert _against(nowhere) == ["unknown_floor", "unknown_agency"]


def test_a_long_name_is_shortened_where_it_is_spoken_of() -> None:
    (found,) = objections(NewAgencies(names=("n" * 121,)), work(ITEMS, NOW.plan), NOW, STAFF, TODAY)
    assert found == Against("name_length", "n" * 120)


def test_an_agency_may_come_back_only_where_no_other_has_its_name() -> None:
    named = NOW.plan.agencies | {"samsat-2": Agency(name="samsat")}
    now = NOW.model_copy(update={"plan": NOW.plan.model_copy(update={"agencies": named})})
    assert _against(AgencyChange(agency="samsat", active=True), now) == ["duplicate_agency"]


def test_a_target_may_move_together_with_the_start() -> None:
    both = SettingsChange(start=date(2024, 1, 1), target=date(2025, 1, 1))
    assert _against(both) == []
    assert _against(both.model_copy(update={"start": date(2025, 1, 2)})) == ["target_before_start"]
    targeted = plan(target=date(2026, 12, 1))
    now = state(targeted)
    assert _against(SettingsChange(start=date(2026, 12, 2)), now) == ["target_before_start"]


# What a change writes.


def test_begun_work_begins_on_the_day_that_is_told() -> None:
    assert _written(ActivityChange(activity="KSP-01.bpjs", status="in_progress"), on=YESTERDAY) == {
        "status": "in_progress",
        "started_on": YESTERDAY.isoformat(),
        "finished_on": None,
        "submitted_by": None,
    }


def test_a_day_of_beginning_that_is_given_or_stands_is_kept() -> None:
    given = ActivityChange(activity="KSP-01.bpjs", status="in_progress", started_on=YESTERDAY)
    assert _written(given)["started_on"] == YESTERDAY.isoformat()
    again = ActivityChange(activity="USL-01", status="in_progress", remaining=2)
    assert _written(again)["started_on"] == YESTERDAY.isoformat()


def test_done_work_is_finished_on_the_day_that_is_told_by_whoever_tells_it() -> None:
    assert _written(ActivityChange(activity="KSP-01.bpjs", status="done"), on=YESTERDAY) == {
        "status": "done",
        "finished_on": YESTERDAY.isoformat(),
        "remaining": None,
        "submitted_by": STAFF,
    }


def test_a_day_of_finishing_that_is_given_or_stands_is_kept() -> None:
    given = ActivityChange(activity="USL-01", status="done", finished_on=YESTERDAY)
    assert _written(given)["finished_on"] == YESTERDAY.isoformat()
    again = ActivityChange(activity="PRM-01", status="done", note="Lengkap")
    assert _written(again)["finished_on"] == YESTERDAY.isoformat()


def test_work_is_never_finished_before_it_began() -> None:
    early = TODAY - timedelta(9)
    written = _written(ActivityChange(activity="USL-01", status="done"), on=early)
    assert written["finished_on"] == YESTERDAY.isoformat()
    begun = ActivityChange(activity="KSP-01.bpjs", status="done", started_on=YESTERDAY)
    assert _written(begun, on=early)["finished_on"] == YESTERDAY.isoformat()


def test_reopened_work_has_no_finish_and_nobody_who_called_it_done() -> None:
    written = _written(ActivityChange(activity="PRM-01", status="in_progress"))
    assert (written["finished_on"], written["submitted_by"]) == (None, None)


def test_work_that_was_not_begun_after_all_has_no_days() -> None:
    assert _written(ActivityChange(activity="USL-01", status="not_started")) == {
        "status": "not_started",
        "started_on": None,
        "finished_on": None,
        "remaining": None,
        "submitted_by": None,
    }


def test_what_does_not_apply_has_no_finish_and_says_why() -> None:
    assert _written(ActivityChange(activity="KOM-01", status="not_applicable", reason="Sudah")) == {
        "status": "not_applicable",
        "reason": "Sudah",
        "finished_on": None,
        "remaining": None,
        "submitted_by": None,
    }


def test_only_what_is_given_is_written() -> None:
    assert _written(ActivityChange(activity="KOM-01", note="Lihat rapat")) == {"note": "Lihat rapat"}
    assert _written(AgencyChange(agency="polres", wave=2)) == {"wave": 2}
    assert _written(SettingsChange(target=None)) == {"target": None}


@pytest.mark.parametrize("given", [{"started_on": YESTERDAY}, {"finished_on": YESTERDAY}, {"status": "done"}])
def test_a_review_that_names_no_content_falls_with_what_is_said_of_the_work(given: dict[str, Any]) -> None:
    change = ActivityChange.model_validate({"activity": "KOM-01", **given})
    assert _written(change, UNBOUND)["review"] is None


@pytest.mark.parametrize("given", [{"started_on": YESTERDAY}, {"finished_on": YESTERDAY}, {"status": "done"}])
def test_a_return_is_answered_by_what_is_said_of_the_work(given: dict[str, Any]) -> None:
    change = ActivityChange.model_validate({"activity": "PRM-01", **given})
    written = _written(change, RETURNED)
    assert (written["review"], written["submitted_by"]) == (None, STAFF)


def test_an_acceptance_of_what_is_named_is_left_to_lapse_by_itself() -> None:
    change = ActivityChange(activity="KOM-01", finished_on=TODAY)
    assert _written(change) == {"finished_on": TODAY.isoformat(), "submitted_by": STAFF}
    then = applied(NOW, [change], STAFF, TODAY)
    assert then.progress["KOM-01"].review == NOW.progress["KOM-01"].review
    assert verification.lapsed(then.progress["KOM-01"], verification.given(then, "KOM-01"))


def test_a_note_answers_no_return() -> None:
    assert _written(ActivityChange(activity="PRM-01", note="Segera"), RETURNED) == {"note": "Segera"}


def test_who_changes_the_days_of_finished_work_answers_for_it_and_cannot_review_it() -> None:
    finished = NOW.model_copy(update={"progress": {"KOM-01": done(by=STAFF)}})
    change = ActivityChange(activity="KOM-01", finished_on=YESTERDAY)
    (edit,) = edits(change, finished, SECRETARY, TODAY)
    assert edit.after["submitted_by"] == SECRETARY


def test_a_review_tells_who_gave_it() -> None:
    change = ReviewChange(activity="PRM-01", decision="returned", reason="Kurang")
    assert edits(change, NOW, SECRETARY, TODAY) == (
        Edit(
            "activity",
            "PRM-01",
            {
                "review": {
                    "decision": "returned",
                    "by": SECRETARY,
                    "reason": "Kurang",
                    "of": verification.presented(NOW, "PRM-01"),
                }
            },
        ),
    )


def test_settings_are_written_under_the_id_of_the_plan() -> None:
    (edit,) = edits(SettingsChange(target=TOMORROW, week=6), NOW, STAFF, TODAY)
    assert edit == Edit("plan", PLAN_ID, {"target": TOMORROW.isoformat(), "week": 6})


def test_taking_evidence_back_undoes_a_review_that_names_no_content() -> None:
    assert edits(EvidenceRemoval(evidence="f0"), UNBOUND, STAFF, TODAY) == (
        Edit("evidence", "f0", {"removed": True}),
        Edit("activity", "KOM-01", {"review": None}),
    )


def test_taking_evidence_back_leaves_a_review_of_what_is_named_to_lapse_by_itself() -> None:
    assert edits(EvidenceRemoval(evidence="f0"), NOW, STAFF, TODAY) == (
        Edit("evidence", "f0", {"removed": True}),
    )


def test_taking_evidence_back_undoes_nothing_where_nothing_was_reviewed() -> None:
    assert edits(EvidenceRemoval(evidence="f1"), NOW, STAFF, TODAY) == (
        Edit("evidence", "f1", {"removed": True}),
    )
    assert review_falls(NOW, "KSP-01.bpjs") == ()


def test_taking_evidence_back_twice_leaves_a_review_given_between() -> None:
    assert edits(EvidenceRemoval(evidence="f2"), UNBOUND, STAFF, TODAY) == (
        Edit("evidence", "f2", {"removed": True}),
    )


def test_new_agencies_join_together_each_under_an_id_of_its_own() -> None:
    joining = NewAgencies(names=("PLN (Persero)", "PLN Persero"), category="state_owned")
    fields = {"category": "state_owned", "provenance": "reported", "active": True}
    assert edits(joining, NOW, STAFF, TODAY) == (
        Edit("agency", "pln-persero", {"name": "PLN (Persero)", **fields}, new=True),
        Edit("agency", "pln-persero-2", {"name": "PLN Persero", **fields}, new=True),
    )


def test_agencies_may_join_in_a_later_wave() -> None:
    (edit,) = edits(NewAgencies(names=("PLN",), wave=2), NOW, STAFF, TODAY)
    assert edit.after["wave"] == 2


def test_an_agency_that_comes_back_keeps_its_wave_where_none_is_given() -> None:
    (edit,) = edits(NewAgencies(names=("Samsat",)), NOW, STAFF, TODAY)
    assert "wave" not in edit.after


def test_an_agency_joins_with_all_that_is_known_of_it() -> None:
    joining = NewAgency(
        name=" PLN ", category="state_owned", weekdays=(5, 1, 5), counters=2, joint=True, typical="pln"
    )
    assert edits(joining, NOW, STAFF, TODAY) == (
        Edit(
            "agency",
            "pln",
            {
                "name": "PLN",
                "category": "state_owned",
                "provenance": "reported",
                "weekdays": [1, 5],
                "counters": 2,
                "joint": True,
                "typical": "pln",
                "active": True,
            },
            new=True,
        ),
    )


def test_one_agency_that_comes_back_keeps_its_id_and_what_is_not_given() -> None:
    assert edits(NewAgency(name="samsat", contact="Bagian umum"), NOW, STAFF, TODAY) == (
        Edit(
            "agency",
            "samsat",
            {"name": "samsat", "contact": "Bagian umum", "active": True, "reason": ""},
        ),
    )


def test_the_reason_for_leaving_falls_when_an_agency_takes_part_again() -> None:
    assert _written(AgencyChange(agency="samsat", active=True)) == {"active": True, "reason": ""}
    assert _written(NewAgencies(names=("Samsat",)))["reason"] == ""
    left = AgencyChange(agency="polres", active=False, reason="Belum siap")
    assert _written(left) == {"active": False, "reason": "Belum siap"}


def test_days_of_the_week_and_components_are_kept_in_their_order() -> None:
    assert _written(AgencyChange(agency="polres", weekdays=(3, 1, 3))) == {"weekdays": [1, 3]}
    several = ServiceChange(service="polres.skck", standard=(COMPONENTS[3], COMPONENTS[0], COMPONENTS[3]))
    assert _written(several) == {"standard": [COMPONENTS[0], COMPONENTS[3]]}
    assert _written(ServiceChange(service="polres.skck", queue=None)) == {"queue": None}


def test_services_are_added_each_under_an_id_of_its_agency() -> None:
    rows = (
        ServiceRow(agency="bpjs", name="Kartu JKN", output="information"),
        ServiceRow(agency="bpjs", name="Kartu-JKN"),
        ServiceRow(agency="polres", name="SKCK!", standard=COMPONENTS[:1]),
    )
    known = {"output": None, "channel": None, "active": True}
    assert edits(NewServices(rows=rows), NOW, STAFF, TODAY) == (
        Edit(
            "service",
            "bpjs.kartu-jkn",
            known | {"agency": "bpjs", "name": "Kartu JKN", "output": "information"},
            new=True,
        ),
        Edit("service", "bpjs.kartu-jkn-2", known | {"agency": "bpjs", "name": "Kartu-JKN"}, new=True),
        Edit(
            "service",
            "polres.skck-2",
            known | {"agency": "polres", "name": "SKCK!", "standard": [COMPONENTS[0]]},
            new=True,
        ),
    )


def test_a_service_that_was_taken_out_comes_back_under_its_old_id() -> None:
    again = NewServices(rows=(ServiceRow(agency="polres", name="LAPORAN", queue=True),))
    assert edits(again, NOW, STAFF, TODAY) == (
        Edit(
            "service",
            "polres.laporan",
            {"agency": "polres", "name": "LAPORAN", "queue": True, "active": True},
        ),
    )


def test_the_services_of_an_agency_that_left_stay_but_count_no_more() -> None:
    assert set(offered(OFFERED, ("bpjs", "polres"))) == {"polres.skck", "polres.laporan-2"}
    assert offered(OFFERED, ("bpjs",)) == {}


def test_a_floor_is_kept_under_an_id_of_its_own() -> None:
    (edit,) = edits(NewFloor(name="Dasar!", counters=12), NOW, STAFF, TODAY)
    fields = {"name": "Dasar!", "level": 0, "use": "service", "counters": 12, "columns": 6}
    assert edit == Edit("floor", "dasar-2", fields, new=True)
    assert edits(FloorChange(floor="dasar", columns=4), NOW, STAFF, TODAY) == (
        Edit("floor", "dasar", {"columns": 4}),
    )


def test_a_counter_kept_for_an_agency_is_changed_by_saying_it_again() -> None:
    first = SeatChange(floor="dasar", counter=2, agency="bpjs", weekdays=(4, 2))
    where = {"floor": "dasar", "counter": 2, "agency": "bpjs"}
    assert edits(first, NOW, STAFF, TODAY) == (
        Edit("seat", "dasar.2.bpjs", where | {"weekdays": [2, 4], "active": True}, new=True),
    )
    again = SeatChange(floor="dasar", counter=1, agency="polres")
    where = {"floor": "dasar", "counter": 1, "agency": "polres"}
    assert edits(again, NOW, STAFF, TODAY) == (Edit("seat", "dasar.1.polres", where | {"active": True}),)
    given_up = again.model_copy(update={"active": False})
    assert edits(given_up, NOW, STAFF, TODAY) == (Edit("seat", "dasar.1.polres", where | {"active": False}),)


def test_only_what_a_plan_sets_for_an_activity_is_written() -> None:
    longer = PlanningChange(
        activity="USL-01", duration=PlannedDuration(optimistic=1, likely=2, pessimistic=9)
    )
    assert edits(longer, NOW, STAFF, TODAY) == (
        Edit("planning", "USL-01", {"duration": {"optimistic": 1, "likely": 2, "pessimistic": 9}}),
    )
    assert _written(PlanningChange(activity="USL-01", duration=None)) == {"duration": None}


def test_a_new_baseline_is_kept_under_an_id_of_its_own_and_becomes_the_current_one() -> None:
    dates = {"PRM-01": {"start": TODAY.isoformat(), "finish": TOMORROW.isoformat()}}
    fields = {"name": "Sesudah rapat", "launch": TOMORROW.isoformat(), "activities": dates}
    assert edits(FROZEN, NOW, STAFF, YESTERDAY) == (
        Edit("baseline", "sesudah-rapat", {**fields, "frozen_on": YESTERDAY.isoformat()}, new=True),
        Edit("plan", PLAN_ID, {"baseline": "sesudah-rapat"}),
    )


def test_an_agency_that_comes_back_keeps_its_id() -> None:
    (edit,) = edits(NewAgencies(names=(" SAMSAT ",)), NOW, STAFF, TODAY)
    assert (edit.subject, edit.new, edit.after["active"], edit.after["name"]) == (
        "samsat",
        False,
        True,
        "SAMSAT",
    )


@pytest.mark.parametrize(
    ("name", "taken", "slug"),
    [
        ("Polres", (), "polres"),
        ("  Kantor Pertanahan/BPN ", (), "kantor-pertanahan-bpn"),
        ("Polres", ("polres", "polres-2"), "polres-3"),
        ("警察", (), "tanpa-nama"),
        ("a" * 49 + " b", (), "a" * 49),
    ],
)
def test_an_id_is_made_of_the_name(name: str, taken: tuple[str, ...], slug: str) -> None:
    assert new_slug(name, taken) == slug


@given(st.text(max_size=120), st.sets(st.sampled_from(["tanpa-nama", "a", "a-2", "b"])))
def test_an_id_made_of_any_name_is_an_id_and_is_free(name: str, taken: set[str]) -> None:
    slug = new_slug(name, taken)
    assert slug not in taken
    assert AgencyChange(agency=slug).agency == slug


DAYS = st.none() | st.dates(TODAY - timedelta(9), TOMORROW)
activity_changes = st.fixed_dictionaries(
    {"activity": st.sampled_from(["KOM-01", "USL-01", "KSP-01.bpjs", "PRM-01"])},
    optional={
        "status": st.sampled_from(STATUSES),
        "started_on": DAYS,
        "finished_on": DAYS,
        "remaining": st.none() | st.integers(0, 9),
        "note": st.text(max_size=5),
        "reason": st.text(max_size=5),
    },
).map(ActivityChange.model_validate)


@given(activity_changes, st.dates(TODAY - timedelta(9), TODAY))
def test_a_change_of_work_that_nothing_speaks_against_leaves_sound_work(
    change: ActivityChange, on: date
) -> None:
    against = _against(change)
    written = {} if against else _written(change, on=on)
    before = NOW.progress.get(change.activity, Progress()).model_dump(mode="json")
    then = Progress.model_validate(before | written)
    done_on = then.finished_on if then.status == "done" else TOMORROW
    assert done_on is not None
    assert then.started_on is None or then.started_on <= done_on
    assert (then.submitted_by is not None) == (then.status == "done")
    assert then.status == "done" or then.review is None or verification.lapsed(then, GIVEN)
