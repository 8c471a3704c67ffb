"""Who may do what: the one rule behind every button, page and command.

A person has a role in a plan, which stands in the plan's own record (``Member``), or one across plans
(``WideRole``). ``grant`` says how far an action is theirs: everywhere in the plan, for their own agency
alone, or not at all. Hiding a button is no rule; the workspace asks here before it reads or writes.

Why a leader cannot tick, nor an administrator of a plan accept: what was called done is worth something only
because those who say it, those who accept it and those who read it are different people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from planner.domain.checklist import Frozen, Slug

PlanRole = Literal["staff", "agency", "verifier", "leader", "admin"]
WideRole = Literal["province", "ministry", "administrator"]
Action = Literal[
    "see",
    "work",
    "review",
    "comment",
    "assign",
    "map",
    "offer",
    "plan",
    "settings",
    "members",
    "create",
    "accounts",
]
"""What a person can want of a plan: see it; report progress and give evidence; accept or return; comment;
assign; set up agencies, floors and counters; describe services; plan durations, constraints and baselines;
change settings; say who takes part. Beside any plan: create one, look after accounts."""

Grant = Literal["all", "own"]

PLAN_ROLES: tuple[PlanRole, ...] = get_args(PlanRole)
WIDE_ROLES: tuple[WideRole, ...] = get_args(WideRole)
ACTIONS: tuple[Action, ...] = get_args(Action)

IN_A_PLAN: Mapping[PlanRole, Mapping[Action, Grant]] = {
    "staff": {
        "see": "all",
        "work": "all",
        "comment": "all",
        "assign": "all",
        "map": "all",
        "offer": "all",
        "plan": "all",
    },
    "agency": {"see": "own", "work": "own", "comment": "own", "offer": "own"},
    "verifier": {"see": "all", "review": "all", "comment": "all", "assign": "all"},
    "leader": {"see": "all"},
    "admin": {
        "see": "all",
        "work": "all",
        "comment": "all",
        "assign": "all",
        "map": "all",
        "offer": "all",
        "plan": "all",
        "settings": "all",
        "members": "all",
    },
}

ACROSS_PLANS: Mapping[WideRole, Mapping[Action, Grant]] = {
    "province": {"see": "all"},
    "ministry": {"see": "all"},
    "administrator": {
        "see": "all",
        "settings": "all",
        "members": "all",
        "create": "all",
        "accounts": "all",
    },
}

Login = Annotated[str, Field(pattern=r"^[a-z0-9](?:[a-z0-9._-]{1,58})[a-z0-9]$")]
"""The name by which a person signs in and is written into the record."""


class Member(Frozen):
    """A person's role in a plan; ``name`` is how the office is called on screens and in the record.

    Only the role "agency" has an ``agency``. One who left has ``active`` False and keeps their history.
    """

    name: Annotated[str, Field(min_length=2, max_length=120)]
    role: PlanRole
    agency: Slug | None = None
    active: bool = True

    @model_validator(mode="after")
    def _agency_where_the_role_needs_one(self) -> Member:
        if (self.agency is None) != (self.role != "agency"):
            raise ValueError("agency_and_role_disagree")
        return self


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at work. ``granted`` are roles by plan id that an identity provider vouches for.

    ``everyone``: the one person of local mode, or whoever has the machine itself: all roles in one, so that
    the name they act under is any they like.
    """

    id: str
    name: str = ""
    wide: WideRole | None = None
    province: str | None = None
    everyone: bool = False
    granted: Mapping[str, Member] = field(default_factory=dict)


EVERYONE = Person("", everyone=True)
NOBODY = Person("")


def member_of(person: Person, plan: str, members: Mapping[str, Member]) -> Member | None:
    """What a person is in a plan with these members: by the plan's record, else by what was granted."""
    known = members.get(person.id)
    found = person.granted.get(plan) if known is None else known
    return found if found is not None and found.active else None


def grant(person: Person, action: Action, member: Member | None = None, regency: str = "") -> Grant | None:
    """How far an action is a person's in a plan of a regency (its code) where they are ``member``.

    None: not at all. Outside any plan give neither member nor regency.
    """
    if person.everyone:
        return "all"
    wide = ACROSS_PLANS[person.wide].get(action) if person.wide and _within(person, regency) else None
    return wide or (IN_A_PLAN[member.role].get(action) if member else None)


def may(
    person: Person, action: Action, member: Member | None = None, regency: str = "", agency: str | None = None
) -> bool:
    """Whether a person may do something that concerns ``agency`` (None: no single agency)."""
    granted = grant(person, action, member, regency)
    return granted == "all" or (granted == "own" and member is not None and member.agency == agency)


def _within(person: Person, regency: str) -> bool:
    """A province looks at its own regencies alone; their codes begin with its code."""
    return person.wide != "province" or (bool(person.province) and regency[:2] == person.province)
