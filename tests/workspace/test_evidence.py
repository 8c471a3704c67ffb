"""Files as proof: their kind, their size, their versions, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.domain.changes import Against, EvidenceRemoval, Objection
from planner.domain.people import NOBODY, Person
from planner.domain.state import Evidence
from planner.storage import StorageProblem, Store
from planner.storage.files import evidence_files, evidence_place
from planner.workspace import Missing, Refused, Stale, Workspace, open_workspace
from planner.workspace.evidence import MOST_BYTES, evidence_edits, upload_limit
from tests import papers
from tests.storage import moto
from tests.workspace.office import PLAN, STAFF, Office, codes, written

PDF = papers.pdf()
BETTER = papers.pdf(2)


def kept(office: Office) -> dict[str, Evidence]:
    """The files of the plan by their ids."""
    return dict(office.seen().state.evidence)


def tried(office: Office, **said: Any) -> Any:
    """What becomes of attaching a file."""
    given = {"file_name": "sk.pdf", "content": PDF, "actor": STAFF} | said
    return office.workspace.attach(PLAN, "PSP-01", "sk-tim", **given)


def test_the_record_tells_what_a_file_is_and_not_what_it_is_called(started: Office) -> None:
    started.attach(file_name="SK Tim.pdf", content=papers.picture("PNG"))
    (file,) = kept(started).values()
    assert (file.file_name, file.media_type) == ("SK Tim.png", "image/png")


REFUSED: list[tuple[Objection, str, dict[str, Any]]] = [
    ("kind_refused", "sk.pdf", {"content": b"\x00\x01\x02"}),
    ("active_content", "sk.pdf", {"content": papers.HTML}),
    ("active_content", "gambar.png", {"content": papers.SVG, "file_name": "../gambar.png"}),
    (
        "active_content",
        "sk.docx",
        {"content": papers.office("docx", {"word/vbaProject.bin": b""})} | {"file_name": "sk.docx"},
    ),
    ("old_office", "sk.doc", {"content": papers.OLD_OFFICE, "file_name": "sk.doc"}),
    ("unsafe_archive", "foto.zip", {"content": papers.bomb(), "file_name": "foto.zip"}),
    ("too_large", "25 MB", {"content": b"%PDF-" + bytes(MOST_BYTES)}),
    ("empty_file", "", {"content": b""}),
    ("unknown_evidence", "", {"replaces": "tidak-ada"}),
]


@pytest.mark.parametrize(("code", "about", "said"), REFUSED)
def test_what_is_refused_is_told_with_what_it_is_about_and_not_kept(
    started: Office, code: Objection, about: str, said: dict[str, Any]
) -> None:
    assert tried(started, **said) == Refused((Against(code, about),))
    assert not (started.folder / "evidence").exists()


def test_the_largest_file_that_is_taken_is_one_byte_smaller_than_what_is_refused(started: Office) -> None:
    started.workspace.most_bytes = 2000
    written(tried(started, content=b"%PDF-" + bytes(1995)))
    assert codes(tried(started, content=b"%PDF-" + bytes(1996))) == ["too_large"]


def test_the_same_bytes_are_refused_for_the_same_requirement_and_no_other(started: Office) -> None:
    started.attach(content=PDF)
    assert tried(started, file_name="lain.pdf") == Refused((Against("already_attached", "lain.pdf"),))
    started.attach(content=PDF, requirement="undangan")
    assert len(kept(started)) == 2


def test_a_file_that_was_taken_back_may_be_given_again(started: Office) -> None:
    started.attach(content=PDF)
    (first,) = kept(started)
    started.record(EvidenceRemoval(evidence=first))
    started.attach(content=PDF)
    assert [file.removed for file in kept(started).values()].count(False) == 1


def test_a_newer_version_takes_the_place_of_the_earlier_which_stays_in_the_record(started: Office) -> None:
    started.attach(content=PDF)
    (first,) = kept(started)
    entries = started.attach(content=BETTER, replaces=first).entries
    files = kept(started)
    (second,) = files.keys() - {first}
    assert (files[first].removed, files[second].removed) == (True, False)
    assert files[second].replaces == first
    assert {entry.recorded_at for entry in entries} == {entries[0].recorded_at}
    assert started.workspace.file(PLAN, first) == PDF
    assert started.workspace.file(PLAN, second) == BETTER


def test_what_was_replaced_already_cannot_be_replaced_again(started: Office) -> None:
    started.attach(content=PDF)
    (first,) = kept(started)
    started.attach(content=BETTER, replaces=first)
    assert codes(tried(started, content=papers.pdf(3), replaces=first)) == ["unknown_evidence"]


def test_a_file_of_another_requirement_cannot_be_replaced(started: Office) -> None:
    started.attach(requirement="undangan", content=PDF)
    (other,) = kept(started)
    assert codes(tried(started, content=BETTER, replaces=other)) == ["unknown_evidence"]


def test_who_replaces_what_changed_meanwhile_is_told(started: Office) -> None:
    started.attach(content=PDF)
    (first,) = kept(started)
    outcome = tried(started, content=BETTER, replaces=first, seen_revision=7)
    assert isinstance(outcome, Stale)
    assert (outcome.kind, outcome.subject) == ("evidence", first)
    assert len(kept(started)) == 1


def test_who_takes_back_what_was_taken_back_meanwhile_is_told(started: Office) -> None:
    started.attach(content=PDF)
    (first,) = kept(started)
    started.record(EvidenceRemoval(evidence=first), seen_revision=1)
    again = started.workspace.record(PLAN, EvidenceRemoval(evidence=first), actor=STAFF, seen_revision=1)
    assert isinstance(again, Stale)


def test_a_file_of_no_kind_never_becomes_words_of_the_record() -> None:
    with pytest.raises(ValueError, match="kind_refused"):
        evidence_edits("PSP-01", "sk-tim", "x", b"\x00", "0" * 64, date(2026, 11, 20), STAFF)


def test_the_installation_may_say_how_large_a_file_may_be() -> None:
    assert upload_limit({}) == upload_limit({"MPP_UPLOAD_MB": ""}) == 25 * 1024**2
    assert upload_limit({"MPP_UPLOAD_MB": "3"}) == 3 * 1024**2


@pytest.mark.parametrize("told", ["0", "501", "-1", "2.5", "besar", "²"])
def test_a_size_that_cannot_be_is_told(told: str) -> None:
    with pytest.raises(StorageProblem, match="MPP_UPLOAD_MB harus bilangan bulat dari 1 sampai 500"):
        upload_limit({"MPP_UPLOAD_MB": told})


def test_an_opened_workspace_has_the_size_of_its_installation(started: Office) -> None:
    env = {
        "MPP_DATABASE_URL": f"sqlite:///{started.folder / 'mpp.db'}",
        "MPP_EVIDENCE": str(started.folder / "evidence"),
        "MPP_UPLOAD_MB": "1",
    }
    assert open_workspace(env).most_bytes == 1024**2


def test_whoever_may_not_see_a_plan_is_not_told_whether_a_file_is_there(started: Office) -> None:
    started.attach(content=PDF)
    (key,) = kept(started)
    assert started.workspace.has_file(PLAN, key)
    assert not started.workspace.visited_by(NOBODY).has_file(PLAN, key)
    assert started.workspace.visited_by(NOBODY).file(PLAN, key) is None
    assert not started.workspace.has_file(PLAN, "tidak-ada")


def test_whoever_may_not_work_in_a_plan_gives_no_file(started: Office) -> None:
    nobody = started.workspace.visited_by(NOBODY)
    assert nobody.attach(PLAN, "PSP-01", "sk-tim", "sk.pdf", PDF, actor=NOBODY.id) == Missing(PLAN)
    ministry = started.workspace.visited_by(Person("k", "Kementerian", wide="ministry"))
    assert codes(ministry.attach(PLAN, "PSP-01", "sk-tim", "sk.pdf", PDF, actor="k")) == ["not_allowed"]
    assert not (started.folder / "evidence").exists()


def test_a_workspace_over_a_bucket_gives_takes_and_replaces_files_alike(
    started: Office, tmp_path: Path
) -> None:
    with moto.running(tmp_path / "log") as url:
        moto.make_bucket(url)
        place = evidence_place(moto.settings(url), tmp_path)
        store = Store(f"sqlite:///{started.folder / 'mpp.db'}", started.clock)
        over = Workspace(started.workspace.library, store, evidence_files(place), started.clock)
        office = Office(over, started.folder, started.clock)
        office.attach(content=PDF)
        (first,) = kept(office)
        office.attach(content=BETTER, replaces=first)
        assert [over.file(PLAN, key) for key in (first, *(kept(office).keys() - {first}))] == [PDF, BETTER]
        assert all(over.has_file(PLAN, key) for key in kept(office))
        store.close()
    assert not (started.folder / "evidence").exists()
