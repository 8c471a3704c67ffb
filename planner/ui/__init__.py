"""The Streamlit screens: ask the workspace, shape, draw."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SCREENS: Final = Path(__file__).parent / "screens"
"""Where the script of each page lies."""
