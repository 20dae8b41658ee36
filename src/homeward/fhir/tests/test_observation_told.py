"""Is a partner told over HTTP, by its own subscription, of the set that our nurse took, and given what it scored?"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.conf import LazySettings

from homeward.exchange.tests.arranging import one_run
from homeward.exchange.tests.fake_partner import Answer, Asked, FakePartner, fake_partner
from homeward.fhir.tests.test_records_api import system
from homeward.fhir.tests.test_subscriptions import ASKED
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.monitoring.api import strike
from homeward.monitoring.tests.arranging import now, on_the_ward, seen, ward_nurse
from tests.plumbing.settling import let_settle
from tests.plumbing.the_moment import began

TOTAL = "1104051000000101"


@pytest.fixture
def hook(settings: LazySettings) -> Iterator[FakePartner]:
    settings.HOMEWARD_PRIVATE_HOOKS = True
    with fake_partner() as found:
        yield found


def told(hook: FakePartner, *, later: timedelta = timedelta()) -> list[Asked]:
    """What the endpoint is called with by one run of the job that delivers."""
    let_settle()
    at, before = datetime.now(UTC) + later, len(hook.asked)
    one_run(at)
    return hook.asked[before:]


@pytest.mark.hazard(
    "HZ-S37-45",
    hazard="A hospital subscribed to somebody's observations is not told that our nurse measured an emergency.",
    control="A set taken here is told to whoever subscribed, over HTTP, each sign and its NEWS2 as whole resources, and again when it is struck; tried again when the endpoint fails.",
)
@pytest.mark.django_db(transaction=True)
def test_a_nurses_news2_reaches_the_partners_webhook_whole_and_again_when_it_is_struck(hook: FakePartner) -> None:
    taken = began().replace(microsecond=0) - timedelta(minutes=20)
    stay = on_the_ward(at=taken - timedelta(hours=1))
    person, ward = now(stay).person_id, system()
    channel = {**ASKED["channel"], "endpoint": f"{hook.url}/hook", "header": ["Authorization: Bearer theirs"]}
    made = ward.post("Subscription", {**ASKED, "criteria": f"Observation?patient=Patient/{person}", "channel": channel})
    assert made.status_code == 201, made.content
    assert told(hook) == []
    set_id = seen(stay, at=taken, heart_rate=128.0).set_id
    hook.answers.append(Answer(status=503, body=b""))  # the first call of all is not heard
    first = told(hook)
    again = told(hook, later=timedelta(hours=1))
    assert (len(first), len(again), again[0].path) == (8, 1, first[0].path)
    heard = {each.path.rpartition("/")[2]: each.tree for each in [*first[1:], *again]}
    assert len(heard) == 8 and {each.method for each in [*first, *again]} == {"PUT"}
    assert {each.headers["authorization"] for each in first} == {"Bearer theirs"}
    assert all(isinstance(validate(each.body), Resource) for each in [*first, *again])
    total = heard[str(set_id)]
    assert any(each["code"] == TOTAL for each in total["code"]["coding"]) and total["valueQuantity"]["value"] == 2
    for id, resource in heard.items():
        assert {**resource, "code": 0, "meta": 0} == {**json.loads(ward.get(f"Observation/{id}").content), "code": 0, "meta": 0}
    strike(set_id=set_id, why="Another person's", by=ward_nurse(), at=datetime.now(UTC))
    struck = told(hook, later=timedelta(hours=2))
    assert {each.tree["status"] for each in struck} == {"entered-in-error"} and len(struck) == 8
    assert told(hook, later=timedelta(hours=3)) == []


@pytest.mark.django_db(transaction=True)
def test_a_subscription_for_somebody_else_hears_nothing_of_it(hook: FakePartner) -> None:
    taken = began().replace(microsecond=0) - timedelta(minutes=20)
    stay = on_the_ward(at=taken - timedelta(hours=1))
    asked = {**ASKED, "criteria": f"Observation?patient=Patient/{UUID(int=7)}", "channel": {**ASKED["channel"], "endpoint": f"{hook.url}/hook"}}
    assert system().post("Subscription", asked).status_code == 201
    seen(stay, at=taken)
    assert told(hook) == []
