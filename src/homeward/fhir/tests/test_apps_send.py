"""Can an app send what was declared for whoever let it in, and nothing else: marked as its word, written down, only where they may?"""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from homeward.access.api import gate, kinds_that_apps_send, who_looked
from homeward.directory.api import place
from homeward.fhir.partner_client import create_app
from homeward.fhir.tests.an_app import BACK, AnApp, entries, sentences, told
from homeward.fhir.tests.partner import Partner, outcome
from homeward.fhir.tests.test_apps import known
from homeward.fhir.tests.test_records_api import pressure
from homeward.fhir.tests.test_records_api import system as ward_system
from homeward.foundation import events
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid
from tests.plumbing.people_at_work import citizen, signed_in, staff

pytestmark = pytest.mark.django_db
SENDS = "launch/patient patient/Observation.crus patient/QuestionnaireResponse.c"
UNCHECKED = "Growth chart (sent by an app, not checked)"


def townsperson(person: UUID) -> Actor:
    role = next(each.code for each in place().roles.values() if each.may("me.view") and "Observation" in each.apps_send)
    return citizen(person_id=person, role=role)


def nurse() -> Actor:
    role = next(
        each.code for each in place().roles.values()
        if "Observation" in each.apps_send and each.may("person.view") and each.may("person.search")
    )  # fmt: skip
    return staff(role=role, teams=(next(code for code, each in place().teams.items() if not each.hub),))


def talking(app: AnApp, user: Client, **chosen: Any) -> Partner:
    return Partner(client=app.browser, token=app.tokens(user, **chosen)["access_token"])


def sent_by_apps(person: UUID) -> list[events.EventRow]:
    with gate.job("bench", at=timezone.now()):
        return events.of_person(person, kinds=("app.send",), limit=9)


def today(person: UUID, value: str = "142.50", **more: Any) -> str:
    return pressure(str(person), value, effectiveDateTime=datetime.now(UTC).isoformat(), **more)


@pytest.mark.hazard(
    "HZ-S73-90",
    hazard="What a patient's own app sends is taken for what a professional measured or checked.",
    control="It is kept under the app's name, marked in the resource itself, and shown as sent by an app and not checked wherever it is shown.",
)
def test_a_patients_app_sends_a_measurement_that_is_shown_as_its_word() -> None:
    ada = known("9990000018", "Brook", by := nurse())
    app, own = AnApp(scopes=SENDS), townsperson(ada)
    asked = sentences(signed_in(own).get("/oauth/authorize", app.asks()))
    assert "Let Growth chart read and add to your record?" in asked and "Add measurements to your record." in asked
    phone = talking(app, signed_in(own))
    made = phone.post("Observation", today(ada))
    assert made.status_code == 201, made.content
    kept = json.loads(made.content)
    tags = kept["meta"]["tag"]
    assert [each["code"] for each in tags] == ["app-not-checked"] and "Growth chart" in tags[0]["display"]
    assert {**kept, "meta": 0, "id": 0} == {
        **json.loads(today(ada)),
        "effectiveDateTime": kept["effectiveDateTime"],
        "meta": 0,
        "id": 0,
    }
    for page in ("", "timeline/"):
        assert UNCHECKED in sentences(signed_in(by).get(f"/people/{ada}/{page}")), page
    said = json.loads(ward_system().get(f"Observation/{kept['id']}").content)
    assert said["meta"]["tag"] == tags  # partners are told, too
    looks = who_looked(ada, by=own, at=timezone.now())
    assert any("adding measurements over FHIR, with the app Growth chart" in each.why for each in looks)
    (sent,) = sent_by_apps(ada)
    assert (sent.facts["app"], sent.facts["kinds"], sent.actor_kind) == ("Growth chart", {"Observation": 1}, "citizen")


def test_it_corrects_what_it_sent_itself_and_cannot_take_the_mark_away() -> None:
    ada = known("9990000018", "Brook")
    user = signed_in(townsperson(ada))
    phone = talking(AnApp(scopes=SENDS), user)
    kept = json.loads(phone.post("Observation", today(ada)).content)
    better = {name: value for name, value in kept.items() if name != "meta"}
    better["valueQuantity"] = {"value": 128, "unit": "mmHg"}
    assert phone.put(f"Observation/{kept['id']}", better).status_code == 200
    now = json.loads(phone.get(f"Observation/{kept['id']}").content)
    assert (now["valueQuantity"]["value"], now["meta"]["versionId"]) == (128, "2")
    assert [each["code"] for each in now["meta"]["tag"]] == ["app-not-checked"]
    theirs = next(each for each in entries(phone.get(f"Observation?patient={ada}")) if each["id"] != kept["id"])
    refused = phone.put(f"Observation/{theirs['id']}", {**theirs, "status": "entered-in-error"})
    assert refused.status_code == 403 and "Only whoever sent it" in outcome(refused)["diagnostics"]
    other = talking(AnApp(scopes=SENDS, name="Other app"), user)
    assert other.put(f"Observation/{kept['id']}", now).status_code == 403


@pytest.mark.hazard(
    "HZ-S73-91",
    hazard="An app writes in a record that is not that of whoever let it in, or what nobody declared that an app may write.",
    control="A token for one person writes about no other; each entry is held to its scopes and to the kinds declared for the role, now.",
)
def test_it_writes_about_nobody_else_and_nothing_else() -> None:
    ada, eve = known("9990000018", "Brook"), known("9990000115", "Other")
    phone = talking(AnApp(scopes=SENDS), signed_in(townsperson(ada)))
    number = {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"}
    assert phone.post("Observation", today(ada, subject={"identifier": number})).status_code == 201
    before = len(entries(ward_system().get(f"Observation?patient={eve}")))
    theirs = (today(eve), today(ada, subject={"identifier": {**number, "value": "9990000115"}}))
    for body in theirs:
        refused = phone.post("Observation", body)
        assert (refused.status_code, outcome(refused)["expression"]) == (422, ["Observation.subject"])
    condition: dict[str, Any] = {"resourceType": "Condition", "subject": {"reference": f"Patient/{ada}"}, "code": {"text": "Cured"}}
    for kind, other in (("Condition", condition), ("Patient", {"resourceType": "Patient"})):
        refused = phone.post(kind, other)
        assert refused.status_code == 403 and f"system/{kind}.c" in outcome(refused)["diagnostics"]
    bundle = {"resourceType": "Bundle", "type": "transaction", "entry": [
        {"resource": json.loads(today(ada, "99.5")), "request": {"method": "POST", "url": "Observation"}},
        {"resource": condition, "request": {"method": "POST", "url": "Condition"}}]}  # fmt: skip
    assert phone.post("", bundle).status_code == 403
    assert (
        phone.client.post("/fhir/R4/$process-message", headers={"Authorization": f"Bearer {phone.token}"}).status_code
        == 403
    )
    assert len(entries(ward_system().get(f"Observation?patient={eve}"))) == before
    assert "99.5" not in ward_system().get(f"Observation?patient={ada}").content.decode()


def test_a_condition_tells_an_app_nothing_that_it_may_not_search_for() -> None:
    ada = known("9990000018", "Brook")
    user = signed_in(townsperson(ada))
    phone = talking(AnApp(scopes="launch/patient patient/Observation.c"), user)
    assert phone.post("Observation", today(ada), **{"If-None-Exist": "code=271649006"}).status_code == 403
    assert phone.post("Observation", today(ada)).status_code == 201
    assert phone.get(f"Observation?patient={ada}").status_code == 403
    changes = talking(AnApp(scopes="launch/patient patient/Observation.us"), user)
    assert changes.put("Observation?identifier=none|none", today(ada)).status_code == 403


def test_an_app_of_a_nurse_writes_in_her_name_where_she_may() -> None:
    by = nurse()
    ada, stranger = known("9990000018", "Brook", by), known("9990000115", "Other")
    app = AnApp(scopes="user/*.rs user/Observation.c user/QuestionnaireResponse.cu")
    tablet = talking(app, signed_in(by))
    assert tablet.post("Observation", today(ada)).status_code == 201
    refused = tablet.post("Observation", today(stranger))
    assert (refused.status_code, outcome(refused)["expression"]) == (422, ["Observation.subject"])
    (sent,) = sent_by_apps(ada)
    assert (sent.actor_id, sent.facts["app"]) == (by.user_id, "Growth chart")


def test_nobody_gives_an_app_more_than_their_role_declares() -> None:
    plain = next(
        each.code for each in place().roles.values()
        if each.may("app.allow") and each.may("person.view") and not each.apps_send and not each.machine and "me" not in each.sections
    )  # fmt: skip
    by = staff(role=plain, teams=(next(code for code, each in place().teams.items() if not each.hub),))
    app = AnApp(scopes="user/Observation.crs")
    assert kinds_that_apps_send(by) == ()
    made = app.tokens(signed_in(by))
    assert made["scope"] == "user/Observation.rs"
    only = AnApp(scopes="user/Observation.c")
    assert told(only.sent(signed_in(by)))["error"] == "invalid_scope"
    for scope in ("user/*.c", "patient/Patient.c", "user/ServiceRequest.cu", "user/Observation.d"):
        with pytest.raises(Invalid):
            create_app(name="X", scopes=[scope], redirects=[BACK])
    wide = AnApp(scopes="user/*.cruds")
    assert wide.tokens(signed_in(nurse()))["scope"] == "user/*.rs"  # everything is read; only what is named is written
    known_scopes = Client().get("/.well-known/smart-configuration").json()["scopes_supported"]
    assert "patient/Observation.cu" in known_scopes and "user/Patient.cu" not in known_scopes
