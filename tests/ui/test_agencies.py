"""The agencies of a plan: many added at once, none twice, taken out with a reason and back in."""

from __future__ import annotations

import pytest

from planner.domain.plan import Agency
from planner.views import labels, words
from planner.workspace import Workspace
from tests.ui.screen import Screen

PLAN = "belitung-timur"


def _opened(screen: Screen) -> Screen:
    screen.go("pengaturan", rencana=PLAN).act_as("dpmptsp")
    screen.app.session_state["bagian"] = words.AGENCIES
    screen.app.run()
    return screen


def _agencies(workspace: Workspace) -> dict[str, Agency]:
    seen = workspace.snapshot(PLAN)
    return dict(seen.state.plan.agencies)


def test_the_agencies_stand_in_a_table(screen: Screen, workspace: Workspace) -> None:
    _opened(screen)
    (table,) = (frame.value for frame in screen.app.dataframe)
    assert len(table) == len(_agencies(workspace)) == 22
    assert "Polres" in table.iloc[:, 0].tolist()


def test_many_agencies_are_added_at_once(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(words.AGENCY_NAME, " Kantor Pos \n\nBank Mandiri\nPT Taspen")
    screen.type(words.CATEGORY, "state_owned").press(words.ADD_AGENCY)
    assert screen.saved == [words.ADDED.format(count=3)]
    added = {a.name: a.category for a in _agencies(workspace).values() if a.category == "state_owned"}
    assert {"Kantor Pos", "Bank Mandiri", "PT Taspen"} <= set(added)
    assert screen.typed(words.AGENCY_NAME) == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Kantor Pos\npolres", labels.OBJECTION["duplicate_agency"].format(about="polres")),
        ("Kantor Pos\nKantor Pos", labels.OBJECTION["duplicate_agency"].format(about="Kantor Pos")),
        ("  \n ", labels.OBJECTION["name_needed"]),
        ("Kantor Pos\nX", labels.OBJECTION["name_length"].format(about="X")),
    ],
)
def test_names_that_cannot_be_added_are_named_and_all_that_was_typed_stays(
    screen: Screen, workspace: Workspace, typed: str, sentence: str
) -> None:
    before = _agencies(workspace)
    _opened(screen).type(words.AGENCY_NAME, typed).press(words.ADD_AGENCY)
    assert screen.refused == [words.REFUSED.format(reasons=sentence)]
    assert screen.typed(words.AGENCY_NAME) == typed
    assert _agencies(workspace) == before


def test_a_name_without_any_latin_letter_gets_an_id_all_the_same(
    screen: Screen, workspace: Workspace
) -> None:
    _opened(screen).type(words.AGENCY_NAME, "ꦏꦧꦸꦥꦠꦺꦤ꧀").press(words.ADD_AGENCY)
    assert screen.saved == [words.ADDED.format(count=1)]
    assert _agencies(workspace)["tanpa-nama"].name == "ꦏꦧꦸꦥꦠꦺꦤ꧀"


def test_an_agency_is_taken_out_with_a_reason_and_back_in(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(words.CHOOSE_AGENCY, "polres").type(words.WHY, "Menunda ikut serta.")
    screen.press(words.TAKE_OUT)
    assert screen.saved == [words.SAVED]
    assert not _agencies(workspace)["polres"].active
    assert workspace.history(PLAN, limit=1)[0].why == "Menunda ikut serta."
    screen.press(words.TAKE_BACK)
    assert _agencies(workspace)["polres"].active


def test_work_of_an_agency_that_was_taken_out_no_longer_counts_but_is_kept(
    screen: Screen, workspace: Workspace
) -> None:
    before = workspace.snapshot(PLAN)
    _opened(screen).type(words.CHOOSE_AGENCY, "polres").type(words.WHY, "Menunda.")
    screen.press(words.TAKE_OUT)
    after = workspace.snapshot(PLAN)
    gone = before.work.activities.keys() - after.work.activities.keys()
    assert gone
    assert all(activity.endswith(".polres") for activity in gone)
    assert {a: p for a, p in after.state.progress.items() if a in gone} == {
        a: p for a, p in before.state.progress.items() if a in gone
    }


def test_the_reason_field_is_empty_after_it_was_used(screen: Screen) -> None:
    _opened(screen).type(words.CHOOSE_AGENCY, "polres").type(words.WHY, "Menunda.").press(words.TAKE_OUT)
    assert screen.typed(words.WHY) == ""


def test_another_day_shows_the_agencies_of_then_and_no_fields(screen: Screen) -> None:
    screen.go("pengaturan", rencana=PLAN, hari="2025-01-10")
    screen.app.session_state["bagian"] = words.AGENCIES
    screen.app.run()
    assert words.NO_AGENCIES in screen.told
    assert words.ADD_AGENCY not in screen.buttons()
