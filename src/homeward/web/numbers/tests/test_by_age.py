"""Does the page of a rate show it as it is and standardised for age, place by place, each opening into its list?"""

import html
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from homeward.access.api import system
from homeward.directory.api import place
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.foundation.moments import london_day
from homeward.hospital.api import admit
from homeward.hospital.tests.arranging import HOSPITAL, WARD, ward
from homeward.measures.api import Asked, exported, rate_by_age, refresh_lake
from homeward.measures.tests.test_two_hour_response import analyst
from homeward.referrals.tests.arranging import HUB, person
from tests.plumbing.people_at_work import signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
NUMBER = "/numbers/older-people-admitted/"
AGES = (66, 71, 76, 81, 86, 93)


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


def lived(now: datetime, *, admitted: int, others: int) -> None:
    """So many people of each age of the standard who came in ten days ago, and so many who did not; one came a hundred days ago."""
    practice = place().areas_of_kind("practice_list", on=london_day(now))[0].code
    nurse, since = ward(), now - timedelta(days=120)

    def someone(age: int, number: int) -> object:
        return person(at=since, birth_date=date(now.year - age, 1, 1), practice_code=practice, given=f"Ivy {number} {age}")

    for age in AGES:
        for number in range(admitted + others):
            one = someone(age, number)
            days = 10 if number < admitted else 100 if age == AGES[0] and number == admitted else None
            if days:
                at = now - timedelta(days=days)
                admit(person_id=one, hospital=HOSPITAL, ward=WARD, admitted_at=at, method="emergency", by=nurse, at=at)  # type: ignore[arg-type]
    refresh_lake(at=now, everything=True)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def test_as_it_is_and_standardised_stand_side_by_side_and_open_into_their_list() -> None:
    """Of four at each age two were admitted: 500 for each 1,000 however old people are."""
    lived(began(), admitted=2, others=2)
    client = signed_in(staff(role="hub-coordinator", teams=(HUB,)))
    page = text(client, NUMBER)
    section = page[page.index("Old and young places side by side") :][:900]
    assert "European standard population 2013, ages 65 and over" in section and "Standardised for age" in section
    assert re.search(r"Everybody 12 in 24 500 per 1,000 \d+ to [\d,]+ per 1,000 500 per 1,000", section), section
    address = re.findall(r'href="([^"]+people/\?[^"]+)"', client.get(NUMBER).content.decode().partition('id="by-age"')[2])
    listed = text(client, html.unescape(address[0]))
    assert "12 people" in listed, listed[300:1500]
    assert all("12 people" in text(client, html.unescape(each)) for each in address[:2])  # all of them live in one locality


def test_a_file_says_which_rate_is_crude_and_gives_the_standardised_one() -> None:
    now = began()
    lived(now, admitted=2, others=2)
    first, last = london_day(now) - timedelta(days=30), london_day(now)
    file = exported("older-people-admitted", asked=Asked(first=first, last=last), by=analyst(), at=now)
    facts, sheets = dict(file.facts), {sheet.name: sheet for sheet in file.sheets}
    assert facts["Standard population"] == "European standard population 2013, ages 65 and over"
    assert facts["Kind of rate"].startswith("As it is (crude)") and facts["Standardised for age"].startswith("500 per 1,000 (")
    whole = dict(zip(sheets["Standardised for age"].head, sheets["Standardised for age"].rows[0], strict=True))
    assert (whole["Locality"], whole["As it is (crude)"], whole["Standardised"]) == ("Everybody", 500, 500)


def test_of_fewer_than_ten_it_says_why_there_is_none() -> None:
    lived(began(), admitted=1, others=1)
    page = text(signed_in(staff(role="hub-coordinator", teams=(HUB,))), NUMBER)
    assert "Everybody 6 in 12" in page and "Fewer than 10 counted: too few to standardise" in page


def test_only_a_rate_with_its_standard_and_only_for_those_who_see_numbers() -> None:
    now = began()
    asked = Asked(first=london_day(now) - timedelta(days=30), last=london_day(now))
    with pytest.raises(NotFound, match="not standardised"):
        rate_by_age("two-hour-response", asked=asked, by=staff(role="hub-coordinator", teams=(HUB,)), at=now)
    with pytest.raises(NotPermitted):
        rate_by_age("older-people-admitted", asked=asked, by=system("nobody"), at=now)
