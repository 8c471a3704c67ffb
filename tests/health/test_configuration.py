"""How the screen is served, guarded: settings that a new Streamlit could rename or a hurried hand change."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.health.sources import ROOT

CONFIG: dict[str, Any] = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEME = CONFIG["theme"]
GUARDED = {
    "runner.postScriptGC": False,
    "browser.gatherUsageStats": False,
    "server.address": "127.0.0.1",
    "server.port": 8501,
    "server.headless": True,
    "server.allowedHosts": ["127.0.0.1", "localhost"],
    "server.fileWatcherType": "none",
    "server.enableStaticServing": True,
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.enableAgentApi": False,
    "server.maxUploadSize": 25,
    "client.showErrorDetails": "none",
    "client.toolbarMode": "viewer",
}
ASK = """
import json, sys, streamlit as st
st.App(sys.argv[1])
print(json.dumps({name: st.get_option(name) for name in json.loads(sys.argv[2])}))
"""


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_streamlit_obeys_our_settings_from_whatever_folder_it_starts(tmp_path: Path) -> None:
    asked = [sys.executable, "-c", ASK, str(ROOT / "app.py"), json.dumps(list(GUARDED))]
    answer = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(answer.stdout) == GUARDED


def test_contrast_is_computed_as_the_guideline_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("side", ["light", "dark"])
@pytest.mark.parametrize(
    "colour",
    [
        "primaryColor",
        "textColor",
        "linkColor",
        "redColor",
        "orangeColor",
        "greenColor",
        "blueColor",
        "grayColor",
    ],
)
def test_colours_that_carry_words_can_be_read_on_both_grounds(side: str, colour: str) -> None:
    theme = THEME[side]
    assert contrast(theme[colour], theme["backgroundColor"]) >= 4.5
    assert contrast(theme[colour], theme["secondaryBackgroundColor"]) >= 4.5
    assert contrast(theme[colour], theme["sidebar"]["backgroundColor"]) >= 4.5


def test_the_font_is_bundled_with_its_licence() -> None:
    files = [ROOT / face["url"].removeprefix("app/") for face in THEME["fontFaces"]]
    assert files
    assert [file.name for file in files if not file.is_file()] == []
    assert "SIL OPEN FONT LICENSE" in (ROOT / "static" / "fonts" / "inter-OFL.txt").read_text(
        encoding="utf-8"
    )


def test_the_theme_fetches_nothing() -> None:
    assert "://" not in (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
