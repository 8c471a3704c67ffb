"""What a file is, by its bytes; what is refused, by which reason."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.workspace.contents import KINDS, Kind, Wrong, judged, named
from tests import papers

OLE_IN_TYPES = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
LATIN = "Rapat kafé, pukul 9 – selesai".encode("cp1252")

TAKEN: list[tuple[str, bytes]] = [
    ("pdf", papers.pdf()),
    ("pdf", b"\xef\xbb\xbf\r\n%PDF-1.7"),
    ("pdf", papers.locked_pdf()),
    ("png", papers.picture("PNG")),
    ("jpg", papers.picture("JPEG")),
    ("webp", papers.picture("WEBP")),
    ("docx", papers.office("docx")),
    ("xlsx", papers.office("xlsx", {"xl/embeddings/tabel.xlsx": papers.office("xlsx")})),
    ("pptx", papers.office("pptx")),
    ("odt", papers.open_document("odt", {"Configurations2/toolbar/": b""})),
    ("ods", papers.open_document("ods")),
    ("odp", papers.open_document("odp")),
    ("txt", b"Berita acara rapat.\r\n"),
    ("txt", "Café – “berita”\n".encode()),
    ("txt", b"\xef\xbb\xbfBerita"),
    ("txt", LATIN),
    ("txt", b"a < b dan c > d; <5 hari>"),
    ("zip", papers.archive({"foto/1.jpg": papers.picture("JPEG"), "naskah.html": papers.HTML})),
]


@pytest.mark.parametrize(("ending", "content"), TAKEN)
@pytest.mark.parametrize("name", ["surat", "surat.pdf", "surat.docx"])
def test_what_an_office_uses_is_known_by_its_bytes_whatever_its_name(
    ending: str, content: bytes, name: str
) -> None:
    kind = judged(content, name)
    assert isinstance(kind, Kind)
    assert kind.endings[0] == ending


def test_a_table_of_text_is_told_from_text_by_its_name() -> None:
    kinds = {name: judged(b"a;b\n1;2\n", name) for name in ("x.csv", "x.TSV", "x.txt", "x")}
    told = {name: kind.media_type for name, kind in kinds.items() if isinstance(kind, Kind)}
    assert told == {"x.csv": "text/csv", "x.TSV": "text/csv", "x.txt": "text/plain", "x": "text/plain"}


REFUSED: list[tuple[Wrong, bytes]] = [
    ("active_content", papers.HTML),
    ("active_content", b"  \n<HTML>"),
    ("active_content", b"Surat\n\n<sCript src=x></sCript>"),
    ("active_content", papers.SVG),
    ("active_content", b"<?xml version='1.0'?><svg/>"),
    ("active_content", b"\xef\xbb\xbf<!-- x --><svg/>"),
    ("active_content", b"#!/bin/sh\nrm -rf /\n"),
    ("active_content", b"<?php echo 1;"),
    ("active_content", b"{\\rtf1\\object}"),
    ("active_content", b"MIME-Version: 1.0\nContent-Type: text/html"),
    ("active_content", papers.PROGRAM),
    ("active_content", b"\x7fELF\x02\x01\x01" + bytes(60)),
    ("active_content", b"\xca\xfe\xba\xbe" + bytes(60)),
    ("active_content", b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(60)),
    ("active_content", papers.office("docx", {"word/vbaProject.bin": b"x"})),
    ("active_content", papers.office("xlsx", {"xl/VBAPROJECT.BIN": b"x"})),
    ("active_content", papers.office("docx", {"word/activeX/activeX1.xml": b"x"})),
    ("active_content", papers.office("xlsx", {"xl/macrosheets/sheet1.xml": b"x"})),
    ("active_content", papers.office("docx", {"word/lain.bin": b"x"}, more=OLE_IN_TYPES)),
    ("active_content", papers.office("docx", more='<Default ContentType="vba&#80;roject"/>')),
    (
        "active_content",
        papers.office("docx", main="application/vnd.ms-word.document.macroEnabled.main+xml"),
    ),
    ("active_content", papers.open_document("odt", {"Basic/Standard/Modul.xml": b"x"})),
    ("active_content", papers.open_document("ods", {"Scripts/python/x.py": b"x"})),
    ("active_content", papers.archive({"META-INF/MANIFEST.MF": b"Main-Class: X", "X.class": b"x"})),
    ("old_office", papers.OLD_OFFICE),
    ("unsafe_archive", papers.archive({"../../etc/passwd": b"x"})),
    ("unsafe_archive", papers.archive({"/etc/passwd": b"x"})),
    ("unsafe_archive", papers.archive({"a\\..\\..\\b": b"x"})),
    ("unsafe_archive", papers.archive({"C:/Windows/x": b"x"})),
    ("unsafe_archive", papers.archive({"x.txt": b"1", "X.TXT": b"2"})),
    ("unsafe_archive", papers.archive({f"{number}": b"" for number in range(5001)})),
    ("unsafe_archive", papers.bomb()),
    ("kind_refused", b"\x00\x01\x02\x03"),
    ("kind_refused", bytes(range(128, 256)) * 4),
    ("kind_refused", "Surat".encode("utf-16")),
    ("kind_refused", b"GIF89a" + bytes(20)),
    ("kind_refused", b"RIFF\x00\x00\x00\x00WAVEfmt \x00"),
    ("kind_refused", b"PK\x03\x04 bukan arsip"),
    ("kind_refused", papers.archive({})),
    ("kind_refused", papers.office("docx", main="application/vnd.ms-package.xps-fixeddocument+xml")),
    ("kind_refused", papers.office("docx", more=f'<Override ContentType="{papers.MAINS["xlsx"]}"/>')),
    ("kind_refused", papers.archive({"mimetype": b"application/epub+zip"})),
]


@pytest.mark.parametrize(("wrong", "content"), REFUSED)
@pytest.mark.parametrize("name", ["surat.pdf", "surat.txt"])
def test_what_runs_or_is_not_known_is_refused_whatever_its_name(
    wrong: Wrong, content: bytes, name: str
) -> None:
    assert judged(content, name) == wrong


@pytest.mark.parametrize("ending", ["html", "SVG", "js", "vbs", "ps1", "bat", "sh", "hta", "url", "xml"])
def test_text_that_is_called_a_script_is_refused(ending: str) -> None:
    assert judged(b"Halo", f"surat.{ending}") == "active_content"


def test_a_link_in_an_archive_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        link = zipfile.ZipInfo("rahasia")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    assert judged(out.getvalue(), "x.zip") == "unsafe_archive"


def test_a_list_that_would_take_long_to_read_is_not_read() -> None:
    small = papers.archive({"a": b""})
    end = small.rfind(b"PK\x05\x06")
    long = small[: end + 12] + struct.pack("<I", 3 * 1024**2) + small[end + 16 :]
    assert judged(long, "x.zip") == "unsafe_archive"
    large = small[:end] + b"PK\x06\x07" + bytes(16) + small[end:]
    assert judged(large, "x.zip") == "unsafe_archive"


def test_a_damaged_part_that_must_be_read_is_refused_without_an_error() -> None:
    good = papers.open_document("odt")
    kind = papers.OPEN_DOCUMENTS["odt"].encode()
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as packed:
        packed.writestr("mimetype", kind)
    assert judged(stored.getvalue().replace(kind, kind[:-1] + b"X"), "x.odt") == "kind_refused"
    assert judged(good[:-30], "x.odt") == "kind_refused"


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"RIFF", b"<", b"MZ"]))
def test_any_bytes_at_all_are_judged(content: bytes, start: bytes) -> None:
    told = judged(start + content, "x")
    assert isinstance(told, Kind) or told in {
        "kind_refused",
        "active_content",
        "old_office",
        "unsafe_archive",
    }


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4))
def test_an_office_file_with_any_few_bytes_changed_is_judged(at: int, other: bytes) -> None:
    good = papers.office("docx")
    place = at % len(good)
    assert judged(good[:place] + other + good[place + len(other) :], "x.docx") is not None


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("C:\\Users\\staf\\SK.pdf", "SK.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("foto\x00\n.pdf", "foto.pdf"),
        ("   ", "berkas.pdf"),
        ("/", "berkas.pdf"),
        ("..", "berkas.pdf"),
        (".pdf", "berkas.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("x" * 300, "x" * 196 + ".pdf"),
        ("SK Bupati.PDF", "SK Bupati.PDF"),
        ("SK.docx", "SK.pdf"),
        ("SK No. 5 Tahun 2027", "SK No. 5 Tahun 2027.pdf"),
        ("pasang.exe", "pasang.exe.pdf"),
        ("surat\u202efdp.exe", "suratfdp.exe.pdf"),
    ],
)
def test_a_file_keeps_its_own_name_with_the_ending_of_what_it_is(told: str, kept: str) -> None:
    pdf = next(kind for kind in KINDS if kind.endings == ("pdf",))
    assert named(told, pdf) == kept


@given(st.text(max_size=300), st.sampled_from(KINDS))
def test_no_name_can_leave_its_folder(told: str, kind: Kind) -> None:
    name = named(told, kind)
    assert 0 < len(name) <= 200
    assert not set(name) & {"/", "\\", "\x00", "\n", "\r"}
    assert name.rpartition(".")[2].lower() in kind.endings
    assert name not in {".", ".."}
