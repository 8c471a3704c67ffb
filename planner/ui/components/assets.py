"""The scripts and styles of our own components, read once from the files beside them."""

from __future__ import annotations

from pathlib import Path

ASSETS = Path(__file__).parent.parent / "assets"


def script(name: str) -> str:
    """A component's script with the helpers it builds elements with."""
    return "\n".join((ASSETS / part).read_text(encoding="utf-8") for part in ("dom.js", f"{name}.js"))


def css(name: str) -> str:
    """A component's style sheet."""
    return (ASSETS / f"{name}.css").read_text(encoding="utf-8")
