"""The kinds of change about people; only the fields that are given change."""

from __future__ import annotations

from datetime import date

from planner.domain.checklist import Frozen, Slug
from planner.domain.people import Login, PlanRole


class MemberChange(Frozen):
    """A person's role in the plan; said again it changes, with ``active`` False they leave.

    Fields that are not given stay; ``agency`` falls with every role but that of an agency.
    """

    person: Login
    name: str = ""
    role: PlanRole = "staff"
    agency: Slug | None = None
    active: bool = True


class AssignmentChange(Frozen):
    """Who is to do an activity, and by when; only the fields that are given change, None undoes one."""

    activity: str
    person: str | None = None
    due: date | None = None


class NewComment(Frozen):
    """Something said of an activity; ``@name`` in its text means a person."""

    activity: str
    text: str


class CommentRemoval(Frozen):
    """A comment that its writer takes back; it stays in the record."""

    comment: str
