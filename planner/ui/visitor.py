"""Who is at the screen: the one person of local mode, whoever signed in, or nobody yet.

Asked again on every run and in every callback, so that whoever is no longer let in is stopped at the next
click. Streamlit knows a visitor since their page was opened; whether they are still let in, it does not.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

import streamlit as st

from planner.domain.people import EVERYONE, NOBODY, Person, grant
from planner.launch import Mode, mode
from planner.workspace import claims
from planner.workspace.accounts import Account, must_change, shared_accounts

Standing = Literal["here", "must_change", "over", "outside", "unknown", "inactive"]
"""Let in; let in as far as choosing a password of their own; no longer signed in; not yet; signed in with the
organisation but not known here; switched off."""

REFERENCE: Final = "mpp_session"
ROLE_CLAIM: Final = "MPP_OIDC_ROLE_CLAIM"
ONE_RUN_S: Final = 0.2
"""How long an answer holds: one run asks a dozen times, and two clicks are further apart."""

_KEPT: Final = "_visitor"
_NEXT: Final = "_tanpa_klik:nanti"
_NOW: Final = "_tanpa_klik"
"""Whether the next drawing, and the present one, are asked for by nobody."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who somebody is, with their account and session where they have them."""

    mode: Mode
    standing: Standing
    person: Person = NOBODY
    account: Account | None = None
    reference: str | None = None


def visitor() -> Visitor:
    """Who is at the screen now. Raises StorageProblem where accounts cannot be read."""
    chosen = mode(os.environ)
    if chosen == "local":
        return Visitor("local", "here", EVERYONE)
    kept = st.session_state.get(_KEPT)
    if kept is not None and time.monotonic() - kept[0] < ONE_RUN_S:
        known: Visitor = kept[1]
        return known
    found = _of_office() if chosen == "office" else _of_organisation()
    st.session_state[_KEPT] = time.monotonic(), found
    return found


def person() -> Person:
    """Who is at the screen: everybody in one in local mode, nobody before signing in."""
    return visitor().person


def account() -> Account | None:
    """The account of whoever is at the screen; none in local mode, or with a provider's word alone."""
    return visitor().account


def local() -> bool:
    """Whether one person works without password, under the name of any role."""
    return visitor().mode == "local"


def may_create() -> bool:
    """Whether the visitor may begin a plan."""
    return grant(visitor().person, "create") is not None


def forget() -> None:
    """Ask anew at the next question, after the visitor's own account has changed."""
    st.session_state.pop(_KEPT, None)


def by_itself() -> None:
    """The next drawing is asked for by nobody (``watch``): it is no use of the session."""
    st.session_state[_NEXT] = True


def begin() -> None:
    """A drawing begins, asked for by somebody or by nobody."""
    st.session_state[_NOW] = st.session_state.pop(_NEXT, False)


def _of_office() -> Visitor:
    reference = st.user.get(REFERENCE)
    if not isinstance(reference, str):
        return Visitor("office", "over")
    accounts = shared_accounts(os.environ)
    account = accounts.session(reference, used=not st.session_state.get(_NOW))
    if account is None:
        return Visitor("office", "over")
    standing: Standing = "must_change" if must_change(account) else "here"
    return Visitor("office", standing, accounts.person(account), account, reference)


def _of_organisation() -> Visitor:
    told: Mapping[str, object] = st.user.to_dict()
    if told.get("is_logged_in") is not True:
        return Visitor("organisation", "outside")
    if not claims.fresh(told, datetime.now(UTC)):
        return Visitor("organisation", "over")
    found = claims.person(told, shared_accounts(os.environ), os.environ.get(ROLE_CLAIM))
    if isinstance(found, str):
        return Visitor("organisation", found, Person("", str(told.get("name") or told.get("email") or "")))
    return Visitor("organisation", "here", *found)
