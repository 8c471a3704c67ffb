"""The queue of Verifikasi: since when something waits, by its record alone, and how a row tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from planner.domain.activities import work
from planner.domain.changes import ActivityChange, Change, EvidenceRemoval, ReviewChange, edits
from planner.domain.readiness import readiness
from planner.domain.state import Entry, Evidence, Progress, State, SubjectKind, replay
from planner.domain.verification import presented
from planner.views import review, review_rows
from planner.views import review_words as words
from planner.views import words as page_words
from planner.views.review import Reviewable, Story
from planner.views.review_rows import Held
from tests.views import world

LISTED, PLAN = world.checklist(), world.plan()
DAY = world.TODAY
STAFF, SECRETARY = "dpmptsp", "sekda"
KNOWN = {"dpmptsp": "DPMPTSP", "sekda": "Sekretaris daerah", "polres": "Polres", "bpjs": "BPJS Kesehatan"}


def november(day: int) -> date:
    return date(2026, 11, day)


class Record:
    """A record that is written change by change, each by the edits that the real one is written with."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._write("plan", PLAN.id, PLAN.settings.model_dump(mode="json"), STAFF, PLAN.settings.start)
        for slug, agency in PLAN.agencies.items():
            self._write("agency", slug, agency.model_dump(mode="json"), STAFF, PLAN.settings.start)

    def _write(self, kind: SubjectKind, subject: str, after: Mapping[str, Any], actor: str, on: date) -> None:
        self.entries.append(
            Entry(
                plan=PLAN.id,
                number=len(self.entries) + 1,
                revision=1,
                effective_on=on,
                recorded_at=datetime(2026, 11, 23, 2, tzinfo=UTC),
                actor=actor,
                kind=kind,
                subject=subject,
                before={},
                after=dict(after),
            )
        )

    @property
    def state(self) -> State:
        found = replay(PLAN.id, self.entries)
        assert found is not None
        return found

    def make(self, change: Change, day: int, actor: str = STAFF) -> Record:
        for edit in edits(change, self.state, actor, november(day)):
            self._write(edit.kind, edit.subject, edit.after, actor, november(day))
        return self

    def done(self, activity: str, day: int, actor: str = STAFF) -> Record:
        return self.make(ActivityChange(activity=activity, status="done"), day, actor)

    def file(self, activity: str, day: int, digest: str = "a", by: str = STAFF) -> Record:
        file = Evidence(
            activity=activity,
            requirement="naskah",
            file_name=f"{digest}.pdf",
            sha256=digest * 64,
            size=18_400,
            media_type="application/pdf",
            attached_on=november(day),
            by=by,
        )
        self._write("evidence", f"{activity}-{digest}", file.model_dump(mode="json"), by, november(day))
        return self

    def word(self, activity: str, decision: Any, day: int, reason: str = "Belum berstempel") -> Record:
        of = presented(self.state, activity)
        change = ReviewChange(activity=activity, decision=decision, reason=reason, of=of)
        return self.make(change, day, SECRETARY)

    @property
    def queue(self) -> tuple[Reviewable, ...]:
        now = self.state
        todo = work(LISTED, now.plan)
        return review.queue(todo, now, readiness(LISTED, todo, now), reversed(self.entries))

    def one(self) -> Reviewable:
        (row,) = self.queue
        return row


def _rows(*activities: tuple[str, int]) -> tuple[Reviewable, ...]:
    record = Record()
    for activity, day in activities:
        record.file(activity, day).done(activity, day)
    return record.queue


# What is in the queue, and since when.


def test_work_of_a_gate_waits_from_the_day_it_was_called_done() -> None:
    row = Record().file("USL-01", 2).done("USL-01", 5).one()
    assert (row.activity.id, row.waits, row.since, row.by) == ("USL-01", "accept", november(5), STAFF)
    assert (row.files, row.missing, row.doers) == (1, (), {STAFF})


def test_work_that_asks_for_no_second_person_is_never_in_the_queue() -> None:
    assert Record().done("KMT-01", 5).queue == ()


@pytest.mark.parametrize("status", ["not_started", "in_progress"])
def test_what_is_not_done_is_not_in_the_queue(status: Any) -> None:
    record = Record().done("USL-01", 5)
    assert record.make(ActivityChange(activity="USL-01", status=status), 6).queue == ()


def test_accepted_work_has_left_the_queue() -> None:
    assert Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "accepted", 6).queue == ()


def test_a_file_or_a_note_that_comes_later_does_not_make_it_wait_shorter() -> None:
    record = Record().done("USL-01", 5).file("USL-01", 8)
    assert record.make(ActivityChange(activity="USL-01", note="Lihat"), 9).one().since == november(5)


def test_work_without_its_documents_waits_and_says_which_are_missing() -> None:
    row = Record().done("USL-01", 5).one()
    assert (row.waits, row.missing, row.files) == ("accept", ("naskah",), 0)
    assert review.acceptable([row]) == ()


def test_returned_work_waits_for_those_who_did_it_since_it_was_returned() -> None:
    row = Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "returned", 7).one()
    assert (row.waits, row.since) == ("returned", november(7))
    assert row.story.review is not None
    assert row.story.review.by == SECRETARY


def test_returned_work_that_is_handed_in_again_waits_from_then_on_even_unchanged() -> None:
    record = Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "returned", 7)
    row = record.done("USL-01", 9).one()
    assert (row.waits, row.since, row.story.changed) == ("accept", november(9), ())


def test_returned_work_with_a_new_file_waits_from_the_day_of_the_file() -> None:
    record = Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "returned", 7)
    row = record.file("USL-01", 10, "b").one()
    assert (row.waits, row.since) == ("accept", november(10))
    assert [entry.kind for entry in row.story.changed] == ["evidence"]


def test_acceptance_that_lapsed_says_what_changed_since_and_when() -> None:
    record = Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "accepted", 7)
    record.make(ActivityChange(activity="USL-01", note="Lihat"), 8)
    row = record.file("USL-01", 9, "b").make(EvidenceRemoval(evidence="USL-01-a"), 11).one()
    assert (row.waits, row.since) == ("lapsed", november(9))
    assert [entry.effective_on for entry in row.story.changed] == [november(9), november(11)]


def test_lapsed_work_that_is_handed_in_again_waits_anew() -> None:
    record = Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "accepted", 7)
    row = record.file("USL-01", 9, "b").done("USL-01", 12).one()
    assert (row.waits, row.since) == ("accept", november(12))


def test_what_was_decided_again_forgets_the_changes_before() -> None:
    record = Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "returned", 7)
    row = record.file("USL-01", 9, "b").word("USL-01", "returned", 10).one()
    assert (row.since, row.story.changed) == (november(7 + 3), ())


def test_acceptance_from_before_decisions_were_bound_stands_until_it_is_undone() -> None:
    record = Record().file("USL-01", 2).done("USL-01", 5)
    record._write(
        "activity", "USL-01", {"review": {"decision": "accepted", "by": SECRETARY}}, SECRETARY, november(6)
    )
    assert record.queue == ()
    row = record.make(ActivityChange(activity="USL-01", finished_on=november(4)), 8).one()
    assert (row.waits, row.since) == ("accept", november(8))


def test_work_entered_late_waits_from_the_day_it_took_effect() -> None:
    rows = Record().done("USL-01", 20).done("USL-02", 3).queue
    assert [(row.activity.id, row.since) for row in rows] == [
        ("USL-02", november(3)),
        ("USL-01", november(20)),
    ]


def test_what_waits_longest_comes_first_and_what_waits_alike_by_its_id() -> None:
    rows = _rows(("RSM-01", 5), ("USL-02", 5), ("USL-01", 9))
    assert [row.activity.id for row in rows] == ["RSM-01", "USL-02", "USL-01"]


def test_a_record_that_tells_nothing_of_it_gives_no_story() -> None:
    assert review.story(()) == Story()
    assert Story().review is None
    record = Record().done("USL-01", 5)
    now = record.state
    todo = work(LISTED, now.plan)
    (row,) = review.queue(todo, now, readiness(LISTED, todo, now), ())
    assert row.since == date.min
    assert review_rows.handed_in(row, Progress(), KNOWN, "Asia/Jakarta") == "Selesai –."


def test_each_file_counts_for_its_own_activity() -> None:
    rows = Record().file("USL-01", 2).file("USL-02", 3, "b").done("USL-01", 5).done("USL-02", 5).queue
    assert [(row.activity.id, row.files) for row in rows] == [("USL-01", 1), ("USL-02", 1)]


# Which rows are shown.


def test_rows_are_narrowed_by_stage_and_agency() -> None:
    rows = _rows(("USL-01", 2), ("USL-02", 3), ("RSM-01", 4))
    assert [row.activity.id for row in review.narrowed(rows, stage="usulan")] == ["USL-01", "USL-02"]
    assert review.narrowed(rows, agency="polres") == ()
    assert review.narrowed(rows) == rows


@pytest.mark.parametrize(
    ("count", "asked", "shown", "first", "length"),
    [(0, 1, 1, None, 0), (50, 2, 1, 0, 50), (51, 2, 2, 50, 1), (120, 3, 3, 100, 20), (120, 0, 1, 0, 50)],
)
def test_rows_are_shown_fifty_at_a_time(
    count: int, asked: int, shown: int, first: int | None, length: int
) -> None:
    (row,) = _rows(("USL-01", 2))
    rows = [row] * count
    number, part = review.page(rows, asked)
    assert (number, len(part)) == (shown, length)
    assert list(part) == (rows[first : first + length] if first is not None else [])


@pytest.mark.parametrize(
    ("number", "total", "shown"),
    [(1, 51, (1, 50)), (2, 51, (51, 51)), (2, 120, (51, 100)), (3, 120, (101, 120))],
)
def test_a_page_tells_which_rows_it_shows(number: int, total: int, shown: tuple[int, int]) -> None:
    assert review.bounds(number, total) == shown


# What is said.


def test_the_sentence_says_how_many_wait_since_when_and_what_they_hold() -> None:
    rows = _rows(("USL-01", 2), ("USL-02", 3))
    assert review_rows.queue_sentence(rows, 4, DAY) == (
        "2 kegiatan menunggu diperiksa, yang paling lama sejak 2 November 2026 (21 hari lalu); "
        "bila semuanya diterima hari ini, peluncuran maju 4 hari kerja."
    )


def test_the_sentence_says_how_many_lack_proof_and_where_nothing_is_held() -> None:
    rows = Record().done("USL-01", 22).file("USL-02", 23).done("USL-02", 23).queue
    assert review_rows.queue_sentence(rows, 0, DAY) == (
        "2 kegiatan menunggu diperiksa (1 di antaranya belum berbukti lengkap), yang paling lama sejak "
        "22 November 2026 (kemarin); peluncuran tidak tertahan olehnya."
    )


def test_what_was_returned_does_not_wait_for_the_second_person() -> None:
    returned = Record().done("USL-01", 5).word("USL-01", "returned", 7).queue
    assert review_rows.queue_sentence(returned, 0, DAY) == words.NOTHING_WAITS
    assert review_rows.queue_sentence((), 0, DAY) == words.NOTHING_WAITS


def _told(rows: Iterable[Reviewable], **more: Any) -> str:
    (row,) = rows
    return review_rows.row_told(row, KNOWN, DAY, **more).replace("\\", "")


def test_a_row_tells_who_handed_it_in_when_with_what_proof_and_how_much_room_there_is() -> None:
    assert _told(_rows(("USL-02", 16)), dates=world.DATES["USL-02"]) == (
        "**Anggaran disetujui**  \ndiajukan DPMPTSP 16 Nov 2026 (7 hari lalu) · 1 berkas bukti · "
        "longgar 9 hari kerja"
    )


def test_a_row_that_holds_the_launch_tells_by_how_many_days() -> None:
    assert _told(_rows(("USL-01", 23)), held=Held(3), dates=world.DATES["USL-01"]).endswith(
        "(hari ini) · 1 berkas bukti · menahan 3 hari kerja"
    )


def test_a_row_of_an_agency_names_it() -> None:
    item = LISTED.items["KSP-01"].model_copy(update={"verify": True})
    (row,) = _rows(("USL-01", 23))
    of_agency = work(LISTED, PLAN).activities["KSP-01.polres"]
    assert item.reviewed
    told = review_rows.row_told(_with(row, of_agency), KNOWN, DAY)
    assert told.startswith("**Perjanjian kerja sama ditandatangani** · Polres  \n")


def _with(row: Reviewable, activity: Any) -> Reviewable:
    return Reviewable(activity, row.waits, row.of, row.by, row.doers, row.files, row.missing, row.story)


def test_a_row_without_its_documents_names_them_and_one_without_any_says_so() -> None:
    assert _told(Record().done("USL-01", 23).queue).endswith("bukti kurang: Naskah yang ditandatangani")
    (row,) = _rows(("USL-01", 23))
    bare = Reviewable(row.activity, row.waits, row.of, row.by, row.doers, 0, (), row.story)
    assert _told([bare]).endswith("(hari ini) · tanpa berkas bukti")


def test_a_row_that_changed_since_it_was_opened_says_so() -> None:
    assert _told(_rows(("USL-01", 23)), changed=True).endswith("· isinya berubah sejak Anda buka")


def test_returned_and_lapsed_rows_name_who_decided() -> None:
    returned = Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "returned", 22)
    assert "dikembalikan Sekretaris daerah 22 Nov 2026 (kemarin)" in _told(returned.queue)
    lapsed = (
        Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "accepted", 7).file("USL-01", 23, "b")
    )
    assert "penerimaan oleh Sekretaris daerah gugur 23 Nov 2026 (hari ini)" in _told(lapsed.queue)


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (Held(3), "menahan 3 hari kerja"),
        (Held(3, 21), "menahan 3 hari kerja bersama 21 kegiatan lain pada butir ini"),
        (Held(0, 2), page_words.HOLDS_TOGETHER),
    ],
)
def test_what_a_row_holds_is_told_with_what_waits_beside_it(held: Held, told: str) -> None:
    assert review_rows.held_told(held) == told


def test_handed_in_work_tells_the_day_it_took_effect_and_the_moment_it_was_recorded() -> None:
    row = Record().file("USL-01", 2).done("USL-01", 5).one()
    progress = Progress(status="done", started_on=november(2), finished_on=november(5))
    assert review_rows.handed_in(row, progress, KNOWN, "Asia/Jakarta") == (
        "Diajukan DPMPTSP 5 Nov 2026, tercatat 23 Nov 2026 09.00 WIB. Mulai 2 Nov 2026, selesai 5 Nov 2026."
    )


def test_handed_in_work_that_was_recorded_at_once_tells_the_moment_alone() -> None:
    row = Record().done("USL-01", 23).one()
    progress = Progress(status="done", finished_on=november(23))
    assert review_rows.handed_in(row, progress, KNOWN, "Asia/Jakarta") == (
        "Diajukan DPMPTSP 23 Nov 2026 09.00 WIB. Selesai 23 Nov 2026."
    )


def test_returned_work_tells_its_dates_alone() -> None:
    row = Record().done("USL-01", 5).word("USL-01", "returned", 7).one()
    progress = Progress(status="done", finished_on=november(5))
    assert review_rows.handed_in(row, progress, KNOWN, "Asia/Jakarta") == "Selesai 5 Nov 2026."


# The last word.


def test_a_word_that_stands_is_told_with_who_gave_it() -> None:
    record = Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "accepted", 7)
    told = review.story(e for e in record.entries if e.subject.startswith("USL-01"))
    assert review_rows.word_told(told, KNOWN, stands=True) == "Diterima oleh Sekretaris daerah."


def test_a_return_that_stands_is_told_with_its_reason() -> None:
    row = Record().done("USL-01", 5).word("USL-01", "returned", 7).one()
    assert review_rows.word_told(row.story, KNOWN, stands=True) == (
        "Dikembalikan oleh Sekretaris daerah: Belum berstempel"
    )


def test_acceptance_that_lapsed_is_told_in_one_sentence_with_what_changed() -> None:
    record = Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "accepted", 7)
    row = record.file("USL-01", 9, "b").one()
    assert review_rows.word_told(row.story, KNOWN, stands=False) == (
        "Penerimaan oleh Sekretaris daerah pada 7 Nov 2026 gugur karena sesudah itu bukti b.pdf (18 KB) "
        "dilampirkan."
    )


@pytest.mark.parametrize("reason", ["Belum berstempel", "Belum berstempel."])
def test_a_return_that_was_answered_is_told_with_the_answer(reason: str) -> None:
    record = Record().file("USL-01", 2).done("USL-01", 5).word("USL-01", "returned", 7, reason)
    assert review_rows.word_told(record.done("USL-01", 9).one().story, KNOWN, stands=False) == (
        "Dikembalikan oleh Sekretaris daerah pada 7 Nov 2026: Belum berstempel. Sesudah itu diajukan lagi "
        "tanpa perubahan."
    )


def test_where_nobody_decided_nothing_is_told() -> None:
    assert review_rows.word_told(Story(), KNOWN, stands=False) == ""
