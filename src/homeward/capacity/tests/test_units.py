"""Does every bed say how it stands and who has it, and does it free when the person has left?"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from homeward.access.api import system
from homeward.capacity.api import (
    book,
    confirm,
    hold,
    keep_units,
    leave,
    let_holds_go,
    likely_free,
    occupy,
    offers,
    promise,
    release,
    report,
    set_state,
    units,
)
from homeward.capacity.models import Booking, Standing
from homeward.directory import api as directory
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted, Refused
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DEMO = system("demo")


def beds() -> tuple[str, str]:
    """A service of beds and a team that gives it, whatever the place calls them."""
    service = next(each for each in directory.place().services.values() if each.capacity_kind == "beds")
    return service.code, service.providers[0].team


def named(*labels: str) -> list[UUID]:
    service, team = beds()
    line = keep_units(service_code=service, team_code=team, labels=labels, by=DEMO, at=AT)
    return [each.id for each in units(service_code=service, at=AT) if each.line_id == line]


def free(at: datetime) -> int | None:
    service, _ = beds()
    return offers([service], at=at)[service][0].free


@pytest.mark.hazard(
    "HZ-S7-2",
    hazard="A bed is given away when discharge is ordered, while somebody is still in it.",
    control="A bed frees only when it is recorded that the person has left; what is expected is shown beside it and frees nothing.",
)
def test_a_bed_frees_when_the_person_has_left_not_when_they_should_have() -> None:
    first, _ = named("Bed 1", "Bed 2")
    occupy(unit_id=first, stay_id=new_id(), start=AT, until=AT + 24 * HOUR, by=DEMO, at=AT)
    later = AT + 48 * HOUR
    likely_free(unit_id=first, expected_at=later - HOUR, by=DEMO, at=AT + HOUR)
    bed = units(at=later, unit_id=first)[0]
    assert (bed.taken, bed.expected_at, bed.until) == ("occupied", later - HOUR, None)
    assert free(later) == 1
    with pytest.raises(Clash, match="frees when they have left"):
        book(line_id=bed.line_id, unit_id=first, start=later, end=later + HOUR, subject_id=new_id(), by=DEMO, at=later)
    leave(unit_id=first, left_at=later - timedelta(minutes=30), by=DEMO, at=later)
    assert free(later) == 2
    with pytest.raises(NotFound):
        leave(unit_id=first, by=DEMO, at=later)


def test_a_bed_is_cleaned_before_it_is_taken_again() -> None:
    (bed,) = named("Bed 1")
    occupy(unit_id=bed, need_id=new_id(), start=AT, by=DEMO, at=AT)
    leave(unit_id=bed, by=DEMO, at=AT + HOUR, cleaning=True)
    assert units(at=AT + HOUR, unit_id=bed)[0].words == "Being cleaned"
    assert free(AT + HOUR) == 0
    with pytest.raises(Refused, match="is being cleaned"):
        occupy(unit_id=bed, need_id=new_id(), start=AT + HOUR, by=DEMO, at=AT + HOUR)
    set_state(unit_id=bed, state="open", by=DEMO, at=AT + 2 * HOUR)
    occupy(unit_id=bed, need_id=new_id(), start=AT + 2 * HOUR, by=DEMO, at=AT + 2 * HOUR)


def test_states_are_a_history_with_reasons() -> None:
    (bed,) = named("Bed 1")
    reason = directory.place().reasons_for("unit_closed").reasons[0]
    with pytest.raises(Invalid, match="why it is closed"):
        set_state(unit_id=bed, state="closed", by=DEMO, at=AT)
    set_state(unit_id=bed, state="closed", reason=reason.code, by=DEMO, at=AT)
    shown = units(at=AT, unit_id=bed)[0]
    assert (shown.state, shown.reason_words, shown.free) == ("closed", reason.title, False)
    set_state(unit_id=bed, state="infection", by=DEMO, at=AT + HOUR)
    set_state(unit_id=bed, state="open", by=DEMO, at=AT + 2 * HOUR)
    assert list(Standing.objects.order_by("id").values_list("state", flat=True)) == ["closed", "infection", "open"]
    _, team = beds()
    other = next(
        t for t in directory.place().teams.values() if not t.hub and t.organisation != directory.team(team).organisation
    )
    role = next(
        code for code, each in directory.place().roles.items() if each.may("capacity.set_state") and not each.machine
    )
    with pytest.raises(NotPermitted):
        set_state(unit_id=bed, state="open", by=staff(role=role, teams=(other.code,)), at=AT)


def test_whoever_had_it_booked_comes_and_their_booking_gives_way() -> None:
    bed, other = named("Bed 1", "Bed 2")
    need = new_id()
    line = units(at=AT, unit_id=bed)[0].line_id
    hold(line_id=line, start=AT, end=AT + 24 * HOUR, subject_id=need, expires_at=AT + HOUR, by=DEMO, at=AT)
    book(line_id=line, start=AT, end=AT + 24 * HOUR, subject_id=need, by=DEMO, at=AT)
    occupied = occupy(unit_id=other, need_id=need, start=AT + HOUR, by=DEMO, at=AT + HOUR)
    assert units(at=AT + HOUR, unit_id=bed)[0].free
    assert units(at=AT + HOUR, unit_id=other)[0].booking_id == occupied
    with pytest.raises(Refused, match="when they have left"):
        release(booking_id=occupied, by=DEMO, at=AT + HOUR)


def test_named_beds_count_themselves() -> None:
    service, team = beds()
    bed, _ = named("Bed 1", "Bed 2")
    with pytest.raises(Invalid, match="one by one"):
        report(service_code=service, team_code=team, free=1, total=2, by=DEMO, at=AT)
    occupy(unit_id=bed, need_id=new_id(), start=AT, by=DEMO, at=AT)
    later = AT + timedelta(hours=directory.service(service).capacity_shelf_life_hours, minutes=1)
    assert offers([service], at=later)[service][0].stale
    confirm(line_id=units(at=AT, unit_id=bed)[0].line_id, by=DEMO, at=later)
    offer = offers([service], at=later)[service][0]
    assert (offer.stale, offer.free, offer.of) == (False, 1, 2)
    keep_units(service_code=service, team_code=team, labels=("Bed 2", "Bed 3"), by=DEMO, at=later)
    assert [each.label for each in units(at=later, service_code=service)] == [
        "Bed 1",
        "Bed 2",
        "Bed 3",
    ]  # somebody is in 1


@pytest.mark.hazard(
    "HZ-S7-3",
    hazard="A team that says it has nothing free is given a person all the same.",
    control="What a team reports as taken is kept as taken: no booking finds it until the team reports it free.",
)
def test_what_a_team_says_is_taken_cannot_be_booked() -> None:
    service, team = beds()
    line = report(service_code=service, team_code=team, free=1, total=4, by=DEMO, at=AT)
    book(line_id=line, start=AT, end=AT + HOUR, subject_id=new_id(), by=DEMO, at=AT)
    with pytest.raises(Refused, match="is free then"):
        book(line_id=line, start=AT, end=AT + HOUR, subject_id=new_id(), by=DEMO, at=AT)
    report(service_code=service, team_code=team, free=4, total=4, by=DEMO, at=AT)  # they do not know of ours yet
    assert (free(AT), offers([service], at=AT)[service][0].of) == (3, 4)
    report(service_code=service, team_code=team, free=2, total=2, by=DEMO, at=AT)
    assert free(AT) == 1


def test_a_hold_that_ran_out_is_let_go_and_said() -> None:
    (bed,) = named("Bed 1")
    line = units(at=AT, unit_id=bed)[0].line_id
    kept = hold(line_id=line, start=AT, end=AT + 24 * HOUR, subject_id=new_id(), expires_at=AT + HOUR, by=DEMO, at=AT)
    assert let_holds_go(AT + timedelta(minutes=59)) == 0
    assert let_holds_go(AT + HOUR) == 1
    assert Booking.objects.get(id=kept).state == "expired"
    assert units(at=AT + HOUR, unit_id=bed)[0].free


def test_a_promised_bed_is_held_once_it_is_empty_and_open() -> None:
    (bed,) = named("Bed 1")
    need = new_id()
    occupy(unit_id=bed, stay_id=new_id(), start=AT, by=DEMO, at=AT)
    promise(unit_id=bed, need_id=need, by=DEMO, at=AT)
    with pytest.raises(Clash, match="already promised"):
        promise(unit_id=bed, need_id=new_id(), by=DEMO, at=AT)
    leave(unit_id=bed, by=DEMO, at=AT + HOUR, cleaning=True)
    shown = units(at=AT + HOUR, unit_id=bed)[0]
    assert (shown.taken, shown.promised_to) == ("free", need)
    set_state(unit_id=bed, state="open", by=DEMO, at=AT + 2 * HOUR)
    shown = units(at=AT + 2 * HOUR, unit_id=bed)[0]
    assert (shown.taken, shown.subject_id, shown.promised_to) == ("held", need, None)
    occupy(unit_id=bed, need_id=need, start=AT + 3 * HOUR, by=DEMO, at=AT + 3 * HOUR)


@pytest.mark.hazard(
    "HZ-S2-24",
    hazard="A team names its beds, and a bed that is kept for somebody vanishes, or one that somebody is in is offered as free.",
    control="What is taken or kept stays until it is empty, and in whichever the team says that somebody is nobody else can be put.",
)
def test_naming_beds_loses_nobody_and_offers_none_that_its_team_says_is_taken() -> None:
    service, team = beds()
    report(service_code=service, team_code=team, free=2, total=4, by=DEMO, at=AT)
    line = offers([service], at=AT)[service][0].line_id
    first, second = [each for each in units(line_id=line, at=AT) if each.free]
    held = hold(line_id=line, start=AT, end=AT + 24 * HOUR, subject_id=new_id(), expires_at=AT + 2 * HOUR, by=DEMO, at=AT)
    keep_units(service_code=service, team_code=team, labels=["Bay  1", "Bay 2", "Bay 3"], taken=["Bay 2"], by=DEMO, at=AT)
    now = {each.label: each.taken for each in units(line_id=line, at=AT)}
    assert now == {first.label: "held", "Bay 1": "free", "Bay 2": "outside", "Bay 3": "free"} and second.label not in now
    with pytest.raises(Clash):
        occupy(unit_id=next(each.id for each in units(line_id=line, at=AT) if each.label == "Bay 2"), stay_id=new_id(), start=AT, by=DEMO, at=AT)
    release(booking_id=held, by=DEMO, at=AT)
    keep_units(service_code=service, team_code=team, labels=["Bay 1", "Bay 2", "Bay 3"], by=DEMO, at=AT + HOUR)
    assert {each.label: each.taken for each in units(line_id=line, at=AT + HOUR)} == {"Bay 1": "free", "Bay 2": "free", "Bay 3": "free"}


@pytest.mark.parametrize(
    ("labels", "taken", "field"),
    [([" "], [], "labels"), (["Bed 1", "bed 1"], [], "labels"), (["B" * 41], [], "labels"), (["Bed 1"], ["Bed 2"], "taken")],
)
def test_names_that_cannot_be_are_refused_in_words(labels: list[str], taken: list[str], field: str) -> None:
    service, team = beds()
    with pytest.raises(Invalid) as wrong:
        keep_units(service_code=service, team_code=team, labels=labels, taken=taken, by=DEMO, at=AT)
    assert set(wrong.value.errors) == {field}
