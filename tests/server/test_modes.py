"""In which mode a server may start, tried with real processes where it must not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit import config

from planner import launch
from planner.server import options, organisation

HERE = "http://127.0.0.1:8501"
PROVIDER = {
    "MPP_MODE": "organisation",
    "MPP_OIDC_METADATA_URL": "https://masuk.example.go.id/.well-known/openid-configuration",
    "MPP_OIDC_CLIENT_ID": "mpp",
    "MPP_OIDC_CLIENT_SECRET": "rahasia",
    "MPP_COOKIE_SECRET": "s" * 32,
    "MPP_PUBLIC_URL": "https://mpp.example.go.id/",
}
STREAMLIT = [sys.executable, "-m", "streamlit", "run", str(launch.script())]
MPP = [sys.executable, "-c", "from planner.cli import main; main()", "run", "--no-browser"]


def refused(command: list[str], folder: Path, **env: str) -> tuple[int, str]:
    """Exit code and last words of a server that does not start."""
    root = str(launch.script().parent)
    given = {name: value for name, value in os.environ.items() if not name.startswith("MPP_")}
    ended = subprocess.run(
        command,
        cwd=folder,
        env={**given, "PYTHONPATH": root, **env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ended.returncode, ended.stderr.strip()


@pytest.mark.parametrize("address", ["0.0.0.0", "::", ""])
def test_without_accounts_streamlit_itself_does_not_serve_other_computers(
    tmp_path: Path, address: str
) -> None:
    code, words = refused([*STREAMLIT, "--server.port", "0", "--server.address", address], tmp_path)
    assert code == 1
    assert words.startswith("Mode lokal tidak memakai kata sandi")
    assert "\n" not in words


def test_without_accounts_the_command_does_not_serve_other_computers(tmp_path: Path) -> None:
    code, words = refused([*MPP, "--address", "0.0.0.0"], tmp_path)
    assert code == 2
    assert words.startswith("Mode lokal tidak memakai kata sandi")


def test_an_organisation_that_lacks_a_setting_is_told_which(tmp_path: Path) -> None:
    code, words = refused([*STREAMLIT, "--server.port", "0"], tmp_path, MPP_MODE="organisation")
    assert code == 1
    assert words.startswith("Mode organisasi memerlukan MPP_OIDC_METADATA_URL")
    assert "\n" not in words


def test_a_mode_that_does_not_exist_starts_nothing() -> None:
    with pytest.raises(SystemExit, match="'rumah' tidak dikenal"):
        options(env={"MPP_MODE": "rumah"})


def test_an_address_in_the_configuration_is_judged_too() -> None:
    config.set_option("server.address", "0.0.0.0")
    with pytest.raises(SystemExit, match="Mode lokal"):
        options(env={})
    assert options(env={"MPP_MODE": "office"})["secrets"] == {}


def test_the_secrets_of_an_organisation_come_from_its_variables() -> None:
    auth = options(env=PROVIDER)["secrets"]["auth"]
    assert isinstance(auth, dict)
    assert auth["redirect_uri"] == "https://mpp.example.go.id/oauth2callback"
    assert auth["client_secret"] == "rahasia"
    assert config.get_option("server.cookieSecret") == "s" * 32


@pytest.mark.parametrize("name", launch.NEEDED)
def test_every_variable_of_an_organisation_is_needed(name: str) -> None:
    with pytest.raises(launch.NotStartedError, match=name):
        organisation.secrets({**PROVIDER, name: ""})


def test_a_short_secret_is_refused_without_being_repeated() -> None:
    with pytest.raises(launch.NotStartedError, match="terlalu pendek") as told:
        organisation.secrets({**PROVIDER, "MPP_COOKIE_SECRET": "pendek-sekali"})
    assert "pendek-sekali" not in str(told.value)


def test_with_accounts_the_server_answers_to_its_public_name_and_its_address() -> None:
    config.set_option("server.address", "192.168.1.5")
    options(env={"MPP_MODE": "office", "MPP_PUBLIC_URL": "https://mpp.example.go.id:8443/"})
    hosts = config.get_option("server.allowedHosts")
    assert hosts == ["127.0.0.1", "localhost", "mpp.example.go.id", "192.168.1.5"]


@pytest.mark.parametrize(("mode", "address"), [("local", "127.0.0.1"), ("office", "0.0.0.0")])
def test_an_address_of_every_network_is_no_name_to_answer_to(mode: str, address: str) -> None:
    config.set_option("server.address", address)
    options(env={"MPP_MODE": mode})
    assert config.get_option("server.allowedHosts") == ["127.0.0.1", "localhost"]


def test_a_server_that_answers_to_every_name_goes_on_doing_so() -> None:
    config.set_option("server.allowedHosts", [])
    options(env={"MPP_MODE": "office", "MPP_PUBLIC_URL": "https://mpp.example.go.id"})
    assert config.get_option("server.allowedHosts") == []
