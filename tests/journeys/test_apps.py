"""Journey: somebody lets an app read for them, sees what it may do in plain words, and ends it."""

import base64
import hashlib
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import takes_a_call
from tests.journeys.stage.visitor import Visitor

BACK, LAUNCHED = "http://127.0.0.1:9809/back", "http://127.0.0.1:9809/launch"
VERIFIER = "a-verifier-that-only-the-app-knows-0123456789"


class App(BaseHTTPRequestHandler):
    """The app, as far as a browser sees it."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(
            b"<!doctype html><html lang='en'><title>The app</title><link rel='icon' href='data:,'><h1>The app</h1>"
        )

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is written down."""


@pytest.fixture(autouse=True)
def app() -> Iterator[None]:
    """On the user's own machine, where an app may be without TLS."""
    serving = ThreadingHTTPServer(("127.0.0.1", 9809), App)
    Thread(target=serving.serve_forever, daemon=True).start()
    yield
    serving.shutdown()
    serving.server_close()


def test_a_citizen_and_a_nurse_let_an_app_in_and_the_citizen_ends_it(cast: Cast) -> None:
    diary = given_an_app(cast, "Pocket diary", "launch/patient patient/*.rs openid offline_access")
    citizen = cast("citizen", device="phone")
    code = when_they_read_the_page_and_allow(citizen, diary)
    token = then_the_app_gets_a_token(citizen, diary, code)
    then_it_reads_their_record(citizen, token, 200)
    when_they_end_it(citizen)
    then_it_reads_their_record(citizen, token, 401)
    chart = given_an_app(cast, "Growth chart", "launch/patient patient/Observation.rs")
    nurse = cast("asha")
    when_they_choose_a_person(nurse, chart)
    then_a_no_gives_nothing(nurse)


def test_a_coordinator_opens_a_partners_app_from_the_record_and_it_knows_whose_it_is(cast: Cast, person: InNeed) -> None:
    asha = cast("asha")
    wounds = given_an_app(cast, "Wound pictures", "launch patient/*.rs", "--launch-url", LAUNCHED)
    whose = given_somebodys_record_is_open(asha, person)
    told = when_she_opens_the_app_from_there(asha, wounds)
    code = then_she_is_asked_before_it_reads_anything(asha, wounds, told["launch"])
    token = then_the_app_gets_a_token(asha, wounds, code)
    assert token["patient"] == whose
    then_it_reads_their_record(asha, token, 200)
    then_it_reads_their_record(asha, {**token, "patient": another(asha, whose)}, 404)


def given_an_app(cast: Cast, name: str, scopes: str, *more: str) -> str:
    """Registered as a deployer registers one; its client id."""
    given = [part for scope in scopes.split() for part in ("--scope", scope)]
    made = cast.house.command("client", "create", name, "--json", "--public", "--redirect", BACK, *given, *more)
    return str(json.loads(made)["client_id"])


def _address(visitor: Visitor, client_id: str, scope: str, **more: str) -> str:
    challenge = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
    asked = {
        "response_type": "code", "client_id": client_id, "redirect_uri": BACK, "scope": scope, "state": "s",
        "aud": f"{visitor.url}/fhir/R4", "code_challenge": challenge, "code_challenge_method": "S256",
        **more,
    }  # fmt: skip
    return f"/oauth/authorize?{urllib.parse.urlencode(asked)}"


def _answers(visitor: Visitor, words: str) -> dict[str, str]:
    """Presses a button; what the app is told in its address."""
    with visitor.page.expect_navigation(url=f"{BACK}**"):
        visitor.page.get_by_role("button", name=words, exact=True).click()
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(visitor.page.url).query))


def when_they_read_the_page_and_allow(citizen: Visitor, client_id: str) -> str:
    citizen.opens(_address(citizen, client_id, "launch/patient patient/*.rs openid offline_access"))
    citizen.is_on("Let Pocket diary read your record?")
    citizen.sees("Read everything in your record.")
    citizen.sees("90 days")
    citizen.pictures("letting-an-app-in")
    told = _answers(citizen, "Allow")
    assert told["state"] == "s" and told["iss"] == citizen.url
    return told["code"]


def then_the_app_gets_a_token(citizen: Visitor, client_id: str, code: str) -> dict[str, str]:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": BACK,
        "client_id": client_id,
        "code_verifier": VERIFIER,
    }
    with urllib.request.urlopen(f"{citizen.url}/oauth/token", data=urllib.parse.urlencode(form).encode()) as answer:
        return dict(json.load(answer))


def then_it_reads_their_record(citizen: Visitor, token: dict[str, str], status: int) -> None:
    asked = urllib.request.Request(
        f"{citizen.url}/fhir/R4/Patient/{token['patient']}",
        headers={"Authorization": f"Bearer {token['access_token']}"},
    )
    try:
        with urllib.request.urlopen(asked) as answer:
            assert answer.status == status
    except urllib.error.HTTPError as refused:
        with refused:
            assert refused.code == status


def when_they_end_it(citizen: Visitor) -> None:
    citizen.opens("/me/sharing/")
    citizen.follows("See and end the apps that may read your record")
    citizen.sees("Pocket diary")
    citizen.presses("End Pocket diary")
    citizen.sees("Pocket diary can do nothing for you any more.")


def when_they_choose_a_person(nurse: Visitor, client_id: str) -> None:
    nurse.opens("/people/?q=a")
    nurse.opens(_address(nurse, client_id, "launch/patient patient/Observation.rs"))
    nurse.sees("Whose record is this about?")
    nurse.types("NHS number, or name", "Khan")
    nurse.presses("Find")
    nurse.sees("Read measurements that you may see")
    nurse.pictures("choosing-for-an-app")


def then_a_no_gives_nothing(nurse: Visitor) -> None:
    assert _answers(nurse, "Do not allow")["error"] == "access_denied"


def given_somebodys_record_is_open(asha: Visitor, person: InNeed) -> str:
    takes_a_call(asha, person, need="A fall", words="Slipped on the stairs.")
    asha.opens(f"/people/?q={person.family}")
    asha.follows(person.name)
    return asha.page.url.rstrip("/").rpartition("/")[2]


def when_she_opens_the_app_from_there(asha: Visitor, client_id: str) -> dict[str, str]:
    asha.follows("Open in another app")
    asha.sees("Before it reads anything you are asked")
    asha.pictures("opening-an-app")
    its_own = asha.page.locator("form").filter(has=asha.page.locator(f'input[name="app"][value="{client_id}"]'))
    with asha.page.expect_navigation(url=f"{LAUNCHED}**"):
        its_own.get_by_role("button", name="Open Wound pictures", exact=True).click()
    told = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(asha.page.url).query))
    assert set(told) == {"iss", "launch"} and told["iss"] == f"{asha.url}/fhir/R4"
    return told


def then_she_is_asked_before_it_reads_anything(asha: Visitor, client_id: str, launch: str) -> str:
    asha.opens(_address(asha, client_id, "launch patient/*.rs", launch=launch))
    asha.sees("Wound pictures")
    return _answers(asha, "Allow")["code"]


def another(asha: Visitor, whose: str) -> str:
    """Somebody else, whom she may open and this app may not."""
    asha.opens("/people/?q=Khan")
    found = re.findall(r"/people/([0-9a-f-]{36})/", asha.page.content())
    return next(each for each in found if each != whose)
