"""Does the SMART app of fhirclient, unmodified, find the way, ask a citizen in a browser, read their record and refresh?"""

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
import requests
from fhirclient.client import FHIRClient
from fhirclient.models.observation import Observation
from fhirclient.models.patient import Patient
from fhirclient.server import FHIRNotFoundException, FHIRUnauthorizedException

from tests.fhir_clients.conftest import Server
from tests.plumbing.served import NOT_HANDED_ON

pytestmark = pytest.mark.slow
BACK = "http://127.0.0.1:9809/back"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "homeward.config.settings", "HOMEWARD_DEMO": "0"}
PASSWORD = "home before hospital"
SCOPE = "patient/*.rs openid fhirUser offline_access"


# What a deployer and an invitation do, in one go: a person, their own account, and an app registered by the command.
ARRANGED = """
import json, sys
from datetime import UTC, date, datetime
from homeward.cli._database import with_database
with with_database(words=""):
    from homeward.access.api import add_membership, create_user, set_password, system
    from homeward.directory.api import place
    from homeward.fhir.api import create_app
    from homeward.people.api import PersonDetails, register
    at, by = datetime.now(UTC), system("setup")
    ada = register(details=PersonDetails(family="Brook", given="Ada", birth_date=date(1938, 5, 17), sex="female"), by=system("demo"), at=at)
    user = create_user(email="ada@example.org", name="Ada Brook", kind="citizen", person_id=ada.id, by=by, at=at)
    role = next(each.code for each in place().roles.values() if each.may("me.view") and each.may("app.allow"))
    add_membership(user_id=user.id, organisation_code="self", role_code=role, team_codes=(), by=by, at=at)
    set_password(user_id=user.id, password=sys.argv[1], by=by, at=at)
    made = create_app(name="Pocket diary", scopes=sys.argv[3].split(), redirects=[sys.argv[2]], public=True)
print(json.dumps(made | {"person": str(ada.id)}))
"""


@pytest.fixture(scope="module")
def arranged(server: Server) -> dict[str, str]:
    """One person who can sign in, and an app that cannot keep a secret."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
    command = [sys.executable, "-c", ARRANGED, PASSWORD, BACK, f"launch/patient {SCOPE}"]
    done = subprocess.run(
        command, env=kept | SETTINGS | {"HOMEWARD_DATA": str(server.data)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_it_works_as_its_manual_says(server: Server, arranged: dict[str, str]) -> None:
    made = arranged
    settings = {
        "app_id": made["client_id"], "api_base": f"{server.host}/fhir/R4", "redirect_uri": BACK, "scope": SCOPE,
    }  # fmt: skip
    app = FHIRClient(settings=settings, save_func=lambda state: None)
    app.wants_patient = True
    app.prepare()
    assert "code_challenge_method=S256" in app.authorize_url
    app.handle_callback(_allowed_by_citizen(server, app.authorize_url))
    assert app.ready and app.patient_id == made["person"]
    assert Patient.read(app.patient_id, app.server).name
    assert list(Observation.where({"patient": app.patient_id}).perform_resources_iter(app.server)) == []
    with pytest.raises(FHIRNotFoundException):
        Patient.read("00000000-0000-7000-8000-000000000000", app.server)
    first = app.server.auth.access_token
    assert app.reauthorize() and app.server.auth.access_token != first
    assert Patient.read(app.patient_id, app.server).id == app.patient_id
    form = {"token": app.server.auth.refresh_token, "client_id": made["client_id"]}
    assert requests.post(f"{server.host}/oauth/revoke", data=form, timeout=10).status_code == 200
    with pytest.raises(FHIRUnauthorizedException):
        Patient.read(app.patient_id, app.server)


def _allowed_by_citizen(server: Server, address: str) -> str:
    """What a browser does: sign in, read the page, press Allow; the address it is then sent to."""
    browser = requests.Session()
    page = browser.get(address, timeout=20)
    assert "/sign-in/" in page.url
    page = _sent(browser, page, email="ada@example.org", password=PASSWORD)
    assert "Let Pocket diary read your record?" in page.text, page.text[:3000]
    response = _posted(browser, page, answer="yes")
    assert response.status_code == 303, response.text[:2000]
    return str(response.headers["Location"])


def _sent(browser: requests.Session, page: requests.Response, **typed: str) -> requests.Response:
    found = _posted(browser, page, **typed)
    return (
        browser.get(requests.compat.urljoin(page.url, found.headers["Location"]), timeout=20)
        if found.is_redirect
        else found
    )


def _posted(browser: requests.Session, page: requests.Response, **typed: str) -> Any:
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text))
    sent = {name: value.replace("&amp;", "&") for name, value in hidden.items()} | typed
    return browser.post(page.url, data=sent, headers={"Referer": page.url}, allow_redirects=False, timeout=20)
