"""The rule of who may do what, held against the one that is written out by hand in ``who_may``."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from planner.domain.people import (
    ACTIONS,
    EVERYONE,
    NOBODY,
    PLAN_ROLES,
    WIDE_ROLES,
    Action,
    Login,
    Member,
    Person,
    PlanRole,
    WideRole,
    grant,
    may,
    member_of,
)
from tests.domain.who_may import HEAD, LINES, MAY, RULE

OWN, OTHER = "polres", "bpjs"
PLACES = {"own agency": OWN, "other agency": OTHER, "no single agency": None}
REGENCY, ITS_PROVINCE, ANOTHER = "19.06", "19", "35"
ROLE: TypeAdapter[PlanRole] = TypeAdapter(PlanRole)
WIDE: TypeAdapter[WideRole] = TypeAdapter(WideRole)
ACTION: TypeAdapter[Action] = TypeAdapter(Action)
THEIR_OWN: dict[str, str | None] = {role: OWN if role == "agency" else None for role in PLAN_ROLES}
"""The agency a member of each role has."""


def member(role: str, *, active: bool = True) -> Member:
    return Member(name="Bagian", role=ROLE.validate_python(role), agency=THEIR_OWN[role], active=active)


def across(role: str, province: str | None = ITS_PROVINCE) -> Person:
    return Person("orang", wide=WIDE.validate_python(role), province=province)


def test_the_rules_written_here_name_every_role_and_every_action_once() -> None:
    assert [line[0] for line in LINES] == [*PLAN_ROLES, *WIDE_ROLES]
    assert tuple(HEAD) == ACTIONS == get_args(Action)
    assert {len(line) for line in LINES} == {len(ACTIONS) + 1}
    assert set(RULE.values()) <= set(MAY)


@pytest.mark.parametrize(("role", "action", "place"), list(product(PLAN_ROLES, ACTIONS, PLACES)))
def test_a_member_of_a_plan_may_do_what_stands_in_the_rules(role: str, action: str, place: str) -> None:
    found = may(Person("orang"), ACTION.validate_python(action), member(role), REGENCY, agency=PLACES[place])
    assert found is MAY[RULE[role, action]][place]


@pytest.mark.parametrize(("role", "action", "place"), list(product(WIDE_ROLES, ACTIONS, PLACES)))
def test_a_person_across_plans_may_do_what_stands_in_the_rules(role: str, action: str, place: str) -> None:
    found = may(across(role), ACTION.validate_python(action), None, REGENCY, agency=PLACES[place])
    assert found is MAY[RULE[role, action]][place]


@pytest.mark.parametrize(("wide", "role", "action"), list(product(WIDE_ROLES, PLAN_ROLES, ACTIONS)))
def test_who_has_a_role_in_a_plan_and_one_across_plans_has_what_either_gives(
    wide: str, role: str, action: str
) -> None:
    both = {
        place: may(across(wide), ACTION.validate_python(action), member(role), REGENCY, agency=agency)
        for place, agency in PLACES.items()
    }
    either = {place: MAY[RULE[wide, action]][place] or MAY[RULE[role, action]][place] for place in PLACES}
    assert both == either


@pytest.mark.parametrize(("action", "place"), list(product(ACTIONS, PLACES)))
def test_the_one_person_of_local_mode_may_do_everything(action: Action, place: str) -> None:
    assert may(EVERYONE, action, None, REGENCY, agency=PLACES[place])
    assert may(EVERYONE, action)


@pytest.mark.parametrize(("action", "place"), list(product(ACTIONS, PLACES)))
def test_whoever_has_no_role_may_do_nothing(action: Action, place: str) -> None:
    assert not may(NOBODY, action, None, REGENCY, agency=PLACES[place])
    assert not may(Person("orang"), action)


@pytest.mark.parametrize("action", ACTIONS)
def test_a_province_has_nothing_outside_its_own_regencies(action: Action) -> None:
    assert grant(across("province", ANOTHER), action, None, REGENCY) is None
    assert grant(across("province", None), action, None, REGENCY) is None
    assert grant(across("province", ""), action, None, "") is None
    assert grant(across("province"), action) is None


def test_a_province_sees_its_own_regencies() -> None:
    assert grant(across("province"), "see", None, REGENCY) == "all"


def test_a_province_outside_its_regencies_keeps_a_role_it_has_in_a_plan() -> None:
    assert grant(across("province", ANOTHER), "work", member("staff"), REGENCY) == "all"


@pytest.mark.parametrize("role", ["ministry", "administrator"])
def test_a_ministry_and_an_administrator_are_bound_to_no_province(role: str) -> None:
    assert grant(across(role, None), "see", None, REGENCY) == "all"


def test_only_an_administrator_has_anything_beside_any_plan() -> None:
    beside = {role: {a for a in ACTIONS if grant(across(role), a)} for role in WIDE_ROLES}
    assert beside["administrator"] == {"see", "settings", "members", "create", "accounts"}
    assert beside["ministry"] == {"see"}
    assert beside["province"] == set()


def test_a_person_is_in_a_plan_what_its_record_says() -> None:
    known = {"orang": member("staff"), "lain": member("leader")}
    assert member_of(Person("orang"), "kota", known) == member("staff")
    assert member_of(Person("siapa"), "kota", known) is None


def test_what_an_identity_provider_vouches_for_holds_in_that_plan_where_its_record_says_nothing() -> None:
    person = Person("orang", granted={"kota": member("verifier")})
    assert member_of(person, "kota", {}) == member("verifier")
    assert member_of(person, "kabupaten", {}) is None
    assert member_of(person, "kota", {"orang": member("leader")}) == member("leader")


def test_who_left_a_plan_is_nothing_in_it_whatever_an_identity_provider_says() -> None:
    left = {"orang": member("admin", active=False)}
    assert member_of(Person("orang"), "kota", left) is None
    assert member_of(Person("orang", granted={"kota": member("staff")}), "kota", left) is None
    withdrawn = Person("orang", granted={"kota": member("staff", active=False)})
    assert member_of(withdrawn, "kota", {}) is None


@pytest.mark.parametrize("role", PLAN_ROLES)
def test_the_contact_of_an_agency_has_one_and_nobody_else(role: PlanRole) -> None:
    other = OWN if THEIR_OWN[role] is None else None
    with pytest.raises(ValidationError, match="agency_and_role_disagree"):
        Member(name="Bagian", role=role, agency=other)


LOGIN: TypeAdapter[str] = TypeAdapter(Login)


@pytest.mark.parametrize("login", ["dpmptsp", "bagian.organisasi-1", "a_b", "abc", "x" * 60])
def test_a_login_is_small_letters_digits_and_a_few_signs_between(login: str) -> None:
    assert LOGIN.validate_python(login) == login


@pytest.mark.parametrize("login", ["", "ab", "Dpmptsp", ".abc", "abc-", "a b c", "x" * 61, "a\nbc", "abc\n"])
def test_what_is_no_login_is_refused(login: str) -> None:
    with pytest.raises(ValidationError):
        LOGIN.validate_python(login)
