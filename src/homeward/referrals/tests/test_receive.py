"""Does a stated need become a referral with one owner, once, with its clocks running from the moment it came in?"""

import pytest
from django.db import connection

from homeward.access.api import gate
from homeward.referrals.models import OwnerPeriod
from homeward.referrals.tests.arranging import HUB, MORNING, coordinator, received

pytestmark = pytest.mark.django_db


def commits() -> None:
    """Ask now what would be asked before a commit."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")


def test_it_belongs_to_the_hub_where_the_person_lives_from_its_first_moment() -> None:
    referral = received()
    commits()
    assert (referral.state, referral.owner_team_id, referral.hub_team_id, referral.version) == ("received", HUB, HUB, 1)
    with gate.person(referral.person_id, by=coordinator(), at=MORNING):
        periods = list(OwnerPeriod.objects.filter(referral=referral))
    assert [(period.team_id, period.during.lower, period.during.upper) for period in periods] == [(HUB, MORNING, None)]
