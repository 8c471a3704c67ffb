"""How the screen's server is started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from planner import launch

ROOT = Path(__file__).parents[1]


def test_in_a_checkout_the_app_beside_the_package_is_served() -> None:
    assert launch.script() == ROOT / "app.py"


def test_in_an_installed_package_the_app_inside_it_is_served(tmp_path: Path) -> None:
    bundled = tmp_path / "planner" / "_bundled"
    (bundled / ".streamlit").mkdir(parents=True)
    (bundled / ".streamlit" / "config.toml").touch()
    (bundled / "app.py").touch()
    assert launch.script(tmp_path / "planner") == bundled / "app.py"


def test_without_an_app_a_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"app\.py tidak ditemukan"):
        launch.script(tmp_path / "planner")


def test_the_command_serves_this_machine_only_unless_told_otherwise() -> None:
    assert launch.command() == [
        *(sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")),
        *("--server.port", "8501", "--server.address", "127.0.0.1"),
    ]
    assert launch.command(8600, "0.0.0.0")[-3:] == ["8600", "--server.address", "0.0.0.0"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:8501"),
        ("0.0.0.0", "http://127.0.0.1:8501"),
        ("::", "http://127.0.0.1:8501"),
        ("::1", "http://[::1]:8501"),
        ("mpp.local", "http://mpp.local:8501"),
    ],
)
def test_the_address_shown_is_one_a_browser_can_open(address: str, expected: str) -> None:
    assert launch.url(8501, address) == expected


@pytest.mark.parametrize(("demo", "expected"), [(True, {"A": "b", "MPP_DEMO": "1"}), (False, {"A": "b"})])
def test_the_server_is_told_whether_to_look_after_the_demo_plans(
    demo: bool, expected: dict[str, str]
) -> None:
    assert launch.environment({"A": "b", "MPP_DEMO": "old"}, demo=demo) == expected
