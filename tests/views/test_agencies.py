"""Where agencies stand: the sentence, the matrix with its filters and marks, the panel of one agency."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.domain.activities import work
from planner.domain.advice import Action
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.checklist import PipelineStep
from planner.domain.limits import Limit
from planner.domain.plan import Agency
from planner.domain.readiness import readiness
from planner.domain.services import Service
from planner.domain.state import Progress, State
from planner.domain.target import AgencyLatest, LatestDates, TargetDates
from planner.views import agencies, agency_matrix, agency_panel
from planner.views import agency_words as words
from planner.views.agency_matrix import AgencyFilter
from planner.workspace import opening
from tests.views import world
from tests.views.world import DONE, TODAY

STEPS = (
    PipelineStep(id="diundang", title="Diundang", items=("KSP-01",), when="begun"),
    PipelineStep(id="pks", title="PKS", items=("KSP-01",)),
)
RUNNING = Progress(status="in_progress", started_on=date(2026, 11, 2))
POLRES, BPJS = "KSP-01.polres", "KSP-01.bpjs"


def known(
    progress: dict[str, Progress] | None = None,
    *,
    target: TargetDates | None = None,
    steps: tuple[PipelineStep, ...] = STEPS,
    agency: dict[str, dict[str, Any]] | None = None,
    services: dict[str, Service] | None = None,
    proof: tuple[str, ...] = (),
) -> agencies.Known:
    """The small regency, some of its agencies with other fields, as the page Instansi knows it."""
    small = world.small(progress, proof=proof)
    checklist = small.checklist.model_copy(
        update={"head": small.checklist.head.model_copy(update={"pipeline": steps})}
    )
    plan = small.state.plan
    fields = agency or {}
    here = {slug: one.model_copy(update=fields.get(slug, {})) for slug, one in plan.agencies.items()}
    plan = plan.model_copy(update={"agencies": here, "services": services or {}})
    state = State(plan=plan, progress=small.state.progress, evidence=small.state.evidence)
    todo = work(checklist, plan)
    ready = readiness(checklist, todo, state)
    return agencies.known(checklist, todo, state, ready, small.schedule, target, TODAY)


def aimed(polres: int = -12, bpjs: int = 3) -> TargetDates:
    """A target that asks the two agencies with work left for these floats."""
    day = date(2027, 5, 3)
    left = {POLRES: LatestDates(day, day, polres), BPJS: LatestDates(day, day, bpjs)}
    limits = [AgencyLatest(i.partition(".")[2], i, day, d.finish, d.total_float) for i, d in left.items()]
    return TargetDates(day, left, tuple(sorted(limits, key=lambda limit: limit.total_float)))


def _begun(progress: Progress) -> Progress:
    return progress.model_copy(update={"started_on": date(2026, 3, 2)})


def row(now: agencies.Known, agency: str) -> dict[str, Any]:
    table = agency_matrix.matrix(now, agency_matrix.shown(now, AgencyFilter()))
    (found,) = (r for group in table["groups"] for r in group["rows"] if r["id"] == agency)
    return dict(found)


def cell(now: agencies.Known, agency: str) -> dict[str, Any]:
    (found,) = row(now, agency)["cells"]
    return dict(found)


def _of(large: world.World, agency: str) -> list[str]:
    return [activity for activity in large.work.activities if activity.endswith(f".{agency}")]


def test_the_sentence_tells_where_agencies_stand_and_names_the_row_and_the_column() -> None:
    assert agencies.agencies_sentence(known({POLRES: RUNNING}, target=aimed())) == (
        "3 instansi gelombang 1: 2 sampai diundang, 1 belum diundang; yang paling tertinggal Polres, "
        "terlambat 12 hari kerja dari target pada “Perjanjian kerja sama ditandatangani”; langkah yang "
        "paling banyak ditunggu “PKS”, 2 dari 3 instansi."
    )


def test_the_requirement_that_is_named_is_the_one_with_the_float_and_not_the_next_step() -> None:
    large = world.large(3, 2)
    day, (first, *_, last) = date(2027, 5, 3), _of(large, "instansi-01")
    left = {first: LatestDates(day, day, -2), last: LatestDates(day, day, -12)}
    target = TargetDates(day, left, (AgencyLatest("instansi-01", last, day, day, -12),))
    now = agencies.known(*large.given, target, TODAY)
    title = large.work.activities[last].item.title
    assert title != large.work.activities[first].item.title
    assert f"terlambat 12 hari kerja dari target pada “{title}”" in agencies.agencies_sentence(now)


def test_several_with_the_least_float_are_told_together_and_marked_together() -> None:
    now = known(target=aimed(-12, -12))
    assert "yang paling tertinggal BPJS Kesehatan dan 1 lagi, sama-sama terlambat 12 hari kerja" in (
        agencies.agencies_sentence(now)
    )
    assert [row(now, slug)["last"] for slug in ("bpjs", "polres", "pln")] == [True, True, False]


def test_where_all_are_alike_nobody_is_named_or_marked() -> None:
    now = known(target=aimed(-12, -12), agency={"pln": {"active": False}})
    assert "; semua 2 instansi sama-sama terlambat 12 hari kerja dari target pada “Perj" in (
        agencies.agencies_sentence(now)
    )
    assert [row(now, slug)["last"] for slug in ("bpjs", "polres")] == [False, False]


@pytest.mark.parametrize(
    ("gone", "who"), [((), "yang paling tertinggal 2 instansi, "), (("pln",), "semua 2 instansi ")]
)
def test_of_several_with_the_least_float_those_with_most_open_are_named(
    gone: tuple[str, ...], who: str
) -> None:
    now = known(target=aimed(-12, -12), agency={slug: {"active": False} for slug in gone})
    (bpjs, _) = now.first.tightest
    now = replace(now, first=replace(now.first, behind=(bpjs,)))
    told = agencies.agencies_sentence(now)
    assert f"; {who}sama-sama terlambat 12 hari kerja dari target pada “" in told
    assert "” (paling banyak yang belum selesai: BPJS Kesehatan)" in told


def test_a_requirement_is_named_only_where_it_is_the_same_of_all() -> None:
    large = world.large(2, 2)
    day = date(2027, 5, 3)
    tight = {_of(large, "instansi-01")[0]: "instansi-01", _of(large, "instansi-02")[-1]: "instansi-02"}
    target = TargetDates(
        day,
        {i: LatestDates(day, day, -12) for i in tight},
        tuple(AgencyLatest(slug, i, day, day, -12) for i, slug in tight.items()),
    )
    told = agencies.agencies_sentence(agencies.known(*large.given, target, TODAY))
    assert told.endswith("; semua 2 instansi sama-sama terlambat 12 hari kerja dari target.")


def test_room_up_to_the_target_is_told_as_room() -> None:
    told = agencies.agencies_sentence(known(target=aimed(polres=4, bpjs=9)))
    assert "yang paling tertinggal Polres, longgar 4 hari kerja terhadap target pada “Perj" in told


def test_without_a_target_the_float_is_told_against_the_launch() -> None:
    assert "yang paling tertinggal Polres, tanpa kelonggaran terhadap peluncuran pada “Perj" in (
        agencies.agencies_sentence(known())
    )


def test_when_all_have_come_the_sentence_says_only_that() -> None:
    every = {f"KSP-01.{agency}": DONE for agency in ("polres", "bpjs", "pln")}
    now = known(every, proof=tuple(every))
    assert agencies.agencies_sentence(now) == "Semua 3 instansi gelombang 1 sudah PKS."


def test_one_that_has_come_is_told_so_beside_the_others() -> None:
    now = known({POLRES: DONE}, proof=(POLRES,))
    assert "1 sudah PKS, 1 sampai diundang, 1 belum diundang" in agencies.agencies_sentence(now)


def test_without_agencies_the_sentence_says_that_there_are_none() -> None:
    gone = {slug: {"active": False} for slug in ("polres", "bpjs", "pln")}
    assert agencies.agencies_sentence(known(agency=gone)) == words.NO_AGENCIES


def test_with_agencies_of_later_waves_alone_the_sentence_says_so() -> None:
    later = {slug: {"wave": 2} for slug in ("polres", "bpjs", "pln")}
    assert agencies.agencies_sentence(known(agency=later)) == words.NO_FIRST_WAVE.format(count=3)


def test_a_checklist_without_a_pipeline_names_the_agency_alone() -> None:
    told = agencies.agencies_sentence(known(target=aimed(), steps=()))
    assert told == (
        "3 instansi gelombang 1; yang paling tertinggal Polres, terlambat 12 hari kerja dari target pada "
        "“Perjanjian kerja sama ditandatangani”."
    )


@pytest.mark.parametrize(
    ("title", "told"), [("Layanan dipetakan", "layanan dipetakan"), ("PKS", "PKS"), ("A", "A")]
)
def test_a_title_inside_a_sentence_keeps_its_capitals_only_where_they_are_letters_of_a_short_name(
    title: str, told: str
) -> None:
    assert agencies.in_text(title) == told


def test_columns_are_the_requirements_of_agencies_by_stage_and_the_awaited_one_is_marked() -> None:
    now = known(target=aimed())
    (stage,) = agency_matrix.matrix(now, ("polres",))["stages"]
    assert stage == {
        "title": "Kesepakatan",
        "columns": [{"id": "KSP-01", "title": "Perjanjian kerja sama ditandatangani", "held": True}],
    }


def test_rows_stand_with_the_least_float_first_and_those_without_a_limit_last() -> None:
    now = known(target=aimed())
    assert agency_matrix.shown(now, AgencyFilter()) == ("polres", "bpjs", "pln")


def test_a_row_tells_its_step_its_latest_date_and_its_float() -> None:
    told = row(known(target=aimed()), "polres")
    assert {k: told[k] for k in ("step", "latest", "room", "told", "late", "last")} == {
        "step": "belum diundang",
        "latest": "3 Mei 2027",
        "room": "−12",
        "told": "terlambat 12 hari kerja",
        "late": True,
        "last": True,
    }


def test_without_a_pipeline_a_row_has_no_step() -> None:
    assert row(known(steps=()), "polres")["step"] == "–"


def test_a_row_without_a_limit_has_dashes() -> None:
    told = row(known(target=aimed()), "pln")
    assert (told["latest"], told["room"], told["told"], told["late"]) == ("–", "–", "", False)


def test_a_cell_that_cannot_keep_its_limit_is_late_and_names_it() -> None:
    assert cell(known({POLRES: RUNNING}, target=aimed()), "polres") == {
        "id": POLRES,
        "standing": "in_progress",
        "late": True,
        "holds": True,
        "due": "paling lambat 3 Mei 2027",
    }


def test_a_cell_with_room_is_neither_late_nor_holds_the_launch() -> None:
    told = cell(known(target=aimed()), "bpjs")
    assert (told["standing"], told["late"], told["holds"]) == ("not_started", False, False)


def test_finished_work_carries_no_mark() -> None:
    told = cell(known(target=aimed()), "pln")
    assert (told["standing"], told["late"], told["holds"], told["due"]) == ("submitted", False, False, "")


def test_work_of_a_later_wave_is_not_held_against_the_launch() -> None:
    told = cell(known(target=aimed(), agency={"polres": {"wave": 2}}), "polres")
    assert (told["late"], told["holds"], told["due"]) == (False, False, "")


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (AgencyFilter(categories=frozenset({"vertical"})), ("polres",)),
        (AgencyFilter(waves=frozenset({2})), ("pln",)),
        (AgencyFilter(only=frozenset({"late"})), ("polres",)),
        (AgencyFilter(only=frozenset({"critical"})), ("polres",)),
        (AgencyFilter(categories=frozenset({"vertical"}), waves=frozenset({2})), ()),
    ],
)
def test_a_filter_leaves_the_agencies_that_pass_it(wanted: AgencyFilter, shown: tuple[str, ...]) -> None:
    now = known(target=aimed(), agency={"polres": {"category": "vertical"}, "pln": {"wave": 2}})
    assert agency_matrix.shown(now, wanted) == shown


def test_waves_are_named_only_where_they_differ() -> None:
    now = known(target=aimed())
    (only,) = agency_matrix.matrix(now, ("polres", "bpjs"))["groups"]
    assert only["title"] == ""
    now = known(target=aimed(), agency={"pln": {"wave": 2}})
    groups = agency_matrix.matrix(now, ("polres", "pln"))["groups"]
    assert [group["title"] for group in groups] == [
        words.IN_WAVE.format(wave=1),
        words.LATER_WAVE.format(wave=2),
    ]


def test_the_panel_tells_the_limit_of_an_agency_or_why_it_has_none() -> None:
    now = known(target=aimed())
    assert agency_panel.limit_sentence(now, "polres") == (
        "Harus siap 3 Mei 2027; terlambat 12 hari kerja dari target."
    )
    assert agency_panel.limit_sentence(now, "pln") == words.NOTHING_LEFT
    now = known(agency={"bpjs": {"wave": 2}})
    assert agency_panel.limit_sentence(now, "bpjs") == words.NOT_AWAITED.format(wave=2)


def test_the_panel_lists_steps_with_the_day_they_were_reached() -> None:
    now = known({POLRES: RUNNING})
    assert agency_panel.steps(now, "polres") == ["✓ Diundang · 2 Nov 2026", "○ PKS"]
    assert agency_panel.next_step(now, "polres") == "Langkah berikutnya: PKS"


def test_a_step_that_is_met_was_reached_when_its_work_was_finished() -> None:
    now = known({POLRES: _begun(DONE)}, proof=(POLRES,))
    assert agency_panel.steps(now, "polres") == ["✓ Diundang · 2 Mar 2026", "✓ PKS · 11 Mar 2026"]
    assert agency_panel.next_step(now, "polres") == words.ALL_REACHED
    assert agency_panel.awaited(now, (), "polres") == []


def test_a_step_reached_without_any_date_is_told_without_one() -> None:
    now = known({POLRES: Progress(status="not_applicable", reason="Tidak perlu.")})
    assert agency_panel.steps(now, "polres") == ["✓ Diundang", "✓ PKS"]


def test_what_the_next_step_waits_for_says_whose_move_it_is() -> None:
    now = known({POLRES: RUNNING})
    action = Action("KSP-01", (POLRES,), "finish", "sekda", None, True, Limit(TODAY, 0))
    (told,) = agency_panel.awaited(now, (action,), "polres")
    assert told == {
        "id": POLRES,
        "title": "Perjanjian kerja sama ditandatangani",
        "move": "giliran Sekretaris daerah: selesaikan",
    }
    (early,) = agency_panel.awaited(now, (), "polres")
    assert early["move"] == "giliran DPMPTSP, belum dapat dikerjakan sekarang"


def test_the_facts_of_an_agency_are_told_with_what_is_not_known() -> None:
    bare = dict(agency_panel.facts(known(), "polres"))
    assert bare == {
        words.CONTACT: words.NO_CONTACT,
        words.DAYS: words.EVERY_DAY,
        words.COUNTERS_WANTED: "1",
        words.OFFERED: words.NO_SERVICES,
    }
    own = {"polres": {"contact": "Kasat Intelkam", "weekdays": (4, 1), "counters": 2, "joint": True}}
    offered = {
        f"polres.layanan-{n}": Service(agency="polres", name=f"Layanan {n}", active=n > 1) for n in (1, 2, 3)
    }
    full = dict(agency_panel.facts(known(agency=own, services=offered), "polres"))
    assert full == {
        words.CONTACT: "Kasat Intelkam",
        words.DAYS: "Senin, Kamis",
        words.COUNTERS_WANTED: "2, bersedia berbagi gerai pada hari lain",
        words.OFFERED: "2 layanan",
    }


@pytest.fixture(scope="module")
def catalogue() -> AgencyCatalogue:
    found = opening.library().agencies
    assert isinstance(found, AgencyCatalogue)
    return found


def test_the_memorandum_backs_an_agency_whose_body_signed_it(catalogue: AgencyCatalogue) -> None:
    backed = next(one for one in catalogue.agencies if one.mou is not None)
    party = catalogue.backing(backed)
    assert party is not None
    told = agency_panel.backing(catalogue, Agency(name="Instansi", typical=backed.id))
    assert party.name in told
    assert "28 Juni 2022" in told


def test_the_memorandum_does_not_back_an_agency_nobody_signed_for(catalogue: AgencyCatalogue) -> None:
    alone = next(one for one in catalogue.agencies if one.mou is None)
    assert "tidak ditandatangani" in agency_panel.backing(
        catalogue, Agency(name="Instansi", typical=alone.id)
    )


def test_of_an_agency_outside_the_catalogue_nothing_is_claimed(catalogue: AgencyCatalogue) -> None:
    assert "belum diketahui" in agency_panel.backing(catalogue, Agency(name="Instansi"))


def test_45_agencies_and_14_requirements_have_a_cell_each() -> None:
    large = world.large(14, 45)
    now = agencies.known(
        large.checklist, large.work, large.state, large.readiness, large.schedule, None, TODAY
    )
    shown = agency_matrix.shown(now, AgencyFilter())
    table = agency_matrix.matrix(now, shown)
    assert sum(len(r["cells"]) for group in table["groups"] for r in group["rows"]) == 45 * 14
    assert sum(len(stage["columns"]) for stage in table["stages"]) == 14
