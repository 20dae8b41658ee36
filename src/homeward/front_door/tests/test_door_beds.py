"""Is a bed beside the door given once, free when the person has left, and never lost sight of by whoever waits for it?"""

from datetime import timedelta
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.front_door.api import (
    DoorBedRow,
    arrival_view,
    beds_boards,
    decide,
    door_board,
    intend,
    leave_bed,
    take_bed,
    undo_bed,
)
from homeward.front_door.models import DoorBed
from homeward.front_door.tests.arranging import FELL, after, at_the_door, came, clinician
from homeward.hospital.api import admit, leave, move
from homeward.people.api import die, merge, unmerge
from homeward.referrals.tests.arranging import person
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
HOUSE = system("demo")
WITH_BED = next(
    each for door in directory.place().front_doors.values() if door.code == "heartlands" for each in door.decided if each.service
)
SERVICE, TEAM = WITH_BED.service, directory.service(WITH_BED.service).providers[0].team


def keep(*labels: str) -> list[UUID]:
    """The beds of the service, one by one; returns their ids."""
    capacity.keep_units(service_code=SERVICE, team_code=TEAM, labels=labels, by=HOUSE, at=FELL - timedelta(days=1))
    return [each.id for each in capacity.units(service_code=SERVICE, at=FELL)]


def stands(unit: UUID, minutes: float) -> tuple[str, str]:
    """How the ledger says that the bed stands, and who has it."""
    (row,) = capacity.units(unit_id=unit, at=after(minutes))
    return row.state, row.taken


def to_be_decided(who: UUID, *, by: Actor, at: float = 0, door: str = "heartlands") -> UUID:
    made = came(who, by=by, at=after(at), door=door)
    intend(arrival_id=made, code="admit", by=by, at=after(at + 5))
    return made


def in_bed(unit: UUID | None, *, by: Actor, who: UUID | None = None, at: float = 0) -> UUID:
    """Somebody of the door for whom a bed was decided; returns the arrival's id."""
    made = to_be_decided(who or person(), by=by, at=at)
    decide(arrival_id=made, code=WITH_BED.code, decided_by="Dr Bose", bed=unit, by=by, at=after(at + 60))
    return made


def bed(arrival: UUID, *, by: Actor, minutes: float) -> DoorBedRow:
    """Their bed as the page shows it."""
    row = arrival_view(arrival, by=by, at=after(minutes)).bed
    assert row is not None
    return row


@pytest.mark.hazard(
    "HZ-S2-20",
    hazard="A bed beside the front door is given to two people, or counts as free while somebody is still in it.",
    control="The bed is taken on the one ledger, which refuses a second taking; it frees when it is said that the person has left.",
)
def test_a_bed_is_taken_once_and_frees_when_they_have_left() -> None:
    (one, two), by = keep("Bed 1", "Bed 2"), at_the_door()
    first, second = in_bed(one, by=by), to_be_decided(person(), by=by)
    assert stands(one, 61) == ("open", "occupied")
    with pytest.raises(Clash):
        decide(arrival_id=second, code=WITH_BED.code, decided_by="Dr Bose", bed=one, by=by, at=after(62))
    assert arrival_view(second, by=by, at=after(63)).row.decided_at is None, "nothing of a refused decision stands"
    decide(arrival_id=second, code=WITH_BED.code, decided_by="Dr Bose", bed=two, by=by, at=after(64))
    with pytest.raises(Clash):
        capacity.occupy(unit_id=one, stay_id=new_id(), start=after(65), by=HOUSE, at=after(65))
    row = bed(first, by=by, minutes=90)
    assert (row.label, row.stayed, row.late, row.aim) == ("Bed 1", timedelta(minutes=30), False, WITH_BED.stay_aim)
    decide(arrival_id=first, code="home", decided_by="Dr Bose", words="Well enough", by=by, at=after(120))
    assert stands(one, 121) == ("open", "occupied"), "a decision empties no bed"
    leave_bed(arrival_id=first, to="own-home", left_at=after(130), by=by, at=after(140))
    assert stands(one, 141) == ("cleaning", "free")
    row = bed(first, by=by, minutes=141)
    assert (row.left_to, row.left_at, row.stayed) == ("Own home", after(130), timedelta(minutes=70))
    with pytest.raises(NotFound):
        leave_bed(arrival_id=first, to="own-home", by=by, at=after(150))


def test_what_is_missing_when_somebody_leaves_is_said() -> None:
    (one,), by = keep("Bed 1"), at_the_door()
    made = in_bed(one, by=by)
    for left_at, to, expected in ((after(59), "", {"to", "left_at"}), (after(99), "own-home", {"left_at"}), (after(70), "not-said", {"to"})):
        with pytest.raises(Invalid) as wrong:
            leave_bed(arrival_id=made, to=to, left_at=left_at - timedelta(minutes=1), by=by, at=after(80))
        assert set(wrong.value.errors) == expected


def test_longer_than_meant_is_said() -> None:
    (one,), by = keep("Bed 1"), at_the_door()
    made = in_bed(one, by=by)
    assert WITH_BED.stay_aim is not None
    minutes = 61 + WITH_BED.stay_aim.total_seconds() / 60
    assert bed(made, by=by, minutes=minutes).late


@pytest.mark.hazard(
    "HZ-S2-21",
    hazard="Somebody at the front door for whom no bed is free is lost sight of once the decision is written.",
    control="They wait on the door's list and the beds' page until a bed, another decision or their death; the ledger counts them as unmet.",
)
def test_whoever_finds_no_bed_waits_on_the_list_until_there_is_one() -> None:
    (one,), by = keep("Bed 1"), at_the_door()
    first, second = in_bed(one, by=by), in_bed(None, by=by)
    (offer,) = arrival_view(second, by=by, at=after(70)).beds
    assert not offer.free and (offer.count, offer.taken) == (1, 1)
    assert [(each.waits, each.there) for each in door_board(by=by, at=after(70)).beds] == [(True, False), (False, True)]
    (waiting,) = capacity.waiting_for_room(most=5)
    assert (waiting.subject_id, waiting.subject_kind, waiting.service_code) == (second, "arrival", SERVICE)
    own = staff(role="front-door-clinician", teams=(TEAM,))
    (board,) = beds_boards(by=own, at=after(70))
    assert [each.arrival_id for each in (*board.waiting, *board.there)] == [second, first] and board.free == 0
    leave_bed(arrival_id=first, to="own-home", by=own, at=after(80))
    with pytest.raises(Refused):
        take_bed(arrival_id=second, unit_id=one, by=own, at=after(81))
    capacity.set_state(unit_id=one, state="open", by=HOUSE, at=after(90))
    take_bed(arrival_id=second, unit_id=one, by=own, at=after(91))
    assert stands(one, 92) == ("open", "occupied") and not capacity.waiting_for_room(most=5)
    assert [each.there for each in door_board(by=by, at=after(92)).beds] == [True]
    with pytest.raises(Clash):
        take_bed(arrival_id=second, unit_id=one, by=own, at=after(93))


def test_a_bed_that_is_promised_to_somebody_at_the_door_is_theirs_to_take() -> None:
    (one,), by = keep("Bed 1"), at_the_door()
    first, second = in_bed(one, by=by), in_bed(None, by=by)
    capacity.promise(unit_id=one, arrival_id=second, by=HOUSE, at=after(70))
    leave_bed(arrival_id=first, to="own-home", by=by, at=after(80))
    capacity.set_state(unit_id=one, state="open", by=HOUSE, at=after(90))
    assert stands(one, 91) == ("open", "held")
    third = to_be_decided(person(), by=by)
    with pytest.raises(Clash):
        decide(arrival_id=third, code=WITH_BED.code, decided_by="Dr Bose", bed=one, by=by, at=after(92))
    (offer,) = arrival_view(second, by=by, at=after(92)).beds
    assert [each.id for each in offer.free] == [one]
    take_bed(arrival_id=second, unit_id=one, by=by, at=after(93))
    assert stands(one, 94) == ("open", "occupied")


def test_another_decision_ends_the_wait_and_gives_back_what_was_promised() -> None:
    (one,), by = keep("Bed 1"), at_the_door()
    first, second = in_bed(one, by=by), in_bed(None, by=by)
    capacity.promise(unit_id=one, arrival_id=second, by=HOUSE, at=after(70))
    decide(arrival_id=second, code="home", decided_by="Dr Bose", words="Her son came", by=by, at=after(75))
    assert bed(second, by=by, minutes=76).ended_words == "Decided otherwise: Home"
    assert not capacity.waiting_for_room(most=5) and capacity.units(unit_id=one, at=after(76))[0].promised_to is None
    with pytest.raises(Refused, match="takes no bed"):
        take_bed(arrival_id=second, unit_id=one, by=by, at=after(77))
    assert bed(first, by=by, minutes=76).there


def test_only_the_door_and_the_team_of_the_beds_say_it() -> None:
    (one,), by = keep("Bed 1"), at_the_door()
    made = in_bed(one, by=by)
    for other in (clinician(), at_the_door(door="qe"), staff(role="ward-flow", teams=("flow-heartlands",))):
        with pytest.raises(NotPermitted):
            leave_bed(arrival_id=made, to="own-home", by=other, at=after(70))
        with pytest.raises(NotPermitted):
            undo_bed(arrival_id=made, words="No", by=other, at=after(70))
    own = staff(role="front-door-clinician", teams=(TEAM,))
    assert arrival_view(made, by=own, at=after(71)).bed is not None
    leave_bed(arrival_id=made, to="own-home", by=own, at=after(72))
    with pytest.raises(NotPermitted):
        arrival_view(made, by=own, at=after(73))


def test_what_was_said_of_a_bed_is_put_right_with_a_reason() -> None:
    (one, two), by = keep("Bed 1", "Bed 2"), at_the_door()
    made = in_bed(one, by=by)
    with pytest.raises(Invalid):
        undo_bed(arrival_id=made, words=" ", by=by, at=after(65))
    undo_bed(arrival_id=made, words="Wrong bed", by=by, at=after(66))
    assert stands(one, 67) == ("open", "free") and bed(made, by=by, minutes=67).waits
    take_bed(arrival_id=made, unit_id=two, by=by, at=after(68))
    leave_bed(arrival_id=made, to="ward", by=by, at=after(80))
    undo_bed(arrival_id=made, words="She came back from the X-ray", by=by, at=after(90))
    row = bed(made, by=by, minutes=100)
    assert row.there and row.came_at == after(68) and stands(two, 91) == ("open", "occupied")
    leave_bed(arrival_id=made, to="ward", by=by, at=after(110))
    capacity.set_state(unit_id=two, state="open", by=HOUSE, at=after(111))
    in_bed(two, by=by, at=60)
    with pytest.raises(Clash):
        undo_bed(arrival_id=made, words="Still here", by=by, at=after(130))
    assert not bed(made, by=by, minutes=131).there


def test_nobody_is_in_two_beds() -> None:
    (one, two), by, who = keep("Bed 1", "Bed 2"), at_the_door(), person()
    in_bed(one, by=by, who=who)
    other = at_the_door(door="qe")
    again = to_be_decided(who, by=other, at=70, door="qe")
    with pytest.raises(Clash, match="They are in Bed 1 already"):
        decide(arrival_id=again, code=WITH_BED.code, decided_by="Dr Bose", bed=two, by=other, at=after(90))


def test_a_death_frees_a_bed_and_ends_a_wait() -> None:
    (one,), by, who, other = keep("Bed 1"), at_the_door(), person(), person(given="Ada")
    first, second = in_bed(one, by=by, who=who), in_bed(None, by=by, who=other)
    for each in (who, other):
        die(person_id=each, source="family", died_at=after(70), by=HOUSE, at=after(75))
    assert stands(one, 76) == ("cleaning", "free") and not capacity.waiting_for_room(most=5)
    assert bed(first, by=by, minutes=76).left_to == "Died" and bed(second, by=by, minutes=76).ended_words == "They have died."


@pytest.mark.parametrize("minutes", [50, 100])
def test_a_ward_that_is_told_of_later_than_the_bed_frees_it(minutes: int) -> None:
    """A stay that began before they came to the bed is the one that it is part of."""
    (one,), by, who = keep("Bed 1"), at_the_door(), person()
    made = in_bed(one, by=by, who=who)
    ward, other = (each.code for each in directory.place().hospitals["heartlands-hospital"].wards[:2])
    stay = admit(person_id=who, hospital="heartlands-hospital", ward=ward, admitted_at=after(minutes), by=HOUSE, at=after(110))
    if minutes > 60:
        row = bed(made, by=by, minutes=111)
        assert (row.left_at, row.left_to) == (after(100), "A ward of the hospital") and stands(one, 111) == ("cleaning", "free")
        return
    assert bed(made, by=by, minutes=111).there
    move(stay_id=stay, ward=other, moved_at=after(120), by=HOUSE, at=after(121))
    assert bed(made, by=by, minutes=122).left_at == after(120)


def test_leaving_hospital_leaves_the_bed_for_where_they_went() -> None:
    (one,), by, who = keep("Bed 1"), at_the_door(), person()
    made = in_bed(one, by=by, who=who)
    ward = directory.place().hospitals["heartlands-hospital"].wards[0].code
    stay = admit(person_id=who, hospital="heartlands-hospital", ward=ward, admitted_at=after(50), by=HOUSE, at=after(110))
    leave(stay_id=stay, left_at=after(200), destination="care-home-known", by=HOUSE, at=after(210))
    assert bed(made, by=by, minutes=211).left_to == "The care home they live in"


def test_whoever_waits_goes_on_waiting_on_a_ward_and_the_list_says_so() -> None:
    (one,), by, who = keep("Bed 1"), at_the_door(), person()
    in_bed(one, by=by)
    made = in_bed(None, by=by, who=who)
    ward = directory.place().hospitals["heartlands-hospital"].wards[0].code
    admit(person_id=who, hospital="heartlands-hospital", ward=ward, admitted_at=after(70), by=HOUSE, at=after(71))
    row = bed(made, by=by, minutes=72)
    assert row.waits and row.on_ward_since == after(70)


def test_who_is_said_on_the_ledger_to_have_left_has_left_here_too() -> None:
    (one,), by = keep("Bed 1"), at_the_door()
    made = in_bed(one, by=by)
    capacity.leave(unit_id=one, by=HOUSE, at=after(90))
    row = bed(made, by=by, minutes=91)
    assert row.left_at == after(90) and "freed on the ledger" in row.left_to


def test_a_bed_goes_with_the_person_and_back() -> None:
    (one,), by = keep("Bed 1"), at_the_door()
    kept, lost = person(), person(given="Iva")
    made = in_bed(one, by=by, who=lost)
    joined = merge(keep=kept, lose=lost, reason="One and the same", by=HOUSE, at=after(90))
    with gate.person(kept, by=HOUSE, at=after(91), why="looking"):
        assert DoorBed.objects.get(arrival_id=made).person_id == kept
    assert stands(one, 92) == ("open", "occupied") and bed(made, by=by, minutes=92).there
    unmerge(merge_id=joined.id, reason="Two after all", by=HOUSE, at=after(93))
    leave_bed(arrival_id=made, to="own-home", by=by, at=after(94))
    assert stands(one, 95) == ("cleaning", "free")


def test_a_door_whose_decisions_take_no_bed_works_as_before() -> None:
    by = at_the_door()
    made = to_be_decided(person(), by=by)
    decide(arrival_id=made, code="home", decided_by="Dr Bose", bed=new_id(), by=by, at=after(60))
    assert arrival_view(made, by=by, at=after(61)).bed is None and not door_board(by=by, at=after(61)).beds
