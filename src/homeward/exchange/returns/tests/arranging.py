"""How do tests get a small month? A few people, their referrals and what became of them, through actions, as the house does."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from homeward.access.api import gate, system
from homeward.exchange.api import returns
from homeward.exchange.models import NationalReturn
from homeward.foundation.actions import Actor
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import MORNING, accepted, after, person, placed, received, triaged
from homeward.visits.api import record_contact, visits_of
from tests.plumbing.people_at_work import staff

CSDS, MARCH, PROVIDER = "csds", "2026-03", "bchc"
ASKED = datetime(2026, 4, 2, 9, 0, tzinfo=UTC)
PRACTICE = "M85034"
NUMBERS = ("9990000018", "9990000026", "9990000034")


def analyst() -> Actor:
    """Somebody who makes and gives returns."""
    return staff(role="analyst", organisation="bsol-icb", teams=("place-office",), name="Oliver Webb")


def someone(number: str = "", **details: Any) -> UUID:
    """A person with a home and a practice, unless said otherwise."""
    given = {"nhs_number": number, "practice_code": PRACTICE, "postcode": "B29 6JF", "address_lines": ("3 Mill Lane",)}
    return person(**{**given, **details})


def in_care(person_id: UUID, *, at: datetime = MORNING) -> ServiceRequest:
    """A two-hour need that the urgent response of the east accepted at once."""
    return accepted(placed(triaged(received(person_id=person_id, at=at), at=at), at=at), at=at)


def visited(referral: ServiceRequest, *, minutes: float = 95, **words: Any) -> UUID:
    """The first visit of a need, made so many minutes after ten on the third of March; its id."""
    by = system("demo")
    with gate.person(referral.person_id, by=by, at=MORNING, why="looking"):
        first = visits_of([referral.id])[0].id
    record_contact(encounter_id=first, contact_at=after(minutes), by=by, at=after(minutes + 5), **words)
    return first


def made(
    *, kind: str = "provisional", by: Actor | None = None, at: datetime = ASKED, provider: str = PROVIDER
) -> NationalReturn:
    """The return of March, made as the worker makes it."""
    row = returns.ask(
        return_code=CSDS, provider=provider, period=MARCH, kind=kind, by=by or analyst(), at=at, queue=False
    )
    returns.make(row.id, at=at)
    return NationalReturn.objects.get(pk=row.id)


def table(row: NationalReturn, name: str, *, by: Actor | None = None) -> Sequence[Mapping[str, str]]:
    """The rows of a table, as its file says them."""
    files = returns.take(return_id=row.id, reason="reading it in a test", by=by or analyst(), at=ASKED).files
    head, *lines = files[f"{name}.csv"].decode().split("\r\n")[:-1]
    return [dict(zip(head.split(","), line.split(","), strict=True)) for line in lines]


def broken(row: NationalReturn) -> dict[str, int]:
    """Which rules are broken, and how often."""
    return {each.rule: each.count for each in returns.one(row.id).broken}
