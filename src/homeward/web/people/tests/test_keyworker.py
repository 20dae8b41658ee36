"""Does the circle of care name the keyworker first, and say when a new one is needed?"""

import re

import pytest

from homeward.access.api import close_user, system
from homeward.plans.tests.arranging import nurse, visited
from homeward.referrals.tests.arranging import TEAM, after, gp
from homeward.web.people.tests.test_pages import text
from tests.plumbing.people_at_work import account_id, signed_in, staff

pytestmark = pytest.mark.django_db


def test_the_keyworker_stands_first_in_the_circle_and_is_changed_from_there() -> None:
    person, by = visited(), nurse()
    olu = staff(role="therapist", teams=(TEAM,), name="Olu Ade")
    client = signed_in(by)
    page = text(client.get(f"/people/{person}/"))
    address = re.search(r'href="(/care/[0-9a-f-]+/keyworker/\?from=person)"', page)
    assert "Nobody named" in page and address and "Name the keyworker" in page
    answer = client.post(address[1], {"from": "person", "version": "0", "to": str(account_id(olu))}, follow=True)
    assert answer.redirect_chain[-1][0] == f"/people/{person}/"
    page = text(answer)
    circle = page[page.index("Circle of care") :]
    assert "<strong>Olu Ade</strong>" in circle and circle.index("Olu Ade") < circle.index("Change the keyworker")
    assert f'value="{account_id(olu)}" checked' in text(client.get(address[1])), "the present one is ticked"
    assert "Keyworker: <strong>Olu Ade</strong>" in text(client.get(f"/people/{person}/crisis/"))
    close_user(user_id=account_id(olu), by=system("setup"), at=after(90))
    assert "Needs a new keyworker" in text(client.get(f"/people/{person}/"))
    assert "Keyworker:" not in text(client.get(f"/people/{person}/crisis/")), "nobody is sent to somebody who has left"


def test_who_may_name_none_is_shown_the_name_and_no_link() -> None:
    person = visited()
    page = text(signed_in(gp()).get(f"/people/{person}/"))
    assert "keyworker/?from=person" not in page
