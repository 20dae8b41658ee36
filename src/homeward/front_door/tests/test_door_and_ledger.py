"""Whatever is decided, taken, left, taken back or said on the ledger in whatever order: do the door and the ledger say the same?"""

from datetime import datetime
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from homeward.access.api import gate
from homeward.capacity import api as capacity
from homeward.foundation.errors import Refused
from homeward.front_door.api import decide, leave_bed, move_bed, take_bed, undo_bed
from homeward.front_door.models import DoorBed
from homeward.front_door.tests.arranging import after, at_the_door
from homeward.front_door.tests.test_door_beds import HOUSE, WITH_BED, keep, to_be_decided
from homeward.people.api import die
from homeward.referrals.tests.arranging import person

STEP = st.tuples(st.sampled_from(("bed", "home", "take", "move", "leave", "undo", "die", "open", "ledger")), st.integers(0, 3), st.integers(0, 2))


class TestDoorAndLedgerAgree(TestCase):
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps=st.lists(STEP, min_size=4, max_size=14))
    def test_any_sequence(self, steps: list[tuple[str, int, int]]) -> None:
        units, by = keep("Bed 1", "Bed 2", "Bed 3"), at_the_door()
        whom = [person(given=name) for name in ("Ada", "Bea", "Cora", "Dot")]
        arrivals = [to_be_decided(each, by=by) for each in whom]
        again = to_be_decided(whom[0], by=at_the_door(door="qe"), at=10, door="qe")
        arrivals[1], whom[1] = again, whom[0]  # one of them came twice
        for number, (step, one, other) in enumerate(steps):
            at, arrival, unit = after(60 + number * 10), arrivals[one], units[other]
            try:
                if step in ("bed", "home"):
                    code = WITH_BED.code if step == "bed" else "home"
                    decide(arrival_id=arrival, code=code, decided_by="Dr Bose", words="So", bed=unit if one else None, by=by, at=at)
                elif step == "take":
                    take_bed(arrival_id=arrival, unit_id=unit, by=by, at=at)
                elif step == "move":
                    move_bed(arrival_id=arrival, unit_id=unit, by=by, at=at)
                elif step == "leave":
                    leave_bed(arrival_id=arrival, to="own-home", by=by, at=at)
                elif step == "undo":
                    undo_bed(arrival_id=arrival, words="Wrong", by=by, at=at)
                elif step == "die":
                    die(person_id=whom[one], source="family", died_at=at, by=HOUSE, at=at)
                elif step == "open":
                    capacity.set_state(unit_id=unit, state="open", by=HOUSE, at=at)
                else:
                    capacity.leave(unit_id=unit, by=HOUSE, at=at)
            except Refused:
                pass  # politely, and nothing changed: what follows holds all the same
            self._agree(whom, units, at)

    def _agree(self, whom: list[UUID], units: list[UUID], at: datetime) -> None:
        said, whose = set(), []
        for each in set(whom):
            with gate.person(each, by=HOUSE, at=at, why="looking"):
                rows = DoorBed.objects.filter(person_id=each, left_at=None, ended_at=None, came_at__isnull=False)
                whose += [row.person_id for row in rows]
                said |= {(row.unit_id, row.arrival_id, row.booking_id) for row in rows}
        now = [row for unit in units for row in capacity.units(unit_id=unit, at=at)]
        assert said == {(row.id, row.subject_id, row.booking_id) for row in now if row.taken == "occupied"}
        assert len(set(whose)) == len(whose), "somebody is in two beds"
        assert len({unit for unit, _, _ in said}) == len(said), "one bed was given twice"
