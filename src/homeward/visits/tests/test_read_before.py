"""Who had read the record before a visit, as the log of openings says when the contact is recorded?"""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor
from homeward.referrals.tests.arranging import HUB, TEAM, after, coordinator
from homeward.visits.api import record_contact, start
from homeward.visits.models import Encounter
from homeward.visits.tests.test_contacts import accepted, nurse
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
SEEN_AT = after(95)
A_DAY = timedelta(hours=24)
Opens = Callable[[Actor], tuple[Actor, datetime, str]]

# Who opens it, when and for what, given the nurse who comes; and what is then known.
CASES: dict[str, tuple[Opens, str]] = {
    "on the way": (lambda me: (me, SEEN_AT - timedelta(minutes=20), "person page"), "visitor"),
    "a day before": (lambda me: (me, SEEN_AT - A_DAY, "timeline"), "visitor"),
    "longer before": (lambda me: (me, SEEN_AT - A_DAY - timedelta(seconds=1), "timeline"), "nobody"),
    "at the door": (lambda me: (me, SEEN_AT, "visit"), "nobody"),
    "a colleague": (
        lambda me: (staff(role="community-nurse", teams=(TEAM,), name="Ola"), after(60), "person page"), "team",
    ),
    "another team": (lambda me: (coordinator(team=HUB), after(60), "person page"), "nobody"),
    "a job": (lambda me: (system("demo"), after(60), "person page"), "nobody"),
    "to write": (lambda me: (me, after(60), "visit.start"), "nobody"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_who_had_read_the_record_is_looked_up_when_the_contact_is_recorded(case: str) -> None:
    person_id, _, first = accepted()
    me = nurse()
    opens, known = CASES[case]
    who, at, why = opens(me)
    with gate.person(person_id, by=who, at=at, why=why):
        pass
    start(encounter_id=first, by=me, at=after(70))
    record_contact(encounter_id=first, contact_at=SEEN_AT, by=me, at=after(130))
    with gate.person(person_id, by=system("demo"), at=after(140), why="looking"):
        assert Encounter.objects.get(id=first).read_before == known
