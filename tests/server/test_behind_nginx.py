"""The sample of nginx, with a real nginx in front of two processes of the app on this machine."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from websockets.sync.client import connect

from planner.workspace.accounts import open_accounts
from tests.e2e.server import Server, free_port
from tests.server.visiting import AS_PAGE, PROOF

SAMPLE = (Path(__file__).parents[2] / "docs" / "deploy" / "nginx.conf").read_text(encoding="utf-8")
NGINX, OPENSSL = shutil.which("nginx"), shutil.which("openssl")
NAME = "mpp.example.go.id"
PASSWORD = "kata sandi yang panjang"
AROUND = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  log_format who '$upstream_addr $request_uri $status'; access_log {folder}/access.log who;
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
  uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
  include {folder}/mpp.conf;
}}
"""
pytestmark = pytest.mark.skipif(not (NGINX and OPENSSL), reason="no nginx or no openssl on this machine")


@dataclass(frozen=True)
class Front:
    """nginx before the app: its address, the ports behind it, its folder."""

    port: int
    behind: tuple[int, int]
    folder: Path

    @property
    def url(self) -> str:
        return f"https://{NAME}:{self.port}"

    def visitor(self) -> httpx.Client:
        """A browser that finds the name on this machine."""
        return httpx.Client(transport=Here(), base_url=self.url, headers=AS_PAGE, timeout=20)

    def line(self) -> socket.socket:
        """A connection to nginx, for what cannot be told where the public name leads."""
        return socket.create_connection(("127.0.0.1", self.port))

    def answered_by(self, path: str) -> set[str]:
        """The processes that answered requests for a path."""
        lines = (self.folder / "access.log").read_text(encoding="utf-8").splitlines()
        return {line.split()[0] for line in lines if line.split()[1].startswith(path)}


class Here(httpx.HTTPTransport):
    """Sends what is meant for the public name to this machine."""

    def __init__(self) -> None:
        super().__init__(verify=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        here = request.url.copy_with(host="127.0.0.1")
        return super().handle_request(
            httpx.Request(request.method, here, headers=request.headers, stream=request.stream)
        )


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """Two processes on one database, nginx before them, an account to sign in with."""
    folder = tmp_path_factory.mktemp("nginx")
    more = {"STREAMLIT_SERVER_ALLOWED_HOSTS": f"{NAME} 127.0.0.1", "MPP_COOKIE_SECRET": "s" * 40}
    apps = [Server(folder, mode="office", more=more) for _ in range(2)]
    made = open_accounts(apps[0].environment).add(
        "budi", "Dinas", password=PASSWORD, by="uji", must_change=False
    )
    assert not hasattr(made, "reasons")
    for app in apps:
        app.start()
    front = Front(free_port(), (apps[0].port, apps[1].port), folder)
    _prepare(front)
    nginx = subprocess.Popen([str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf")])
    _wait_for(front.port)
    yield front
    nginx.terminate()
    nginx.wait(10)
    for app in apps:
        app.stop()


def _prepare(front: Front) -> None:
    """The sample with the ports and certificates of this test, in a file of its own."""
    key, certificate = front.folder / "key.pem", front.folder / "certificate.pem"
    asked = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN={NAME} -keyout {key} -out {certificate}"
    subprocess.run([str(OPENSSL), *asked.split()], check=True, capture_output=True)
    sample = re.sub(r"\n\s*listen \[::\][^\n]*", "", SAMPLE)
    for there, here in (
        ("listen 443", f"listen 127.0.0.1:{front.port}"),
        ("listen 80", f"listen 127.0.0.1:{free_port()}"),
        ("127.0.0.1:8501", f"127.0.0.1:{front.behind[0]}"),
        ("127.0.0.1:8502", f"127.0.0.1:{front.behind[1]}"),
        ("/etc/ssl/mpp/fullchain.pem", str(certificate)),
        ("/etc/ssl/mpp/privkey.pem", str(key)),
    ):
        assert there in sample
        sample = sample.replace(there, here)
    (front.folder / "mpp.conf").write_text(sample, encoding="utf-8")
    (front.folder / "nginx.conf").write_text(AROUND.format(folder=front.folder), encoding="utf-8")


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("nginx does not listen")


def _sign_in(visitor: httpx.Client, front: Front) -> httpx.Response:
    found = PROOF.search(visitor.get("/masuk").text)
    assert found is not None
    typed = {"login": "budi", "password": PASSWORD, "proof": found[1]}
    return visitor.post("/masuk", data=typed, headers={"origin": front.url})


def test_nginx_accepts_the_sample(front: Front) -> None:
    asked = [str(NGINX), "-t", "-p", str(front.folder), "-c", str(front.folder / "nginx.conf")]
    assert "test is successful" in subprocess.run(asked, capture_output=True, text=True, check=True).stderr


def test_over_tls_one_signs_in_with_cookies_that_only_come_securely(front: Front) -> None:
    with front.visitor() as visitor:
        first = visitor.get("/")
        assert (first.status_code, first.headers["location"]) == (303, "/masuk?next=%2F")
        assert first.headers["strict-transport-security"] == "max-age=31536000"
        assert "default-src" in first.headers["content-security-policy"]
        entered = _sign_in(visitor, front)
        assert (entered.status_code, entered.headers["location"]) == (303, "/")
        cookie = next(c for c in entered.headers.get_list("set-cookie") if c.startswith("__Host-mpp_sesi="))
        assert {"Secure", "HttpOnly"} <= set(cookie.split("; "))
        assert visitor.get("/").status_code == 200


def test_a_visitor_stays_with_one_process_by_a_cookie_that_is_given_once(front: Front) -> None:
    with front.visitor() as visitor:
        given = visitor.get("/sehat?lengket=1").headers.get_list("set-cookie")
        assert [cookie.split("=")[0] for cookie in given] == ["mpp_lb"]
        again = [visitor.get("/sehat?lengket=2") for _ in range(12)]
    assert [answer.headers.get_list("set-cookie") for answer in again] == [[]] * 12
    assert len(front.answered_by("/sehat?lengket=2")) == 1


def test_visitors_are_spread_over_both_processes(front: Front) -> None:
    for _ in range(24):
        with front.visitor() as visitor:
            visitor.get("/sehat?banyak=1")
    assert front.answered_by("/sehat?banyak=1") == {f"127.0.0.1:{port}" for port in front.behind}


def test_the_websocket_opens_for_who_is_signed_in_and_for_nobody_else(front: Front) -> None:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    where = {
        "uri": f"wss://{NAME}:{front.port}/_stcore/stream",
        "ssl": trusting,
        "origin": front.url,
        "subprotocols": ["streamlit"],
    }
    with front.visitor() as visitor:
        _sign_in(visitor, front)
        kept = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    with connect(**where, sock=front.line(), additional_headers={"cookie": kept}) as socket_of_the_screen:
        assert socket_of_the_screen.response.status_code == 101
    with pytest.raises(Exception, match="HTTP 403"):
        connect(**where, sock=front.line())


def test_measurements_are_closed_and_large_requests_refused_before_the_app(front: Front) -> None:
    with front.visitor() as visitor:
        assert visitor.get("/_stcore/metrics").status_code == 404
        assert visitor.post("/masuk", content=b"x" * 27 * 1024 * 1024).status_code == 413
    assert front.answered_by("/_stcore/metrics") == {"-"}


def test_too_many_tries_of_a_password_are_refused_before_the_app(front: Front) -> None:
    with front.visitor() as visitor:
        answers = {visitor.post("/masuk", data={"login": "x"}).status_code for _ in range(60)}
        assert 429 in answers
        assert visitor.get("/masuk").status_code == 200
