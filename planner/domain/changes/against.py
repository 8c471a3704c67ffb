"""What may speak against a change, as short codes; the words for them stand in ``planner.views.labels``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal

from planner.domain.state import SubjectKind

SHORTEST_NAME: Final = 2
LONGEST_NAME: Final = 120
LONGEST_WHY: Final = 400
REACH: Final = timedelta(days=3652)
"""How far from today a day of a plan may lie, before and after."""

Objection = Literal[
    "unknown_activity",
    "no_agency",
    "reason_needed",
    "gate_item_applies",
    "future_date",
    "finish_before_start",
    "finish_needed",
    "nothing_to_review",
    "own_submission",
    "unknown_requirement",
    "unknown_evidence",
    "empty_file",
    "unknown_agency",
    "duplicate_agency",
    "wave_without_agencies",
    "unknown_service",
    "duplicate_service",
    "services_needed",
    "unknown_floor",
    "duplicate_floor",
    "counter_out_of_range",
    "unknown_seat",
    "name_needed",
    "name_length",
    "start_needed",
    "target_before_start",
    "day_off_twice",
    "window_twice",
    "unknown_baseline",
    "duplicate_baseline",
    "dates_needed",
    "constraint_on_begun_work",
    "unknown_regency",
    "unknown_checklist",
    "duplicate_plan",
    "actor_needed",
    "not_allowed",
    "changed_since",
    "unknown_person",
    "person_shut_out",
    "unknown_comment",
    "not_own_comment",
    "text_needed",
    "agency_needed",
    "kind_refused",
    "active_content",
    "too_large",
    "already_attached",
    "old_office",
    "unsafe_archive",
    "too_long",
    "why_too_long",
    "number_too_small",
    "number_too_large",
    "day_out_of_reach",
]


@dataclass(frozen=True, slots=True)
class Against:
    """Something that speaks against a change; the value it is about where there are several; its field."""

    code: Objection
    about: str = ""
    field: tuple[SubjectKind, str] | None = None
