from __future__ import annotations

import ast
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import planner
from planner.domain.advice import Action
from planner.domain.limits import Limit
from planner.domain.state import Assignment, Comment, Entry, Progress, Review, State
from planner.domain.teamwork import Waiting
from planner.views import comments_words, journal, tasks, tasks_words
from tests.views import world

SMALL = world.small()
KNOWN = journal.names(SMALL.checklist, SMALL.state.plan)
RETURNED = Review(decision="returned", by="sekda", reason="Tanda tangan belum ada")
ROOM = Limit(world.TARGET, 0)
SOON, PAST = date(2026, 12, 3), date(2026, 11, 20)


def _with(**given: dict[str, object]) -> State:
    return SMALL.state.model_copy(update=given)


def _steps(*activities: str, critical: bool = False, limit: Limit = ROOM) -> Action:
    return Action(
        item=activities[0].partition(".")[0],
        activities=activities,
        step="finish",
        role="dpmptsp",
        gate=None,
        critical=critical,
        limit=limit,
    )


@pytest.mark.parametrize(
    ("waiting", "reviews", "told"),
    [
        (Waiting(), 0, "Tidak ada yang menunggu Anda sekarang."),
        (Waiting(), 2, "2 hal menunggu Anda."),
        (Waiting(("a", "b"), ("c",), ("d",)), 0, "4 hal menunggu Anda."),
        (
            Waiting(("a", "b"), late=frozenset({"a"})),
            1,
            "3 hal menunggu Anda, 1 di antaranya lewat batas waktu.",
        ),
    ],
)
def test_the_page_says_first_how_much_waits_and_how_much_is_overdue(
    waiting: Waiting, reviews: int, told: str
) -> None:
    assert tasks.tasks_sentence(waiting, reviews) == told


def test_assigned_work_says_when_it_is_due_and_what_it_lacks() -> None:
    state = _with(assignments={"USL-01": Assignment(due=PAST), "KSP-01.polres": Assignment(due=SOON)})
    waiting = Waiting(assigned=("USL-01", "KSP-01.polres", "USL-02"))
    rows = tasks.assigned_rows(waiting, state, SMALL.readiness, world.TODAY, KNOWN)
    assert [row["title"] for row in rows] == [
        "Usulan disusun",
        "Perjanjian kerja sama ditandatangani – Polres",
        "Anggaran disetujui",
    ]
    assert [row["due"] for row in rows] == [
        "lewat batas waktu 3 hari (20 Nov 2026)",
        "batas waktu 3 Des 2026 (10 hari lagi)",
        "",
    ]
    assert rows[0]["state"] == "Kurang: belum selesai, bukti belum lengkap"


def test_returned_work_says_by_whom_and_why_and_changed_work_that_it_changed() -> None:
    done = world.DONE.model_copy(update={"review": RETURNED})
    accepted = world.DONE.model_copy(update={"review": world.accepted()})
    state = _with(progress={"KMT-01": done, "USL-01": accepted, "USL-02": Progress(status="done")})
    waiting = Waiting(returned=("KMT-01", "USL-01", "USL-02"))
    rows = tasks.returned_rows(waiting, state, SMALL.readiness, world.TODAY, KNOWN)
    assert [row["state"] for row in rows] == [
        "Dikembalikan oleh Sekretaris daerah: Tanda tangan belum ada",
        "Sudah diterima, lalu isinya berubah; periksa isinya, lalu ajukan lagi",
        "Sudah diterima, lalu isinya berubah; periksa isinya, lalu ajukan lagi",
    ]
    assert [row["id"] for row in rows] == ["KMT-01", "USL-01", "USL-02"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Mohon @dpmptsp\nlengkapi *naskah*.", "“Mohon @DPMPTSP lengkapi *naskah*.”"),
        ("kata " * 60, f"“{('kata ' * 32).strip()} …”"),
    ],
)
def test_a_mention_says_from_whom_and_when_and_how_it_begins(text: str, quote: str) -> None:
    said = Comment(activity="USL-01", text=text, by="sekda", written_on=world.TODAY)
    entry = Entry(
        plan="beltim",
        number=1,
        revision=1,
        effective_on=world.TODAY,
        recorded_at=datetime(2026, 11, 23, 2, tzinfo=UTC),
        actor="sekda",
        kind="comment",
        subject="USL-01~a",
        before={},
        after={},
    )
    (row,) = tasks.mention_rows(
        Waiting(mentions=("USL-01~a",)), SMALL.checklist, _with(comments={"USL-01~a": said}), [entry], KNOWN
    )
    assert (row["id"], row["title"]) == ("USL-01", "Usulan disusun")
    assert row["state"] == "Sekretaris daerah · 23 Nov 2026 09.00 WIB"
    assert row["quote"] == quote


def test_the_next_steps_are_the_first_five_and_how_many_more() -> None:
    steps = [_steps("KSP-01.polres", "KSP-01.bpjs", critical=True), _steps("KSP-01.pln")]
    rows = tasks.step_rows(SMALL.checklist, SMALL.state, [*steps, *[_steps("USL-01")] * 5], KNOWN)
    assert len(rows) == 6
    assert rows[0] == {
        "id": "KSP-01.polres",
        "title": "Perjanjian kerja sama ditandatangani",
        "move": "DPMPTSP: selesaikan (2 instansi)",
        "due": "paling lambat 30 Apr 2027",
        "holds": "menahan peluncuran",
    }
    assert (rows[1]["title"], rows[1]["holds"]) == ("Perjanjian kerja sama ditandatangani – PLN", "")
    assert (rows[5]["id"], rows[5]["title"]) == ("", "dan 2 langkah lain di Daftar periksa")
    assert len(tasks.step_rows(SMALL.checklist, SMALL.state, steps, KNOWN)) == 2


@pytest.mark.parametrize(
    ("count", "beginning"),
    [
        (2, "2 kegiatan menunggu diperiksa. Yang paling lama:"),
        (1, "Satu kegiatan menunggu diperiksa:"),
    ],
)
def test_what_waits_for_a_second_person_is_counted_with_what_waits_longest(
    count: int, beginning: str
) -> None:
    told = tasks.reviews_told(count, "KMT-01", date(2026, 3, 11), world.TODAY, KNOWN)
    assert told == f"{beginning} Komitmen ditandatangani, sejak 11 Mar 2026 (257 hari lalu)."


@pytest.mark.parametrize(
    ("activity", "assignment", "told"),
    [
        ("USL-01", Assignment(), ""),
        ("USL-01", Assignment(person="sekda"), "ditugaskan kepada Sekretaris daerah"),
        (
            "USL-01",
            Assignment(person="sekda", due=SOON),
            "ditugaskan kepada Sekretaris daerah, batas waktu 3 Des 2026",
        ),
        ("USL-01", Assignment(due=PAST), "lewat batas waktu 3 hari (20 Nov 2026)"),
        ("USL-01", Assignment(due=world.TODAY), "batas waktu 23 Nov 2026"),
        ("KMT-01", Assignment(person="sekda", due=PAST), ""),
    ],
)
def test_an_assignment_is_told_in_words_until_the_work_is_proven(
    activity: str, assignment: Assignment, told: str
) -> None:
    standing = SMALL.readiness.activities[activity]
    assert tasks.assignment_told(assignment, standing, world.TODAY, KNOWN) == told


def _words(module: object) -> list[str]:
    body = ast.parse(Path(str(getattr(module, "__file__", ""))).read_text(encoding="utf-8")).body
    return [s.target.id for s in body if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)]


@pytest.mark.parametrize("name", _words(tasks_words))
def test_every_word_of_the_tasks_is_said_somewhere(name: str) -> None:
    assert f"tasks_words.{name}" in _readers()


@pytest.mark.parametrize("name", _words(comments_words))
def test_every_word_of_the_comments_is_said_somewhere(name: str) -> None:
    assert f"comments_words.{name}" in _readers()


def _readers() -> str:
    package = Path(planner.__file__).parent
    return "\n".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
