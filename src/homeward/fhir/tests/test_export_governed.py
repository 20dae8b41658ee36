"""Does information governance see which systems took many records, and end one?"""

import json
from uuid import UUID

import pytest
from django.test import Client

from homeward.fhir.models import BulkExport, BulkPage
from homeward.fhir.tests.test_export import asked, gathered, hospital, manifest, said, somebody, taken
from homeward.fhir.tests.test_records_api import system
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db


def lead(role: str = "information-governance") -> Client:
    return signed_in(staff(role=role, organisation="bsol-icb", teams=()))


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    return " ".join(answer.content.decode().split())


@pytest.mark.hazard(
    "HZ-S73-74",
    hazard="A partner's system takes everybody's records, and nobody who answers for them knows that it did, nor can end it.",
    control="Information governance has a page of every export: who asked, when, of how many people, that no purpose was told and which rules it was held to, how many were left out and how often it was taken; they end one with a reason, and its files are gone at once.",
)
def test_they_see_who_took_how_much_and_end_it_with_a_reason() -> None:
    ward, by, priya = system(), hospital(), lead()
    assert "No system has asked" in text(priya, "/audit/taken/")
    first, objects = somebody(ward, 311), somebody(ward, 312)
    said(objects)
    address = asked(by, "?_type=Patient,Observation")
    one = f"/audit/taken/{address.rpartition('/')[2]}/"
    assert "Waiting to start" in text(priya, "/audit/taken/")
    gathered(address)
    shown = text(priya, "/audit/taken/")
    assert "Hospital warehouse" in shown and "2 kinds of record of everybody" in shown and "For direct care" not in shown
    assert "A system does not say what for: it is held to the rules for direct care" in shown
    assert "1 person in it, 1 left out" in shown and "Ready to be taken" in shown and "Not taken yet" in shown
    taken(by, manifest(by, address)["output"])
    assert "2 files taken" in text(priya, "/audit/taken/")
    whole = text(priya, one)
    assert "Not said by the system. It was held to the rules for direct care" in whole
    assert "1 person who asked that your organisation does not open their record" not in whole
    assert "1 person who asked that this organisation does not open their record" in whole
    assert str(objects) not in whole and str(first) not in whole
    refused = priya.post(one, {"why": " "})
    assert refused.status_code == 422 and "Say why it is ended." in refused.content.decode()
    assert BulkExport.objects.get().state == "ready"
    ended = priya.post(one, {"why": "Asked under a contract that is over"})
    assert ended.status_code == 302
    assert "Over, nothing kept" in text(priya, one) and "Asked under a contract" in text(priya, "/audit/taken/")
    told = by.get(address)
    assert (told.status_code, json.loads(told.content)["issue"][0]["code"]) == (404, "not-found")
    assert "Asked under a contract that is over" in told.content.decode()
    again = priya.post(one, {"why": "again"})
    assert again.status_code == 422 and "It is over already." in again.content.decode()


def test_one_that_is_being_gathered_goes_no_further_once_it_is_ended() -> None:
    ward, by = system(), hospital()
    somebody(ward, 321)
    address = asked(by)
    id = UUID(address.rpartition("/")[2])
    assert lead().post(f"/audit/taken/{id}/", {"why": "Not agreed"}).status_code == 302
    gathered(address)
    assert (BulkExport.objects.get(pk=id).state, BulkPage.objects.count(), by.get(address).status_code) == ("ended", 0, 404)


def test_whoever_may_only_look_does_not_end_it_and_others_do_not_even_look() -> None:
    ward, by = system(), hospital()
    somebody(ward, 331)
    address = asked(by)
    one = f"/audit/taken/{address.rpartition('/')[2]}/"
    safety = lead("clinical-safety")
    assert "Why do you end it?" not in text(safety, one)
    assert safety.post(one, {"why": "I may not"}).status_code == 403
    assert lead("hub-coordinator").get(one).status_code == 403
    assert lead().get(f"/audit/taken/{UUID(int=7)}/").status_code == 404
    assert BulkExport.objects.get().state == "waiting"
