"""Can a tired ward clerk strike out a stay that was another person's, and does everybody who still opens the record read that?"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from homeward.hospital.api import add_step, admit
from homeward.hospital.tests.arranging import FLOW, HOSPITAL, WARD, days, hub, ward
from homeward.referrals.tests.arranging import MORNING, accepted, lead, placed, received, triaged
from homeward.web.hub.tests.at_work import text
from tests.plumbing.people_at_work import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_days_on")]
WHY = "The number of the man in the next bed was used"


@pytest.fixture
def three_days_on() -> Iterator[None]:
    with time_machine.travel(days(3) + timedelta(hours=1), tick=False):
        yield


def test_a_stay_is_struck_out_by_a_form_and_is_read_struck_out_by_those_who_look_after_the_person() -> None:
    person_id = accepted(placed(triaged(received()))).person_id
    stay_id = admit(person_id=person_id, hospital=HOSPITAL, ward=WARD, admitted_at=days(1), method="emergency", by=ward(), at=days(1))
    add_step(stay_id=stay_id, title="Order the medicines", owner_team=FLOW, due_at=days(5), by=hub(), at=days(2))
    client, address = signed_in(ward()), f"/flow/{stay_id}/entered-in-error/"
    assert address in client.get(f"/flow/{stay_id}/").content.decode()
    assert "Say how it came to be entered for them." in text(client.post(address, {"words": ""}))
    done = client.post(address, {"words": WHY}, follow=True)
    assert done.redirect_chain[-1][0] == "/flow/admit/" and "If somebody else was meant, admit them here." in text(done)
    assert "Ivy Cole" not in text(client.get("/flow/"))
    seen = signed_in(lead()).get(f"/people/{person_id}/timeline/").content.decode()
    assert f"entered in error: {WHY} {ward().name}" in seen and "<del><strong>Went into hospital</strong>: Heartlands Hospital</del>" in seen
    assert "A hospital stay was struck out" in seen


def test_the_stay_itself_says_who_struck_it_out_and_offers_nothing_more_to_do() -> None:
    person_id = accepted(placed(triaged(received()))).person_id
    stay_id = admit(person_id=person_id, hospital=HOSPITAL, ward=WARD, admitted_at=MORNING, method="emergency", by=ward(), at=days(1))
    add_step(stay_id=stay_id, title="Order the medicines", owner_team=FLOW, due_at=days(5), by=hub(), at=days(2))
    signed_in(hub()).post(f"/flow/{stay_id}/entered-in-error/", {"words": WHY})
    shown = signed_in(lead()).get(f"/flow/{stay_id}/")
    page = text(shown)
    for words in ("Entered in error", "this was not their stay", WHY, hub().name, "It counts nowhere", "Stopped: The stay was entered in error."):
        assert words in page, words
    assert "/entered-in-error/" not in shown.content.decode() and "/leave/" not in shown.content.decode() and "In Heartlands Hospital" not in page
