"""Does each list that is drawn once name what its page names, and does it say nothing of who asks?"""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.urls import resolve

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.front_door.tests.arranging import at_the_door, came, clinician, taken
from homeward.referrals.tests.arranging import coordinator, person
from homeward.web.live.lists import LISTS
from homeward.web.live.sight import LONGEST, sight_of
from tests.plumbing.people_at_work import LONG_AGO, account_id, citizen, signed_in

BUT_FOR_TIME = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*|[0-9]+')


def who_sees(address: str) -> Actor:
    """Somebody whose list it is: those at a front door, who answer the line too, else a coordinator."""
    return clinician(teams=("opal-heartlands", "opal-plus")) if "front-door" in address else coordinator()


@pytest.mark.django_db
@pytest.mark.parametrize("address", LISTS)
def test_the_page_around_it_waits_for_the_same_changes(address: str) -> None:
    view = resolve(address)
    page = signed_in(who_sees(address)).get(address.removesuffix("rows/")).content.decode()
    board = re.search(r"<div [^>]*data-board[^>]*>", page)
    assert board is not None and f'data-rows="{address}"' in board[0] and view.url_name
    said = dict(re.findall(r'data-(of|also)="([^"]*)"', board[0]))
    assert (said["of"], said.get("also", "")) == (LISTS[address].of, LISTS[address].also)


@pytest.mark.django_db
@pytest.mark.parametrize("address", LISTS)
def test_two_at_the_same_work_see_the_same_and_the_log_calls_it_as_the_page_does(address: str) -> None:
    now, who = datetime.now(UTC), person(at=LONG_AGO)
    came(who, by=at_the_door(), at=now)
    taken(who, at=now, answered_at=now)
    one, two = who_sees(address), who_sees(address)
    first, second = (BUT_FOR_TIME.sub("", signed_in(each).get(address).content.decode()) for each in (one, two))
    assert first == second and ("data-row" in first or not address.startswith("/front-door/"))
    with gate.job("audit"), connection.cursor() as cursor:
        cursor.execute("select why from access_opening where actor_id = %s and mode = 'worklist'", [account_id(one)])
        assert {why for (why,) in cursor.fetchall()} == ({LISTS[address].opens} - {""})


@pytest.mark.django_db
def test_only_the_same_list_filters_and_work_make_the_same_sight() -> None:
    one, two = coordinator(name="A"), coordinator(name="B")
    other = coordinator(team="hub-south")
    assert sight_of(one, "/flow/rows/?show=ready&ids=x") == sight_of(two, "/flow/rows/?show=ready")
    assert sight_of(one, "/flow/rows/?show=ready") != sight_of(two, "/flow/rows/?show=long")
    assert sight_of(one, "/flow/rows/") != sight_of(other, "/flow/rows/")
    for never in ("", "/hub/rows/", "/flow/rows/?page=2", "http:[", "/flow/rows/?q=" + "x" * LONGEST):
        assert sight_of(one, never) is None
    assert sight_of(citizen(person_id=None), "/flow/rows/") is None


@pytest.mark.django_db
def test_the_address_asks_for_those_rows_or_all() -> None:
    sight = sight_of(coordinator(), "/flow/rows/?q=o%27neill+%26+son&show=")
    assert sight is not None
    assert sight.address(None) == "/flow/rows/?q=o%27neill+%26+son&show="
    assert sight.address(["a", "b"]) == "/flow/rows/?q=o%27neill+%26+son&show=&ids=a%2Cb"
