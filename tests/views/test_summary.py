from __future__ import annotations

from dataclasses import replace

from planner.domain.advice import Action, Hold
from planner.domain.limits import Limit
from planner.views import outlook, summary
from tests.views import world
from tests.views.test_outlook import told

LIMIT = Limit(world.TARGET, 0)


def _action(item: str, *activities: str, critical: bool = True, limit: Limit = LIMIT) -> Action:
    return Action(
        item=item,
        activities=activities or (item,),
        step="finish",
        role="dpmptsp",
        gate=None,
        critical=critical,
        limit=limit,
    )


def test_the_strip_shows_the_gates_in_order_and_the_launch_at_the_end() -> None:
    small = world.small()
    strip = summary.gate_strip(small.checklist, small.readiness, small.schedule)
    assert [gate["title"] for gate in strip] == ["Usulan siap dikirim", "Siap diresmikan", "Peluncuran"]
    assert strip[0]["waits"] == "menunggu 2 dari 2 kegiatan"
    assert strip[-1]["state"] == "14 Jun 2027"
    assert strip[-1]["waits"] == "31 hari kerja setelah target"


def test_the_strip_of_an_opened_regency_ends_with_its_day() -> None:
    siak = world.opened()
    strip = summary.gate_strip(siak.checklist, siak.readiness, siak.schedule)
    assert strip[-1]["passed"] is True
    assert strip[-1]["waits"] == "20 Nov 2026"


def test_a_stage_ends_with_its_last_work_before_the_launch() -> None:
    small = world.small()
    bars = summary.stage_bars(small.checklist, small.readiness, small.schedule)
    assert [bar["ends"] for bar in bars] == ["11 Mar 2026", "31 Des 2026", "2 Jun 2027", "14 Jun 2027"]
    assert bars[0]["score"] == "100%"
    assert bars[2]["told"] == "1 diajukan, 3 belum mulai"


def test_work_that_does_not_apply_ends_no_stage() -> None:
    small = world.small()
    last = max(
        (a for a in small.work.activities.values() if a.stage == small.checklist.stages[1].stage),
        key=lambda a: small.schedule.dates[a.id].early_finish,
    )
    idle = replace(small.readiness.activities[last.id], standing="not_applicable")
    without = replace(small.readiness, activities={**small.readiness.activities, last.id: idle})
    before = summary.stage_bars(small.checklist, small.readiness, small.schedule)[1]["ends"]
    assert summary.stage_bars(small.checklist, without, small.schedule)[1]["ends"] != before


def test_what_holds_the_launch_names_the_move_and_the_days() -> None:
    small = world.small()
    held = Hold(_action("KSP-01", "KSP-01.polres", "KSP-01.bpjs"), 12)
    (row,) = summary.hold_rows(small.checklist, small.state, [held])
    assert row["title"] == "Perjanjian kerja sama ditandatangani"
    assert row["move"] == "DPMPTSP: selesaikan (2 instansi)"
    assert "12 hari kerja" in row["days"]


def test_what_is_late_for_the_target_says_by_how_much() -> None:
    small = world.small()
    late = _action("USL-02", critical=False, limit=Limit(world.TODAY, -12, to_target=True))
    (row,) = summary.hold_rows(small.checklist, small.state, [Hold(late, None)])
    assert (row["id"], row["days"]) == ("USL-02", "12 hari kerja melewati batas target")


def test_a_next_step_is_due_by_the_target_and_says_how_late_it_is() -> None:
    small = world.small()
    late = _action("USL-02", critical=False, limit=Limit(world.TODAY, -12, to_target=True))
    (row,) = summary.by_role(small.checklist, small.state, [late])["DPMPTSP"]
    assert (row["due"], row["holds"]) == ("batas target 23 Nov 2026", "terlambat 12 hari kerja")


def test_the_move_of_one_agency_names_it() -> None:
    small = world.small()
    action = _action("KSP-01", "KSP-01.polres")
    assert summary.move(small.checklist, small.state, action) == "DPMPTSP: selesaikan (Polres)"


def test_a_role_with_many_steps_is_told_how_many_more() -> None:
    small = world.small()
    actions = [_action(code) for code in ("KMT-01", "USL-01", "USL-02")]
    told = summary.by_role(small.checklist, small.state, actions, most=2)
    assert [row["title"] for row in told["DPMPTSP"]] == [
        "Komitmen ditandatangani",
        "Usulan disusun",
        "dan 1 langkah lain",
    ]
    assert told["DPMPTSP"][0]["holds"] == "menahan peluncuran"


def test_work_that_holds_the_launch_only_with_others_says_so() -> None:
    small = world.small()
    (row,) = summary.hold_rows(small.checklist, small.state, [Hold(_action("USL-01"), 0)])
    assert row["days"] == "menahan bersama kegiatan lain"


def test_a_passed_gate_says_since_when_and_waits_for_nothing() -> None:
    siak = world.opened(proof=("KMT-01", "USL-01", "USL-02"), by="sekda")
    gate = summary.gate_strip(siak.checklist, siak.readiness, siak.schedule)[0]
    assert gate["passed"] is True
    assert gate["waits"] == ""
    assert gate["day"].startswith("sejak ")


def test_without_a_target_the_strip_says_so() -> None:
    small = world.small(target=None, behind=None)
    launch = summary.gate_strip(small.checklist, small.readiness, small.schedule)[-1]
    assert (launch["waits"], launch["day"]) == ("target belum ditetapkan", "")


def test_steps_that_do_not_hold_the_launch_are_told_without_it() -> None:
    small = world.small()
    told = summary.by_role(small.checklist, small.state, [_action("USL-02", critical=False)])
    (row,) = told["DPMPTSP"]
    assert (row["holds"], row["move"], row["due"]) == ("", "selesaikan", "paling lambat 30 Apr 2027")


def test_the_launch_to_come_is_told_with_its_forecast() -> None:
    small, siak = world.small(), world.opened()
    strip = summary.gate_strip(small.checklist, small.readiness, small.schedule, told())
    assert strip[-1]["forecast"] == [*outlook.strip(told(), small.schedule.launch)]
    opened = summary.gate_strip(siak.checklist, siak.readiness, siak.schedule, told())
    assert opened[-1]["forecast"] == []
