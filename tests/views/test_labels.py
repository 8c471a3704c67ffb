from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

import pytest

from planner.domain import accounts, checklist, counters, plan, readiness, seating, services, state
from planner.domain.advice import Step
from planner.domain.changes import Objection
from planner.domain.network import ConstraintType
from planner.views import labels

TABLES: list[tuple[Mapping[Any, str], Any]] = [
    (labels.STATUS, state.Status),
    (labels.STANDING, readiness.Standing),
    (labels.LACK, readiness.Lack),
    (labels.DECISION, labels.ReviewDecision),
    (labels.AGENCY_CATEGORY, plan.AgencyCategory),
    (labels.ATTESTATION, checklist.Attestation),
    (labels.ATTESTATION_MEANING, checklist.Attestation),
    (labels.BASIS_KIND, labels.BasisKind),
    (labels.PROVENANCE, plan.Provenance),
    (labels.SOURCE_KIND, checklist.SourceKind),
    (labels.INSTRUMENT_KIND, checklist.InstrumentKind),
    (labels.DURATION_BASIS, labels.DurationKind),
    (labels.DAY_UNIT, checklist.DayUnit),
    (labels.LINK_TYPE, checklist.LinkType),
    (labels.REACHED, checklist.LinkType),
    (labels.WAITS, checklist.LinkType),
    (labels.WAITS_BEGUN, checklist.LinkType),
    (labels.BUDGET, plan.Budget),
    (labels.CONSTRAINT, ConstraintType),
    (labels.WORK_WEEK, plan.WorkWeek),
    (labels.SUBJECT, state.SubjectKind),
    (labels.OUTPUT, services.Output),
    (labels.CHANNEL, services.Channel),
    (labels.COMPONENT, services.StandardComponent),
    (labels.FLOOR_USE, counters.FloorUse),
    (labels.SEAT_PROBLEM, seating.SeatProblem),
    (labels.STEP, Step),
    (labels.OBJECTION, Objection),
    (labels.ACCOUNT_FAULT, accounts.AccountFault),
    (labels.ACCOUNT_EVENT, accounts.AccountEvent),
]


@pytest.mark.parametrize(("table", "values"), TABLES)
def test_every_value_of_the_code_has_a_word(table: Mapping[Any, str], values: Any) -> None:
    assert set(table) == set(get_args(values))


@pytest.mark.parametrize(("table", "values"), TABLES)
def test_no_word_is_the_english_value_itself(table: Mapping[Any, str], values: Any) -> None:
    assert not {key for key, word in table.items() if word == key or "_" in word}


@pytest.mark.parametrize("kind", get_args(state.SubjectKind))
def test_every_field_of_the_record_has_a_name(kind: state.SubjectKind) -> None:
    assert set(labels.FIELD[kind]) == set(state.MODELS[kind].model_fields)


@pytest.mark.parametrize("kind", labels.UNSET)
def test_only_fields_of_the_record_are_said_to_be_set_back(kind: state.SubjectKind) -> None:
    assert set(labels.UNSET[kind]) <= set(state.MODELS[kind].model_fields)


@pytest.mark.parametrize("sentence", labels.OBJECTION.values())
def test_what_speaks_against_a_change_is_one_sentence_that_leaves_only_the_value_open(sentence: str) -> None:
    told = sentence.format(about="X", field="Y")
    assert re.fullmatch(r"[a-z][^{}.]*\.", told)


@pytest.mark.parametrize("sentence", labels.ACCOUNT_FAULT.values())
def test_why_an_account_is_not_changed_is_one_sentence_that_leaves_only_its_name_open(sentence: str) -> None:
    assert re.fullmatch(r"[a-z][^{}]*[a-z]\.", sentence.format(about="x"))


@pytest.mark.parametrize("sentence", labels.SEAT_PROBLEM.values())
def test_what_cannot_be_of_the_counters_is_one_sentence_with_what_to_do(sentence: str) -> None:
    told = sentence.format(floor="F", counter=1, day="Senin", agencies="A, B", count=2)
    assert re.fullmatch(r"[a-z0-9A-Z][^{}.]*[;] [^{}.]*\.", told)


def test_every_day_of_the_week_has_its_name() -> None:
    assert list(labels.WEEKDAY) == list(range(1, 8))


def test_the_words_of_the_models_match_the_words_of_the_labels() -> None:
    decisions = state.Review.model_fields["decision"].annotation
    assert get_args(decisions) == get_args(labels.ReviewDecision)
    assert get_args(checklist.DurationBasis.model_fields["kind"].annotation) == get_args(labels.DurationKind)


def test_no_english_word_stands_among_the_labels() -> None:
    english = re.compile(r"\b(the|done|agency|launch|stage|gate|float|today|evidence|missing|of|not)\b")
    texts = {key: value for key, value in vars(labels).items() if key.isupper() and isinstance(value, str)}
    told = {key: re.sub(r"\{\w+\}", "", text).lower() for key, text in texts.items()}
    assert len(told) > 20
    assert not [key for key, text in told.items() if english.search(text)]


def test_the_zones_of_the_regencies_have_names() -> None:
    assert set(labels.ZONES.values()) == {"WIB", "WITA", "WIT"}
