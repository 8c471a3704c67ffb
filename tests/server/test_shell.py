"""The page around the screen: headers on every answer, and an Indonesian shell."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from html.parser import HTMLParser

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from planner.server import shell
from tests.server.asking import Answer, ask

STREAMLIT_PAGE = shell.STREAMLIT_PAGE.read_text(encoding="utf-8")


class InlineScripts(HTMLParser):
    """Collects what stands inside the `<script>` elements that name no file."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and "src" not in dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)


async def page(_: Request) -> Response:
    return HTMLResponse(STREAMLIT_PAGE, headers={"etag": '"1"', "last-modified": "yesterday"})


async def packed_page(_: Request) -> Response:
    body = gzip.compress(STREAMLIT_PAGE.encode("utf-8"))
    return Response(body, media_type="text/html", headers={"content-encoding": "gzip"})


async def data(_: Request) -> Response:
    return JSONResponse({"title": "<title>Streamlit</title>"})


async def empty_page(_: Request) -> Response:
    return HTMLResponse("", headers={"content-length": "9"})


ROUTES = [
    Route("/media/{file}", data),
    Route("/empty", empty_page),
    Route("/", page),
    Route("/jadwal", packed_page),
    Route("/data", data),
]
APP = shell.Shell(Starlette(routes=ROUTES))


def dressed(path: str) -> Answer:
    return ask(APP, path, host="127.0.0.1:8501", accept_encoding="gzip")


def directives(policy: str) -> dict[str, list[str]]:
    """A content security policy by directive."""
    return {name: rest for name, *rest in (part.split() for part in policy.split(";"))}


@pytest.mark.parametrize("path", ["/", "/jadwal", "/data", "/absent"])
def test_every_answer_carries_the_security_headers(path: str) -> None:
    headers = dressed(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "default-src 'self'" in headers["content-security-policy"]


def test_a_file_that_a_page_holds_is_kept_by_no_browser_and_no_proxy() -> None:
    assert dressed("/media/a1.pdf").headers["cache-control"] == "private, no-cache"
    assert "cache-control" not in dressed("/data").headers


def test_the_policy_lets_in_exactly_the_inline_scripts_of_the_installed_streamlit() -> None:
    reader = InlineScripts()
    reader.feed(STREAMLIT_PAGE)
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in reader.found]
    assert len(digests) == 1
    policy = directives(dressed("/").headers["content-security-policy"])
    assert policy["script-src"] == ["'self'", f"'sha256-{digests[0]}'"]


def test_the_policy_names_no_other_host_and_no_eval() -> None:
    policy = directives(dressed("/").headers["content-security-policy"])
    sources = {source for allowed in policy.values() for source in allowed}
    assert "'unsafe-eval'" not in sources
    assert "'unsafe-inline'" not in policy["script-src"]
    assert {source for source in sources if "//" in source} == {"ws://127.0.0.1:8501", "wss://127.0.0.1:8501"}


def test_a_host_that_is_no_host_name_does_not_get_into_the_policy() -> None:
    policy = ask(APP, "/", host="x; script-src *").headers["content-security-policy"]
    assert "*" not in policy
    assert directives(policy)["connect-src"] == ["'self'", "data:", "blob:"]


@pytest.mark.parametrize("path", ["/", "/jadwal"])
def test_the_page_is_indonesian_also_where_it_came_compressed(path: str) -> None:
    answer = dressed(path)
    assert '<html lang="id">' in answer.text
    assert "<title>Perencana MPP</title>" in answer.text
    assert "JavaScript" in answer.text
    assert "You need to enable" not in answer.text
    assert answer.headers["content-length"] == str(len(answer.body))
    assert "content-encoding" not in answer.headers
    assert "etag" not in answer.headers
    assert "last-modified" not in answer.headers


def test_our_script_comes_before_streamlits_own() -> None:
    text = dressed("/").text
    assert 0 < text.index(shell.SCRIPT_PATH) < text.index("./static/js/index")


def test_the_page_loads_our_font_first_and_points_to_no_agent_interface() -> None:
    text = dressed("/").text
    assert shell.FONT in text
    assert "SourceSans" not in text
    assert "service-desc" not in text


def test_what_is_no_page_is_left_as_it_is() -> None:
    assert json.loads(dressed("/data").text) == {"title": "<title>Streamlit</title>"}


def test_an_answer_about_the_page_without_the_page_stays_without() -> None:
    answer = dressed("/empty")
    assert answer.body == b""
    assert answer.headers["content-length"] == "9"


def test_the_script_holds_the_dictionary() -> None:
    script = shell.page_script()
    assert "__DICTIONARY__" not in script
    assert '"Upload": "Unggah"' in script
    assert "id-ID-u-fw-mon" in script
