"""Text from a cell of a spreadsheet and text for one, so that no program takes it for a formula."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_START: Final = re.compile(rf"[\t\r\n]|\s*{_SIGNS}")
_WITHIN: Final = re.compile(rf"(?<=[;,\t\r\n])(?={_SIGNS})")


_BEGINS_A_FORMULA: Final = ("=", "+", "@", "#")


def visible(text: str) -> str:
    """A text without what cannot be seen, on one line."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def like_formula(text: str) -> bool:
    """Whether a name looks like a formula, or like the error that one gives."""
    return text.startswith(_BEGINS_A_FORMULA)


def harmless(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would read as the beginning of a formula.

    Why inside a text too: where a table parted by commas is opened with semicolons, or the other way round, a
    cell begins behind each of them.
    """
    within = _WITHIN.sub("'", text)
    return f"'{within}" if _START.match(text) else within
