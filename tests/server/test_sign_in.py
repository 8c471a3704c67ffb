"""Signing in and out: who gets in, what is said to who does not, and what a browser is given."""

from __future__ import annotations

from http.cookies import Morsel, SimpleCookie

import pytest
from httpx import Response
from starlette.testclient import TestClient

from planner.server import attempts, sign_in_page
from planner.server.sign_in import safe_place
from planner.views import sign_in_words
from planner.workspace.accounts import Accounts
from tests.server.conftest import HOME, PASSWORD, Browser, served
from tests.server.visiting import AS_PAGE, proof, refusal, sign_in

SECURE_HOME = "https://127.0.0.1"


def cookie(answer: Response, name: str) -> Morsel[str]:
    """A cookie that an answer sets."""
    jar: SimpleCookie = SimpleCookie()
    for line in answer.headers.get_list("set-cookie"):
        jar.load(line)
    return jar[name]


def test_the_right_password_lets_somebody_in_and_on_to_where_they_were_going(office: Browser) -> None:
    client = office()
    answer = sign_in(client, " Analis ", PASSWORD, next="/daftar?rencana=siak")
    assert (answer.status_code, answer.headers["location"]) == (303, "/daftar?rencana=siak")
    assert client.get("/daftar", headers=AS_PAGE).text == "rencana /daftar"


@pytest.mark.parametrize("login", ["analis", "nobody"])
def test_a_wrong_password_and_an_unknown_name_are_answered_alike(office: Browser, login: str) -> None:
    client = office()
    answer = sign_in(client, login, "not the password")
    assert (answer.status_code, refusal(answer)) == (401, sign_in_words.WRONG)
    assert "mpp_sesi" not in client.cookies
    assert client.get("/", headers=AS_PAGE).status_code == 303


def test_the_name_typed_stays_in_the_form_the_password_does_not(office: Browser) -> None:
    answer = sign_in(office(), 'a"><b', "not the password")
    assert 'value="a&quot;&gt;&lt;b"' in answer.text
    assert "not the password" not in answer.text


def test_somebody_whose_account_is_switched_off_is_told_so_once_the_password_is_right(
    office: Browser, accounts: Accounts
) -> None:
    accounts.change("analis", by="mpp", active=False)
    answer = sign_in(office(), "analis", PASSWORD)
    assert (answer.status_code, refusal(answer)) == (401, sign_in_words.INACTIVE)


def test_a_name_is_locked_after_five_wrong_passwords_also_for_the_right_one(office: Browser) -> None:
    tries = [office(address=f"10.0.0.{i}") for i in range(6)]
    answers = [sign_in(client, "analis", "not the password") for client in tries[:5]]
    locked = sign_in_words.LOCKED.format(when=sign_in_words.IN_MINUTES.format(minutes=15))
    assert refusal(answers[-1]) == locked
    later = sign_in(tries[5], "analis", PASSWORD)
    assert (later.status_code, refusal(later)) == (401, locked)


def test_a_lock_is_told_with_the_minutes_it_lasts(office: Browser, accounts: Accounts) -> None:
    for _ in range(5):
        accounts.sign_in("analis", "not the password", origin="10.0.0.9")
    answer = sign_in(office(), "analis", PASSWORD)
    assert answer.status_code == 401
    assert "dalam 15 menit" in refusal(answer)


def test_after_five_failures_a_name_waits_at_that_address_and_is_told_how_long(office: Browser) -> None:
    client = office()
    codes = [sign_in(client, "nama", "not the password").status_code for _ in range(6)]
    assert codes == [401] * 5 + [429]
    answer = sign_in(client, "nama", PASSWORD)
    wait = int(answer.headers["retry-after"])
    assert 0 < wait <= 60
    assert refusal(answer) == sign_in_words.TOO_OFTEN.format(seconds=wait)
    assert sign_in(office(address="10.0.0.8"), "analis", PASSWORD).status_code == 303


def test_somebody_who_types_wrong_keeps_nobody_else_at_that_address_out(office: Browser) -> None:
    client = office()
    for i in range(20):
        sign_in(client, f"nama{i % 4}", "not the password")
    assert sign_in(client, "analis", PASSWORD).status_code == 303


def test_a_whole_office_may_sign_in_from_one_address_at_once() -> None:
    counted = attempts.Attempts()
    assert [counted.wait("10.0.0.1", f"orang{i}") for i in range(40)] == [0] * 40


def test_an_address_that_only_tries_is_stopped_before_passwords_are_looked_at() -> None:
    counted = attempts.Attempts()
    waits = [counted.wait("10.0.0.1", f"orang{i}") for i in range(61)]
    assert waits[:60] == [0] * 60
    assert waits[60] > 0


@pytest.mark.parametrize("typed", [{"login": "", "password": PASSWORD}, {"login": "analis", "password": ""}])
def test_an_incomplete_form_is_not_tried(office: Browser, typed: dict[str, str]) -> None:
    client = office()
    answer = client.post("/masuk", data={**typed, "proof": proof(client)})
    assert (answer.status_code, refusal(answer)) == (400, sign_in_words.INCOMPLETE)


def test_the_session_cookie_is_for_the_server_alone(office: Browser) -> None:
    found = cookie(sign_in(office(), "analis", PASSWORD), "mpp_sesi")
    assert (found["httponly"], found["samesite"], found["path"]) == (True, "lax", "/")
    assert (found["secure"], found["max-age"], found["expires"], found["domain"]) == ("", "", "", "")


def test_over_https_the_session_cookie_is_bound_to_host_and_https(office: Browser) -> None:
    found = cookie(sign_in(office(SECURE_HOME), "analis", PASSWORD), "__Host-mpp_sesi")
    assert (found["secure"], found["httponly"], found["path"], found["domain"]) == (True, True, "/", "")


def test_a_session_given_over_http_does_not_count_over_https(office: Browser) -> None:
    token = cookie(sign_in(office(), "analis", PASSWORD), "mpp_sesi").value
    headers = {**AS_PAGE, "cookie": f"mpp_sesi={token}"}
    assert office(SECURE_HOME).get("/", headers=headers).status_code == 303


def test_every_sign_in_begins_a_new_session_and_ends_the_one_before(
    office: Browser, accounts: Accounts
) -> None:
    client = office()
    first = cookie(sign_in(client, "analis", PASSWORD), "mpp_sesi").value
    form = office()
    typed = {"login": "analis", "password": PASSWORD, "proof": proof(form)}
    kept = {"mpp_formulir": form.cookies["mpp_formulir"], "mpp_sesi": first}
    header = "; ".join(f"{name}={value}" for name, value in kept.items())
    second = cookie(office().post("/masuk", data=typed, headers={"cookie": header}), "mpp_sesi").value
    assert second != first
    assert accounts.session(accounts.reference(first)) is None
    assert accounts.session(accounts.reference(second)) is not None


def test_who_is_signed_in_already_goes_straight_on(office: Browser) -> None:
    client = office()
    sign_in(client, "analis", PASSWORD)
    answer = client.get("/masuk?next=%2Fdaftar")
    assert (answer.status_code, answer.headers["location"]) == (303, "/daftar")


@pytest.mark.parametrize("given", ["", "a.b", "ä.ö"])
def test_a_form_without_our_proof_is_not_tried(office: Browser, given: str) -> None:
    client = office()
    proof(client)
    answer = client.post("/masuk", data={"login": "analis", "password": PASSWORD, "proof": given})
    assert (answer.status_code, refusal(answer)) == (403, sign_in_words.STALE)


def test_a_proof_from_another_browser_is_not_ours(office: Browser) -> None:
    client, other = office(), office()
    proof(client)
    answer = client.post("/masuk", data={"login": "analis", "password": PASSWORD, "proof": proof(other)})
    assert answer.status_code == 403


def test_a_proof_that_a_neighbour_planted_in_both_places_is_not_sealed_by_us(office: Browser) -> None:
    planted = {"cookie": "mpp_formulir=word.seal"}
    typed = {"login": "analis", "password": PASSWORD, "proof": "word.seal"}
    assert office().post("/masuk", data=typed, headers=planted).status_code == 403


FOREIGN = [
    {"origin": "https://evil.test"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": HOME},
]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/masuk", "/keluar"])
def test_a_form_sent_from_another_site_is_refused(
    office: Browser, path: str, headers: dict[str, str]
) -> None:
    client = office()
    sign_in(client, "analis", PASSWORD)
    answer = client.post(path, data={}, headers=headers)
    assert (answer.status_code, answer.text) == (403, sign_in_words.FOREIGN)
    assert client.get("/", headers=AS_PAGE).status_code == 200


def test_a_form_from_our_own_page_is_taken(office: Browser) -> None:
    client = office()
    typed = {"login": "analis", "password": PASSWORD, "proof": proof(client)}
    headers = {"origin": HOME, "sec-fetch-site": "same-origin"}
    assert client.post("/masuk", data=typed, headers=headers).status_code == 303


@pytest.mark.parametrize("body", [b"\xff\xfe=1", b"&".join(b"a=1" for _ in range(20))])
def test_what_is_no_form_is_refused(office: Browser, body: bytes) -> None:
    assert office().post("/masuk", content=body).status_code == 403


def test_signing_out_ends_the_session_everywhere(office: Browser, accounts: Accounts) -> None:
    client = office()
    token = cookie(sign_in(client, "analis", PASSWORD), "mpp_sesi").value
    assert sign_in_words.LEAVE_LEAD in client.get("/keluar").text
    answer = client.post("/keluar")
    assert (answer.status_code, answer.headers["location"]) == (303, "/masuk?keluar=1")
    assert "mpp_sesi" not in client.cookies
    assert accounts.session(accounts.reference(token)) is None
    assert sign_in_words.SIGNED_OUT in client.get("/masuk?keluar=1").text


def test_signing_out_without_a_session_does_no_harm(office: Browser) -> None:
    assert office().post("/keluar").status_code == 303


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.test/",
        "https://evil.test/",
        "/\\evil.test",
        "\\\\evil.test",
        "evil.test",
        "",
        "javascript:alert(1)",
        "/\t/evil.test",
        "/daftar\r\nset-cookie: a=b",
        "/" + "a" * 3000,
        "/masuk?next=/masuk",
        "/keluar",
        "//[",
    ],
)
def test_nobody_is_sent_on_to_another_place_than_ours(wanted: str) -> None:
    assert safe_place(wanted) == "/"


@pytest.mark.parametrize("wanted", ["/", "/daftar?rencana=siak&butir=PMT-08", "/jadwal?hari=2026-11-01"])
def test_somebody_is_sent_on_to_where_they_were_going(wanted: str) -> None:
    assert safe_place(wanted) == wanted


def test_a_foreign_place_in_the_form_leads_to_the_first_page(office: Browser) -> None:
    answer = sign_in(office(), "analis", PASSWORD, next="//evil.test/")
    assert answer.headers["location"] == "/"


def test_without_any_account_the_page_says_how_to_make_the_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("fresh")
    monkeypatch.setenv("MPP_DATABASE_URL", f"sqlite:///{(folder / 'mpp.db').as_posix()}")
    answer = TestClient(served("office"), HOME).get("/masuk")
    assert sign_in_words.NO_ACCOUNT in answer.text
    assert "mpp user add" in answer.text
    assert "<form" not in answer.text


def test_the_pages_run_no_script_and_load_nothing_from_elsewhere(office: Browser) -> None:
    client = office()
    for path in ("/masuk", "/keluar"):
        answer = client.get(path)
        assert answer.headers["content-security-policy"] == sign_in_page.POLICY
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-frame-options"] == "DENY"
        assert "<script" not in answer.text
        assert "//" not in answer.text.replace("<!DOCTYPE", "")


@pytest.mark.parametrize("path", [sign_in_page.STYLES_PATH, sign_in_page.ICON_PATH])
def test_what_the_page_looks_like_is_open_to_all(office: Browser, path: str) -> None:
    assert office().get(path).status_code == 200


def test_in_local_mode_there_is_nothing_to_sign_in_to() -> None:
    assert TestClient(served("local"), HOME).get("/masuk").status_code == 404
