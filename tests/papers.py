"""Files that people attach, made in a moment: good ones, wrong ones and some made to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from PIL import Image

OOXML = "application/vnd.openxmlformats-officedocument"
MAINS = {
    "docx": f"{OOXML}.wordprocessingml.document.main+xml",
    "xlsx": f"{OOXML}.spreadsheetml.sheet.main+xml",
    "pptx": f"{OOXML}.presentationml.presentation.main+xml",
}
OPEN_DOCUMENTS = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
PROGRAM = b"MZ\x90\x00" + bytes(60) + b"PE\x00\x00"
HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'


def pdf(pages: int = 1, color: str = "white", size: tuple[int, int] = (200, 280)) -> bytes:
    """A PDF of empty pages of one colour."""
    sheets = [Image.new("RGB", size, color) for _ in range(pages)]
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def written_pdf(page: str = "/MediaBox [0 0 200 280]") -> bytes:
    """A PDF of one page, with these words about it."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R " + page.encode() + b">>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )


def locked_pdf() -> bytes:
    """A PDF that opens only with a password."""
    known = b"/Filter/Standard/V 1/R 2/P -4/O<" + b"ab" * 32 + b">/U<" + b"cd" * 32 + b">"
    return written_pdf().replace(
        b"trailer<<", b"4 0 obj<<" + known + b">>endobj\ntrailer<</Encrypt 4 0 R/ID[<01><01>]"
    )


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), color: str = "red") -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, kind)
    return out.getvalue()


def huge_picture(side: int = 60_000) -> bytes:
    """A small PNG that says it is ``side`` by ``side`` points."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(bytes(99)))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def archive(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def office(kind: str, parts: Mapping[str, bytes] | None = None, main: str = "", more: str = "") -> bytes:
    """A Word, Excel or PowerPoint file with these parts more; ``more`` stands among its content types."""
    types = f'<Types><Override PartName="/x.xml" ContentType="{main or MAINS[kind]}"/>{more}</Types>'
    return archive(
        {"[Content_Types].xml": types.encode(), "_rels/.rels": b"<Relationships/>"} | dict(parts or {})
    )


def open_document(kind: str, parts: Mapping[str, bytes] | None = None) -> bytes:
    """An OpenDocument file with these parts more."""
    return archive({"mimetype": OPEN_DOCUMENTS[kind].encode(), "content.xml": b"<x/>"} | dict(parts or {}))


def bomb(mebibytes: int = 600) -> bytes:
    """A small ZIP that says it unpacks to that much."""
    small = archive({"nol.txt": b"0" * 1000})
    claim = struct.pack("<I", mebibytes * 1024**2)
    return small.replace(struct.pack("<I", 1000), claim)
