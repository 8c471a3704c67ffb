"""The words by which people name roles."""

from __future__ import annotations

from typing import get_args

from planner.domain import role_words
from planner.domain.people import PLAN_ROLES, WIDE_ROLES


def test_every_role_in_a_plan_has_one_word() -> None:
    assert list(role_words.PLAN_ROLES) == [*get_args(role_words.RoleWord)]
    assert sorted(role_words.PLAN_ROLES.values()) == sorted(PLAN_ROLES)


def test_every_role_across_plans_has_one_word() -> None:
    assert list(role_words.WIDE_ROLES) == [*get_args(role_words.WideWord)]
    assert sorted(role_words.WIDE_ROLES.values()) == sorted(WIDE_ROLES)
