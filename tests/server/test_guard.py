"""Nobody without a live session gets past the sign-in page, and nobody can say they have one."""

from __future__ import annotations

import logging

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit import config
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from planner.server import guard
from planner.storage.problems import StorageProblem
from planner.ui.visitor import REFERENCE
from planner.workspace.accounts import Accounts
from tests.server.conftest import HOME, PASSWORD, Browser, served
from tests.server.visiting import AS_PAGE, sign_in

SPOOFED = {"X-MPP-Session": "a" * 64, "x_mpp_session": "b", "X-MPP-Other": "c"}
PROVIDER = {
    "MPP_OIDC_METADATA_URL": HOME,
    "MPP_OIDC_CLIENT_ID": "mpp",
    "MPP_OIDC_CLIENT_SECRET": "x",
    "MPP_COOKIE_SECRET": "s" * 32,
    "MPP_PUBLIC_URL": HOME,
}
FILES = [("PUT", "/_stcore/upload_file/1/2"), ("GET", "/media/file")]


def test_a_page_is_answered_with_the_way_to_sign_in_and_back(office: Browser) -> None:
    answer = office().get("/daftar?rencana=siak&butir=PMT-08", headers=AS_PAGE)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/masuk?next=%2Fdaftar%3Frencana%3Dsiak%26butir%3DPMT-08"


@pytest.mark.parametrize("path", ["/told", "/media/file", "/_stcore/health", "/static/js/index.js"])
def test_what_is_no_page_is_answered_with_401(office: Browser, path: str) -> None:
    answer = office().get(path)
    assert answer.status_code == 401
    assert "rencana" not in answer.text


@pytest.mark.parametrize(
    "headers", [{"accept": "*/*"}, {"accept": "text/html", "sec-fetch-mode": "cors"}, {"accept": ""}]
)
def test_what_a_script_asks_for_is_not_sent_to_the_sign_in_page(
    office: Browser, headers: dict[str, str]
) -> None:
    assert office().get("/daftar", headers=headers).status_code == 401


def test_a_file_cannot_be_put_without_a_session(office: Browser) -> None:
    assert office().put("/_stcore/upload_file/1/2", content=b"x", headers=AS_PAGE).status_code == 401


def test_a_websocket_is_closed_before_it_opens(office: Browser) -> None:
    with (
        pytest.raises(WebSocketDisconnect) as closed,
        office().websocket_connect("ws://127.0.0.1:8501/_stcore/stream", headers=SPOOFED),
    ):
        pass
    assert closed.value.code == 1008


@pytest.mark.parametrize("mode", ["local", "organisation"])
@pytest.mark.parametrize(
    "origin", ["http://127.0.0.1:18401", "https://127.0.0.1:18401", "http://evil.test", "null"]
)
def test_a_page_of_another_port_or_host_opens_no_websocket(mode: str, origin: str) -> None:
    client = TestClient(served(mode, **PROVIDER), HOME)
    with (
        pytest.raises(WebSocketDisconnect) as closed,
        client.websocket_connect("ws://127.0.0.1:8501/_stcore/stream", headers={"origin": origin}),
    ):
        pass
    assert closed.value.code == 1008


def test_a_page_of_another_port_opens_no_websocket_with_the_session_of_a_visitor(office: Browser) -> None:
    client = office()
    sign_in(client, "analis", PASSWORD)
    stream = "ws://127.0.0.1:8501/_stcore/stream"
    with client.websocket_connect(stream, headers={"origin": HOME}) as socket:
        assert "x-mpp-session" in socket.receive_json()
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect(stream, headers={"origin": "http://127.0.0.1:18401"}),
    ):
        pass


def test_behind_a_proxy_the_name_it_was_asked_under_counts() -> None:
    here = {**PROVIDER, "MPP_PUBLIC_URL": "https://mpp.example.go.id"}
    client = TestClient(served("organisation", **here), HOME)
    public = {"host": "mpp.example.go.id", "origin": "https://mpp.example.go.id"}
    with client.websocket_connect("ws://127.0.0.1:8501/_stcore/stream", headers=public) as socket:
        assert socket.receive_json() == {}


def test_whoever_signed_in_bears_the_reference_and_nothing_of_their_own_making(
    office: Browser, accounts: Accounts
) -> None:
    client = office()
    sign_in(client, "analis", PASSWORD)
    reference = accounts.reference(client.cookies["mpp_sesi"])
    assert client.get("/told", headers=SPOOFED).json() == {"x-mpp-session": reference}
    with client.websocket_connect("ws://127.0.0.1:8501/_stcore/stream", headers=SPOOFED) as socket:
        assert socket.receive_json() == {"x-mpp-session": reference}


@pytest.mark.parametrize("mode", ["local", "organisation"])
def test_in_every_mode_our_headers_are_taken_away_from_a_visitor(mode: str) -> None:
    client = TestClient(served(mode, **PROVIDER), HOME)
    assert client.get("/told", headers=SPOOFED).json() == {}
    with client.websocket_connect("ws://127.0.0.1:8501/_stcore/stream", headers=SPOOFED) as socket:
        assert socket.receive_json() == {}


@pytest.mark.parametrize("token", ["", "short", "a" * 43, "a" * 500, "ä" * 20, "a; b"])
def test_a_made_up_session_is_none(office: Browser, token: str) -> None:
    headers = {**AS_PAGE, "cookie": f"mpp_sesi={token}".encode()}
    assert office().get("/", headers=headers).status_code == 303


def test_whoever_is_switched_off_is_out_at_once(office: Browser, accounts: Accounts) -> None:
    client = office()
    sign_in(client, "analis", PASSWORD)
    assert client.get("/", headers=AS_PAGE).status_code == 200
    accounts.change("analis", by="mpp", active=False)
    assert client.get("/", headers=AS_PAGE).status_code == 303
    assert client.get("/media/file").status_code == 401


def test_without_the_database_nobody_gets_in_and_a_sentence_says_why(
    office: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = office()
    sign_in(client, "analis", PASSWORD)

    def down(*_: object) -> None:
        raise StorageProblem("Basis data tidak dapat dibuka.")

    monkeypatch.setattr("planner.server.startup.accounts", down)
    answer = client.get("/", headers=AS_PAGE)
    assert (answer.status_code, "Basis data" in answer.text) == (503, True)


@pytest.mark.parametrize(("method", "path"), FILES)
def test_in_an_organisation_files_are_for_those_whom_the_provider_let_in(method: str, path: str) -> None:
    client = TestClient(served("organisation", **PROVIDER), HOME)
    sealed = create_signed_value("s" * 32, USER_COOKIE_NAME, "{}").decode()
    assert client.request(method, path).status_code == 401
    foreign = create_signed_value("t" * 32, USER_COOKIE_NAME, "{}").decode()
    for value, status in ((foreign, 401), ("{}", 401), (sealed, 200)):
        headers = {"cookie": f"{USER_COOKIE_NAME}={value}"}
        assert client.request(method, path, headers=headers).status_code == status
    assert client.get("/", headers=AS_PAGE).status_code == 200


def test_the_watcher_of_the_server_needs_no_account(office: Browser) -> None:
    assert office().get("/sehat").status_code == 200


def test_streamlit_is_told_of_the_header_in_office_mode_alone(office: Browser) -> None:
    assert config.get_option("server.trustedUserHeaders") == {guard.HEADER: guard.USER_KEY}
    served("local")
    assert config.get_option("server.trustedUserHeaders") == {}


def test_the_screen_looks_for_the_reference_where_the_server_puts_it() -> None:
    assert guard.USER_KEY == REFERENCE


def test_neither_password_nor_token_is_logged(office: Browser, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client = office()
    sign_in(client, "analis", "not the password")
    sign_in(client, "analis", PASSWORD)
    assert client.get("/", headers=AS_PAGE).status_code == 200
    secrets = ("not the password", PASSWORD, client.cookies["mpp_sesi"])
    assert [secret for secret in secrets if secret in caplog.text] == []
