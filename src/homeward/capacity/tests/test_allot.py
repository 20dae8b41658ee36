"""Are many things of one line given together or not at all, kept and let go together, and never given to two?"""

import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from homeward.access.api import system
from homeward.capacity.api import allot, let_holds_go, offers, report, shares
from homeward.capacity.models import Booking
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotFound, Refused
from homeward.foundation.ids import new_id

AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DEMO = system("demo")


def hours(free: int, total: int) -> UUID:
    service = next(each for each in directory.place().services.values() if each.capacity_kind == "hours")
    return report(
        service_code=service.code, team_code=service.providers[0].team, free=free, total=total, by=DEMO, at=AT
    )


def free(line: UUID, at: datetime = AT) -> int | None:
    return next(each.free for listed in offers(_codes(), at=at).values() for each in listed if each.line_id == line)


def _codes() -> list[str]:
    return [each.code for each in directory.place().services.values() if each.capacity_kind == "hours"]


def give(
    line: UUID, count: int, whom: UUID, *, by: Actor = DEMO, at: datetime = AT, until: datetime | None = None
) -> int:
    return allot(
        line_id=line, count=count, subject_id=whom, subject_kind="home_care", start=at, expires_at=until, by=by, at=at
    )


@pytest.mark.django_db
def test_a_share_is_kept_booked_made_smaller_and_given_back() -> None:
    line, whom = hours(20, 40), new_id()
    assert give(line, 12, whom, until=AT + HOUR) == 12 and free(line) == 8
    assert give(line, 14, whom) == 2 and free(line) == 6, "the rest of what was kept is booked with it"
    assert [(each.state, each.count) for each in shares(whom, at=AT)] == [("booked", 14)]
    assert give(line, 5, whom, at=AT + HOUR) == -9 and free(line, AT + HOUR) == 15
    assert give(line, 0, whom, at=AT + HOUR) == -5 and free(line, AT + HOUR) == 20
    assert shares(whom, at=AT + HOUR) == []


@pytest.mark.django_db
def test_hours_a_week_do_not_end_with_the_day() -> None:
    line, whom = hours(20, 40), new_id()
    give(line, 12, whom)
    assert free(line, AT + timedelta(days=3)) == 8
    report(
        service_code=_codes()[0], team_code=offers(_codes(), at=AT)[_codes()[0]][0].team_code, free=40, total=40, by=DEMO,
        at=AT + timedelta(days=3),
    )  # fmt: skip
    assert free(line, AT + timedelta(days=3)) == 28, "nobody can report free what we have given away"


@pytest.mark.django_db
def test_all_or_nothing_and_the_words_say_how_many_there_are() -> None:
    line, first, second = hours(10, 40), new_id(), new_id()
    with pytest.raises(Refused, match="has 10 hours a week free, and 11 hours a week are needed"):
        give(line, 11, first)
    assert free(line) == 10
    give(line, 8, first)
    with pytest.raises(Clash, match="2 hours a week free.*took the last"):
        give(line, 3, second)
    assert free(line) == 2 and shares(second, at=AT) == []


@pytest.mark.django_db
def test_what_is_kept_together_is_let_go_together() -> None:
    line, whom = hours(20, 40), new_id()
    give(line, 12, whom, until=AT + HOUR)
    assert let_holds_go(AT + HOUR) == 1 and free(line, AT + HOUR) == 20
    assert set(Booking.objects.filter(subject_id=whom).values_list("state", flat=True)) == {"expired"}


@pytest.mark.django_db
def test_what_cannot_be() -> None:
    line = hours(20, 40)
    with pytest.raises(Invalid):
        give(line, -1, new_id())
    with pytest.raises(Invalid):
        give(line, 1, new_id(), until=AT + timedelta(days=2))
    with pytest.raises(NotFound):
        give(new_id(), 1, new_id())


@pytest.mark.django_db(transaction=True)
@pytest.mark.hazard(
    "HZ-S6-2",
    hazard="Two coordinators find home care with one provider at the same moment, and one person is discharged to hours that are not there.",
    control="The hours of one package are taken together, by one at a time, on things that PostgreSQL gives to nobody twice; the other is told who took them.",
)
def test_of_two_at_once_one_is_told() -> None:
    line = hours(15, 40)
    told: list[str] = []
    together = threading.Barrier(2)

    def take() -> None:
        try:
            together.wait(timeout=30)
            give(line, 10, new_id())
            told.append("yes")
        except Refused as refused:
            told.append(refused.message)
        finally:
            connection.close()

    both = [threading.Thread(target=take) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join(timeout=60)
    assert sorted(told)[1] == "yes" and "5 hours a week free" in sorted(told)[0]
    taken = Booking.objects.filter(line=line, state="booked").values_list("unit_id", flat=True)
    assert len(taken) == len(set(taken)) == 10
