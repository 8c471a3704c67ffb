"""Files as proof: attached, listed, taken back; and what is refused."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from planner.domain.changes import ActivityChange, EvidenceRemoval, Objection, ReviewChange
from planner.domain.state import Evidence
from planner.storage import FolderFiles
from planner.views import evidence_words, labels, words
from planner.workspace import Snapshot, Workspace, Written
from tests import papers
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
    (key,) = (k for k, e in _seen(workspace).state.evidence.items() if e == evidence)
    assert workspace.file(PLAN, key) == FILE[1]
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


def test_a_new_file_makes_the_review_that_was_given_without_it_lapse(
    screen: Screen, workspace: Workspace
) -> None:
    assert _seen(workspace).readiness.activities[PROVEN].lacks == ()
    _opened(screen, PROVEN).type(words.UPLOAD, FILE).press(words.ATTACH)
    assert _seen(workspace).readiness.activities[PROVEN].lacks == ("lapsed",)


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
    _opened(screen).type(words.UPLOAD, (name, FILE[1], "application/pdf")).press(words.ATTACH)
    (evidence,) = _given(workspace, RUNNING)
    assert evidence.file_name == "*surat*.pdf"


def test_only_files_an_office_uses_are_taken_and_no_larger_than_the_limit(screen: Screen) -> None:
    _opened(screen)
    (uploader,) = screen.app.file_uploader
    assert {".pdf", ".webp", ".odp", ".csv"} <= set(uploader.allowed_type)
    assert not {".exe", ".html", ".svg", ".docm"} & set(uploader.allowed_type)
    assert uploader.max_upload_size_mb == 25


@pytest.mark.parametrize(
    ("content", "code"), [(papers.HTML, "active_content"), (papers.OLD_OFFICE, "old_office")]
)
def test_what_runs_is_refused_in_words_whatever_it_is_called(
    screen: Screen, workspace: Workspace, content: bytes, code: Objection
) -> None:
    _opened(screen).type(words.UPLOAD, ("surat.pdf", content, "application/pdf")).press(words.ATTACH)
    told = labels.OBJECTION[code].format(about="surat.pdf")
    assert screen.refused == [words.REFUSED.format(reasons=told)]
    assert _given(workspace, RUNNING) == []


def test_where_a_file_cannot_be_kept_it_is_told_and_nothing_is_lost(
    screen: Screen, installation: Path
) -> None:
    _opened(screen).type(words.NOTE, "Belum disimpan.").type(words.UPLOAD, FILE)
    shutil.rmtree(installation / "evidence")
    (installation / "evidence").write_bytes(b"")
    screen.press(words.ATTACH)
    assert "tidak dapat dibuat atau ditulisi" in screen.refused[0]
    assert screen.typed(words.NOTE) == "Belum disimpan."


def test_a_newer_version_is_listed_and_the_older_stays_at_hand(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(words.UPLOAD, FILE).press(words.ATTACH)
    newer = ("DPA baru.pdf", papers.pdf(), "application/pdf")
    (first,) = (k for k, e in _seen(workspace).state.evidence.items() if e.file_name == FILE[0])
    screen.type(evidence_words.AS_WHAT, first).type(words.UPLOAD, newer).press(words.ATTACH)
    assert screen.saved == [words.SAVED]
    (standing,) = _given(workspace, RUNNING)
    assert (standing.file_name, standing.replaces) == ("DPA baru.pdf", first)
    assert [box.label for box in screen.app.expander].count(evidence_words.OLDER.format(count=1)) == 1
    assert screen.buttons().count(words.REMOVE) == 1
    assert len(screen.app.get("download_button")) == 2


def test_a_file_that_somebody_else_took_back_meanwhile_is_told(screen: Screen, workspace: Workspace) -> None:
    _opened(screen).type(words.UPLOAD, FILE).press(words.ATTACH)
    (first,) = (k for k, e in _seen(workspace).state.evidence.items() if e.file_name == FILE[0])
    outcome = workspace.record(PLAN, EvidenceRemoval(evidence=first), actor="sekda")
    assert isinstance(outcome, Written)
    screen.press(words.REMOVE)
    assert "Sekretaris Daerah" in screen.refused[0]


def test_a_picture_is_looked_at_without_downloading_it(screen: Screen) -> None:
    _opened(screen).type(words.UPLOAD, ("foto.png", papers.picture(), "image/png")).press(words.ATTACH)
    assert len(screen.app.get("image")) == 0
    screen.type(evidence_words.LOOK, True)
    assert len(screen.app.get("image")) == 1


def test_the_pages_of_a_pdf_are_turned(screen: Screen) -> None:
    _opened(screen).type(words.UPLOAD, ("tiga.pdf", papers.pdf(3), "application/pdf")).press(words.ATTACH)
    screen.type(evidence_words.LOOK, True)
    assert evidence_words.PAGES.format(pages=3) in screen.texts
    screen.type(evidence_words.PAGE_NUMBER, 2)
    assert not screen.app.exception
    assert screen.typed(evidence_words.PAGE_NUMBER) == 2


def test_a_broken_pdf_has_no_preview_and_breaks_nothing(screen: Screen) -> None:
    _opened(screen).type(words.UPLOAD, FILE).press(words.ATTACH).type(evidence_words.LOOK, True)
    assert evidence_words.NOT_SEEN in screen.texts
    assert not screen.app.exception


def test_a_file_that_was_changed_behind_the_app_is_told(screen: Screen, installation: Path) -> None:
    picture = papers.picture(color="purple")
    _opened(screen).type(words.UPLOAD, ("foto.png", picture, "image/png")).press(words.ATTACH)
    digest = hashlib.sha256(picture).hexdigest()
    FolderFiles(installation / "evidence").path(digest).write_bytes(b"palsu")
    screen.type(evidence_words.LOOK, True)
    assert any("diubah di luar aplikasi" in text for text in screen.texts)
    assert not screen.app.exception


def test_text_is_shown_letter_by_letter(screen: Screen) -> None:
    text = b"**tebal** =HYPERLINK() [x](y)"
    _opened(screen).type(words.UPLOAD, ("baca.txt", text, "text/plain")).press(words.ATTACH)
    screen.type(evidence_words.LOOK, True)
    assert [block.value for block in screen.app.text] == [text.decode()]


def test_where_one_may_not_work_there_is_nothing_to_give_or_take_back(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    _opened(screen, PROVEN)
    assert words.ATTACH in screen.buttons()
    monkeypatch.setattr(Workspace, "may", lambda *_: False)
    screen.app.run()
    assert not {words.ATTACH, words.REMOVE} & set(screen.buttons())
    assert len(screen.app.get("download_button")) > 0


def test_what_waits_for_agencies_takes_no_files(screen: Screen, workspace: Workspace) -> None:
    seen = _seen(workspace)
    other = seen.state.plan.settings.model_copy(update={"name": "Tanpa instansi"})
    workspace.create("tanpa-instansi", other, actor="dpmptsp")
    screen.go("daftar", rencana="tanpa-instansi", butir="PMT-02")
    assert words.STAND_IN in screen.told
    assert words.ATTACH not in screen.buttons()
