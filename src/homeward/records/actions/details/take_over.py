"""How does a detail that a partner told become what is known of the person? Through the same actions as a colleague's correction."""

from datetime import date, datetime
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import london_day
from homeward.people import api as people
from homeward.people.api import Correction
from homeward.records.queries.sender import called
from homeward.records.rules.patient import Told


def take_over(
    person_id: UUID, field: str, told: Told, *, source: str, by: Actor, at: datetime, died_on: date | None = None
) -> None:
    """Change this one detail. Raises Invalid with the reason when it cannot be. `died_on` where the partner told no day."""
    today = london_day(at)
    if field == "death":
        people.die(person_id=person_id, source="partner", died_on=told.died_on or died_on, by=by, at=at)
    elif field == "address":
        people.move(person_id=person_id, since=today, address_lines=told.lines, postcode=told.postcode, by=by, at=at)
    elif field == "practice":
        people.move(person_id=person_id, since=today, practice_code=told.practice_code, by=by, at=at)
    else:
        reason = f"{called(source)} told us in its record of the person."
        people.correct(person_id=person_id, correction=_correction(field, told, today), reason=reason, by=by, at=at)


def _correction(field: str, told: Told, today: date) -> Correction:
    match field:
        case "name":
            return Correction(family=told.family, given=told.given or None, name_changed_on=today)
        case "birth_date":
            return Correction(birth_date=told.birth_date)
        case "sex":
            return Correction(sex=told.sex)
        case "nhs_number":
            return Correction(nhs_number=told.nhs_number)
        case "language":
            return Correction(language_code=told.language_code)
        case "phone":
            return Correction(phone=told.phone.strip())
        case "email":
            return Correction(email=told.email.strip())
    raise Invalid({"field": "This detail cannot be taken over."})
