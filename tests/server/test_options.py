"""What the server is made of, and who is let in."""

from __future__ import annotations

import asyncio
import gc
import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from planner import __version__
from planner.server import health, options, startup, wait_until_all_loaded, wait_until_loaded
from planner.server.compression import CompressedAssets
from planner.views import sign_in_words
from tests.server.asking import Answer, ask

OURS = "127.0.0.1:8501"
SCRIPT = "/static/js/big.js"


async def word(_: Request) -> Response:
    return PlainTextResponse("ok")


def served(**given: object) -> Starlette:
    """The routes and middleware of the server, without Streamlit in their midst."""
    made = options(**given)
    streamlits_own = [Route("/_stcore/health", word), Route("/_stcore/metrics", word)]
    return Starlette(routes=[*made["routes"], *streamlits_own], middleware=list(made["middleware"]))


def asked(app: Starlette, path: str, host: str = OURS) -> Answer:
    return ask(app, path, host=host)


def test_health_tells_the_version_and_that_the_database_is_reached() -> None:
    answer = asked(served(database_ok=lambda: True), "/sehat")
    assert (answer.status, json.loads(answer.body)) == (200, {"version": __version__, "database": "ok"})


def test_health_fails_where_the_database_is_out_of_reach() -> None:
    answer = asked(served(database_ok=lambda: False), "/sehat")
    assert (answer.status, json.loads(answer.body)["database"]) == (503, "unreachable")


def test_the_database_is_out_of_reach_where_its_address_cannot_be_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mpp.db").write_bytes(b"this is no database" * 100)
    monkeypatch.setenv("MPP_DATABASE_URL", f"sqlite:///{(tmp_path / 'mpp.db').as_posix()}")
    assert not health.database_ok()


def test_the_database_is_reached_where_it_can_be_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MPP_DATABASE_URL", f"sqlite:///{(tmp_path / 'mpp.db').as_posix()}")
    assert health.database_ok()


def test_others_can_add_their_routes() -> None:
    app = served(extra_routes=[Route("/bukti/{id}", word)])
    assert asked(app, "/bukti/7").text == "ok"


@pytest.mark.parametrize("host", ["evil.test", "127.0.0.1.evil.test", ""])
def test_a_request_under_a_foreign_name_is_refused(host: str) -> None:
    answer = asked(served(), "/aset/terjemah.js", host)
    assert (answer.status, answer.text) == (400, sign_in_words.UNKNOWN_NAME)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8600", "localhost"])
def test_a_request_under_our_own_name_is_answered(host: str) -> None:
    assert asked(served(), "/aset/terjemah.js", host).status == 200


def test_streamlits_measurements_are_shown_to_nobody() -> None:
    assert asked(served(), "/_stcore/metrics").status == 404
    assert asked(served(), "/_stcore/health").status == 200


def test_our_routes_do_not_clash_with_streamlits() -> None:
    app = streamlit.App(Path(__file__), **options())
    assert app.script_path == Path(__file__)


class Assets:
    """An application that serves one script and counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0
        self.body = b"const a = 1;\n" * 1000
        self.app = CompressedAssets(Starlette(routes=[Route(SCRIPT, self.script)]))

    async def script(self, _: Request) -> Response:
        self.times += 1
        return Response(self.body, media_type="text/javascript")


def test_a_script_is_compressed_once_and_kept() -> None:
    assets = Assets()
    first, second = (ask(assets.app, SCRIPT, accept_encoding="gzip, br") for _ in range(2))
    assert gzip.decompress(first.body) == gzip.decompress(second.body) == assets.body
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["content-length"] == str(len(first.body))
    assert "Accept-Encoding" in first.headers["vary"]
    assert assets.times == 1


def test_a_browser_that_takes_no_gzip_gets_the_script_plain() -> None:
    assets = Assets()
    assert ask(assets.app, SCRIPT).body == assets.body


@pytest.mark.parametrize("header", ["range", "if_none_match", "if_modified_since"])
def test_a_request_with_conditions_is_left_to_streamlit(header: str) -> None:
    assets = Assets()
    answer = ask(assets.app, SCRIPT, accept_encoding="gzip", **{header: "x"})
    assert "content-encoding" not in answer.headers


def test_a_script_that_is_not_there_is_not_kept() -> None:
    assets = Assets()
    missing = [ask(assets.app, "/static/js/none.js", accept_encoding="gzip").status for _ in range(2)]
    assert missing == [404, 404]


async def opened(wait: Callable[[], None] = wait_until_loaded, **given: object) -> None:
    """Start the server's start-up, wait as a page would, and end it."""
    async with options(**given)["lifespan"](None):
        await asyncio.to_thread(wait)


def test_start_up_loads_what_every_page_needs_and_freezes_it() -> None:
    before = gc.get_freeze_count()
    asyncio.run(opened(preload=("planner.ui.main",)))
    after = gc.get_freeze_count()
    gc.unfreeze()
    assert after > before
    assert {"planner.ui.main", "pandas", "plotly.graph_objects"} <= set(sys.modules)


def test_a_page_with_tables_waits_for_their_libraries_which_are_then_loaded_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(startup, "FIRST_PAGE_S", 3600.0)
    monkeypatch.setattr(startup, "_import", loaded.extend)
    asyncio.run(opened(wait_until_all_loaded, preload=("a.module",)))
    gc.unfreeze()
    assert loaded == ["a.module", *startup.FOR_LATER]


def test_start_up_loads_the_demo_plans_where_it_is_told_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MPP_DATABASE_URL", f"sqlite:///{(tmp_path / 'mpp.db').as_posix()}")
    monkeypatch.setenv("MPP_EVIDENCE", str(tmp_path / "evidence"))
    monkeypatch.setenv("MPP_DEMO", "1")
    asyncio.run(opened())
    gc.unfreeze()
    assert set(startup.workspace().plans()) == {"belitung-timur", "siak"}


def test_a_page_is_not_kept_waiting_by_what_cannot_be_loaded(caplog: pytest.LogCaptureFixture) -> None:
    asyncio.run(opened(preload=("no_such_module",)))
    assert "could not load" in caplog.text
