"""Draws one page of a PDF, or a picture, into a new JPEG: a program of its own, ``drawing.py KIND PAGE``.

The file comes in by standard input; out go the number of pages in four bytes and the JPEG. It ends with 1
where the file cannot be drawn.

Why a program of its own: what decodes these files is written in C and fed by strangers. Here it has little
time, little memory and no secrets, and where it falls nothing else does. Nothing of the planner is imported.
"""

from __future__ import annotations

import io
import sys
import warnings
from typing import Final

from PIL import Image, ImageOps

LONGEST_SIDE: Final = 1400
"""Points of a picture that is shown."""

MOST_POINTS: Final = 100_000_000
"""Points of a picture that is read; a large camera makes 50 million."""

_SECONDS: Final = 10
_MEMORY: Final = 1536 * 1024**2
_LARGEST_SCALE: Final = 2.0


def draw(kind: str, content: bytes, page: int) -> tuple[int, bytes]:
    """How many pages there are, and the JPEG of one (counted from 1). Raises whatever the decoders raise."""
    if kind == "pdf":
        return _page(content, page)
    return 1, _jpeg(_picture(content))


def _picture(content: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        Image.MAX_IMAGE_PIXELS = MOST_POINTS
        opened = Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP"))
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        return ImageOps.exif_transpose(opened)


def _page(content: bytes, page: int) -> tuple[int, bytes]:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    found = document[page - 1]
    longest = max(found.get_size())
    if longest < 1:
        raise ValueError("a page without a size")
    bitmap = found.render(scale=min(_LARGEST_SCALE, LONGEST_SIDE / longest), may_draw_forms=False)
    return len(document), _jpeg(bitmap.to_pil())


def _jpeg(picture: Image.Image) -> bytes:
    """On white, since a JPEG has nothing to see through."""
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    seen = picture.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=85)
    return out.getvalue()


def _bind() -> None:
    """Little time and memory, where the system can see to it."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Draw what comes in."""
    _bind()
    kind, page = sys.argv[1:3]
    try:
        pages, picture = draw(kind, sys.stdin.buffer.read(), int(page))
    except Exception:
        raise SystemExit(1) from None
    sys.stdout.buffer.write(pages.to_bytes(4, "big") + picture)


if __name__ == "__main__":
    main()
