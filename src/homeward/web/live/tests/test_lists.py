"""Does each list that is drawn once name what its page names, and does it say nothing of who asks?"""

import re

import pytest
from django.urls import resolve

from homeward.referrals.tests.arranging import coordinator
from homeward.web.live.lists import LISTS
from homeward.web.live.sight import LONGEST, sight_of
from tests.plumbing.people_at_work import citizen, signed_in


@pytest.mark.django_db
@pytest.mark.parametrize("address", LISTS)
def test_the_page_around_it_waits_for_the_same_changes(address: str) -> None:
    view = resolve(address)
    page = signed_in(coordinator()).get(address.removesuffix("rows/")).content.decode()
    board = re.search(r"<div [^>]*data-board[^>]*>", page)
    assert board is not None and f'data-rows="{address}"' in board[0] and view.url_name
    said = dict(re.findall(r'data-(of|also)="([^"]*)"', board[0]))
    assert (said["of"], said.get("also", "")) == (LISTS[address].of, LISTS[address].also)


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
