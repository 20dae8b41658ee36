"""What is known of a person, to ask a demographics service with; and how did earlier traces go?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.people.demographics.protocol import RESULTS
from homeward.people.models import Address, Identifier, Person, TraceStep
from homeward.people.rules.cascade import TITLES, Known
from homeward.people.vocabulary import DISPUTED_NHS_NUMBER, NHS_NUMBER


@dataclass(frozen=True, kw_only=True)
class TraceRow:
    """One step of one trace, as it is shown."""

    at: datetime
    step: str
    result: str
    nhs_number: str
    actor_name: str


def known_of(person_id: UUID, *, by: Actor, at: datetime) -> Known:
    """The person's own details. Raises NotPermitted and NotFound."""
    with gate.opened_for(person_id, by=by, at=at, why="person.trace"):
        person = Person.objects.filter(id=person_id).first()
        if person is None:
            raise NotFound("There is no such person here.")
        name = person.names.get(use="usual", valid_to__isnull=True)
        home = Address.objects.filter(person=person, valid_to__isnull=True).first()
        numbers = Identifier.objects.filter(
            person=person, system__in=(NHS_NUMBER, DISPUTED_NHS_NUMBER), valid_to__isnull=True
        )
        number = numbers.order_by("-system").first()
        return Known(
            family=name.family,
            given=name.given,
            birth_date=person.birth_date,
            sex=person.sex,
            postcode=home.postcode if home else "",
            nhs_number=number.value if number else "",
        )


def trace_rows(person_id: UUID, by: Actor, at: datetime) -> Sequence[TraceRow]:
    """Every step ever taken for the person, the newest trace first, its steps in order."""
    with gate.opened_for(person_id, by=by, at=at, why="person page"):
        rows = TraceStep.objects.filter(person_id=person_id).order_by("-at", "trace_id", "number")[:50]
        return [
            TraceRow(
                at=row.at,
                step=TITLES.get(row.step, row.step),
                result=RESULTS.get(row.result, row.result),
                nhs_number=row.nhs_number,
                actor_name=row.actor_name,
            )
            for row in rows
        ]
