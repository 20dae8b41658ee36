"""Can somebody at home, or their carer, send measurements to the virtual ward that looks after them?"""

import re
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import proxy
from homeward.foundation.moments import london
from homeward.monitoring.tests.arranging import now, on_the_ward, page, person
from tests.plumbing.people_at_work import account_id, citizen, signed_in
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
ADDRESS = "/me/observations/"


@pytest.fixture
def stay() -> UUID:
    return on_the_ward(at=began() - timedelta(hours=5))


def sent(client: Client, **typed: str) -> tuple[int, str]:
    key = re.search(r'name="key"[^>]*value="([^"]+)"', client.get(ADDRESS).content.decode())
    assert key is not None
    answer = client.post(ADDRESS, {"key": key[1], "taken_at": f"{london(began()):%H:%M}", **typed}, follow=True)
    return answer.status_code, answer.content.decode()


def test_measurements_are_sent_in_plain_words_and_a_worry_is_heard(stay: UUID) -> None:
    client = signed_in(citizen(person_id=now(stay).person_id), second_factor=False)
    status, text = sent(client, heart_rate="84", temperature="36.9")
    assert status == 200 and "The ward can see this now" in text and "84" in text and "NEWS2" not in text
    (kept,) = page(stay, at=datetime.now(UTC)).sets
    assert kept.total is None and kept.source_words == "The person or their carer"
    status, text = sent(client, worried="on", consciousness="C")
    assert "somebody will ring" in text and "call 999" in text
    assert {each.kind for each in page(stay, at=datetime.now(UTC)).open_alerts} == {"score", "worried"}
    assert sent(client, heart_rate="seventy")[0] == 422 and sent(client)[0] == 422


@pytest.mark.parametrize(("scopes", "status"), [(("me.visits",), 403), (("me.visits", "me.observations"), 200)])
def test_a_carer_sends_them_only_where_the_person_agreed(stay: UUID, scopes: tuple[str, ...], status: int) -> None:
    mother, carer = now(stay).person_id, citizen(person_id=None, role="carer", name="Jo Marsh")
    proxy.grant(
        person_id=mother, proxy_user=account_id(carer), relation="Daughter", scopes=scopes,
        checked="the person, on their own page", until=began() + timedelta(days=30), born_on=date(1941, 5, 6),
        by=citizen(person_id=mother), at=began(),
    )  # fmt: skip
    client = signed_in(carer, second_factor=False)
    client.post("/me/acting/", {"person": str(mother)})
    assert client.get(ADDRESS).status_code == status
    if status == 200:
        assert "can see this now" in sent(client, heart_rate="80")[1]
        assert page(stay, at=datetime.now(UTC)).sets[0].who == "Jo Marsh"


def test_whoever_is_on_no_ward_is_told_so(stay: UUID) -> None:
    client = signed_in(citizen(person_id=person()), second_factor=False)
    assert "Nobody asks you for measurements" in client.get(ADDRESS).content.decode()
