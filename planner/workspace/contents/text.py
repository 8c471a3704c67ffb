"""Plain text, told from web pages, scripts and everything that is no text."""

from __future__ import annotations

import re
from typing import Final, Literal

from planner.workspace.contents.kinds import CSV, TEXT, Kind, ending_of

_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_MARKUP: Final = re.compile(
    rb"<(?:!doctype|!entity|\?xml|\?php|html|head|body|script|svg|math|iframe|frame|object|embed|applet|form"
    rb"|meta|link|style|base|img|video|audio|template)\b"
)
_OPENING: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[a-z!?/%]|#!|\{\\rtf|mime-version:|<\?)")
_SCRIPT_ENDING: Final = re.compile(
    r"bat|cmd|com|cpl|css|desktop|exe|hta|html?|inf|jar|jse?|lnk|mht|mhtml|mjs|msi|php|pl|ps1|py|rb|reg|rtf"
    r"|scf|scr|sh|shtml|svgz?|url|vb|vb[es]|ws[fh]|xht|xhtml|xml|xsl"
)
_MOST_FOREIGN: Final = 0.3
"""Largest share of bytes outside ASCII in a text that is not UTF-8: in Latin writing they are few."""


def judged(content: bytes, file_name: str) -> Kind | Literal["kind_refused", "active_content"]:
    """Text or a table of text, or why it is none; UTF-8, or an older Latin code."""
    if _CONTROL.search(content):
        return "kind_refused"
    small = content.lower()
    ending = ending_of(file_name)
    if _OPENING.match(small) or _MARKUP.search(small) or _SCRIPT_ENDING.fullmatch(ending):
        return "active_content"
    if not _is_utf8(content) and sum(byte > 127 for byte in content) > _MOST_FOREIGN * len(content):
        return "kind_refused"
    return CSV if ending in CSV.endings else TEXT


def read(content: bytes) -> str:
    """The letters of a text that was judged to be one."""
    return content.decode("utf-8-sig") if _is_utf8(content) else content.decode("cp1252", "replace")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
