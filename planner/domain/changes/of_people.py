"""Changes about people: who takes part, who is to do what, and what they say of it."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from planner.domain.activities import Work
from planner.domain.changes.against import SHORTEST_NAME, Objection
from planner.domain.changes.people_kinds import AssignmentChange, CommentRemoval, MemberChange, NewComment
from planner.domain.state import State, SubjectKind
from planner.domain.teamwork import people

PeopleChange = MemberChange | AssignmentChange | NewComment | CommentRemoval


def people_fields(
    change: PeopleChange, state: State, actor: str, effective_on: date
) -> tuple[SubjectKind, str, dict[str, Any], bool]:
    """Kind, id and fields of the subject that a change writes, and whether it must be new."""
    given = change.model_dump(mode="json", exclude_unset=True)
    match change:
        case MemberChange():
            if given.get("role", "agency") != "agency":
                given["agency"] = None
            return ("member", given.pop("person"), given, False)
        case AssignmentChange():
            del given["activity"]
            return ("assignment", change.activity, given, False)
        case CommentRemoval():
            return ("comment", change.comment, {"removed": True}, False)
        case _:
            text = change.text.strip()
            fields = {
                "activity": change.activity,
                "text": text,
                "by": actor,
                "written_on": effective_on.isoformat(),
            }
            return ("comment", _comment_id(change.activity, text, actor, state), fields, True)


def _comment_id(activity: str, text: str, actor: str, state: State) -> str:
    """An id that no other writer's comment can have, whatever they write meanwhile."""
    earlier = sum(1 for c in state.comments.values() if (c.by, c.activity) == (actor, activity))
    told = json.dumps([activity, actor, text, earlier], ensure_ascii=False)
    return f"{activity}~{hashlib.sha256(told.encode('utf-8')).hexdigest()[:16]}"


def against_people(change: PeopleChange, work: Work, state: State, actor: str) -> tuple[Objection, ...]:
    """What speaks against a change about people."""
    match change:
        case MemberChange():
            return _against_member(change, state)
        case CommentRemoval():
            known = state.comments.get(change.comment)
            if known is None:
                return ("unknown_comment",)
            return () if known.by == actor.strip() else ("not_own_comment",)
        case NewComment():
            if change.activity not in work.activities:
                return ("unknown_activity",)
            return () if change.text.strip() else ("text_needed",)
        case _:
            if change.activity not in work.activities:
                return ("unknown_activity",)
            if work.activities[change.activity].stand_in:
                return ("no_agency",)
            if change.person is None or change.person in people(work, state, change.activity):
                return ()
            return ("unknown_person",)


def _against_member(change: MemberChange, state: State) -> tuple[Objection, ...]:
    stands = state.members.get(change.person)
    fields = change.model_fields_set
    name = change.name if "name" in fields or stands is None else stands.name
    role = change.role if "role" in fields or stands is None else stands.role
    agency = change.agency if "agency" in fields or stands is None else stands.agency
    found: list[Objection] = []
    if len(name.strip()) < SHORTEST_NAME:
        found.append("name_needed")
    if role == "agency" and agency is None:
        found.append("agency_needed")
    if role == "agency" and agency is not None and agency not in state.plan.agencies:
        found.append("unknown_agency")
    return tuple(found)
