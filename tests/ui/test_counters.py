"""Gerai: floors entered, agencies placed at counters on days of the week, and what cannot be."""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.domain.changes import AgencyChange, FloorChange, NewFloor, SeatChange
from planner.domain.counters import Floor, Seat
from planner.domain.plan import Plan
from planner.ui.components import floor_form
from planner.views import agency_words, floor_words, labels, words
from planner.workspace import Snapshot, Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"
PLAN_VIEW = "denah-gerai"
COUNTER, AGENCY, DAYS = "gerai:nomor", "gerai:instansi", "gerai:hari"
GROUND = NewFloor(name="Lantai dasar", counters=24)


def _plan(workspace: Workspace) -> Plan:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen.state.plan


def _set(workspace: Workspace, *changes: NewFloor | FloorChange | SeatChange | AgencyChange) -> None:
    assert isinstance(workspace.record_all(PLAN, changes, actor="sekda"), Written)


def _open(screen: Screen, **address: str) -> Screen:
    screen.go("instansi", rencana=PLAN, **address).act_as("dpmptsp")
    screen.app.session_state["lihat"] = agency_words.COUNTERS
    screen.app.run()
    assert not screen.app.exception
    return screen


def _at(screen: Screen, counter: int) -> Screen:
    screen.app.number_input(key=COUNTER).set_value(counter).run()
    return screen


def _place(screen: Screen, agency: str, counter: int, *days: int) -> Screen:
    _at(screen, counter)
    screen.app.selectbox(key=AGENCY).set_value(agency).run()
    screen.app.button_group(key=DAYS).set_value(list(days)).run()
    return screen.press(floor_words.PLACE)


def _boxes(screen: Screen, floor: int = 0) -> list[dict[str, Any]]:
    boxes: list[dict[str, Any]] = screen.part(PLAN_VIEW)["floors"][floor]["boxes"]
    return boxes


def test_without_floors_the_section_says_what_to_do_first_and_gives_an_attested_example(
    screen: Screen,
) -> None:
    _open(screen)
    assert floor_words.NO_FLOORS in screen.told
    assert any(
        floor_words.EXAMPLE in text and labels.ATTESTATION["one_source"] in text for text in screen.texts
    )
    assert screen.app.get("bidi_component") == []


def test_a_floor_is_added_and_drawn_as_it_was_entered(screen: Screen, workspace: Workspace) -> None:
    _open(screen).type(floor_words.NAME, " Lantai dasar ").type(floor_words.COUNT, 10)
    screen.type(floor_words.IN_A_ROW, 5).press(floor_words.ADD_FLOOR)
    assert screen.saved == [floor_words.ADDED.format(name="Lantai dasar")]
    assert _plan(workspace).floors == {"lantai-dasar": Floor(name="Lantai dasar", counters=10, columns=5)}
    (drawn,) = screen.part(PLAN_VIEW)["floors"]
    assert (drawn["columns"], len(drawn["boxes"])) == (5, 10)


def test_the_next_floor_is_proposed_above_the_last(screen: Screen) -> None:
    _open(screen).type(floor_words.NAME, "Lantai dasar").press(floor_words.ADD_FLOOR)
    assert (screen.typed(floor_words.NAME), screen.typed(floor_words.LEVEL)) == ("", 1)


def test_a_floor_with_a_known_name_is_refused_and_all_that_was_typed_stays(
    screen: Screen, workspace: Workspace
) -> None:
    _set(workspace, GROUND)
    _open(screen).type(floor_words.NAME, "lantai dasar").type(floor_words.COUNT, 33)
    screen.press(floor_words.ADD_FLOOR)
    sentence = labels.OBJECTION["duplicate_floor"].format(about="lantai dasar")
    assert screen.refused == [words.REFUSED.format(reasons=sentence)]
    assert (screen.typed(floor_words.NAME), screen.typed(floor_words.COUNT)) == ("lantai dasar", 33)
    assert len(_plan(workspace).floors) == 1


def test_a_floor_without_a_name_is_refused(screen: Screen) -> None:
    _open(screen).press(floor_words.ADD_FLOOR)
    assert screen.refused == [words.REFUSED.format(reasons=labels.OBJECTION["name_needed"])]


def test_a_floor_is_changed(screen: Screen, workspace: Workspace) -> None:
    _set(workspace, GROUND)
    _open(screen).type(floor_words.WHICH, "lantai-dasar").type(floor_words.USE_FIELD, "support")
    screen.app.text_input(key=floor_form.WHY).set_value("Gedung berubah.").run()
    screen.press(words.SAVE)
    assert screen.saved == [words.SAVED]
    assert _plan(workspace).floors["lantai-dasar"].use == "support"
    (last,) = workspace.history(PLAN, limit=1)
    assert (last.actor, last.why) == ("dpmptsp", "Gedung berubah.")


def test_a_floor_made_smaller_tells_how_many_kept_counters_are_gone(
    screen: Screen, workspace: Workspace
) -> None:
    seats = [SeatChange(floor="lantai-dasar", counter=n, agency="polres") for n in (1, 23, 24)]
    _set(workspace, GROUND, *seats)
    _open(screen).type(floor_words.WHICH, "lantai-dasar").type(floor_words.COUNT, 12).press(words.SAVE)
    gone = floor_words.GONE.format(count=2, title=floor_words.CONFLICTS)
    assert screen.saved == [f"{words.SAVED} {gone}"]


def test_a_floor_made_larger_tells_nothing_more(screen: Screen, workspace: Workspace) -> None:
    _set(workspace, GROUND, SeatChange(floor="lantai-dasar", counter=1, agency="polres"))
    _open(screen).type(floor_words.WHICH, "lantai-dasar").type(floor_words.COUNT, 30).press(words.SAVE)
    assert screen.saved == [words.SAVED]


def test_what_somebody_else_wrote_about_a_floor_is_told_before_it_is_written_over(
    screen: Screen, workspace: Workspace
) -> None:
    _set(workspace, GROUND)
    _open(screen).type(floor_words.WHICH, "lantai-dasar").type(floor_words.COUNT, 20)
    _set(workspace, FloorChange(floor="lantai-dasar", counters=30))
    screen.press(words.SAVE)
    (told,) = screen.refused
    assert "lebih dulu" in told
    assert screen.compared == [["Jumlah gerai", "30", "20"]]
    assert screen.typed(floor_words.COUNT) == 20
    screen.press(words.KEEP_MINE)
    assert _plan(workspace).floors["lantai-dasar"].counters == 20


def test_an_agency_is_placed_at_a_counter_on_some_days(screen: Screen, workspace: Workspace) -> None:
    _set(workspace, GROUND)
    _place(_open(screen), "polres", 3, 2, 1)
    assert screen.saved == [
        floor_words.PLACED.format(agency="Polres", counter=3, floor="Lantai dasar", days="Sen, Sel")
    ]
    seat = Seat(floor="lantai-dasar", counter=3, agency="polres", weekdays=(1, 2))
    assert _plan(workspace).seats == {"lantai-dasar.3.polres": seat}
    assert [one["days"] for one in _boxes(screen)[2]["seats"]] == ["Sen, Sel"]


def test_a_joint_counter_taken_on_one_day_by_two_is_told_until_one_gives_way(
    screen: Screen, workspace: Workspace
) -> None:
    joint = [AgencyChange(agency=slug, joint=True) for slug in ("polres", "imigrasi")]
    _set(workspace, GROUND, *joint)
    _place(_place(_open(screen), "polres", 3, 1, 2, 3), "imigrasi", 3, 3, 4)
    sentence = (
        "Gerai 3 di Lantai dasar dipakai lebih dari satu instansi pada hari Rabu: Imigrasi dan Polres; "
        "pindahkan salah satunya atau bagi harinya."
    )
    assert sentence in screen.text
    assert _boxes(screen)[2]["marks"] == [floor_words.MARK["shared_day"]]
    _place(screen, "imigrasi", 3, 4, 5)
    assert sentence not in screen.text
    assert _boxes(screen)[2]["marks"] == []
    assert [one["days"] for one in _boxes(screen)[2]["seats"]] == ["Kam, Jum", "Sen–Rab"]


def test_a_counter_that_the_floor_does_not_have_is_refused_and_nothing_typed_is_lost(
    screen: Screen, workspace: Workspace
) -> None:
    _set(workspace, GROUND)
    _place(_open(screen), "polres", 25, 1)
    sentence = labels.OBJECTION["counter_out_of_range"].format(about="25")
    assert screen.refused == [words.REFUSED.format(reasons=sentence)]
    assert screen.app.number_input(key=COUNTER).value == 25
    assert screen.app.selectbox(key=AGENCY).value == "polres"
    assert screen.app.button_group(key=DAYS).value == [1]
    assert _plan(workspace).seats == {}


def test_without_an_agency_nothing_is_placed(screen: Screen, workspace: Workspace) -> None:
    _set(workspace, GROUND)
    _open(screen).press(floor_words.PLACE)
    assert screen.refused == [floor_words.NEED_AGENCY]


def test_floors_without_counters_have_nothing_to_place_at(screen: Screen, workspace: Workspace) -> None:
    _set(workspace, NewFloor(name="Lantai satu", use="support"))
    _open(screen)
    assert floor_words.NEED_FLOOR in screen.texts
    assert floor_words.PLACE not in screen.buttons()


def test_a_counter_is_given_up_and_its_history_kept(screen: Screen, workspace: Workspace) -> None:
    _set(workspace, GROUND, SeatChange(floor="lantai-dasar", counter=1, agency="polres"))
    _at(_open(screen), 1).press(floor_words.GIVE_UP)
    assert screen.saved == [floor_words.GIVEN_UP.format(agency="Polres", counter=1, floor="Lantai dasar")]
    assert not _plan(workspace).seats["lantai-dasar.1.polres"].active
    assert floor_words.NOBODY in screen.texts
    assert len(workspace.history(PLAN, "seat", "lantai-dasar.1.polres")) == 2


def test_the_days_of_a_seat_are_shown_once_its_agency_is_chosen(screen: Screen, workspace: Workspace) -> None:
    _set(workspace, GROUND, SeatChange(floor="lantai-dasar", counter=1, agency="polres", weekdays=(2, 4)))
    _at(_open(screen), 1)
    screen.app.selectbox(key=AGENCY).set_value("polres").run()
    assert screen.app.button_group(key=DAYS).value == [2, 4]
    screen.app.selectbox(key=AGENCY).set_value("pln").run()
    assert screen.app.button_group(key=DAYS).value == []


def test_the_first_counter_that_is_free_is_proposed(screen: Screen, workspace: Workspace) -> None:
    _set(workspace, GROUND, SeatChange(floor="lantai-dasar", counter=1, agency="polres"))
    _open(screen)
    assert screen.app.number_input(key=COUNTER).value == 2
    assert screen.part(PLAN_VIEW)["chosen"] == "lantai-dasar:2"


def test_days_chosen_before_the_agency_stay(screen: Screen, workspace: Workspace) -> None:
    _set(workspace, GROUND)
    _open(screen)
    screen.app.button_group(key=DAYS).set_value([5]).run()
    screen.app.selectbox(key=AGENCY).set_value("pln").run()
    assert screen.app.button_group(key=DAYS).value == [5]


def test_what_somebody_else_wrote_about_a_seat_is_told_before_it_is_written_over(
    screen: Screen, workspace: Workspace
) -> None:
    seat = SeatChange(floor="lantai-dasar", counter=1, agency="polres", weekdays=(1,))
    _set(workspace, GROUND, seat)
    _at(_open(screen), 1)
    screen.app.selectbox(key=AGENCY).set_value("polres").run()
    screen.app.button_group(key=DAYS).set_value([2]).run()
    _set(workspace, seat.model_copy(update={"weekdays": (5,)}))
    screen.press(floor_words.PLACE)
    (told,) = screen.refused
    assert "lebih dulu" in told
    assert _plan(workspace).seats["lantai-dasar.1.polres"].weekdays == (5,)
    assert screen.compared == [["Hari", "Jumat", "Selasa"]]
    screen.press(words.KEEP_MINE)
    assert _plan(workspace).seats["lantai-dasar.1.polres"].weekdays == (2,)
    assert screen.refused == []


def test_a_counter_that_somebody_else_changed_first_can_be_left_to_them(
    screen: Screen, workspace: Workspace
) -> None:
    seat = SeatChange(floor="lantai-dasar", counter=1, agency="polres", weekdays=(1,))
    _set(workspace, GROUND, seat)
    _at(_open(screen), 1)
    give_up = screen.app.button(key="lepas-lantai-dasar.1.polres")
    _set(workspace, seat.model_copy(update={"weekdays": (5,)}))
    give_up.click().run()
    assert screen.compared == [["Ditempati", "ya", "tidak"]]
    screen.press(words.TAKE_THEIRS)
    assert screen.refused == []
    assert _plan(workspace).seats["lantai-dasar.1.polres"].active


def test_agencies_that_want_more_counters_than_there_are_are_told(
    screen: Screen, workspace: Workspace
) -> None:
    _set(workspace, NewFloor(name="Lantai dasar", counters=20))
    _open(screen)
    assert "Pada hari Senin sampai Jumat gerai yang diminta 2 lebih banyak" in screen.text
    assert "22 instansi gelombang 1 belum mendapat semua gerai" in screen.text


def test_many_conflicts_are_folded_after_the_first(screen: Screen, workspace: Workspace) -> None:
    seats = [
        SeatChange(floor="lantai-dasar", counter=n, agency=slug)
        for n in range(1, 7)
        for slug in ("pln", "polres")
    ]
    _set(workspace, GROUND, *seats)
    _open(screen)
    (box,) = [one for one in screen.app.expander if "belum cocok" in one.label]
    assert box.label == floor_words.MORE_CONFLICTS.format(count=2)


def test_a_day_before_today_is_only_looked_at(screen: Screen, workspace: Workspace) -> None:
    _set(workspace, GROUND, SeatChange(floor="lantai-dasar", counter=1, agency="polres"))
    changed = workspace.record_all(
        PLAN, [NewFloor(name="Lantai lama", counters=2)], actor="sekda", effective_on=date(2026, 5, 1)
    )
    assert isinstance(changed, Written)
    _open(screen, hari="2026-06-01")
    assert screen.part(PLAN_VIEW)["open"] is False
    assert [floor["name"] for floor in screen.part(PLAN_VIEW)["floors"]] == ["Lantai lama"]
    assert floor_words.PLACE not in screen.buttons()
    assert floor_words.ADD_FLOOR not in screen.buttons()


def test_a_past_day_without_floors_does_not_ask_to_add_one(screen: Screen) -> None:
    _open(screen, hari="2026-06-01")
    assert floor_words.NO_FLOORS_THEN in screen.told
    assert floor_words.ADD_FLOOR not in screen.buttons()
