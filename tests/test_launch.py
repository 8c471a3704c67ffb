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


@pytest.mark.parametrize(
    ("demo", "expected"),
    [
        (True, {"A": "b", "MPP_MODE": "local", "MPP_DEMO": "1"}),
        (False, {"A": "b", "MPP_MODE": "local"}),
    ],
)
def test_the_server_is_told_whether_to_look_after_the_demo_plans(
    demo: bool, expected: dict[str, str]
) -> None:
    assert launch.environment({"A": "b", "MPP_DEMO": "old"}, demo=demo) == expected


def test_the_server_is_told_its_mode() -> None:
    told = launch.environment({"MPP_MODE": "local"}, demo=False, mode="office")
    assert launch.mode(told) == "office"


@pytest.mark.parametrize("env", [{}, {"MPP_MODE": ""}, {"MPP_MODE": "local"}])
def test_without_another_word_one_person_works_on_one_computer(env: dict[str, str]) -> None:
    assert launch.mode(env) == "local"


def test_a_mode_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(launch.NotStartedError, match="'kantor' tidak dikenal") as refused:
        launch.mode({"MPP_MODE": "kantor"})
    assert "office (kantor)" in str(refused.value)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "localhost"])
def test_an_address_that_only_this_computer_reaches_is_loopback(address: str) -> None:
    assert launch.loopback(address)
    launch.check_address("local", address)


@pytest.mark.parametrize(
    "address", ["0.0.0.0", "::", "", None, "192.168.1.5", "mpp.local", "unix://mpp.sock"]
)
def test_without_passwords_no_other_computer_is_served(address: str | None) -> None:
    with pytest.raises(launch.NotStartedError, match="Mode lokal tidak memakai kata sandi"):
        launch.check_address("local", address)


@pytest.mark.parametrize("mode", ["office", "organisation"])
def test_with_accounts_other_computers_may_be_served(mode: launch.Mode) -> None:
    launch.check_address(mode, "0.0.0.0")
    launch.check_address(mode, None)


def test_a_file_may_be_as_large_as_the_installation_says() -> None:
    assert launch.upload_megabytes({}) == 25
    assert launch.upload_megabytes({"MPP_UPLOAD_MB": "100"}) == 100


@pytest.mark.parametrize("told", ["0", "501", "banyak"])
def test_a_size_that_cannot_be_keeps_the_server_from_starting(told: str) -> None:
    with pytest.raises(launch.NotStartedError, match="MPP_UPLOAD_MB harus bilangan bulat dari 1 sampai 500"):
        launch.upload_megabytes({"MPP_UPLOAD_MB": told})
