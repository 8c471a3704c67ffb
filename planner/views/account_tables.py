"""Accounts and the people of a plan in tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from planner.domain.accounts import Account
from planner.domain.people import Member
from planner.views import account_words as told
from planner.views import labels
from planner.views.accounts import standing, wide_role


def account_table(accounts: Iterable[Account], provinces: Mapping[str, str]) -> pd.DataFrame:
    """Accounts by login: name, role across plans, standing, e-mail address."""
    rows = [[a.id, a.name, wide_role(a, provinces), standing(a), a.email or ""] for a in accounts]
    columns = [told.LOGIN, told.NAME, told.WIDE, told.STANDING, told.EMAIL]
    return pd.DataFrame(rows, columns=columns).set_index(told.LOGIN)


def member_table(members: Mapping[str, Member], agencies: Mapping[str, str]) -> pd.DataFrame:
    """The people of a plan by name: role, agency, whether they still take part; those who left come last."""
    ordered = sorted(members.items(), key=lambda pair: (not pair[1].active, pair[1].name))
    rows = [
        [
            member.name,
            person,
            labels.PLAN_ROLE[member.role],
            agencies.get(member.agency or "", member.agency or ""),
            told.ACTIVE if member.active else told.LEFT,
        ]
        for person, member in ordered
    ]
    columns = [told.NAME, told.LOGIN, told.ROLE, told.AGENCY, told.STANDING]
    return pd.DataFrame(rows, columns=columns).set_index(told.NAME)


def narrow(table: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Those columns of a table that a phone has room for; what names its rows is a column like the others."""
    return table.reset_index()[list(columns)]
