"""The cookies of a signed-in visitor, and the proof that a form is one of ours.

Under https the names begin with `__Host-`, which a browser accepts only from this very host and only when
sent securely. `scope["scheme"]` is https where the connection is, or where a proxy on this computer says so:
the web server believes `X-Forwarded-Proto` from loopback alone.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, cookie_parser
from starlette.responses import Response
from starlette.types import Scope

from planner.launch import SECRET_VARIABLE

SESSION: Final = "mpp_sesi"
FORM: Final = "mpp_formulir"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,200}")
_OWN_SECRET: Final = secrets.token_hex(32)


def secure(scope: Scope) -> bool:
    """Whether the visitor came over https."""
    return scope["scheme"] in ("https", "wss")


def session_token(scope: Scope) -> str | None:
    """The token in the visitor's session cookie; None where there is none that could be one."""
    token = _cookies(scope).get(_name(scope, SESSION), "")
    return token if _TOKEN.fullmatch(token) else None


def keep_session(response: Response, scope: Scope, token: str) -> None:
    """Give the visitor a session, which the browser forgets when it is closed."""
    _keep(response, scope, SESSION, token)


def end_session(response: Response, scope: Scope) -> None:
    """Take the session away from the visitor's browser."""
    _forget(response, scope, SESSION)


def keep_form(response: Response, scope: Scope, proof: str) -> None:
    """Give the visitor the proof that the form holds, too."""
    _keep(response, scope, FORM, proof)


def end_form(response: Response, scope: Scope) -> None:
    """Take the proof away once the form has served."""
    _forget(response, scope, FORM)


def new_proof() -> str:
    """A fresh proof for a form: a random word and its seal."""
    word = secrets.token_urlsafe(24)
    return f"{word}.{_seal(word)}"


def proven(scope: Scope, given: str) -> bool:
    """Whether a form was ours: sealed by us, and the same as in the visitor's cookie (compared blindly).

    Why both: another site can send a form but not read our cookie; a neighbour's host may set a cookie but
    cannot seal it.
    """
    kept = _cookies(scope).get(_name(scope, FORM), "")
    word, _, seal = given.partition(".")
    same = hmac.compare_digest(kept.encode(), given.encode())
    return hmac.compare_digest(seal.encode(), _seal(word).encode()) and same and bool(word)


def from_our_pages(connection: HTTPConnection) -> bool:
    """Whether a form was sent from one of our pages, as the browser says; what says nothing is no browser."""
    site = connection.headers.get("sec-fetch-site")
    return site in (None, "same-origin") and of_our_origin(connection.headers)


def of_our_origin(headers: Headers) -> bool:
    """Whether the page that asks came from this host and port; without `Origin` it is no page that asks."""
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")


def _seal(word: str) -> str:
    key = os.environ.get(SECRET_VARIABLE) or _OWN_SECRET
    return hmac.new(f"form:{key}".encode(), word.encode(), hashlib.sha256).hexdigest()


def _cookies(scope: Scope) -> dict[str, str]:
    return cookie_parser(Headers(scope=scope).get("cookie", ""))


def _name(scope: Scope, name: str) -> str:
    return f"__Host-{name}" if secure(scope) else name


def _keep(response: Response, scope: Scope, name: str, value: str) -> None:
    name, safe = _name(scope, name), secure(scope)
    response.set_cookie(name, value, path="/", httponly=True, samesite="lax", secure=safe)


def _forget(response: Response, scope: Scope, name: str) -> None:
    name, safe = _name(scope, name), secure(scope)
    response.delete_cookie(name, path="/", httponly=True, samesite="lax", secure=safe)
