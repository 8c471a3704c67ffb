"""Day-by-day cases derived by hand from CPM theory; where this engine means something else, it says so here.

``DIFFERENT`` names every case whose dates this engine gives otherwise, with the reason and exactly the values
that differ; ``IN_HOURS`` the one that cannot be said in whole days. All others must come out to the day.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.conformance.reading import NEEDS_CASES, day_cases, day_differences

CASES = day_cases()
IN_HOURS = {"prog-T9-remaining-nul-hervattingspunt-onaangeroerd"}

MILESTONE = (
    "a milestone stands on the day on which the predecessor that sets it finishes (README of the cases); the "
    "source puts one after a finish-to-start link on the next working day"
)
SF = (
    "boundaries: the start of a day is the end of the day before, so a successor whose finish waits for a "
    "start may finish the day before it; the source counts both days as the same"
)
REAL_DATES = "finished work keeps its real dates, days off included; the source moves them to a working day"
RESUME = "the source lets a recorded resume date overrule the links; here retained logic alone decides"

DIFFERENT: dict[str, tuple[str, set[str]]] = {
    "cal-3": (MILESTONE, {"M.es", "M.ef", "projectEnd", "projectDuration"}),
    "cal-4": (MILESTONE, {"J.es", "J.ef", "projectEnd", "projectDuration"}),
    "float-ff-lt-tf-05": (MILESTONE, {"M.es", "M.ef", "projectEnd", "projectDuration"}),
    "float-two-parallel-chains-11": (MILESTONE, {"FIN.es", "FIN.ef", "projectEnd", "projectDuration"}),
    "float-milestone-end-13": (MILESTONE, {"END.es", "END.ef", "projectEnd", "projectDuration"}),
    "float-long-side-chain-ladders-18": (MILESTONE, {"J.es", "J.ef", "projectEnd", "projectDuration"}),
    "float-asymmetric-merge-ff-distinct-23": (
        MILESTONE,
        {"TERM.es", "TERM.ef", "projectEnd", "projectDuration"},
    ),
    "rel-fs-milestone-succ": (MILESTONE, {"M.es", "M.ef", "projectEnd", "projectDuration"}),
    "rel-sf-02-delayedpred": (SF, {"B.es", "B.ef"}),
    "rel-sf-lag-p1": (SF, {"B.es", "B.ef"}),
    "prog-B-oos-override": (
        "progress override: work begun out of sequence ignores its links; here retained logic alone decides",
        {"B.ef", "projectEnd"},
    ),
    "prog-B1-unstarted-ignores-statusdate": (
        "Microsoft Project leaves unstarted work in the past; here it never starts before the status date",
        {"X.es", "X.ef", "projectEnd"},
    ),
    "prog-oos-sf": (
        "start-to-finish asks for the predecessor's start, which is recorded before the successor's finish; "
        "the source asks for the predecessor's finish",
        {"outOfSequenceSet"},
    ),
    "prog-raw-completion-safetynet": (
        "a share done without a recorded start is no progress here: progress is a start and days remaining",
        {"V.es", "V.ef", "projectEnd"},
    ),
    "prog-completed-overrun-negative-float": (
        "finished work has no float; the source compares it with its planned duration",
        {"B.lf", "B.tf"},
    ),
    "prog-actualfinish-in-bouwvak": (REAL_DATES, {"Asbest.ef"}),
    "prog-actualvenster-volledig-onwerkbaar": (REAL_DATES, {"Asbest.es", "Asbest.ef"}),
    "prog-actualvenster-in-weekend": (REAL_DATES, {"A.es", "A.ef"}),
    "prog-T9-hervattingspunt-resumeFromActualElapsed": (
        "an option resumes work after the time already spent; here it goes on from the status date",
        {"A.ef", "projectEnd"},
    ),
    "prog-T9-elapsed-restwerk-24-7": (
        "calendar days count their last day like working days: three days from a Friday end on Sunday; the "
        "source counts hours from Friday and ends on Monday",
        {"A.ef", "projectEnd"},
    ),
    "prog-Z12-oos-resume-present-formula-wins": (RESUME, {"B.ef", "projectEnd"}),
    "prog-Z19-resume-root-no-predecessor": (RESUME, {"B.ef", "projectEnd"}),
    "prog-Z12-p6-contrast-resume-forced-present": (RESUME, {"B.ef", "projectEnd"}),
}


@NEEDS_CASES
@pytest.mark.parametrize("name", [name for name in CASES if name not in DIFFERENT.keys() | IN_HOURS])
def test_a_day_by_day_case_comes_out_to_the_day(name: str) -> None:
    assert day_differences(CASES[name]) == {}


@NEEDS_CASES
@pytest.mark.parametrize("name", DIFFERENT)
def test_a_case_that_means_something_else_differs_only_where_it_is_said(name: str) -> None:
    assert day_differences(CASES[name]).keys() == DIFFERENT[name][1]


@NEEDS_CASES
def test_all_106_cases_are_accounted_for_and_82_come_out_as_the_source_says() -> None:
    listed = DIFFERENT.keys() | IN_HOURS
    assert listed <= CASES.keys()
    assert (len(CASES), len(listed)) == (106, 24)


@NEEDS_CASES
def test_the_case_in_hours_asks_for_hours() -> None:
    asked: dict[str, Any] = CASES[next(iter(IN_HOURS))]["tasks"][0]
    assert asked["dur"] == "8u"
