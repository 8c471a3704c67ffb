"""Who there is to work together in a plan, and whom a comment means."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from planner.domain.activities import Work
from planner.domain.state import State

_MENTION = re.compile(r"(?<![\w@.-])@([a-z0-9][a-z0-9._-]*)")


def people(work: Work, state: State) -> Mapping[str, str]:
    """The people of a plan by id, each with a name; empty for a role, which the checklist names.

    Those with accounts are its members. Without any member, as in local mode, people work as the roles that
    the checklist holds responsible.
    """
    members = {person: member.name for person, member in state.members.items() if member.active}
    return members or {a.item.responsible: "" for a in work.activities.values()}


def mentioned(text: str, known: Collection[str]) -> tuple[str, ...]:
    """The people whom a text means by ``@id``, each once, in order; ``known`` are the ids there are."""
    found = (name.rstrip("._-") for name in _MENTION.findall(text.casefold()))
    return tuple(dict.fromkeys(name for name in found if name in known))
