"""Signing in and out in an office: `/masuk` and `/keluar`, beside the screen.

A password is looked at in a thread, never kept and never logged. Whoever signs in gets a new session, and
goes on to where they were going, which is always a place of this server.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from math import ceil
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from planner.server import cookies, sign_in_page
from planner.server.attempts import Attempts
from planner.server.guard import SIGN_IN, SIGN_OUT
from planner.server.shell import ASSETS
from planner.views import sign_in_words

if TYPE_CHECKING:
    from planner.workspace.accounts import Accounts, SignInRefused

HOME: Final = "/"
LONGEST: Final = 2000
LEFT: Final = "keluar"
_SECONDS_IN_A_MINUTE = 60


def routes(accounts: Callable[[], Accounts]) -> list[Route]:
    """The addresses of signing in and out; `accounts` is called in a thread, once it is needed."""
    door = _Door(accounts)
    return [
        Route(SIGN_IN, door.show, methods=["GET"]),
        Route(SIGN_IN, door.sign_in, methods=["POST"]),
        Route(SIGN_OUT, door.ask, methods=["GET"]),
        Route(SIGN_OUT, door.sign_out, methods=["POST"]),
        Route(sign_in_page.STYLES_PATH, _styles),
        Route(sign_in_page.ICON_PATH, _icon),
    ]


def safe_place(wanted: str) -> str:
    """A place of this server to go on to: the one wanted, or the first page where it is none of ours."""
    clean = wanted.isprintable() and "\\" not in wanted and len(wanted) <= LONGEST
    parts = urlsplit(wanted) if clean and wanted.startswith("/") and not wanted.startswith("//") else None
    if parts is None or parts.scheme or parts.netloc or parts.path in (SIGN_IN, SIGN_OUT):
        return HOME
    return wanted


class _Door:
    def __init__(self, accounts: Callable[[], Accounts]) -> None:
        self._accounts = accounts
        self._attempts = Attempts()

    async def show(self, request: Request) -> Response:
        wanted = safe_place(request.query_params.get("next", HOME))
        accounts = await run_in_threadpool(self._accounts)
        if await run_in_threadpool(_live, accounts, request):
            return RedirectResponse(wanted, status_code=303)
        if not await run_in_threadpool(accounts.any):
            return sign_in_page.first_account()
        told = sign_in_words.SIGNED_OUT if LEFT in request.query_params else ""
        proof = cookies.new_proof()
        answer = sign_in_page.sign_in(proof, wanted, told=told)
        cookies.keep_form(answer, request.scope, proof)
        return answer

    async def sign_in(self, request: Request) -> Response:
        if not cookies.from_our_pages(request):
            return PlainTextResponse(sign_in_words.FOREIGN, status_code=403)
        typed = _form(await request.body())
        login, password = typed.get("login", "").strip().casefold(), typed.get("password", "")
        if not cookies.proven(request.scope, typed.get("proof", "")):
            return _again(request, typed, sign_in_words.STALE, 403)
        if not login or not password:
            return _again(request, typed, sign_in_words.INCOMPLETE, 400)
        address = request.client.host if request.client else ""
        wait = self._attempts.wait(address, login)
        if wait:
            answer = _again(request, typed, sign_in_words.TOO_OFTEN.format(seconds=wait), 429)
            answer.headers["retry-after"] = str(wait)
            return answer
        from planner.workspace.accounts import SignedIn

        accounts = await run_in_threadpool(self._accounts)
        found = await run_in_threadpool(accounts.sign_in, login, password, origin=address)
        if not isinstance(found, SignedIn):
            self._attempts.failed(address, login)
            return _again(request, typed, _why(found), 401)
        await run_in_threadpool(_end, accounts, request)
        answer = RedirectResponse(safe_place(typed.get("next", HOME)), status_code=303)
        cookies.keep_session(answer, request.scope, found.token)
        cookies.end_form(answer, request.scope)
        return answer

    async def ask(self, _: Request) -> Response:
        return sign_in_page.sign_out()

    async def sign_out(self, request: Request) -> Response:
        if not cookies.from_our_pages(request):
            return PlainTextResponse(sign_in_words.FOREIGN, status_code=403)
        accounts = await run_in_threadpool(self._accounts)
        await run_in_threadpool(_end, accounts, request)
        answer = RedirectResponse(f"{SIGN_IN}?{LEFT}=1", status_code=303)
        cookies.end_session(answer, request.scope)
        return answer


def _live(accounts: Accounts, request: Request) -> bool:
    token = cookies.session_token(request.scope)
    return token is not None and accounts.session(accounts.reference(token)) is not None


def _end(accounts: Accounts, request: Request) -> None:
    """End the session that the visitor's browser holds, if any."""
    token = cookies.session_token(request.scope)
    if token is not None:
        accounts.sign_out(accounts.reference(token))


def _form(body: bytes) -> Mapping[str, str]:
    try:
        read = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=10)
    except ValueError:
        return {}
    return {name: values[0] for name, values in read.items()}


def _again(request: Request, typed: Mapping[str, str], refused: str, status: int) -> Response:
    proof = cookies.new_proof()
    wanted = safe_place(typed.get("next", HOME))
    login = typed.get("login", "")[:60]
    answer = sign_in_page.sign_in(proof, wanted, refused=refused, login=login, status=status)
    cookies.keep_form(answer, request.scope, proof)
    return answer


def _why(refused: SignInRefused) -> str:
    match refused.reason:
        case "locked":
            when = sign_in_words.LATER
            if refused.until is not None:
                left = (refused.until - datetime.now(UTC)).total_seconds() / _SECONDS_IN_A_MINUTE
                when = sign_in_words.IN_MINUTES.format(minutes=max(ceil(left), 1))
            return sign_in_words.LOCKED.format(when=when)
        case "inactive":
            return sign_in_words.INACTIVE
        case _:
            return sign_in_words.WRONG


async def _styles(_: Request) -> Response:
    return FileResponse(ASSETS / "masuk.css", media_type="text/css", headers={"cache-control": "no-cache"})


async def _icon(_: Request) -> Response:
    return FileResponse(ASSETS / "icon.png", headers={"cache-control": "max-age=86400"})
