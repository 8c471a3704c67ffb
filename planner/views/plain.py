"""Text that people typed, made safe to stand inside Markdown: shown letter by letter, never as markup."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&=])")
_LINK = re.compile(r"(https?://[^\s<>]+?)([.,;]?)(?=\s|$)")


def plain(text: str) -> str:
    """``text`` with every character that Markdown could read as markup escaped; line breaks become spaces."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def linked(text: str) -> str:
    """Like ``plain``, but web addresses can be followed."""
    parts: list[str] = []
    at = 0
    for found in _LINK.finditer(text):
        parts += [plain_part(text[at : found.start()]), f"<{found[1]}>", plain_part(found[2])]
        at = found.end()
    return "".join([*parts, plain_part(text[at:])]).strip()


def plain_part(text: str) -> str:
    """A piece of a sentence, escaped, with the spaces at its ends kept to one."""
    escaped = plain(text)
    left = " " if text[:1].isspace() and escaped else ""
    right = " " if text[-1:].isspace() and escaped else ""
    return f"{left}{escaped}{right}" if escaped else " " if text else ""
