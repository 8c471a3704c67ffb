"""How the screen's server is started."""

from __future__ import annotations

import errno
import socket
import sys
import tomllib
from pathlib import Path
from typing import get_args

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


PROVIDER = dict.fromkeys(launch.NEEDED, "s" * 32)


@pytest.mark.parametrize("name", launch.NEEDED)
def test_an_organisation_is_not_served_without_each_of_its_settings(name: str) -> None:
    with pytest.raises(launch.NotStartedError, match=f"Mode organisasi memerlukan {name};"):
        launch.check_settings("organisation", {**PROVIDER, name: ""})


def test_an_organisation_is_not_served_without_the_packages_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    launch.check_settings("organisation", PROVIDER)
    monkeypatch.setattr(launch, "find_spec", lambda _: None)
    with pytest.raises(launch.NotStartedError, match="memerlukan paket 'authlib'") as refused:
        launch.check_settings("organisation", PROVIDER)
    assert str(refused.value).endswith(launch.to_install("oidc"))


@pytest.mark.parametrize("mode", launch.MODES)
def test_no_mode_is_served_with_a_size_that_cannot_be(mode: launch.Mode) -> None:
    with pytest.raises(launch.NotStartedError, match="MPP_UPLOAD_MB"):
        launch.check_settings(mode, {**PROVIDER, "MPP_UPLOAD_MB": "0"})


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port: int = door.getsockname()[1]
    return port


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "0.0.0.0", ""])
def test_a_free_port_may_be_listened_at(address: str) -> None:
    launch.check_port(free_port(), address)


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])
def test_a_port_that_another_program_has_is_told_with_what_to_do(address: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(launch.NotStartedError) as refused:
            launch.check_port(port, address)
    assert str(refused.value) == (
        f"Port {port} di {address} sedang dipakai program lain, mungkin Perencana MPP yang sudah terbuka. "
        "Hentikan program itu, atau pilih port lain dengan --port."
    )


@pytest.mark.parametrize("port", [-1, 0, 65536])
def test_a_port_that_does_not_exist_is_told(port: int) -> None:
    with pytest.raises(launch.NotStartedError, match=f"Port {port} tidak ada; pilih dari 1 sampai 65535"):
        launch.check_port(port, "127.0.0.1")


def test_an_address_of_another_computer_is_told() -> None:
    with pytest.raises(launch.NotStartedError, match=r"Alamat 192\.0\.2\.1 tidak dikenal di komputer ini"):
        launch.check_port(free_port(), "192.0.2.1")


def test_a_port_that_the_user_may_not_open_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_port: int, _address: str) -> None:
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(launch, "_listen", forbidden)
    with pytest.raises(launch.NotStartedError, match="Port 80 tidak boleh dibuka oleh pengguna ini"):
        launch.check_port(80, "127.0.0.1")


def test_a_socket_in_a_file_has_no_port() -> None:
    launch.check_port(launch.PORT, "unix:///run/mpp.sock")


def test_packages_are_installed_with_uv_where_the_environment_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setattr("sys.executable", str(folder / "python"))
    told = 'Pasang dari folder program: .venv/bin/{} install -c constraints.txt -e ".[postgres]"'
    assert launch.to_install("postgres") == told.format("python -m pip")
    (folder / "uvicorn").touch(mode=0o755)
    assert launch.to_install("postgres") == told.format("python -m pip")
    (folder / "uv").touch(mode=0o755)
    assert launch.to_install("postgres") == told.format("uv pip")


def test_what_can_be_installed_besides_is_what_the_project_declares() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(declared["optional-dependencies"]) == set(get_args(launch.Extra))
