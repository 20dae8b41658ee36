"""Does a long page of the way home say first what matters, and is each of its parts reached and read on a phone?"""

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine

from homeward.hospital.api import add_step, criteria
from homeward.hospital.tests.arranging import admitted, days, hub, ward
from homeward.web.hub.tests.at_work import text
from tests.plumbing.people_at_work import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_days_on")]


@pytest.fixture
def three_days_on() -> Iterator[None]:
    with time_machine.travel(days(3) + timedelta(hours=1), tick=False):
        yield


def ready() -> UUID:
    _, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    return stay_id


def test_the_meeting_says_first_whose_turn_it_is_and_leads_there() -> None:
    stay_id = ready()
    flow = signed_in(ward())
    assert "Whose turn it is" not in text(flow.get("/flow/meeting/")), "one part needs no list of parts"
    for team, day in (("flow-heartlands", 2.5), ("transfer-of-care-hub", 4)):
        add_step(stay_id=stay_id, title="Ring them", owner_team=team, due_at=days(day), by=ward(), at=days(2))
    ready()
    page = text(flow.get("/flow/meeting/"))
    turns = page.partition('id="whose"')[2].partition("</nav>")[0]
    assert "<strong>1</strong> Nobody has the next step" in turns and "<strong>1</strong> <span>late: Ward and flow staff" in turns
    assert "<strong>1</strong> <span>to do: Transfer" in turns and page.index('id="whose"') < page.index('id="f-hospital"')
    for name in re.findall(r'href="#([^"]+)"', turns):
        assert f'<h2 id="{name}"' in page, name
    assert page.count('href="#whose"') == 2


def test_on_a_phone_each_site_of_recovery_beds_is_a_card_that_says_what_each_value_is() -> None:
    page = text(signed_in(hub()).get("/flow/beds/"))
    _, _, side_by_side = page.partition("The sites side by side")
    cells = side_by_side.split('<td role="cell"')[1:]
    assert "hw-scroll" not in page and cells
    assert all("nhsuk-table-responsive__heading" in each.partition("</td>")[0] for each in cells)
