"""Does somebody go from one bed beside the door to another in one act, in neither both nor none, and is a mistake taken back?"""

from datetime import timedelta

import pytest

from homeward.capacity import api as capacity
from homeward.foundation.errors import Clash, Invalid, NotFound
from homeward.front_door.api import decide, door_board, leave_bed, move_bed, undo_bed
from homeward.front_door.tests.arranging import after, at_the_door
from homeward.front_door.tests.test_door_beds import HOUSE, WITH_BED, bed, in_bed, keep, stands, to_be_decided
from homeward.referrals.tests.arranging import person

pytestmark = pytest.mark.django_db


@pytest.mark.hazard(
    "HZ-S2-23",
    hazard="Somebody who is moved to another bed beside the front door stands in both beds or in neither, or their long stay counts anew.",
    control="The move is one act: refused whole where the other bed is taken; the bed they had is cleaned, and the stay counts from the first bed.",
)
def test_somebody_goes_from_one_bed_to_another_in_one_act() -> None:
    (one, two, three), by = keep("Bed 1", "Bed 2", "Bed 3"), at_the_door()
    made = in_bed(one, by=by)
    in_bed(three, by=by)
    with pytest.raises(Clash):
        move_bed(arrival_id=made, unit_id=three, by=by, at=after(70))
    with pytest.raises(Invalid):
        move_bed(arrival_id=made, unit_id=one, by=by, at=after(70))
    assert bed(made, by=by, minutes=71).label == "Bed 1" and stands(one, 71) == ("open", "occupied"), "nothing of a refused move stands"
    move_bed(arrival_id=made, unit_id=two, by=by, at=after(80))
    assert (stands(one, 81), stands(two, 81)) == (("cleaning", "free"), ("open", "occupied"))
    row = bed(made, by=by, minutes=90)
    assert (row.label, row.moved_from, row.since, row.came_at) == ("Bed 2", "Bed 1", after(60), after(80))
    assert row.stayed == timedelta(minutes=30) and WITH_BED.stay_aim is not None and row.due_at == after(60) + WITH_BED.stay_aim
    assert len(door_board(by=by, at=after(91)).beds) == 2, "nobody stands on the list twice"
    leave_bed(arrival_id=made, to="own-home", by=by, at=after(100))
    assert stands(two, 101) == ("cleaning", "free") and bed(made, by=by, minutes=101).stayed == timedelta(minutes=40)
    with pytest.raises(NotFound):
        move_bed(arrival_id=made, unit_id=one, by=by, at=after(102))


def test_a_move_that_was_said_wrongly_is_taken_back_while_the_bed_before_is_there_to_have() -> None:
    (one, two), by = keep("Bed 1", "Bed 2"), at_the_door()
    made = in_bed(one, by=by)
    move_bed(arrival_id=made, unit_id=two, by=by, at=after(80))
    undo_bed(arrival_id=made, words="It was her neighbour", by=by, at=after(85))
    row = bed(made, by=by, minutes=90)
    assert (row.label, row.there, row.came_at, row.moved_from) == ("Bed 1", True, after(60), None)
    assert (stands(one, 86), stands(two, 86)) == (("open", "occupied"), ("open", "free"))
    leave_bed(arrival_id=made, to="own-home", by=by, at=after(87))
    assert bed(made, by=by, minutes=88).left_to == "Own home", "what is shown last is what happened last"
    undo_bed(arrival_id=made, words="She is still here", by=by, at=after(88))
    move_bed(arrival_id=made, unit_id=two, by=by, at=after(90))
    capacity.set_state(unit_id=one, state="open", by=HOUSE, at=after(91))
    in_bed(one, by=by, at=40)
    with pytest.raises(Clash):
        undo_bed(arrival_id=made, words="It was her neighbour", by=by, at=after(120))
    assert bed(made, by=by, minutes=121).label == "Bed 2" and stands(two, 121) == ("open", "occupied")


def test_who_is_in_another_bed_by_now_is_not_put_back_in_the_one_they_left() -> None:
    (one, two), by, who = keep("Bed 1", "Bed 2"), at_the_door(), person()
    first = in_bed(one, by=by, who=who)
    leave_bed(arrival_id=first, to="own-home", by=by, at=after(70))
    other = at_the_door(door="qe")
    again = to_be_decided(who, by=other, at=80, door="qe")
    decide(arrival_id=again, code=WITH_BED.code, decided_by="Dr Bose", bed=two, by=other, at=after(100))
    with pytest.raises(Clash, match="They are in Bed 2 already"):
        undo_bed(arrival_id=first, words="She had not left", by=by, at=after(110))
    assert stands(one, 111) == ("cleaning", "free") and bed(first, by=by, minutes=111).left_to == "Own home"
