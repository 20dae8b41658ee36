"""Can a need go to several teams at once and still be one need with one status and its first clock?"""

import pytest

from homeward.access.api import gate
from homeward.episodes.api import clocks_of
from homeward.foundation.errors import Invalid
from homeward.referrals.api import Part, ServiceRequest, detail, explain, notices, refer_on, revoke
from homeward.referrals.models import OwnerPeriod
from homeward.referrals.tests.arranging import (
    HUB,
    MORNING,
    OTHER_SERVICE,
    OTHER_TEAM,
    SERVICE,
    TEAM,
    accepted,
    after,
    coordinator,
    lead,
    now_is,
    triaged,
)
from homeward.referrals.tests.committing import commits

pytestmark = pytest.mark.django_db

RESPONSE = Part(need_code="fall", service_code=SERVICE, team_code=TEAM, words="Nurse first")
WOUND = Part(need_code="wound-care", service_code=OTHER_SERVICE, team_code=OTHER_TEAM, words="Cut on the shin")
LONELY = Part(need_code="loneliness", words="Lives alone")


def parts_of(whole: ServiceRequest) -> dict[str, ServiceRequest]:
    with gate.person(whole.person_id, by=coordinator(), at=after(10)):
        return {each.need_code: each for each in ServiceRequest.objects.filter(based_on=whole)}


def test_several_at_once_one_whole() -> None:
    whole = refer_on(
        referral_id=triaged().id, parts=[RESPONSE, WOUND, LONELY], by=coordinator(), at=after(10), expected_version=2
    )
    commits()
    assert (whole.state, whole.owner_team_id, whole.version) == ("triaged", HUB, 3)
    parts = parts_of(whole)
    assert {code: (each.state, each.owner_team_id) for code, each in parts.items()} == {
        "fall": ("placed", TEAM),
        "wound-care": ("placed", OTHER_TEAM),
        "loneliness": ("received", HUB),
    }
    seen = detail(whole.id, by=coordinator(), at=after(11))
    assert len(seen.parts) == 3 and seen.whole.parts == 4 and seen.whole.state == "received"
    [why] = explain(parts["fall"].id, by=coordinator(), at=after(11))
    assert (why.chosen.service_code, why.why) == (SERVICE, "Nurse first")


@pytest.mark.hazard(
    "HZ-S10-8",
    hazard="A need handed to another organisation gets a new two-hour clock there, and the old one looks answered.",
    control="A part of a need that nobody accepted yet counts from the moment the whole was received; the wait moves, never restarts.",
)
def test_the_wait_moves_to_the_part_and_counts_from_the_first_moment() -> None:
    whole = refer_on(referral_id=triaged().id, parts=[RESPONSE], by=coordinator(), at=after(30), expected_version=2)
    part = parts_of(whole)["fall"]
    with gate.person(whole.person_id, by=coordinator(), at=after(31)):
        found = clocks_of([whole.id, part.id], after(31))
        owned = OwnerPeriod.objects.get(referral=part).during
    there = {each.code: each for each in found[part.id]}
    assert (there["two-hour-response"].phase, there["two-hour-response"].due_at) == ("running", after(120))
    assert "two-hour-response" not in {each.code for each in found[whole.id] if each.live}
    assert (part.received_at, owned.lower) == (MORNING, MORNING)


def test_what_is_found_in_care_is_a_new_need_and_waits_from_now() -> None:
    whole = refer_on(referral_id=accepted().id, parts=[WOUND], by=lead(), at=after(60), expected_version=4)
    part = parts_of(whole)["wound-care"]
    assert (whole.state, whole.owner_team_id) == ("accepted", TEAM)
    assert (part.received_at, part.requester_team, part.requester_name) == (after(60), TEAM, "Chloe Ward")


@pytest.mark.hazard(
    "HZ-S12-10",
    hazard="Every team does its part and ends, and nobody notices that the whole is still somebody's.",
    control="The owner keeps the whole, and is told when its last part has ended.",
)
def test_the_owner_is_told_when_every_part_has_ended() -> None:
    by = coordinator()
    whole = refer_on(referral_id=triaged().id, parts=[RESPONSE, LONELY], by=by, at=after(10), expected_version=2)
    parts = parts_of(whole)
    revoke(referral_id=parts["fall"].id, reason_code="need-gone", by=by, at=after(20))
    assert not [each for each in notices(by=by, at=after(21)) if each.kind == "parts_ended"]
    revoke(referral_id=parts["loneliness"].id, reason_code="need-gone", by=by, at=after(22))
    [told] = [each for each in notices(by=by, at=after(23)) if each.kind == "parts_ended"]
    assert (told.referral_id, now_is(whole).is_open) == (whole.id, True)


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ([], "parts"),
        ([RESPONSE, RESPONSE], "parts"),
        ([Part(need_code="nothing")], "need_code"),
        ([Part(need_code="fall", service_code=SERVICE)], "service_code"),
        ([Part(need_code="fall", urgency="never")], "urgency"),
        ([Part(need_code="fall", service_code=SERVICE, team_code="hub-west")], "service_code"),
    ],
)
def test_what_cannot_be_referred_on(parts: list[Part], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        refer_on(referral_id=triaged().id, parts=parts, by=coordinator(), at=after(10), expected_version=2)
    assert list(refused.value.errors) == [field]
