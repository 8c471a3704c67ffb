"""What a file looks like: drawn anew, bounded, and nothing at all where it cannot be."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from planner.workspace import preview as room
from planner.workspace.contents import KINDS
from planner.workspace.preview import drawing, looking, preview, previewable
from tests import papers

PDF, PNG = "application/pdf", "image/png"


def shown(content: bytes, media_type: str, page: int = 1) -> Image.Image:
    """The picture of a page, which must be a JPEG."""
    found = preview(content, media_type, page)
    assert found is not None
    assert found.picture is not None
    picture = Image.open(io.BytesIO(found.picture))
    assert picture.format == "JPEG"
    return picture.convert("RGB")


def nearly(picture: Image.Image, color: tuple[int, int, int]) -> bool:
    """Whether the middle of a picture has a colour, but for what JPEG changes of it."""
    found = picture.getpixel((picture.width // 2, picture.height // 2))
    assert isinstance(found, tuple)
    return all(abs(a - b) < 12 for a, b in zip(found, color, strict=True))


def test_pdf_pictures_and_text_can_be_looked_at_and_nothing_else() -> None:
    found = {kind.endings[0] for kind in KINDS if previewable(kind.media_type)}
    assert found == {"pdf", "png", "jpg", "webp", "txt", "csv"}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_drawn_anew(kind: str) -> None:
    picture = shown(papers.picture(kind, color="blue"), f"image/{kind.lower()}")
    assert picture.size == (60, 40)
    assert nearly(picture, (0, 0, 255))


def test_nothing_of_the_bytes_that_were_sent_is_left() -> None:
    hidden = papers.picture("PNG") + papers.HTML
    found = preview(hidden, PNG)
    assert found is not None
    assert found.picture is not None
    assert b"script" not in found.picture


def test_where_a_photo_was_taken_is_not_shown_and_its_turn_is_kept() -> None:
    about = Image.Exif()
    about[0x0112] = 6
    about[0x010E] = "Ruang rapat lantai dua"
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "JPEG", exif=about)
    picture = shown(out.getvalue(), "image/jpeg")
    assert picture.size == (40, 60)
    assert dict(picture.getexif()) == {}


def test_what_can_be_seen_through_is_drawn_on_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")
    assert nearly(shown(out.getvalue(), PNG), (255, 255, 255))


def test_a_large_picture_becomes_smaller() -> None:
    assert shown(papers.picture(size=(3000, 1500)), PNG).size == (1400, 700)


def test_every_page_of_a_pdf_can_be_drawn() -> None:
    pages = papers.pdf(3, "green")
    found = preview(pages, PDF)
    assert found is not None
    assert found.pages == 3
    assert nearly(shown(pages, PDF, 3), (0, 128, 0))
    assert preview(pages, PDF, 4) is None


def test_a_page_as_large_as_a_house_is_drawn_small() -> None:
    page = shown(papers.written_pdf("/MediaBox [0 0 14400 7200]"), PDF)
    assert max(page.size) <= 1400


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 rusak",
        papers.pdf()[:400],
        papers.locked_pdf(),
        papers.written_pdf("/MediaBox [0 0 0 0]").replace(b"/Type/Page/", b"/Type/Nothing/"),
        papers.written_pdf().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
    ],
)
def test_a_pdf_that_cannot_be_drawn_has_no_preview(content: bytes) -> None:
    assert preview(content, PDF) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        papers.picture()[:40],
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        papers.huge_picture(),
        papers.huge_picture(2_000_000_000),
        b"GIF89a" + bytes(20),
        papers.SVG,
    ],
)
def test_a_picture_that_cannot_be_drawn_has_no_preview(content: bytes) -> None:
    assert preview(content, PNG) is None


def test_a_picture_with_more_points_than_are_read_is_an_error_and_not_a_warning() -> None:
    side = 10_001
    with pytest.raises(Image.DecompressionBombWarning):
        drawing.draw("picture", papers.huge_picture(side), 1)


def test_what_is_drawn_in_the_program_is_what_is_shown() -> None:
    pages, picture = drawing.draw("pdf", papers.pdf(2, "green"), 2)
    assert (pages, picture) == (2, getattr(preview(papers.pdf(2, "green"), PDF, 2), "picture", None))
    assert drawing.draw("picture", papers.picture(), 1)[1].startswith(b"\xff\xd8\xff")


def test_what_takes_too_long_has_no_preview() -> None:
    assert preview(papers.pdf(), PDF, seconds=0.001) is None


def test_no_more_are_drawn_at_once_than_there_are_places(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = looking.BoundedSemaphore(1)
    assert taken.acquire()
    monkeypatch.setattr(looking, "_places", taken)
    assert preview(papers.pdf(), PDF, seconds=0.01) is None


def test_a_file_of_another_kind_has_no_preview() -> None:
    assert preview(papers.office("docx"), "application/zip") is None


def test_the_first_lines_of_a_text_are_shown_as_they_are() -> None:
    found = preview("No;Nama\r\n1;=HYPERLINK(“x”)\n".encode(), "text/csv")
    assert found == room.Preview(text="No;Nama\n1;=HYPERLINK(“x”)")
    assert preview("kafé".encode("cp1252"), "text/plain") == room.Preview(text="kafé")


def test_a_long_text_is_cut() -> None:
    found = preview(b"x" * 300 + b"\n" + b"y\n" * 100, "text/plain")
    assert found is not None
    lines = found.text.split("\n")
    assert (len(lines), lines[0], lines[-1]) == (41, "x" * 200 + "…", "…")


def test_the_program_that_draws_knows_no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spy = tmp_path / "drawing.py"
    spy.write_text("import os, sys\nsys.stdout.buffer.write(bytes(4) + repr(dict(os.environ)).encode())\n")
    monkeypatch.setattr(looking, "_DRAWING", spy)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "rahasia-uji")
    found = preview(b"%PDF-", PDF)
    assert found is not None
    assert found.picture is not None
    assert b"rahasia-uji" not in found.picture


def test_the_program_that_draws_ends_with_one_sentence_at_most_where_it_cannot() -> None:
    script = Path(drawing.__file__)
    done = subprocess.run(
        [sys.executable, str(script), "pdf", "1"],
        input=b"%PDF-",
        capture_output=True,
        env={**os.environ},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
