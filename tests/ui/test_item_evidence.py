"""Files as proof: attached, listed, taken back; and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

from planner.domain.changes import ActivityChange, ReviewChange
from planner.domain.state import Evidence
from planner.views import labels, words
from planner.workspace import Snapshot, Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"
RUNNING = "KMT-06"
TWO_ASKED = "KMT-05"
PROVEN = "KMT-01"
FILE = ("DPA 2027.pdf", b"%PDF-1.7 sembarang", "application/pdf")


def _opened(screen: Screen, item: str = RUNNING) -> Screen:
    return screen.go("daftar", rencana=PLAN, butir=item).act_as("dpmptsp")


def _seen(workspace: Workspace) -> Snapshot:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen


def _given(workspace: Workspace, item: str) -> list[Evidence]:
    return [e for e in _seen(workspace).state.evidence.values() if e.activity == item and not e.removed]


def test_an_attached_file_is_kept_and_listed(screen: Screen, workspace: Workspace) -> None:
    _opened(screen)
    assert words.NO_FILE in screen.texts
    screen.type(words.UPLOAD, FILE).press(words.ATTACH)
    assert screen.saved == [words.SAVED]
    (evidence,) = _given(workspace, RUNNING)
    assert (evidence.file_name, evidence.size) == ("DPA 2027.pdf", 18)
    assert workspace.file(evidence.sha256) == FILE[1]
    assert words.NO_FILE not in screen.texts
    assert any(text.startswith("DPA 2027.pdf") for text in screen.texts)


def test_the_uploader_is_empty_after_a_file_was_attached(screen: Screen) -> None:
    _opened(screen).type(words.UPLOAD, FILE).press(words.ATTACH)
    assert screen.typed(words.UPLOAD) is None


def test_what_was_typed_beside_it_stays(screen: Screen) -> None:
    _opened(screen).type(words.NOTE, "Belum disimpan.").type(words.UPLOAD, FILE).press(words.ATTACH)
    assert screen.typed(words.NOTE) == "Belum disimpan."


def test_where_two_documents_are_asked_for_one_is_chosen(screen: Screen, workspace: Workspace) -> None:
    before = len(_given(workspace, TWO_ASKED))
    _opened(screen, TWO_ASKED).type(words.UPLOAD_FOR, "rka").type(words.UPLOAD, FILE).press(words.ATTACH)
    given = _given(workspace, TWO_ASKED)
    assert len(given) == before + 1
    assert [e.requirement for e in given if e.file_name == "DPA 2027.pdf"] == ["rka"]


def test_an_empty_file_is_refused(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(words.UPLOAD, ("kosong.pdf", b"", "application/pdf")).press(words.ATTACH)
    assert screen.refused == [words.REFUSED.format(reasons=labels.OBJECTION["empty_file"])]
    assert _given(workspace, RUNNING) == []


def test_attaching_without_a_file_asks_for_one(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).press(words.ATTACH)
    assert screen.refused == [words.CHOOSE_FILE]
    assert _given(workspace, RUNNING) == []


def test_a_file_that_was_taken_back_no_longer_counts(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(words.UPLOAD, FILE).press(words.ATTACH).press(words.REMOVE)
    assert _given(workspace, RUNNING) == []
    assert words.NO_FILE in screen.texts
    assert screen.saved == [words.SAVED]


def test_a_new_file_undoes_the_review_that_was_given_without_it(screen: Screen, workspace: Workspace) -> None:
    assert _seen(workspace).state.progress[PROVEN].review is not None
    _opened(screen, PROVEN).type(words.UPLOAD, FILE).press(words.ATTACH)
    assert _seen(workspace).state.progress[PROVEN].review is None
    assert words.NEEDS.format(lacks="menunggu pemeriksaan") in screen.texts


def test_a_save_after_a_new_file_is_not_called_stale(screen: Screen, workspace: Workspace) -> None:
    _opened(screen, PROVEN).type(words.UPLOAD, FILE).press(words.ATTACH)
    screen.type(words.NOTE, "Naskah baru dilampirkan.").press(words.SAVE)
    assert screen.refused == []
    assert _seen(workspace).state.progress[PROVEN].note == "Naskah baru dilampirkan."


def test_proof_and_acceptance_make_an_item_met(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(words.UPLOAD, FILE).press(words.ATTACH)
    done = ActivityChange(activity=RUNNING, status="done")
    assert isinstance(workspace.record(PLAN, done, actor="dpmptsp"), Written)
    accepted = ReviewChange(activity=RUNNING, decision="accepted")
    assert isinstance(workspace.record(PLAN, accepted, actor="sekda"), Written)
    screen.app.run()
    assert words.MET in screen.texts


def test_a_file_that_is_gone_from_the_disk_is_told(
    screen: Screen, workspace: Workspace, installation: Path
) -> None:
    shutil.rmtree(installation / "evidence")
    _opened(screen, PROVEN)
    assert not screen.app.exception
    assert words.FILE_MISSING in screen.texts


def test_the_name_of_a_file_is_never_a_path(screen: Screen, workspace: Workspace) -> None:
    name = "../../etc/*surat*.pdf"
    _opened(screen).type(words.UPLOAD, (name, b"x", "application/pdf")).press(words.ATTACH)
    (evidence,) = _given(workspace, RUNNING)
    assert evidence.file_name == "*surat*.pdf"


def test_only_files_an_office_uses_are_taken(screen: Screen) -> None:
    _opened(screen)
    (uploader,) = screen.app.file_uploader
    assert ".pdf" in uploader.allowed_type
    assert ".exe" not in uploader.allowed_type


def test_what_waits_for_agencies_takes_no_files(screen: Screen, workspace: Workspace) -> None:
    seen = _seen(workspace)
    other = seen.state.plan.settings.model_copy(update={"name": "Tanpa instansi"})
    workspace.create("tanpa-instansi", other, actor="dpmptsp")
    screen.go("daftar", rencana="tanpa-instansi", butir="PMT-02")
    assert words.STAND_IN in screen.told
    assert words.ATTACH not in screen.buttons()
