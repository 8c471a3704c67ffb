"""Steps of a visitor at the sign-in page."""

from __future__ import annotations

import re

from httpx import Response
from starlette.testclient import TestClient

PROOF = re.compile(r'name="proof" value="([^"]*)"')
ALERT = re.compile(r'role="alert" id="refused">([^<]*)<')
AS_PAGE = {"accept": "text/html,application/xhtml+xml", "sec-fetch-mode": "navigate"}


def proof(client: TestClient) -> str:
    """The proof in a fresh form."""
    found = PROOF.search(client.get("/masuk").text)
    assert found is not None
    return found[1]


def sign_in(client: TestClient, login: str, password: str, **more: str) -> Response:
    """Open the page, fill the form and send it."""
    typed = {"login": login, "password": password, "proof": proof(client), **more}
    return client.post("/masuk", data=typed)


def refusal(answer: Response) -> str:
    """The sentence that says why."""
    found = ALERT.search(answer.text)
    assert found is not None
    return found[1]
