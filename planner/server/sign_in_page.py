"""The pages of signing in and out: plain HTML, no script, readable by everybody, in light and dark."""

from __future__ import annotations

from html import escape
from string import Template
from typing import Final

from starlette.responses import HTMLResponse

from planner.server.guard import SIGN_IN, SIGN_OUT
from planner.views import sign_in_words, words

STYLES_PATH: Final = "/aset/masuk.css"
ICON_PATH: Final = "/aset/ikon.png"
POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

_PAGE: Final = Template("""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>$title · $app</title>
<link rel="icon" href="$icon">
<link rel="stylesheet" href="$styles">
</head>
<body>
<main>
<p class="app"><img src="$icon" alt="" width="28" height="28"> $app</p>
<h1>$title</h1>
$body
</main>
</body>
</html>
""")
_FORM: Final = Template("""<p class="lead">$lead</p>
$told
<form method="post" action="$action">
<input type="hidden" name="proof" value="$proof">
<input type="hidden" name="next" value="$next">
<label for="login">$login_label</label>
<input id="login" name="login" value="$login" required maxlength="60" autocomplete="username"
 autocapitalize="none" spellcheck="false"$focus_login$invalid>
<label for="password">$password_label</label>
<input id="password" name="password" type="password" required maxlength="1000"
 autocomplete="current-password"$focus_password$invalid>
<button type="submit">$enter</button>
</form>
<p class="aside">$forgotten</p>""")
_LEAVE: Final = Template("""<p class="lead">$lead</p>
<form method="post" action="$action">
<button type="submit">$leave</button>
</form>
<p class="aside"><a href="/">$stay</a></p>""")
_FIRST: Final = Template("""<p class="lead">$lead</p>
<pre><code>$command</code></pre>""")


def sign_in(
    proof: str, wanted: str, *, refused: str = "", told: str = "", login: str = "", status: int = 200
) -> HTMLResponse:
    """The form, with what was refused or told; the name typed stays, the password never does."""
    told_html = f'<p class="told" role="status">{escape(told)}</p>' if told else ""
    if refused:
        told_html = f'<p class="refused" role="alert" id="refused">{escape(refused)}</p>'
    body = _FORM.substitute(
        lead=escape(sign_in_words.LEAD),
        told=told_html,
        action=SIGN_IN,
        proof=escape(proof),
        next=escape(wanted),
        login_label=escape(sign_in_words.LOGIN),
        login=escape(login),
        password_label=escape(sign_in_words.PASSWORD),
        enter=escape(sign_in_words.ENTER),
        forgotten=escape(sign_in_words.FORGOTTEN),
        focus_login="" if login else " autofocus",
        focus_password=" autofocus" if login else "",
        invalid=' aria-describedby="refused"' if refused else "",
    )
    return _page(sign_in_words.TITLE, body, status)


def sign_out() -> HTMLResponse:
    """The question whether to leave."""
    body = _LEAVE.substitute(
        lead=escape(sign_in_words.LEAVE_LEAD),
        action=SIGN_OUT,
        leave=escape(sign_in_words.LEAVE),
        stay=escape(sign_in_words.STAY),
    )
    return _page(sign_in_words.LEAVE_TITLE, body)


def first_account() -> HTMLResponse:
    """How the first account is made."""
    body = _FIRST.substitute(
        lead=escape(sign_in_words.NO_ACCOUNT_LEAD), command=escape(sign_in_words.NO_ACCOUNT_COMMAND)
    )
    return _page(sign_in_words.NO_ACCOUNT, body)


def _page(title: str, body: str, status: int = 200) -> HTMLResponse:
    page = _PAGE.substitute(
        title=escape(title), app=escape(words.APP), icon=ICON_PATH, styles=STYLES_PATH, body=body
    )
    headers = {"content-security-policy": POLICY, "cache-control": "no-store"}
    return HTMLResponse(page, status_code=status, headers=headers)
