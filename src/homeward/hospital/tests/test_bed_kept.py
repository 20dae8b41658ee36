"""Is a recovery bed held when that way home is agreed, booked when its team says yes, and is its lapse seen by whoever owns the need?"""

from datetime import timedelta
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.capacity.api import Waiting, hold, keep_units, let_holds_go, set_state, waiting_for_room
from homeward.episodes.api import tasks_about
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.hospital.api import (
    BedKept,
    FlowFilters,
    accept_bed,
    agree,
    bed_kept,
    beds_kept,
    begin_bed_stay,
    flow_board,
    keep_bed,
    leave,
    policy,
    recommend,
    refuse_bed,
)
from homeward.hospital.tests.arranging import HUB, days, hub, ward
from homeward.hospital.tests.test_beds import SITE, therapist
from homeward.hospital.tests.test_beds_on_the_ledger import SERVICE, TEAM, bed, free
from homeward.hospital.tests.test_way_home import ready
from homeward.people.api import die
from homeward.referrals.tests.arranging import MORNING
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _one_bed() -> None:
    _beds("Bed 1")


def _beds(*labels: str) -> None:
    keep_units(
        service_code=SERVICE, team_code=TEAM, site="Norman Power Centre", labels=labels, by=system("demo"), at=MORNING - timedelta(days=1)
    )  # fmt: skip


def way(place: str) -> str:
    return next(each.code for each in policy().pathways if each.place == place)


def by_bed(site: str = SITE) -> tuple[UUID, UUID]:
    """Somebody for whom a way home by a bed is agreed, and a bed asked for."""
    person_id, stay_id = ready()
    recommend(stay_id=stay_id, pathway=way("bed"), by=ward(), at=days(1))
    agree(stay_id=stay_id, pathway=way("bed"), bed_site=site, by=hub(), at=days(1))
    return person_id, stay_id


def kept(stay_id: UUID, day: float = 1) -> BedKept:
    found = bed_kept(stay_id, at=days(day))
    assert found is not None
    return found


def steps(person_id: UUID, stay_id: UUID, day: float) -> list[tuple[str, str]]:
    with gate.person(person_id, by=system("demo"), at=days(day), why="looking"):
        return [(each.title, each.owner_team) for each in tasks_about([stay_id], at=days(day))]


def waiting(stay_id: UUID) -> list[Waiting]:
    return [each for each in waiting_for_room(most=50) if each.subject_id == stay_id]


def test_a_bed_is_held_when_it_is_agreed_and_booked_when_its_team_says_yes() -> None:
    person_id, stay_id = by_bed()
    assert (kept(stay_id).state, kept(stay_id).bed, kept(stay_id).until) == ("held", "Bed 1", days(2))
    assert (bed("Bed 1", days(1)).taken, free(days(1)), waiting(stay_id)) == ("held", 0, [])
    [row] = beds_kept(by=therapist(), at=days(1))
    assert (row.stay_id, row.person_id, row.bed.state) == (stay_id, person_id, "held")
    with pytest.raises(NotPermitted, match="can say this"):
        accept_bed(stay_id=stay_id, by=hub(), at=days(1))
    accept_bed(stay_id=stay_id, by=therapist(), at=days(1.5))
    assert (kept(stay_id, 9).state, bed("Bed 1", days(9)).taken) == ("booked", "booked")
    with pytest.raises(Clash, match="already"):
        accept_bed(stay_id=stay_id, by=therapist(), at=days(1.6))
    leave(stay_id=stay_id, left_at=days(2), destination=_destination("community_bed"), by=ward(), at=days(2))
    assert bed("Bed 1", days(2)).taken == "booked", "it is theirs while they are on their way"
    begin_bed_stay(
        person_id=person_id, stay_id=stay_id, site=SITE, came_at=days(2), bed="1", by=therapist(), at=days(2.01)
    )
    assert bed("Bed 1", days(3)).taken == "occupied"
    assert beds_kept(by=therapist(), at=days(3)) == []


@pytest.mark.hazard(
    "HZ-S4-8",
    hazard="A step of the way home stays late although what it asked for has come about: the meeting chases what is done, and stops believing the rest.",
    control="A step is done by itself when the bed's team says yes, or an offer of home care is taken; a bed that is lost is a new step.",
)
def test_finding_a_bed_is_done_when_its_team_says_yes() -> None:
    person_id, stay_id = by_bed()
    [step] = [each for each in _open_steps(person_id, stay_id, 1.1) if each == "Find a recovery bed"]
    accept_bed(stay_id=stay_id, by=therapist(), at=days(1.2))
    left = _open_steps(person_id, stay_id, 1.3)
    assert step not in left and left, "and nothing else is"


def _open_steps(person_id: UUID, stay_id: UUID, day: float) -> list[str]:
    with gate.person(person_id, by=system("demo"), at=days(day), why="looking"):
        return [each.title for each in tasks_about([stay_id], at=days(day)) if each.done_at is None]


def test_the_ward_and_the_hub_see_on_their_board_what_its_team_has_said() -> None:
    _, first = by_bed()
    _, second = by_bed()
    assert _on_the_board(hub(), 1.1) == {first: ("held", "Norman Power Centre", False), second: ("", "", True)}
    accept_bed(stay_id=first, by=therapist(), at=days(1.2))
    for asker in (hub(), ward()):
        assert _on_the_board(asker, 1.3)[first] == ("booked", "Norman Power Centre", False)
        [row] = beds_kept(by=asker, at=days(1.3))
        assert (row.stay_id, row.ours, row.bed.state) == (first, False, "booked")
    assert [row.ours for row in beds_kept(by=therapist(), at=days(1.3))] == [True]
    assert beds_kept(by=ward(team="flow-good-hope"), at=days(1.3)) == []
    refuse_bed(stay_id=first, words="Needs two people at night", by=therapist(), at=days(1.4))
    assert _on_the_board(hub(), 1.5)[first] == ("", "", True)


def test_a_bed_that_was_let_go_is_shown_as_that() -> None:
    _, stay_id = by_bed()
    assert _on_the_board(hub(), 2.1) == {stay_id: ("expired", "Norman Power Centre", False)}


def _on_the_board(asker: Actor, day: float) -> dict[UUID, tuple[str, str, bool]]:
    found = flow_board(by=asker, at=days(day), filters=FlowFilters(show="bed")).rows
    return {each.id: (each.kept, each.kept_at, each.waits_since is not None) for each in found}


def _destination(kind: str) -> str:
    return next(each.code for each in policy().destinations if each.kind == kind)


@pytest.mark.hazard(
    "HZ-S7-8",
    hazard="A way home by a recovery bed is agreed while no bed is free, and nobody counts or owns that the person waits for one.",
    control="A bed is held when it is agreed; where none is free the stay is counted as unmet need beside supply and stays with the hub.",
)
def test_where_no_bed_is_free_the_need_stays_open_and_counts() -> None:
    _, first = by_bed()
    _, second = by_bed()
    assert kept(first).state == "held"
    assert (kept(second).state, kept(second).waits_since) == ("waits", days(1))
    assert [(each.service_code, each.team_code, each.subject_kind) for each in waiting(second)] == [
        (SERVICE, TEAM, "stay")
    ]
    refuse_bed(stay_id=first, words="Needs two people at night", by=therapist(), at=days(1.1))
    assert keep_bed(stay_id=second, site=SITE, by=hub(), at=days(1.2)) is True
    assert (kept(second, 1.2).state, waiting(second)) == ("held", [])
    assert len(waiting(first)) == 1


def test_a_site_that_never_said_what_it_has_is_not_known_to_be_full() -> None:
    _, stay_id = by_bed()
    assert keep_bed(stay_id=stay_id, site="west-heath", by=hub(), at=days(1.1)) is None
    assert (waiting(stay_id), free(days(1.1))) == ([], 1)


@pytest.mark.hazard(
    "HZ-S7-9",
    hazard="A held recovery bed runs out unseen: the ward believes that a bed is waiting, and it has gone to somebody else.",
    control="The hold ends at a stated moment; the page says so, the need counts as unmet again and the hub gets a next step, also when somebody else took the bed first.",
)
@pytest.mark.parametrize("taken_first", [False, True])
def test_a_hold_that_runs_out_is_seen_and_its_owner_is_told(taken_first: bool) -> None:
    person_id, stay_id = by_bed()
    over = days(2) + HOUR
    if taken_first:
        line = bed("Bed 1", over).line_id
        hold(
            line_id=line,
            start=over,
            end=days(9),
            subject_id=new_id(),
            expires_at=over + HOUR,
            by=system("demo"),
            at=over,
        )
    assert kept(stay_id, 2.1).state == "expired"
    let_holds_go(over)
    let_holds_go(over + timedelta(minutes=1))
    assert [each.since for each in waiting(stay_id)] == [over]
    told = [each for each in steps(person_id, stay_id, 2.1) if "nobody said yes in time" in each[0]]
    assert len(told) == 1 and told[0][1] == HUB
    with pytest.raises(NotPermitted):  # the record is shut to a team that keeps no bed for them any more
        accept_bed(stay_id=stay_id, by=therapist(), at=days(2.2))
    with pytest.raises(NotFound, match="not kept any more"):
        accept_bed(stay_id=stay_id, by=system("demo"), at=days(2.2))


def test_a_bed_that_is_closed_meanwhile_is_replaced_or_the_hub_is_told() -> None:
    _beds("Bed 1", "Bed 2")
    person_id, stay_id = by_bed()
    lead = staff(role="community-nurse", teams=(TEAM,))
    set_state(unit_id=bed("Bed 1", days(1)).id, state="infection", by=lead, at=days(1.1))
    assert (kept(stay_id, 1.2).state, kept(stay_id, 1.2).bed) == ("held", "Bed 2")
    set_state(unit_id=bed("Bed 2", days(1.2)).id, state="infection", by=lead, at=days(1.3))
    assert kept(stay_id, 1.4).waits_since == days(1.3)
    titles = [title for title, _ in steps(person_id, stay_id, 1.4)]
    assert any("Bed 2 is kept instead" in title for title in titles) and any(
        "Keep another" in title for title in titles
    )
    with pytest.raises(NotFound):
        accept_bed(stay_id=stay_id, by=system("demo"), at=days(1.4))


def test_a_death_or_another_way_home_gives_the_bed_back() -> None:
    person_id, stay_id = by_bed()
    die(person_id=person_id, source="family", died_on=days(2).date(), by=system("demo"), at=days(2))
    assert (bed("Bed 1", days(2)).taken, waiting(stay_id)) == ("free", [])
    _, other = by_bed()
    why = next(each.code for each in policy().why_otherwise if not each.asks_for_words)
    agree(stay_id=other, pathway=way("home"), why_code=why, why_words="", by=hub(), at=days(1.1))
    assert bed("Bed 1", days(1.2)).taken == "free"
    with pytest.raises(Invalid, match="only for a way home by a recovery bed"):
        agree(stay_id=other, pathway=way("home"), why_code=why, bed_site=SITE, by=hub(), at=days(1.2))


def test_a_no_says_why_and_goes_to_the_hub() -> None:
    person_id, stay_id = by_bed()
    with pytest.raises(Invalid, match="Say why"):
        refuse_bed(stay_id=stay_id, words=" ", by=therapist(), at=days(1.1))
    refuse_bed(stay_id=stay_id, words="Needs two people at night", by=therapist(), at=days(1.1))
    assert any("Needs two people at night" in title and team == HUB for title, team in steps(person_id, stay_id, 1.2))
    with pytest.raises(Refused):
        accept_bed(stay_id=stay_id, by=therapist(), at=days(1.2))
    keep_bed(stay_id=stay_id, site=SITE, by=hub(), at=days(1.3))
    with gate.person(person_id, by=system("demo"), at=days(1.4), why="looking"):
        asked = [each for each in tasks_about([stay_id], at=days(1.4)) if "Needs two people" in each.title]
    assert [each.done_at for each in asked] == [days(1.3)], "another is kept, so nobody need look for one"
