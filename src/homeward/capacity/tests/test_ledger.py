"""Does the ledger say what is free and how old that is, and is nothing given twice?"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from homeward.access.api import system
from homeward.capacity.api import book, confirm, count_unmet, hold, offers, release, report, unmet
from homeward.capacity.models import Booking, Report
from homeward.capacity.rules.freshness import amount, freshness
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotPermitted, Refused
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def demo() -> Actor:
    return system("demo")


def beds() -> tuple[str, str]:
    """A service of beds and a team that gives it, whatever the place calls them."""
    service = next(each for each in directory.place().services.values() if each.capacity_kind == "beds")
    return service.code, service.providers[0].team


def reported(free: int = 2, total: int = 3, at: datetime = AT) -> UUID:
    service, team = beds()
    return report(service_code=service, team_code=team, free=free, total=total, by=demo(), at=at)


@pytest.mark.parametrize(
    ("age", "stale", "words"),
    [
        (timedelta(seconds=20), False, "reported just now"),
        (2 * HOUR, False, "reported 2 hours ago"),
        (3 * HOUR, True, "reported 3 hours ago, older than its 2-hour shelf-life"),
    ],
)
def test_age_in_words(age: timedelta, stale: bool, words: str) -> None:
    found = freshness(AT - age, shelf_life_hours=2, at=AT)
    assert (found.stale, found.words) == (stale, words)


def test_amount_in_words() -> None:
    assert amount(1, None, "beds") == "1 bed free"
    assert amount(3, 12, "visits") == "3 of 12 visits free"
    assert amount(0, 12, "hours") == "no hours a week free"
    assert amount(None, None, "hours") == "free capacity not known"


@pytest.mark.hazard(
    "HZ-S12-15",
    hazard="A need is placed on a number that nobody has looked at for hours, and nobody can go.",
    control="Every number on the ledger carries its age, and says that it is older than its shelf-life.",
)
def test_a_number_ages_until_somebody_says_it_is_still_right() -> None:
    line = reported()
    service, _ = beds()
    later = AT + timedelta(hours=directory.service(service).capacity_shelf_life_hours, minutes=1)
    offer = offers([service], at=later)[service][0]
    assert offer.stale and "shelf-life" in offer.words
    confirm(line_id=line, by=demo(), at=later)
    again = offers([service], at=later)[service][0]
    assert (again.stale, again.free, again.of) == (False, 2, 3)
    assert Report.objects.filter(line=line, confirms=True).count() == 1


def test_what_is_taken_since_the_report_is_no_longer_offered() -> None:
    line, (service, _) = reported(), beds()
    soon = AT + timedelta(minutes=1)
    kept = hold(
        line_id=line, start=soon, end=soon + 24 * HOUR, subject_id=new_id(), expires_at=soon + HOUR, by=demo(), at=soon
    )
    assert offers([service], at=soon)[service][0].free == 1
    assert offers([service], at=soon + 2 * HOUR)[service][0].free == 2  # the hold ran out
    release(booking_id=kept, by=demo(), at=soon + timedelta(minutes=5))
    assert offers([service], at=soon + timedelta(minutes=6))[service][0].free == 2


@pytest.mark.hazard(
    "HZ-S7-1",
    hazard="One bed is promised to two people.",
    control="An exclusion constraint refuses an overlapping booking of the same thing, and the second asker is told who was first.",
)
def test_one_thing_is_never_given_twice() -> None:
    line = reported(free=1, total=1)
    first = book(line_id=line, start=AT, end=AT + 2 * HOUR, subject_id=new_id(), by=demo(), at=AT)
    unit = Booking.objects.get(id=first).unit_id
    with pytest.raises(Clash, match="already taken this until"):
        book(line_id=line, unit_id=unit, start=AT + HOUR, end=AT + 3 * HOUR, subject_id=new_id(), by=demo(), at=AT)
    with pytest.raises(Refused, match="is free then"):
        book(line_id=line, start=AT + HOUR, end=AT + 3 * HOUR, subject_id=new_id(), by=demo(), at=AT)
    book(line_id=line, start=AT + 2 * HOUR, end=AT + 3 * HOUR, subject_id=new_id(), by=demo(), at=AT)
    taken = Booking.objects.get(id=first)
    taken.id, taken.subject_id = new_id(), new_id()
    with pytest.raises(IntegrityError), transaction.atomic():
        taken.save(force_insert=True)


def test_a_hold_gives_way_to_the_same_needs_booking_and_runs_out_for_others() -> None:
    line, mine = reported(free=1, total=1), new_id()
    hold(line_id=line, start=AT, end=AT + 2 * HOUR, subject_id=mine, expires_at=AT + HOUR, by=demo(), at=AT)
    with pytest.raises(Refused):
        book(line_id=line, start=AT, end=AT + 2 * HOUR, subject_id=new_id(), by=demo(), at=AT)
    booking = book(line_id=line, start=AT, end=AT + 2 * HOUR, subject_id=mine, by=demo(), at=AT)
    release(booking_id=booking, by=demo(), at=AT)
    hold(line_id=line, start=AT, end=AT + 2 * HOUR, subject_id=mine, expires_at=AT + HOUR, by=demo(), at=AT)
    book(line_id=line, start=AT + HOUR, end=AT + 2 * HOUR, subject_id=new_id(), by=demo(), at=AT + HOUR)


def test_only_those_whose_number_it_is_report_it() -> None:
    service, team = beds()
    place = directory.place()
    role = next(code for code, each in place.roles.items() if each.may("capacity.report") and not each.machine)
    other = next(
        each for each in place.teams.values() if not each.hub and each.organisation != place.teams[team].organisation
    )
    own, stranger = staff(role=role, teams=(team,)), staff(role=role, teams=(other.code,))
    with pytest.raises(NotPermitted, match="for that team to report"):
        report(service_code=service, team_code=team, free=1, by=stranger, at=AT)
    report(service_code=service, team_code=team, free=1, by=own, at=AT)


def test_numbers_that_cannot_be_are_refused_with_words() -> None:
    service, team = beds()
    with pytest.raises(Invalid) as wrong:
        report(service_code=service, team_code=team, free=5, total=3, by=demo(), at=AT)
    assert set(wrong.value.errors) == {"total"}


@pytest.mark.hazard(
    "HZ-S12-16",
    hazard="A need is turned away for want of capacity and nobody can see how often.",
    control="Every such need is counted once while it lasts, beside the supply it did not find.",
)
def test_need_without_capacity_is_counted_once_while_it_lasts() -> None:
    (service, team), need = beds(), new_id()
    for _ in range(2):
        count_unmet(service_code=service, team_code=team, need_code="n", subject_id=need, at=AT)
    found = unmet(since=AT - HOUR, until=AT + HOUR)
    assert [(row.waiting, row.in_period) for row in found] == [(1, 1)]
