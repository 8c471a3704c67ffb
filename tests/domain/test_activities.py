from __future__ import annotations

from planner.domain.activities import ActivityLink, activity_id, gate_milestone, work
from planner.domain.plan import Agency, Planning
from tests.domain.builders import checklist, item, plan

WHOLE = checklist(
    item("KOM-01", gates=["usulan"]),
    item("KSP-01", per_agency=True, after=[{"gate": "usulan", "lag": 3, "unit": "calendar"}]),
    item("KSP-02", per_agency=True, gates=["uji-coba"], after=["KSP-01", "KOM-01"]),
    item("KSP-03", per_agency=True, after=[{"item": "KSP-01", "type": "SS", "lag": 5, "agencies": "all"}]),
    item("PRM-01", after=["KSP-02", {"gate": "uji-coba"}]),
    item("PAN-01", per_agency=True, after=["PRM-01"]),
    launch="PRM-01",
    gates=["usulan", "uji-coba"],
    stages={"awal": ["KOM-01", "KSP-01", "KSP-02", "KSP-03"], "buka": ["PRM-01", "PAN-01"]},
)
TWO = work(WHOLE, plan("polres", "bpjs"))
NONE = work(WHOLE, plan())


def _into(links: tuple[ActivityLink, ...], successor: str) -> set[str]:
    return {link.predecessor for link in links if link.successor == successor}


SECOND_WAVE = plan("bpjs").agencies | {"samsat": Agency(name="Samsat", wave=2)}


def test_an_item_done_once_is_one_activity_with_its_id() -> None:
    activity = TWO.activities["KOM-01"]
    assert (activity.agency, activity.stage, activity.stand_in) == (None, "awal", False)
    assert activity.estimate == activity.item.duration


def test_an_item_per_agency_is_one_activity_for_each_agency() -> None:
    assert [a.id for a in TWO.by_item["KSP-01"]] == ["KSP-01.bpjs", "KSP-01.polres"]
    assert TWO.activities["KSP-01.polres"].agency == "polres"


def test_ids_are_spelled_in_one_place() -> None:
    assert (activity_id("KSP-01", "polres"), activity_id("KOM-01", None)) == ("KSP-01.polres", "KOM-01")
    assert gate_milestone("usulan") == "gate:usulan"


def test_without_agencies_an_item_per_agency_stands_in_for_them() -> None:
    (activity,) = NONE.by_item["KSP-01"]
    assert (activity.id, activity.agency, activity.stand_in) == ("KSP-01", None, True)
    assert _into(NONE.links, "KSP-02") == {"KSP-01", "KOM-01"}


def test_an_agency_that_left_has_no_activities() -> None:
    listed = plan("bpjs").agencies | {"pln": Agency(name="PLN", active=False)}
    found = work(WHOLE, plan().model_copy(update={"agencies": listed}))
    assert [a.id for a in found.by_item["KSP-01"]] == ["KSP-01.bpjs"]


def test_an_agency_of_a_later_wave_has_activities_that_nothing_but_its_own_waits_for() -> None:
    found = work(WHOLE, plan().model_copy(update={"agencies": SECOND_WAVE}))
    later = {a.id for a in found.activities.values() if a.later}
    assert later == {f"{item}.samsat" for item in ("KSP-01", "KSP-02", "KSP-03", "PAN-01")}
    assert all(found.activities[a].after_launch for a in later)
    assert {k.successor for k in found.links if k.predecessor in later} <= later
    assert _into(found.links, "KSP-03.samsat") == {"KSP-01.bpjs", "KSP-01.samsat"}
    assert found.gates["uji-coba"] == ("KSP-02.bpjs",)


def test_an_item_stands_in_for_the_first_wave_where_all_agencies_come_later() -> None:
    late = {"samsat": Agency(name="Samsat", wave=2)}
    found = work(WHOLE, plan().model_copy(update={"agencies": late}))
    assert [(a.id, a.stand_in) for a in found.by_item["KSP-01"]] == [
        ("KSP-01", True),
        ("KSP-01.samsat", False),
    ]


def test_the_weight_of_an_item_is_shared_apart_by_what_the_launch_waits_for_and_what_not() -> None:
    found = work(WHOLE, plan().model_copy(update={"agencies": SECOND_WAVE}))
    assert (found.sharers["KSP-01", False], found.sharers["KSP-01", True]) == (1, 1)


def test_an_agency_waits_for_its_own_earlier_work_and_for_what_is_done_once() -> None:
    assert _into(TWO.links, "KSP-02.bpjs") == {"KSP-01.bpjs", "KOM-01"}


def test_an_agency_waits_for_all_agencies_where_the_item_says_so() -> None:
    assert _into(TWO.links, "KSP-03.bpjs") == {"KSP-01.bpjs", "KSP-01.polres"}


def test_an_item_done_once_waits_for_every_agency() -> None:
    assert _into(TWO.links, "PRM-01") == {"KSP-02.bpjs", "KSP-02.polres", "gate:uji-coba"}


def test_a_gate_waits_for_its_activities_and_for_the_gate_before_it() -> None:
    assert TWO.gates == {"usulan": ("KOM-01",), "uji-coba": ("KSP-02.bpjs", "KSP-02.polres")}
    assert _into(TWO.links, "gate:uji-coba") == {"KSP-02.bpjs", "KSP-02.polres", "gate:usulan"}


def test_a_link_keeps_its_type_its_lag_and_its_days() -> None:
    assert ActivityLink("gate:usulan", "KSP-01.bpjs", "FS", 3, "calendar") in TWO.links
    assert ActivityLink("KSP-01.polres", "KSP-03.bpjs", "SS", 5, "work") in TWO.links


def test_work_behind_the_launch_says_so() -> None:
    assert TWO.launch == "PRM-01"
    assert {a.id for a in TWO.activities.values() if a.after_launch} == {"PAN-01.bpjs", "PAN-01.polres"}


def test_the_same_plan_gives_the_same_work_whatever_the_order_of_its_agencies() -> None:
    other = work(WHOLE.model_copy(), plan("bpjs", "polres"))
    assert (other.activities, other.gates, other.links) == (TWO.activities, TWO.gates, TWO.links)


def test_the_same_checklist_agencies_and_planning_give_the_same_work_again() -> None:
    first = work(WHOLE, plan("bpjs", "polres"))
    assert work(WHOLE, plan("bpjs", "polres")) is first
    assert work(WHOLE, plan("bpjs")) is not first
    assert work(WHOLE.model_copy(), plan("bpjs", "polres")) is not first
    planned = plan("bpjs", "polres").model_copy(update={"planning": {"KSP-01": Planning(week=7)}})
    assert work(WHOLE, planned) is not first
