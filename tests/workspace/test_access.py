"""Who may see and change what of a real plan: every kind of change, by everyone there is, on a database."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from planner.catalog.library import Library
from planner.catalog.places import resource
from planner.domain.changes import (
    ActivityChange,
    Against,
    AgencyChange,
    AssignmentChange,
    Change,
    CommentRemoval,
    EvidenceRemoval,
    FloorChange,
    MemberChange,
    NewAgencies,
    NewAgency,
    NewBaseline,
    NewComment,
    NewFloor,
    NewServices,
    PlanningChange,
    ReviewChange,
    SeatChange,
    ServiceChange,
    ServiceRow,
    SettingsChange,
)
from planner.domain.people import EVERYONE, PLAN_ROLES, WIDE_ROLES, Member, Person, PlanRole
from planner.domain.plan import BaselineDates
from planner.storage.files import FolderFiles
from planner.storage.store import Store
from planner.views import rows, sentences
from planner.workspace import Missing, Refused, Snapshot, Workspace, Written
from tests.domain.who_may import MAY, RULE
from tests.workspace.conftest import SMALL_CHECKLIST
from tests.workspace.office import FIRST_DAY, PLAN, SETTINGS, TODAY, Clock, codes, written

OWN, OTHER = "polres", "bpjs"
PLACE = {OWN: "own agency", OTHER: "other agency", None: "no single agency"}
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
ANOTHER_PLAN = "kota-lain"
SECRET = "rahasia-bpjs"
"""Stands in everything that is written of the other agency and nowhere else."""


@dataclass(frozen=True)
class Someone:
    """A person of these tests, and the role by which the written rule knows them; None: none at all."""

    person: Person
    role: str | None


def _member(role: PlanRole, *, active: bool = True, agency: str = OWN) -> Member:
    return Member(
        name=f"Petugas {role}", role=role, agency=agency if role == "agency" else None, active=active
    )


PEOPLE: Mapping[str, Someone] = {
    **{role: Someone(Person(f"org-{role}"), role) for role in PLAN_ROLES},
    **{role: Someone(Person(f"org-{role}", wide=role, province="35"), role) for role in WIDE_ROLES},
    "another province": Someone(Person("org-lain", wide="province", province="19"), None),
    "who left": Someone(Person("org-keluar"), None),
    "vouched for as staff": Someone(Person("org-oidc", granted={PLAN: _member("staff")}), "staff"),
    "vouched for elsewhere": Someone(Person("org-jauh", granted={ANOTHER_PLAN: _member("admin")}), None),
    "a stranger": Someone(Person("org-asing"), None),
}

Made = Callable[[Snapshot, str], Change]
"""A change as a person would make it, from what stands and the person's id."""


def _evidence(activity: str) -> Made:
    return lambda seen, _: EvidenceRemoval(
        evidence=next(key for key, e in seen.state.evidence.items() if e.activity == activity)
    )


def _comment(activity: str) -> Made:
    return lambda seen, who: CommentRemoval(
        comment=next(key for key, c in seen.state.comments.items() if (c.activity, c.by) == (activity, who))
    )


def _always(change: Change) -> Made:
    return lambda _seen, _who: change


BASELINE = NewBaseline(
    name="Rapat",
    launch=date(2027, 6, 1),
    activities={"PSP-01": BaselineDates(start=TODAY, finish=TODAY)},
)
OWN_ROW, OTHER_ROW = ServiceRow(agency=OWN, name="SIM"), ServiceRow(agency=OTHER, name="JKK")

CASES: tuple[tuple[str, tuple[str | None, ...], Made], ...] = (
    ("work", (None,), _always(ActivityChange(activity="BKA-01", status="in_progress"))),
    ("work", (OWN,), _always(ActivityChange(activity="PSP-02.polres", status="in_progress"))),
    ("work", (OTHER,), _always(ActivityChange(activity="PSP-02.bpjs", status="in_progress"))),
    ("work", (None,), _evidence("PSP-01")),
    ("work", (OWN,), _evidence("PSP-03.polres")),
    ("work", (OTHER,), _evidence("PSP-03.bpjs")),
    ("review", (None,), _always(ReviewChange(activity="PSP-01", decision="accepted"))),
    ("review", (OWN,), _always(ReviewChange(activity="PSP-03.polres", decision="accepted"))),
    ("review", (OTHER,), _always(ReviewChange(activity="PSP-03.bpjs", decision="accepted"))),
    ("comment", (None,), _always(NewComment(activity="PSP-01", text="Kapan?"))),
    ("comment", (OWN,), _always(NewComment(activity="PSP-02.polres", text="Kapan?"))),
    ("comment", (OTHER,), _always(NewComment(activity="PSP-02.bpjs", text="Kapan?"))),
    ("comment", (None,), _comment("PSP-01")),
    ("comment", (OWN,), _comment("PSP-03.polres")),
    ("comment", (OTHER,), _comment("PSP-03.bpjs")),
    ("assign", (None,), _always(AssignmentChange(activity="BKA-01", person="org-staff"))),
    ("assign", (OWN,), _always(AssignmentChange(activity="PSP-02.polres", person="org-staff"))),
    ("assign", (OTHER,), _always(AssignmentChange(activity="PSP-02.bpjs", person="org-staff"))),
    ("map", (None,), _always(AgencyChange(agency=OWN, counters=3))),
    ("map", (None,), _always(NewAgencies(names=("PLN",)))),
    ("map", (None,), _always(NewAgency(name="PLN"))),
    ("map", (None,), _always(NewFloor(name="Lantai 2"))),
    ("map", (None,), _always(FloorChange(floor="lantai-1", level=2))),
    ("map", (None,), _always(SeatChange(floor="lantai-1", counter=2, agency=OWN))),
    ("offer", (OWN,), _always(ServiceChange(service="polres.skck", cost="30000"))),
    ("offer", (OTHER,), _always(ServiceChange(service="bpjs.jkn", cost="30000"))),
    ("offer", (OWN,), _always(NewServices(rows=(OWN_ROW,)))),
    ("offer", (OTHER,), _always(NewServices(rows=(OTHER_ROW,)))),
    ("offer", (OWN, OTHER), _always(NewServices(rows=(OWN_ROW, OTHER_ROW)))),
    ("plan", (None,), _always(PlanningChange(activity="BKA-01", week=6))),
    ("plan", (OWN,), _always(PlanningChange(activity="PSP-02.polres", week=6))),
    ("plan", (OTHER,), _always(PlanningChange(activity="PSP-02.bpjs", week=6))),
    ("plan", (None,), _always(BASELINE)),
    ("plan", (None,), _always(SettingsChange(baseline="awal"))),
    ("settings", (None,), _always(SettingsChange(target=date(2027, 9, 1)))),
    ("settings", (None,), _always(SettingsChange(baseline="awal", note="Rapat"))),
    ("members", (None,), _always(MemberChange(person="org-baru", name="Petugas baru", role="leader"))),
)
"""Action, the agencies it concerns (None: no single one) and the change, by hand."""


def allowed(someone: Someone, action: str, *places: str | None) -> bool:
    """Whether the written rule lets someone do something that concerns all these places."""
    far = "-" if someone.role is None else RULE[someone.role, action]
    return all(MAY[far][PLACE[place]] for place in places)


@dataclass(frozen=True)
class Shared:
    """A plan that many share, and the workspace as each of them has it."""

    workspace: Workspace

    def of(self, someone: Someone | Person) -> Workspace:
        person = someone.person if isinstance(someone, Someone) else someone
        return self.workspace.visited_by(person)

    def seen(self, person: Person = EVERYONE, day: date | None = None) -> Snapshot:
        found = self.workspace.visited_by(person).snapshot(PLAN, day)
        assert isinstance(found, Snapshot), found
        return found

    def length(self) -> int:
        """How many entries the record has."""
        return len(self.workspace.history(PLAN))


def _opened(folder: Path, library: Library) -> tuple[Shared, Store]:
    store = Store(f"sqlite:///{(folder / 'mpp.db').as_posix()}", Clock())
    return Shared(Workspace(library, store, FolderFiles(folder / "evidence"), Clock())), store


def _fill(workspace: Workspace) -> None:
    """A plan with something of everything, of both agencies and of none."""

    def record(*changes: Change, actor: str = "org-staff", plan: str = PLAN) -> None:
        for change in changes:
            written(workspace.record(plan, change, actor=actor, effective_on=FIRST_DAY))

    for plan in (PLAN, ANOTHER_PLAN):
        written(workspace.create(plan, SETTINGS, actor="org-admin", effective_on=FIRST_DAY))
        record(NewAgencies(names=("BPJS", "Polres")), plan=plan)
    members = [
        MemberChange(person=f"org-{role}", name=f"Petugas {role}", role=role, agency=OWN)
        if role == "agency"
        else MemberChange(person=f"org-{role}", name=f"Petugas {role}", role=role)
        for role in PLAN_ROLES
    ]
    record(
        *members,
        MemberChange(person="org-keluar", name="Petugas lama", role="admin"),
        MemberChange(person="org-keluar", active=False),
        MemberChange(person="kontak-bpjs", name=f"Kontak {SECRET}", role="agency", agency=OTHER),
        AgencyChange(agency=OTHER, contact=SECRET),
        NewServices(rows=(ServiceRow(agency=OWN, name="SKCK"), ServiceRow(agency=OTHER, name="JKN"))),
        ServiceChange(service="bpjs.jkn", cost=SECRET),
        NewFloor(name="Lantai 1", counters=6),
        SeatChange(floor="lantai-1", counter=1, agency=OWN),
        SeatChange(floor="lantai-1", counter=5, agency=OTHER),
        PlanningChange(activity="PSP-02.polres", week=7),
        PlanningChange(activity="PSP-02.bpjs", week=7),
        *(BASELINE.model_copy(update={"name": name}) for name in ("Awal", "Tengah")),
        AssignmentChange(activity="PSP-03.polres", person="org-staff"),
        AssignmentChange(activity="PSP-03.bpjs", person="kontak-bpjs"),
    )
    for activity, note in (("PSP-01", ""), ("PSP-03.polres", ""), ("PSP-03.bpjs", SECRET)):
        record(ActivityChange(activity=activity, status="done", note=note), actor="org-lama")
        written(
            workspace.attach(
                PLAN,
                activity,
                "sk-tim" if activity == "PSP-01" else "jawaban",
                f"{note or 'surat'}.pdf",
                PDF + activity.encode(),
                actor="org-lama",
                effective_on=FIRST_DAY,
            )
        )
        for someone in PEOPLE.values():
            record(NewComment(activity=activity, text=f"Sudah {note}"), actor=someone.person.id)


@pytest.fixture(scope="session")
def checklists(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small checklist, in which an agency's answer is given as a document."""
    folder = tmp_path_factory.mktemp("checklists")
    shutil.copytree(SMALL_CHECKLIST, folder / "contoh")
    file = folder / "contoh" / "01-persiapan.yaml"
    text = file.read_text("utf-8")
    answer = "    evidence:\n      - {id: jawaban, title: Jawaban instansi}\n    weight: 4\n"
    assert text.count("    weight: 4\n") == 1
    file.write_text(text.replace("    weight: 4\n", answer), "utf-8")
    return Library(folder, resource("data"))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, checklists: Library) -> Path:
    """A folder with the plan that many share, to be copied."""
    folder = tmp_path_factory.mktemp("bersama")
    shared, store = _opened(folder, checklists)
    store.migrate()
    _fill(shared.workspace)
    store.close()
    return folder


@pytest.fixture
def shared(tmp_path: Path, filled: Path, checklists: Library) -> Iterator[Shared]:
    """A fresh copy of the plan that many share."""
    shutil.copytree(filled, tmp_path / "bersama")
    found, store = _opened(tmp_path / "bersama", checklists)
    yield found
    store.close()


def test_every_kind_of_change_is_tried(shared: Shared) -> None:
    seen = shared.seen()
    assert {type(made(seen, "org-staff")) for _, _, made in CASES} == set(get_args(Change))


BY_WHOM = [
    pytest.param(made, name, id=f"{action}-{number}-{name}")
    for number, (action, places, made) in enumerate(CASES)
    for name, someone in PEOPLE.items()
    if allowed(someone, action, *places)
]


@pytest.mark.parametrize(("made", "name"), BY_WHOM)
def test_a_change_that_is_the_persons_to_make_is_written(shared: Shared, made: Made, name: str) -> None:
    someone, before = PEOPLE[name], shared.length()
    who = someone.person.id
    outcome = written(shared.of(someone).record(PLAN, made(shared.seen(), who), actor=who))
    assert {entry.actor for entry in outcome.entries} == {who}
    assert shared.length() == before + len(outcome.entries)


@pytest.mark.parametrize(("action", "places", "made"), CASES)
def test_a_change_is_refused_to_everybody_whose_it_is_not_to_make(
    shared: Shared, action: str, places: tuple[str | None, ...], made: Made
) -> None:
    seen, before = shared.seen(), shared.length()
    others = [someone for someone in PEOPLE.values() if not allowed(someone, action, *places)]
    outcomes = {
        someone.person.id: shared.of(someone).record(
            PLAN, made(seen, someone.person.id), actor=someone.person.id
        )
        for someone in others
    }
    expected = {
        someone.person.id: Missing(PLAN) if someone.role is None else Refused((Against("not_allowed"),))
        for someone in others
    }
    assert outcomes == expected
    assert len(others) >= 8
    assert shared.length() == before


@pytest.mark.parametrize("activity", ["PSP-01", "PSP-03.polres", "PSP-03.bpjs"])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_file_is_given_only_by_who_may_work_on_the_activity(
    shared: Shared, name: str, activity: str
) -> None:
    someone, before = PEOPLE[name], shared.length()
    outcome = shared.of(someone).attach(
        PLAN,
        activity,
        "sk-tim" if activity == "PSP-01" else "jawaban",
        "baru.pdf",
        PDF + b"baru",
        actor=someone.person.id,
    )
    place = activity.partition(".")[2] or None
    assert isinstance(outcome, Written) is allowed(someone, "work", place)
    assert (shared.length() > before) is allowed(someone, "work", place)


@pytest.mark.parametrize("name", PEOPLE)
def test_the_dates_are_kept_as_a_baseline_only_by_who_may_plan(shared: Shared, name: str) -> None:
    someone = PEOPLE[name]
    outcome = shared.of(someone).freeze(PLAN, "Beku", actor=someone.person.id)
    assert isinstance(outcome, Written) is allowed(someone, "plan", None)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_plan_is_created_only_by_an_administrator(shared: Shared, name: str) -> None:
    someone = PEOPLE[name]
    outcome = shared.of(someone).create("kota-baru", SETTINGS, actor=someone.person.id)
    assert isinstance(outcome, Written) is (name == "administrator")
    assert ("kota-baru" in shared.workspace.plans()) is (name == "administrator")


@pytest.mark.parametrize("name", PEOPLE)
def test_demo_plans_are_loaded_by_nobody_but_the_machines_owner(shared: Shared, name: str) -> None:
    assert shared.of(PEOPLE[name]).load_demos() == {}


PLANS_SEEN: Mapping[str, set[str]] = {
    **{role: {PLAN} for role in PLAN_ROLES},
    **{role: {PLAN, ANOTHER_PLAN} for role in WIDE_ROLES},
    "another province": set(),
    "who left": set(),
    "vouched for as staff": {PLAN},
    "vouched for elsewhere": {ANOTHER_PLAN},
    "a stranger": set(),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_finds_the_plans_that_are_theirs_and_nothing_of_any_other(shared: Shared, name: str) -> None:
    mine = shared.of(PEOPLE[name])
    assert set(mine.plans()) == PLANS_SEEN[name]
    shown = {
        plan
        for plan in (PLAN, ANOTHER_PLAN)
        if isinstance(mine.snapshot(plan), Snapshot)
        and mine.history(plan)
        and mine.version(plan)[0]
        and mine.may(plan, "see", OWN)
    }
    hidden = {
        plan
        for plan in (PLAN, ANOTHER_PLAN)
        if isinstance(mine.snapshot(plan), Missing)
        and mine.history(plan) == ()
        and mine.version(plan) == (0, date.min, ())
        and not mine.may(plan, "see", OWN)
    }
    assert (shown, hidden) == (PLANS_SEEN[name], {PLAN, ANOTHER_PLAN} - PLANS_SEEN[name])


@pytest.mark.parametrize("name", PEOPLE)
def test_what_a_person_is_told_they_may_do_is_the_rule(shared: Shared, name: str) -> None:
    someone = PEOPLE[name]
    told = {
        (action, place): shared.of(someone).may(PLAN, action, place)
        for action in ("see", "work", "review", "offer", "settings", "members")
        for place in PLACE
    }
    assert told == {key: allowed(someone, *key) for key in told}


def test_of_a_plan_that_is_not_there_nobody_may_do_anything(shared: Shared) -> None:
    assert not shared.workspace.may("tak-ada", "see")
    assert shared.workspace.file("tak-ada", "bukti") is None


@pytest.mark.parametrize("name", PEOPLE)
def test_a_file_is_read_only_by_who_sees_the_activity(shared: Shared, name: str) -> None:
    someone = PEOPLE[name]
    read = {
        e.activity: shared.of(someone).file(PLAN, key) is not None
        for key, e in shared.seen().state.evidence.items()
    }
    assert read == {a: allowed(someone, "see", a.partition(".")[2] or None) for a in read}
    assert len(read) == 3
    assert shared.of(someone).file(PLAN, "tak-ada") is None


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_writes_under_another_persons_name(shared: Shared, name: str) -> None:
    mine, before = shared.of(PEOPLE[name]), shared.length()
    tick = ActivityChange(activity="PSP-02.polres", status="in_progress")
    outcomes = (
        mine.record(PLAN, tick, actor="org-lama"),
        mine.record(PLAN, tick, actor=""),
        mine.record_all(PLAN, [tick], actor="org-lama"),
        mine.attach(PLAN, "PSP-03.polres", "jawaban", "a.pdf", PDF, actor="org-lama"),
        mine.freeze(PLAN, "Beku", actor="org-lama"),
        mine.create("kota-baru", SETTINGS, actor="org-lama"),
    )
    assert not any(isinstance(outcome, Written) for outcome in outcomes)
    assert shared.length() == before
    assert "kota-baru" not in shared.workspace.plans()


def test_several_changes_of_which_one_is_forbidden_write_nothing(shared: Shared) -> None:
    before = shared.length()
    outcome = shared.of(PEOPLE["agency"]).record_all(
        PLAN,
        [
            ActivityChange(activity="PSP-02.polres", status="in_progress"),
            NewComment(activity="PSP-02.polres", text="Mulai"),
            ActivityChange(activity="PSP-02.bpjs", status="in_progress"),
        ],
        actor="org-agency",
    )
    assert codes(outcome) == ["not_allowed"]
    assert isinstance(outcome, Refused)
    assert outcome.position == 2
    assert shared.length() == before


def test_who_was_taken_out_of_a_plan_sees_and_writes_nothing_from_the_next_moment_on(shared: Shared) -> None:
    mine = shared.of(PEOPLE["staff"])
    tick = ActivityChange(activity="PSP-02.polres", status="in_progress")
    written(mine.record(PLAN, tick, actor="org-staff"))
    written(shared.workspace.record(PLAN, MemberChange(person="org-staff", active=False), actor="org-admin"))
    assert isinstance(mine.record(PLAN, NewComment(activity="PSP-01", text="?"), actor="org-staff"), Missing)
    assert isinstance(mine.snapshot(PLAN), Missing)
    assert mine.plans() == {}


AGENCY = PEOPLE["agency"].person


def everything(seen: Snapshot) -> str:
    """A snapshot as text, without the files that every plan shares: checklist, regency, days off."""
    parts = (seen.work.activities.keys(), seen.work.gates, seen.work.links, seen.readiness, seen.schedule)
    plain: dict[str, Any] = {"actions": [asdict(action) for action in seen.actions]}
    return f"{seen.state.model_dump_json()} {json.dumps(plain, default=str)} {parts!r} {seen.version!r}"


@pytest.mark.parametrize("day", [None, TODAY - timedelta(days=30)])
def test_the_contact_of_an_agency_gets_nothing_of_any_other_agency(shared: Shared, day: date | None) -> None:
    whole, own = everything(shared.seen(day=day)), everything(shared.seen(AGENCY, day))
    for trace in (SECRET, OTHER, "BPJS", "JKN", "PSP-03.bpjs"):
        assert trace.casefold() in whole.casefold()
        assert trace.casefold() not in own.casefold()
    for trace in ("Polres", "SKCK", "PSP-03.polres", "Petugas staff", "surat.pdf"):
        assert trace in own


def test_the_contact_of_an_agency_gets_no_words_about_work_that_is_done_once(shared: Shared) -> None:
    state = shared.seen(AGENCY).state
    activities = {
        *state.progress,
        *state.plan.planning,
        *state.assignments,
        *(e.activity for e in state.evidence.values()),
        *(c.activity for c in state.comments.values()),
    }
    assert activities == {"PSP-02.polres", "PSP-03.polres"}


def test_the_record_that_the_contact_of_an_agency_reads_is_of_that_agency(shared: Shared) -> None:
    mine = shared.of(AGENCY)
    entries = mine.history(PLAN)
    told = "\n".join(entry.model_dump_json() for entry in entries).casefold()
    assert {e.kind for e in entries} == {
        "activity",
        "evidence",
        "comment",
        "planning",
        "assignment",
        "agency",
        "service",
        "seat",
    }
    assert OTHER not in told
    assert SECRET not in told
    assert mine.history(PLAN, "activity", "PSP-03.bpjs") == ()
    assert mine.history(PLAN, "member") == ()


def test_the_last_entries_are_counted_among_those_that_are_seen(shared: Shared) -> None:
    mine = shared.of(AGENCY)
    whole = mine.history(PLAN)
    assert len(whole) > 3
    assert mine.history(PLAN, limit=3) == whole[:3]


def test_what_is_kept_for_one_who_sees_a_part_is_never_taken_for_the_whole(shared: Shared) -> None:
    versions = [shared.of(PEOPLE[name]).version(PLAN) for name in ("staff", "agency", "leader")]
    other = Person("org-lain", granted={PLAN: _member("agency", agency=OTHER)})
    versions.append(shared.of(other).version(PLAN))
    staff, agency, leader, another = versions
    assert staff == leader
    assert len({staff, agency, another}) == 3
    for person, version in ((AGENCY, agency), (PEOPLE["staff"].person, staff), (other, another)):
        assert shared.seen(person).version == version


def test_dates_gates_and_the_opening_of_the_whole_plan_stay_known_to_an_agency(shared: Shared) -> None:
    whole, own = shared.seen(), shared.seen(AGENCY)
    assert own.schedule.launch == whole.schedule.launch
    assert [gate.passed for gate in own.readiness.gates] == [gate.passed for gate in whole.readiness.gates]
    assert {i for i in own.schedule.dates if i.startswith("gate:")} == {"gate:usulan", "gate:uji-coba"}
    for activity in own.work.activities:
        assert own.schedule.dates[activity] == whole.schedule.dates[activity]


def test_a_gate_that_an_agency_owes_nothing_is_not_passed_before_the_plan_has_passed_it(
    shared: Shared,
) -> None:
    gates = {gate.gate: gate for gate in shared.seen(AGENCY).readiness.gates}
    assert gates["usulan"].total == 0
    assert not gates["usulan"].passed
    assert gates["uji-coba"].total == 1
    assert not shared.seen(AGENCY).readiness.ready


def test_an_agency_learns_that_the_mall_was_opened(shared: Shared) -> None:
    opened = ActivityChange(activity="BKA-02", status="done", finished_on=TODAY)
    written(shared.workspace.record(PLAN, opened, actor="org-staff"))
    assert shared.seen().readiness.opened_on == TODAY
    assert shared.seen(AGENCY).readiness.opened_on == TODAY


def test_the_counts_and_next_steps_of_an_agency_are_its_own(shared: Shared) -> None:
    own = shared.seen(AGENCY)
    assert own.readiness.overall.applicable == len(own.work.activities) == 2
    assert {a for action in own.actions for a in action.activities} <= set(own.work.activities)
    assert own.planned.work_progress in (0.0, 0.5, 1.0)
    for action in own.actions:
        assert action.limit.latest == min(own.schedule.dates[a].late_finish for a in action.activities)


def test_the_limits_for_the_target_that_an_agency_sees_are_its_own(shared: Shared) -> None:
    written(shared.workspace.record(PLAN, SettingsChange(target=TODAY), actor="org-staff"))
    whole, own = shared.seen().target, shared.seen(AGENCY).target
    assert whole is not None
    assert own is not None
    assert set(own.activities) == set(whole.activities) & set(shared.seen(AGENCY).work.activities)
    assert [one.agency for one in own.agencies] == [OWN]
    assert all(action.limit.to_target for action in shared.seen(AGENCY).actions)


def test_the_pages_of_an_agency_find_all_they_need_in_its_part(shared: Shared) -> None:
    own = shared.seen(AGENCY)
    shown = rows.matching(
        own.work, own.state.plan, own.readiness, own.schedule, own.target, own.day, rows.Filter(text="polres")
    )
    listed = rows.groups(
        own.checklist, own.state, own.readiness, own.schedule, own.target, own.day, shown, {"polres"}
    )
    assert [row["id"] for stage in listed for item in stage["items"] for row in item["rows"]] == [
        "PSP-02.polres",
        "PSP-03.polres",
    ]
    rail = rows.stage_rail(own.checklist, own.work, own.readiness)
    assert [stage["total"] for stage in rail] == [2, 0]
    assert rows.current_stage(own.checklist, own.readiness) == "persiapan"
    assert sentences.checklist_sentence(own.readiness.overall).startswith("0 dari 2 kegiatan")
    assert sentences.settings_sentence(own.state.plan).endswith("1 instansi ikut serta.")


def test_an_agency_that_was_taken_out_has_an_empty_list_and_its_contact_can_change_nothing(
    shared: Shared,
) -> None:
    out = AgencyChange(agency=OWN, active=False, reason="Pindah")
    written(shared.workspace.record(PLAN, out, actor="org-staff"))
    own = shared.seen(AGENCY)
    assert own.work.activities == {}
    assert own.readiness.overall.applicable == 0
    assert own.planned.score is None
    assert rows.current_stage(own.checklist, own.readiness) == "pembukaan"
    assert sentences.checklist_sentence(own.readiness.overall).startswith("Belum ada")
    tick = ActivityChange(activity="PSP-02.polres", status="in_progress")
    assert codes(shared.of(AGENCY).record(PLAN, tick, actor="org-agency")) == ["unknown_activity"]
