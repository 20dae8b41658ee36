"""Is the keyworker of a care given as careManager, and does care-manager find that care and no other?"""

import json
from typing import Any
from uuid import uuid4

import pytest

from homeward.access.api import gate
from homeward.episodes.api import close_episode, episodes_of, set_keyworker
from homeward.fhir.tests.test_records_api import system
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.referrals.tests.arranging import TEAM, accepted, after
from tests.plumbing.people_at_work import account_id, staff

pytestmark = pytest.mark.django_db


def test_the_keyworker_is_the_care_manager_and_finds_it_also_when_the_care_has_ended() -> None:
    need, ward, nia = accepted(), system(), staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks")
    with gate.job("bench", at=after(5)):
        [care] = episodes_of([need.id])[need.id]

    def told(query: str = "") -> list[dict[str, Any]]:
        answer = ward.get(f"EpisodeOfCare?patient={need.person_id}{query}")
        assert answer.status_code == 200, answer.content
        return [each["resource"] for each in json.loads(answer.content).get("entry", [])]

    [before] = told()
    assert "careManager" not in before
    set_keyworker(episode_id=care.id, user_id=account_id(nia), by=nia, at=after(20))
    reference = f"Practitioner/{account_id(nia)}"
    [shown] = told(f"&care-manager={reference}")
    assert shown["careManager"] == {"reference": reference, "type": "Practitioner", "display": "Nia Brooks"}
    assert shown["meta"]["lastUpdated"] > before["meta"]["lastUpdated"]
    assert told(f"&care-manager=Practitioner/{uuid4()}") == []
    one = ward.get(f"EpisodeOfCare/{care.id}")
    assert isinstance(validate(one.content), Resource), validate(one.content)
    close_episode(episode_id=care.id, outcome="at-home", words="Rang", by=nia, at=after(30))
    [ended] = told(f"&care-manager={account_id(nia)}")
    assert (ended["status"], ended["careManager"]["display"]) == ("finished", "Nia Brooks")
