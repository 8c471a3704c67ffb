from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from planner.domain.people import Member
from planner.domain.state import Comment, Entry, State
from planner.views import comments, journal
from tests.views import world

MEMBERS = {
    "ani": Member(name="Staf *perizinan*", role="staff"),
    "dedi": Member(name="Staf lama", role="staff", active=False),
}
KNOWN = journal.names(world.checklist(), world.plan(), members=MEMBERS)
PEOPLE = {"ani", "dedi", "sekda", "dpmptsp"}


def _said(text: str, by: str = "ani", activity: str = "KMT-01", *, removed: bool = False) -> Comment:
    return Comment(activity=activity, text=text, by=by, written_on=world.TODAY, removed=removed)


def _entry(number: int, comment: str, *, revision: int = 1) -> Entry:
    return Entry(
        plan="beltim",
        number=number,
        revision=revision,
        effective_on=date(2026, 11, 23),
        recorded_at=datetime(2026, 11, 23, 2, number, tzinfo=UTC),
        actor="ani",
        kind="comment",
        subject=comment,
        before={},
        after={},
    )


def _thread(said: dict[str, Comment], entries: list[Entry], actor: str = "ani") -> list[comments.Said]:
    state = State(plan=world.plan(), members=MEMBERS, comments=said)
    return comments.thread(world.checklist(), state, entries, "KMT-01", actor, KNOWN)


def test_a_thread_tells_who_said_what_at_the_moment_of_the_record_newest_last() -> None:
    said = {"b": _said("Sudah.", "sekda"), "a": _said("Bagaimana?"), "c": _said("lain", activity="USL-01")}
    entries = [_entry(5, "b"), _entry(3, "a"), _entry(6, "a", revision=2), _entry(4, "c"), _entry(7, "gone")]
    told = [(one.id, one.who, one.when, one.text, one.own) for one in _thread(said, entries)]
    assert told == [
        ("a", "Staf *perizinan*", "23 Nov 2026 09.03 WIB", "Bagaimana?", True),
        ("b", "Sekretaris daerah", "23 Nov 2026 09.05 WIB", r"Sudah\.", False),
    ]


def test_what_was_taken_back_keeps_its_place_without_its_text() -> None:
    (one,) = _thread({"a": _said("rahasia", removed=True)}, [_entry(1, "a")])
    assert (one.removed, one.text, one.own) == (True, "", False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mohon @ani, @sekda.", r"Mohon **@Staf \*perizinan\***, **@Sekretaris daerah**\."),
        ("@dedi", "**@Staf lama**"),
        ("@siapa", "@siapa"),
        ("satu\n  dua\r\ntiga", "satu  \n dua  \ntiga"),
        ("judul\n===", "judul  \n\\=\\=\\="),
        ("<b>x</b> **y** [z](http://a)", r"\<b\>x\</b\> \*\*y\*\* \[z\]\(http\://a\)"),
        ("# a\n- b\n1. c", "\\# a  \n\\- b  \n1\\. c"),
    ],
)
def test_nothing_in_a_text_is_markup_but_line_breaks_and_the_names_of_people(text: str, told: str) -> None:
    assert comments.told(text, KNOWN, PEOPLE) == told


def test_a_spoken_text_names_people_and_keeps_everything_else() -> None:
    assert comments.spoken("Mohon @sekda\n*segera*", KNOWN, PEOPLE) == "Mohon @Sekretaris daerah\n*segera*"


def test_a_comment_can_mean_every_role_and_every_member_there_was() -> None:
    state = State(plan=world.plan(), members=MEMBERS)
    assert comments.everybody(world.checklist(), state) == PEOPLE


@pytest.mark.parametrize(
    ("before", "after"), [("", "@ani "), ("Mohon", "Mohon @ani "), ("Mohon, \n", "Mohon, @ani ")]
)
def test_a_mention_goes_to_the_end_of_what_is_written(before: str, after: str) -> None:
    assert comments.with_mention(before, "ani") == after
