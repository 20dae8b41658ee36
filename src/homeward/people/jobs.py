"""Which work about people is done by the clock? New people are traced where that is set up, and matched with everybody here."""

from datetime import UTC, datetime, timedelta
from time import monotonic
from uuid import UUID

from procrastinate.contrib.django import app

from homeward.access.api import declare_job, gate, system
from homeward.people.actions.look import forget_old_looks
from homeward.people.actions.look_for_doubles import look_for_doubles
from homeward.people.actions.relate_practices import relate_practices
from homeward.people.actions.trace import trace
from homeward.people.demographics.chosen import demographics
from homeward.people.demographics.protocol import Demographics
from homeward.people.models import Person

JOB = "demographics"
NEW_FOR = timedelta(days=2)
MOST = 50
SECONDS = 20  # of each minute, at most, are spent looking for doubles
LOOKS = "looks"
REGISTRATIONS = "registrations"

declare_job(LOOKS, words="forgetting who had a page open")
declare_job(REGISTRATIONS, words="telling practices whom they look after", permits=("person.relate_practices",))


def trace_new(at: datetime, service: Demographics) -> int:
    """Trace up to 50 people registered in the last two days whom nobody has traced yet; stops when the service is silent."""
    done = 0
    for person_id in _untraced(at):
        traced = trace(person_id=person_id, by=system(JOB), at=at, service=service)
        done += 1
        if traced.verdict == "unavailable":
            break
    return done


def _untraced(at: datetime) -> list[UUID]:
    with gate.job(JOB, at=at, why="whom to trace"):
        new = Person.objects.filter(
            registered_at__gt=at - NEW_FOR,
            nhs_number_status__in=("not_verified", "none"),
            birth_date__isnull=False,
            trace_steps__isnull=True,
            joined_to__isnull=True,
        )
        return list(new.order_by("registered_at").values_list("id", flat=True)[:MOST])


@app.periodic(cron="*/5 * * * *")
@app.task(name="people.trace_new", queueing_lock="people.trace_new", pass_context=False)
def every_five_minutes(timestamp: int) -> None:
    """Trace whoever is new; nothing to do where no service is set up."""
    service = demographics()
    if service is not None:
        trace_new(datetime.fromtimestamp(timestamp, tz=UTC), service)


@app.periodic(cron="*/10 * * * *")
@app.task(name="people.forget_looks", queueing_lock="people.forget_looks", pass_context=False)
def every_ten_minutes(timestamp: int) -> None:
    """Forget who had a person's page open."""
    at = datetime.fromtimestamp(timestamp, tz=UTC)
    with gate.job(LOOKS, at=at):
        forget_old_looks(at)


@app.periodic(cron="* * * * *")
@app.task(
    name="people.look_for_doubles",
    queueing_lock="people.look_for_doubles",
    lock="people.look_for_doubles",
    pass_context=False,
)
def every_minute(timestamp: int) -> None:
    """Whoever is new or was put right is matched with everybody here; pairs in doubt wait for a reviewer.

    However many were loaded, a job works a third of its minute, so that other jobs have the core for the rest.
    """
    until = monotonic() + SECONDS
    look_for_doubles(at=datetime.fromtimestamp(timestamp, tz=UTC), enough=lambda: monotonic() > until)


@app.periodic(cron="* * * * *")
@app.task(name="people.relate_practices", queueing_lock="people.relate_practices", pass_context=False)
def practices_every_minute(timestamp: int) -> None:
    """Whoever was registered in bulk, or before practices had relationships, is known to their practice."""
    relate_practices(at=datetime.fromtimestamp(timestamp, tz=UTC))
