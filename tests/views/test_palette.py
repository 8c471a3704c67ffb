from __future__ import annotations

from dataclasses import fields

import pytest

from planner.views.palette import PALETTES, Palette

GRAPHICS = ("accent", "accent_edge", "work", "running", "done", "text", "muted")
TEXT = ("text", "muted", "accent")


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
@pytest.mark.parametrize("name", GRAPHICS)
def test_every_bar_and_edge_stands_out_from_the_page(palette: Palette, name: str) -> None:
    assert contrast(getattr(palette, name), palette.background) >= 3


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
@pytest.mark.parametrize("name", TEXT)
@pytest.mark.parametrize("ground", ["background", "band", "holiday"])
def test_every_text_can_be_read_on_the_page_and_on_its_bands(
    palette: Palette, name: str, ground: str
) -> None:
    assert contrast(getattr(palette, name), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
def test_the_edge_of_work_not_begun_stands_out_from_its_own_fill(palette: Palette) -> None:
    assert contrast(palette.work, palette.hollow) >= 3


def test_both_palettes_say_every_colour_as_six_digits() -> None:
    colours = [getattr(palette, f.name) for palette in PALETTES.values() for f in fields(palette)]
    assert len(colours) == 2 * len(fields(Palette))
    assert not [colour for colour in colours if len(colour) != 7 or colour[0] != "#"]
