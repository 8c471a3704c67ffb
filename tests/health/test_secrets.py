"""Passwords and keys are never told: by no command and no server, whatever is wrong with the settings."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from planner import cli
from planner.storage import FolderFiles, Store
from planner.storage.accounts import AccountBook
from tests.e2e.server import MPP, Server, free_port
from tests.storage.samples import PLAN, Ticking, begin

SECRET = "Rahasia-7f3a91"
NOWHERE = "127.0.0.1:9"
LONG = SECRET * 3
KEYS = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_SESSION_TOKEN": LONG}
PROVIDER = {
    "MPP_MODE": "organisation",
    "MPP_OIDC_METADATA_URL": f"http://{NOWHERE}/.well-known/openid-configuration",
    "MPP_OIDC_CLIENT_ID": "mpp",
    "MPP_OIDC_CLIENT_SECRET": SECRET,
    "MPP_COOKIE_SECRET": LONG,
    "MPP_PUBLIC_URL": f"http://{NOWHERE}",
}
WRONG: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "nobody listens": (
        ("score", "siak"),
        {"MPP_DATABASE_URL": f"postgresql+psycopg://mpp:{SECRET}@{NOWHERE}/mpp?connect_timeout=2"},
    ),
    "a database of another kind": (
        ("score", "siak"),
        {"MPP_DATABASE_URL": f"mysql://mpp:{SECRET}@{NOWHERE}/mpp"},
    ),
    "a port that is none": (
        ("score", "siak"),
        {"MPP_DATABASE_URL": f"postgresql+psycopg://mpp:{SECRET}@h:x/mpp"},
    ),
    "an option that is none": (
        ("score", "siak"),
        {"MPP_DATABASE_URL": f"postgresql+psycopg://mpp:{SECRET}@{NOWHERE}/mpp?keamanan=ya"},
    ),
    "an address that is none": (("score", "siak"), {"MPP_DATABASE_URL": f"://mpp:{SECRET}"}),
    "no such bucket": (
        ("evidence", "verify"),
        {"MPP_EVIDENCE": "s3://bukti", "MPP_S3_ENDPOINT": f"http://{NOWHERE}", **KEYS},
    ),
    "a bucket that cannot be": (("evidence", "verify"), {"MPP_EVIDENCE": "s3://?", **KEYS}),
    "a key in the address of the service": (
        ("evidence", "verify"),
        {"MPP_EVIDENCE": "s3://bukti", "MPP_S3_ENDPOINT": f"http://x:{SECRET}@", **KEYS},
    ),
    "a provider half told": (
        ("run", "--no-browser"),
        {**PROVIDER, "MPP_OIDC_CLIENT_ID": ""},
    ),
    "a secret too short": (("run", "--no-browser"), {**PROVIDER, "MPP_COOKIE_SECRET": SECRET}),
    "a mode that is none": (("run", "--no-browser"), {**PROVIDER, "MPP_MODE": "kantor"}),
}


COMMANDS = [name for name, (arguments, _) in WRONG.items() if arguments[0] != "run"]
STARTS = [name for name in WRONG if name not in COMMANDS]


def settings(folder: Path, given: dict[str, str]) -> dict[str, str]:
    """The environment of a command, its work in a folder of its own."""
    own = {"MPP_DATABASE_URL": f"sqlite:///{folder / 'mpp.db'}", "MPP_EVIDENCE": str(folder / "evidence")}
    return own | given


def altered_backup(folder: Path, part: str) -> Path:
    """A backup in which each line of a part stands twice, with a manifest that fits."""
    url = settings(folder, {})["MPP_DATABASE_URL"]
    with closing(Store(url, Ticking())) as store, closing(AccountBook(url, Ticking())) as book:
        store.migrate()
        begin(store)
        book.add("budi", {"name": "Budi"}, SECRET, by="mpp", must_change=False)
        made = store.back_up(FolderFiles(folder / "evidence"), folder / "mpp.zip").file
    with zipfile.ZipFile(made) as old:
        parts = {name: old.read(name) * (1 + (name == part)) for name in old.namelist()}
    manifest = json.loads(parts["manifest.json"])
    fitting = {"sha256": hashlib.sha256(parts[part]).hexdigest(), "size": len(parts[part])}
    manifest["members"][part] = fitting
    parts["manifest.json"] = json.dumps(manifest).encode()
    altered = folder / "altered.zip"
    with zipfile.ZipFile(altered, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return altered


@pytest.mark.parametrize("wrong", COMMANDS)
def test_a_command_that_fails_tells_no_secret(
    wrong: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    arguments, given = WRONG[wrong]
    ended = CliRunner().invoke(cli.app, arguments, env=settings(tmp_path, given))
    assert isinstance(ended.exception, SystemExit)
    assert ended.exit_code == cli.STORAGE
    assert ended.output.strip() != ""
    assert SECRET not in ended.output + caplog.text


@pytest.mark.parametrize("part", ["accounts/accounts.jsonl", f"record/{PLAN}.jsonl"])
def test_an_altered_backup_tells_no_hash_of_a_password(
    part: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    here = settings(tmp_path, {"MPP_DATABASE_URL": f"sqlite:///{tmp_path / 'here.db'}"})
    ended = CliRunner().invoke(cli.app, ("restore", str(altered_backup(tmp_path, part))), env=here)
    assert isinstance(ended.exception, SystemExit)
    assert ended.exit_code == cli.PROBLEMS
    assert f"bagian '{part}'" in ended.output.replace("\n", " ")
    assert SECRET not in ended.output + caplog.text


@pytest.mark.parametrize("wrong", STARTS)
def test_a_server_that_does_not_start_tells_no_secret(wrong: str, tmp_path: Path) -> None:
    arguments, given = WRONG[wrong]
    command = [*MPP, *arguments, "--port", str(free_port())]
    env = os.environ | settings(tmp_path, given)
    ended = subprocess.run(
        command, env=env, cwd=tmp_path, capture_output=True, text=True, timeout=90, check=False
    )
    said = ended.stdout + ended.stderr
    assert ended.returncode != 0
    assert said.strip() != ""
    assert SECRET not in said
    assert "Traceback" not in said


def asked(url: str, typed: dict[str, str] | None = None) -> str:
    """What a server answers to a page or to a form, whatever its status."""
    form = urllib.parse.urlencode(typed).encode() if typed else None
    headers = {"accept": "text/html", "cookie": f"mpp_sesi={LONG}"}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, form, headers), timeout=20) as answer:
            return str(answer.read(), "utf-8", "replace")
    except urllib.error.HTTPError as refused:
        return str(refused.read(), "utf-8", "replace")


@pytest.fixture
def started(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[dict[str, str], str], Server]:
    """Starts a server with settings, to be stopped after the test."""

    def start(given: dict[str, str], mode: str) -> Server:
        server = Server(tmp_path, mode=mode, more=given)
        request.addfinalizer(server.stop)
        server.start()
        return server

    return start


def test_an_office_whose_database_is_gone_tells_neither_its_password_nor_that_of_a_visitor(
    started: Callable[[dict[str, str], str], Server],
) -> None:
    address = f"postgresql+psycopg://mpp:{SECRET}@{NOWHERE}/mpp?connect_timeout=2"
    server = started({"MPP_DATABASE_URL": address, "MPP_COOKIE_SECRET": LONG, **KEYS}, "office")
    answers = [asked(f"{server.url}{path}") for path in ("/", "/masuk", "/sehat")]
    answers.append(asked(f"{server.url}/masuk", {"login": "budi", "password": SECRET, "proof": LONG}))
    said = "\n".join([*answers, server.log.read_text(encoding="utf-8")])
    assert '"database":"unreachable"' in said
    assert SECRET not in said


def test_an_office_at_work_logs_no_password_and_no_session(
    started: Callable[[dict[str, str], str], Server],
) -> None:
    server = started({"MPP_COOKIE_SECRET": LONG}, "office")
    for path in ("/", "/masuk", f"/masuk?next=%2F%3Fsandi%3D{SECRET}"):
        asked(f"{server.url}{path}")
    asked(f"{server.url}/masuk", {"login": "budi", "password": SECRET, "proof": "x.y"})
    assert SECRET not in server.log.read_text(encoding="utf-8")


def test_an_organisation_whose_provider_is_gone_tells_no_secret(
    started: Callable[[dict[str, str], str], Server],
) -> None:
    server = started(PROVIDER, "organisation")
    said = asked(f"{server.url}/") + asked(f"{server.url}/oauth2callback?code={SECRET}&state=x")
    assert SECRET not in said + server.log.read_text(encoding="utf-8")
