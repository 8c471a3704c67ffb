"""The words by which people name roles where they type them: ``mpp user``, and an identity provider's claims.

Why apart from ``people``: commands read these words at every start, and should not wait for all of the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from planner.domain.people import PlanRole, WideRole

WideWord = Literal["administrator", "kementerian", "provinsi"]
RoleWord = Literal["staf", "instansi", "verifikator", "pimpinan", "pengelola"]

WIDE_ROLES: Final[Mapping[WideWord, WideRole]] = {
    "administrator": "administrator",
    "kementerian": "ministry",
    "provinsi": "province",
}
PLAN_ROLES: Final[Mapping[RoleWord, PlanRole]] = {
    "staf": "staff",
    "instansi": "agency",
    "verifikator": "verifier",
    "pimpinan": "leader",
    "pengelola": "admin",
}
