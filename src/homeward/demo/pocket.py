"""Whose visits are there to take along in the demonstration? A few of today's, for everybody who signs in to visit people."""

from datetime import datetime, timedelta

from homeward.demo.staff import Staff
from homeward.foundation.errors import Refused
from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import SyntheticPopulation
from homeward.visits import api as visits

EACH = 4


def make_pocket_rounds(*, shape: SyntheticPopulation, staff: Staff, at: datetime) -> int:
    """Visits of today that nobody goes to yet are given to the team's own sign-in; returns how many."""
    given, last = 0, at_london(london_day(at) + timedelta(days=1)) - timedelta(minutes=5)
    for one in shape.sign_ins:
        actor = next(
            (each for each in staff.who_may("visit.carry", team=one.team or "") if each.name == one.name), None
        )
        if actor is None:
            continue
        rows = [row for row in visits.my_visits(by=actor, at=at) if row.state == "planned" and not row.practitioner]
        for number, row in enumerate(rows[:EACH]):
            moment = min(last, at + timedelta(minutes=20 + 45 * number))
            try:
                visits.assign(
                    encounter_id=row.id, planned_at=moment, user_id=actor.user_id, name=actor.name, by=actor, at=at
                )
                given += 1
            except Refused:
                continue
    return given
