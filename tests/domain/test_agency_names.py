"""When two names mean one agency, and how typed names join."""

from __future__ import annotations

import pytest

from planner.catalog.agencies import load_agencies
from planner.catalog.places import resource
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.agency_names import agency_names, name_key
from planner.domain.cells import like_formula, visible
from planner.domain.changes import NewAgencies, NewAgency, SameAgency, joining
from planner.domain.plan import Agency

PLAN = {
    "imigrasi": Agency(name="Imigrasi", category="vertical"),
    "disdukcapil": Agency(name="Disdukcapil"),
    "polresta": Agency(name="Polresta", category="vertical", typical="polres"),
    "bri-a": Agency(name="BRI Cabang A", category="private", typical="bri"),
    "bri-b": Agency(name="BRI Cabang B", category="private", typical="bri"),
    "pln": Agency(name="PLN", active=False),
}


@pytest.fixture(scope="module")
def catalogue() -> AgencyCatalogue:
    found = load_agencies(resource("data") / "agencies.yaml")
    assert isinstance(found, AgencyCatalogue)
    return found


@pytest.mark.parametrize(
    ("one", "other"), [("Pol res", "Polres"), ("PT. PLN", "pt pln"), ("Haji & Umrah", "Haji dan Umrah")]
)
def test_names_that_differ_in_spaces_and_punctuation_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_names_in_other_letters_and_of_signs_alone_stay_apart() -> None:
    assert len({name_key(name) for name in ("ꦏꦧ", "ꦏꦧꦸ", "警察", "!!", "??")}) == 5


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Imigrasi", "imigrasi"),
        ("Kantor Imigrasi", "imigrasi"),
        ("Dinas Kependudukan dan Pencatatan Sipil", "disdukcapil"),
        ("Dinas Kependudukan & Pencatatan Sipil (Disdukcapil)", "disdukcapil"),
        ("Polres", "polresta"),
        ("PT PLN", "pln"),
        ("BRI", None),
        ("BRI Cabang A", "bri-a"),
        ("Kantor Pertanahan", None),
    ],
)
def test_an_agency_of_a_plan_is_known_by_the_names_of_the_catalogue_too(
    catalogue: AgencyCatalogue, name: str, slug: str | None
) -> None:
    assert agency_names(PLAN, catalogue).agency(name) == slug


def test_without_a_catalogue_only_the_plans_own_names_are_known() -> None:
    names = agency_names(PLAN, None)
    assert (names.agency("imi-grasi"), names.agency("Kantor Imigrasi")) == ("imigrasi", None)
    assert names.in_catalogue("Imigrasi") is None


def test_one_that_takes_part_is_meant_before_one_that_was_taken_out(catalogue: AgencyCatalogue) -> None:
    both = {
        "kantor-imigrasi": Agency(name="Kantor Imigrasi"),
        "imigrasi": Agency(name="Imigrasi", active=False),
    }
    assert agency_names(both, catalogue).agency("Imigrasi") == "kantor-imigrasi"


def test_no_two_typical_agencies_have_one_name(catalogue: AgencyCatalogue) -> None:
    names = agency_names({}, catalogue)
    whole = [names.in_catalogue(one.name) for one in catalogue.agencies]
    short = [names.in_catalogue(one.short) for one in catalogue.agencies]
    assert whole == short == list(catalogue.agencies)


def test_typed_names_join_linked_where_the_catalogue_knows_them(catalogue: AgencyCatalogue) -> None:
    typed = ["BNN", "Kantor Pos Besar"]
    assert joining(typed, PLAN, catalogue, "state_owned", 2) == (
        NewAgencies(names=("Kantor Pos Besar",), category="state_owned", wave=2),
        NewAgency(name="BNN", category="vertical", typical="bnn", wave=2),
    )
    assert joining(["BNN"], PLAN, catalogue, "opd_regency") == (
        NewAgency(name="BNN", category="vertical", typical="bnn"),
    )
    assert joining([], PLAN, catalogue, "opd_regency") == (NewAgencies(names=(), category="opd_regency"),)


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (["Kantor Imigrasi"], SameAgency("Kantor Imigrasi", "Imigrasi")),
        (["Polres ta"], SameAgency("Polres ta", "Polresta")),
        (
            ["Kantor Pertanahan", "KANTOR PERTANAHAN (ATR/BPN)"],
            SameAgency("KANTOR PERTANAHAN (ATR/BPN)", "Kantor Pertanahan"),
        ),
        (["Dinsos", "Dinas Sosial"], SameAgency("Dinas Sosial", "Dinsos")),
        (["Dinas A", "Dinas-A"], SameAgency("Dinas-A", "Dinas A")),
    ],
)
def test_a_name_for_an_agency_that_is_there_under_another_is_told(
    catalogue: AgencyCatalogue, typed: list[str], same: SameAgency
) -> None:
    assert joining(typed, PLAN, catalogue, "vertical") == same


def test_one_that_was_taken_out_comes_back_under_its_old_name_and_one_that_is_there_keeps_its_typed_one(
    catalogue: AgencyCatalogue,
) -> None:
    assert joining(["PT PLN", "IMIGRASI"], PLAN, catalogue, "opd_regency") == (
        NewAgency(name="PLN", category="state_owned", typical="pln"),
        NewAgency(name="IMIGRASI", category="vertical", typical="imigrasi"),
    )


def test_what_cannot_be_seen_in_a_name_is_left_out_and_formulas_are_known() -> None:
    assert visible(" Dinas\u202e  A\u200b ") == "Dinas A"
    assert [like_formula(name) for name in ("=1+1", "#REF!", "Dinas A")] == [True, True, False]
