"""Is a link shown once, does it open the form without an account, and does it stop when it is taken back?"""

import re

import pytest
from django.test import Client

from homeward.web.refer.links.form import LinkForm
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db

GIVEN = {"held_by": "The manager", "organisation": "Larch House", "days": "7"}
ADDRESS = re.compile(r'id="new-link">http://testserver(/link/[^<]+)<')


def coordinator() -> Client:
    return signed_in(staff(role="hub-coordinator", teams=("hub-east",)))


def test_a_link_is_shown_once_opens_the_form_and_can_be_taken_back() -> None:
    hub, home = coordinator(), Client()
    made = ADDRESS.search(hub.post("/refer/links/", GIVEN).content.decode())
    assert made
    later = hub.get("/refer/links/").content.decode()
    assert made[1] not in later and "The manager, Larch House" in later
    assert home.post(made[1])["Location"] == "/refer/"
    assert home.get("/refer/").status_code == 200
    back = re.search(r'action="(/refer/links/[0-9a-f-]+/back/)"', later)
    assert back
    assert hub.post(back[1])["Location"] == "/refer/links/"
    assert home.get("/refer/").status_code == 403
    assert Client().post(made[1]).status_code == 403


def test_a_link_needs_a_holder_and_an_end() -> None:
    assert coordinator().post("/refer/links/", {**GIVEN, "held_by": " "}).status_code == 422
    assert coordinator().post("/refer/links/", {**GIVEN, "days": "36500"}).status_code == 422
    assert not LinkForm(GIVEN).errors
