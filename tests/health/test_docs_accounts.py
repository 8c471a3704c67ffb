"""What the guide to accounts states of roles, passwords, locks and sessions is so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
import typer

from planner.cli import people as commands
from planner.domain import accounts, people
from planner.launch import MODES
from planner.views import labels
from tests.health.sources import ROOT
from tests.health.test_docs import section, tables

GUIDE = (ROOT / "docs" / "accounts.md").read_text(encoding="utf-8")
IN_A_PLAN, ACROSS_PLANS = tables(section(GUIDE, "Roles"))
HEADS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in re.findall(r"^\| role \|.*$", section(GUIDE, "Roles"), re.MULTILINE)
]


@pytest.mark.parametrize(
    ("head", "rows", "rule", "names"),
    [
        (HEADS[0], IN_A_PLAN, people.IN_A_PLAN, labels.PLAN_ROLE),
        (HEADS[1], ACROSS_PLANS, people.ACROSS_PLANS, labels.WIDE_ROLE),
    ],
)
def test_the_tables_of_roles_are_the_rule(
    head: list[str], rows: list[list[str]], rule: Mapping[Any, Mapping[Any, str]], names: Mapping[Any, str]
) -> None:
    told = {
        row[0].strip("`"): {a: far for a, far in zip(head[2:], row[2:], strict=True) if far != "–"}
        for row in rows
    }
    assert told == {role: dict(actions) for role, actions in rule.items()}
    assert {row[0].strip("`"): row[1] for row in rows} == dict(names)


def test_every_mode_is_told() -> None:
    (rows,) = tables(section(GUIDE, "Three modes"))
    assert [row[0].split("`")[1] for row in rows] == list(MODES)


def test_every_command_and_role_is_told() -> None:
    group: Any = typer.main.get_command(commands.user)
    assert {name for name in group.commands if f"mpp user {name}" not in GUIDE} == set()
    assert {word for word in commands.ROLE if f"`{word}`" not in GUIDE} == set()
    options = {flag for one in group.commands.values() for p in one.params for flag in p.opts}
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", section(GUIDE, "The first account"))) <= options


def test_the_numbers_are_those_of_the_rules() -> None:
    told = " ".join(GUIDE.split())
    for sentence in (
        f"At least {accounts.SHORTEST_PASSWORD} characters (at most {accounts.LONGEST_PASSWORD})",
        f"After {accounts.MOST_FAILURES} failures within {minutes(accounts.FAILURES_WITHIN)} minutes",
        f"locked for {minutes(accounts.LOCKED_FOR)} minutes",
        f"ends after {minutes(accounts.SESSION_LIFE) // 60} hours",
        f"after {minutes(accounts.SESSION_IDLE) // 60} hours without use",
    ):
        assert sentence in told


def minutes(length: timedelta) -> int:
    return int(length.total_seconds()) // 60
