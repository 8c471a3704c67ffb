"""An office with two accounts, its server without Streamlit in its midst, and a visitor's browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket
from streamlit import config

from planner.server import options
from planner.storage.accounts import passwords
from planner.workspace.accounts import Accounts, open_accounts

DATABASE = "mpp.db"
HOME = "http://127.0.0.1:8501"
PASSWORD = "kata sandi yang panjang"
Browser = Callable[..., TestClient]


async def page(request: Request) -> Response:
    return HTMLResponse(f"rencana {request.url.path}")


async def told(request: Request) -> Response:
    """What reaches the screen of who is there."""
    return JSONResponse({name: value for name, value in request.headers.items() if "mpp" in name})


async def upload(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


async def stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_json({name: value for name, value in socket.headers.items() if "mpp" in name})
    await socket.close()


STREAMLITS = (
    Route("/", page),
    Route("/daftar", page),
    Route("/told", told),
    Route("/media/file", page),
    Route("/_stcore/health", page),
    Route("/_stcore/upload_file/1/2", upload, methods=["PUT"]),
    WebSocketRoute("/_stcore/stream", stream),
)


@pytest.fixture(autouse=True)
def _settings() -> Iterator[None]:
    """What a server tells Streamlit is taken back after the test."""
    names = ("trustedUserHeaders", "cookieSecret", "address", "allowedHosts", "maxUploadSize")
    before = {f"server.{name}": config.get_option(f"server.{name}") for name in names}
    yield
    for name, value in before.items():
        config.set_option(name, value)


def served(mode: str, **env: str) -> Starlette:
    """The routes and middleware of a server in a mode, around something that stands for Streamlit."""
    made = options(env={"MPP_MODE": mode, **env})
    return Starlette(routes=[*made["routes"], *STREAMLITS], middleware=list(made["middleware"]))


@pytest.fixture(scope="session", autouse=True)
def _quick_hashes() -> Iterator[None]:
    """Passwords hashed with little work: how much a real one takes is tested where hashes are made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield


@pytest.fixture(scope="session")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the accounts of an office: one administrator, one who works there."""
    folder = tmp_path_factory.mktemp("staffed")
    book = open_accounts({"MPP_DATABASE_URL": f"sqlite:///{(folder / DATABASE).as_posix()}"})
    book.add("admin.sistem", "Pengelola", password=PASSWORD, wide="administrator", by="mpp")
    book.add("analis", "Analis Perizinan", password=PASSWORD, by="mpp", must_change=False)
    return folder


@pytest.fixture
def accounts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, staffed: Path) -> Accounts:
    """The accounts of an office of its own."""
    for file in staffed.glob(f"{DATABASE}*"):
        shutil.copy(file, tmp_path / file.name)
    monkeypatch.setenv("MPP_DATABASE_URL", f"sqlite:///{(tmp_path / DATABASE).as_posix()}")
    monkeypatch.setenv("MPP_EVIDENCE", str(tmp_path / "evidence"))
    return open_accounts(os.environ)


@pytest.fixture
def office(accounts: Accounts) -> Browser:
    """Opens a browser at the office's server; it follows no redirect by itself."""
    app = served("office")

    def opened(home: str = HOME, address: str = "10.0.0.7") -> TestClient:
        return TestClient(app, home, follow_redirects=False, client=(address, 50000))

    return opened
