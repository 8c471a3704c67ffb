"""Who a person is, by what an identity provider says of them (OpenID Connect claims).

An account with the same verified e-mail address says who they are. Beside it, or without one, values of the
role claim say what they may do: ``administrator``, ``kementerian``, ``provinsi:14`` (code of the province)
across plans; in a plan, by its id, ``siak:staf``, ``siak:verifikator``, ``siak:pimpinan``, ``siak:pengelola``
or ``siak:instansi:dukcapil`` (id of the agency). Providers tell of much else: what is none of these counts
for nothing. Of two roles in one plan the first in the order of ``_FIRST_IN_A_PLAN`` counts.

Why a login of its own for those without an account: a name that the provider lets people choose must never
be that of somebody else here, under which their work stands in the record.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal, Protocol

from pydantic import ValidationError

from planner.domain.accounts import SESSION_LIFE
from planner.domain.changes.against import LONGEST_NAME
from planner.domain.people import Member, Person, PlanRole, WideRole
from planner.domain.role_words import PLAN_ROLES, WIDE_ROLES
from planner.storage.accounts import Account

NotLetIn = Literal["unknown", "inactive"]

_WIDEST_FIRST: Final[tuple[WideRole, ...]] = ("administrator", "ministry", "province")
_FIRST_IN_A_PLAN: Final[tuple[PlanRole, ...]] = ("admin", "verifier", "staff", "leader", "agency")
_PROVINCE: Final = re.compile(r"provinsi:([0-9]{2})")
_PLAN: Final = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*):([a-z]+)(?::([a-z0-9]+(?:-[a-z0-9]+)*))?")
_NOT_IN_A_LOGIN: Final = re.compile(r"[^a-z0-9]+")


class ByEmail(Protocol):
    """Finds an account, active or not, by its e-mail address."""

    def by_email(self, email: str) -> Account | None:
        """The account; None where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """The roles that a claim tells of."""

    wide: WideRole | None = None
    province: str | None = None
    granted: Mapping[str, Member] = field(default_factory=dict)


def told(value: object, name: str) -> Told:
    """The roles in the value of a claim: a list of words, or one text with spaces or commas between them.

    ``name`` is how the person is called in their plans.
    """
    words = value.replace(",", " ").split() if isinstance(value, str) else value
    known = [word for word in words if isinstance(word, str)] if isinstance(words, Iterable) else []
    provinces = sorted(match[1] for word in known if (match := _PROVINCE.fullmatch(word)))
    wide: set[WideRole] = {role for word, role in WIDE_ROLES.items() if role != "province" and word in known}
    if provinces:
        wide.add("province")
    widest: WideRole | None = next((role for role in _WIDEST_FIRST if role in wide), None)
    return Told(widest, provinces[0] if widest == "province" else None, _granted(known, name))


def person(
    claims: Mapping[str, object], accounts: ByEmail, role_claim: str | None
) -> tuple[Person, Account | None] | NotLetIn:
    """Who is at the screen, with their account where they have one; else why nobody is let in.

    Someone whose account was switched off stays out whatever the provider says.
    """
    email = _verified_email(claims)
    account = None if email is None else accounts.by_email(email)
    if account is not None and not account.active:
        return "inactive"
    name = _name(claims) if account is None else account.name
    roles = told(_claim(claims, role_claim), name) if role_claim else Told()
    if account is not None:
        own = account if account.wide else roles
        return Person(account.id, name, own.wide, own.province, granted=roles.granted), account
    if roles.wide or roles.granted:
        return Person(_login(claims), name, roles.wide, roles.province, granted=roles.granted), None
    return "unknown"


def fresh(claims: Mapping[str, object], now: datetime) -> bool:
    """Whether somebody signed in so lately that it still counts: not longer ago than a session lives."""
    issued = claims.get("iat")
    if isinstance(issued, bool) or not isinstance(issued, int | float):
        return False
    return now.timestamp() - issued < SESSION_LIFE.total_seconds()


def _granted(words: Iterable[str], name: str) -> Mapping[str, Member]:
    found: dict[str, Member] = {}
    order = {role: place for place, role in enumerate(_FIRST_IN_A_PLAN)}
    roles: Mapping[str, PlanRole] = {str(word): role for word, role in PLAN_ROLES.items()}
    for word in sorted(words):
        match = _PLAN.fullmatch(word)
        role = roles.get(match[2]) if match else None
        if match is None or role is None:
            continue
        try:
            member = Member(name=name, role=role, agency=match[3])
        except ValidationError:
            continue
        if match[1] not in found or order[role] < order[found[match[1]].role]:
            found[match[1]] = member
    return found


def _verified_email(claims: Mapping[str, object]) -> str | None:
    email = claims.get("email")
    return email if isinstance(email, str) and claims.get("email_verified") is True else None


def _claim(claims: Mapping[str, object], name: str) -> object:
    """The value of a claim, also of one inside another (``realm_access.roles``)."""
    if name in claims:
        return claims[name]
    found: object = claims
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _name(claims: Mapping[str, object]) -> str:
    for key in ("name", "preferred_username", "email"):
        value = claims.get(key)
        if isinstance(value, str) and len(value.strip()) > 1:
            return value.strip()[:LONGEST_NAME]
    return _login(claims)


def _login(claims: Mapping[str, object]) -> str:
    """A login by the subject that the provider vouches for: readable, and nobody else's."""
    whole = f"{claims.get('iss')}|{claims.get('sub')}"
    seal = hashlib.sha256(whole.encode("utf-8")).hexdigest()[:12]
    chosen = str(claims.get("preferred_username") or claims.get("email") or "").partition("@")[0]
    readable = _NOT_IN_A_LOGIN.sub("-", chosen.casefold())[:40].strip("-")
    return f"{readable or 'oidc'}-{seal}"
