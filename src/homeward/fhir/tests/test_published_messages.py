"""Does each published referral become one referral with its person, need, priority and sender, whatever came before?"""

import json
from pathlib import Path

import pytest

from homeward.access.api import gate
from homeward.fhir.tests.counting import rows
from homeward.fhir.tests.messages import each, is_referral, published
from homeward.fhir.tests.partner import NOON, partner
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.referrals.api import ServiceRequest

pytestmark = pytest.mark.django_db


REFERRALS = [file for file in published() if is_referral(file)]


@each(REFERRALS)
def test_a_published_referral_becomes_one(file: Path) -> None:
    response = partner(name="999").send(file.read_bytes())
    assert response.status_code == 200, response.content
    assert isinstance(validate(response.content), Resource)
    with gate.job("bench", at=NOON):
        referral = ServiceRequest.objects.get()
    assert referral.need_words
    assert referral.requester_name in ("Marcy BLAKE", "John TRUMAN")
    assert referral.requester_phone
    assert "(RND)" in referral.requester_organisation or referral.requester_organisation
    assert referral.owner_team_id


@pytest.mark.skipif(not published(), reason="HOMEWARD_EXAMPLES names no folder of published messages")
@pytest.mark.hazard(
    "HZ-S12-25",
    hazard="A message sent twice makes two referrals, or one referral is lost because another used the same id.",
    control="The same message is answered again from its receipt; another message under a used id is a referral of its own.",
)
def test_all_of_them_from_one_sender_and_then_all_again() -> None:
    sender = partner(name="999")
    new = [file for file in REFERRALS if b'"update"' not in file.read_bytes()]
    first = {file: sender.send(file.read_bytes()) for file in new}
    assert {response.status_code for response in first.values()} == {200}
    before = rows()
    with gate.job("bench", at=NOON):
        assert ServiceRequest.objects.count() == len(new)
    for file in new:
        again = sender.send(file.read_bytes())
        assert again.content == first[file].content
        respaced = sender.send(json.dumps(json.loads(file.read_bytes()), indent=7).encode())
        assert respaced.content == first[file].content
    assert rows() == before
