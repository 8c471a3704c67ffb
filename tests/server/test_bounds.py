"""What is too large, and what comes from afar without accounts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit import config

from planner.server.bounds import MEGABYTE
from planner.views import sign_in_words
from tests.server.conftest import HOME, served

UPLOAD = "/_stcore/upload_file/1/2"
MOST = 3
"""Megabytes of the largest request: a file of two, and what stands around it."""


@pytest.fixture
def client() -> TestClient:
    return TestClient(served("local", MPP_UPLOAD_MB=str(MOST - 1)), HOME)


def pieces(megabytes: int) -> Iterator[bytes]:
    """A body that does not say how long it is."""
    for _ in range(megabytes):
        yield bytes(MEGABYTE)


def test_an_upload_of_the_allowed_size_goes_through(client: TestClient) -> None:
    assert client.put(UPLOAD, content=bytes(MOST * MEGABYTE)).text == str(MOST * MEGABYTE)


def test_a_larger_upload_is_refused_with_a_sentence(client: TestClient) -> None:
    answer = client.put(UPLOAD, content=bytes(MOST * MEGABYTE + 1))
    assert (answer.status_code, answer.text) == (413, sign_in_words.TOO_LARGE.format(megabytes=MOST))


def test_an_upload_that_does_not_say_how_long_it_is_is_cut_off(client: TestClient) -> None:
    assert client.put(UPLOAD, content=pieces(MOST)).status_code == 200
    assert client.put(UPLOAD, content=pieces(MOST + 1)).status_code == 413


@pytest.mark.parametrize(("told", "megabytes"), [("3", 3), ("", 25)])
def test_the_limit_of_uploads_is_that_of_evidence(told: str, megabytes: int) -> None:
    client = TestClient(served("local", MPP_UPLOAD_MB=told), HOME)
    assert config.get_option("server.maxUploadSize") == megabytes
    assert client.put(UPLOAD, content=bytes((megabytes + 1) * MEGABYTE + 1)).status_code == 413


def test_a_limit_of_uploads_that_is_no_number_stops_the_server_with_a_sentence() -> None:
    with pytest.raises(SystemExit, match="MPP_UPLOAD_MB"):
        served("local", MPP_UPLOAD_MB="many")


def test_beside_uploads_only_little_is_taken(client: TestClient) -> None:
    answer = client.post("/told", content=bytes(MEGABYTE + 1))
    assert (answer.status_code, answer.text) == (413, sign_in_words.TOO_LARGE.format(megabytes=1))


def test_messages_of_a_page_are_limited() -> None:
    assert config.get_option("server.maxMessageSize") <= 50
    assert config.get_option("server.maxWidgetStateSize") <= 5


@pytest.mark.parametrize("home", ["http://127.0.0.1:8501", "http://[::1]:8501", "http://localhost:8501"])
def test_without_accounts_this_computer_is_served(home: str) -> None:
    assert TestClient(served("local"), home).get("/told", headers={"host": "localhost"}).status_code == 200


def test_without_accounts_nobody_else_is_served_however_the_server_was_started() -> None:
    client = TestClient(served("local"), "http://192.168.1.5:8501")
    answer = client.get("/told", headers={"host": "localhost"})
    assert (answer.status_code, answer.text) == (403, sign_in_words.NOT_FROM_AFAR)
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/_stcore/stream"):
        pass


def test_with_accounts_others_are_served() -> None:
    client = TestClient(served("office"), "http://192.168.1.5:8501")
    assert client.get("/sehat", headers={"host": "localhost"}).status_code == 200
