"""What happens when a person moves, or changes practice? A new dated row; those who look after them carry the work over."""

from datetime import date, datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import london_day
from homeward.people.actions import entries
from homeward.people.actions.about import locked, the_person
from homeward.people.models import Address, Person
from homeward.people.rules.days import said
from homeward.people.rules.details import is_postcode, postcode_as_written


@action("person.move", about=the_person)
def move(
    *,
    person_id: UUID,
    since: date,
    by: Actor,
    at: datetime,
    address_lines: tuple[str, ...] = (),
    postcode: str = "",
    ward_code: str = "",
    practice_code: str = "",
) -> Happening[Person]:
    """The person lives at this address, or is with this practice, since a day. What is left out stays as it was.

    The event's facts name the areas before and after, so that subscribers can hand the work on. Raises Invalid.
    """
    person = locked(person_id)
    postcode = postcode_as_written(postcode)
    new_home = bool(address_lines or postcode or ward_code)
    _check(person, since, postcode=postcode, moves=new_home or bool(practice_code), today=london_day(at))
    before = _standing(person)
    entries.settle(
        person,
        lines=address_lines,
        postcode=postcode,
        ward_code=ward_code if new_home else person.ward_code,
        practice_code=practice_code or person.practice_code,
        day=since,
        new_home=new_home,
    )
    person.changed_at = at
    person.save()
    facts = {"since": since.isoformat(), "home": new_home, "before": before, "after": _standing(person)}
    return Happening(result=person, subject_kind="person", subject_id=person.id, person_id=person.id, facts=facts)


def _standing(person: Person) -> dict[str, str]:
    return {
        "practice": person.practice_code,
        "ward": person.ward_code,
        "neighbourhood": person.neighbourhood_code,
        "locality": person.locality_code,
    }


def _check(person: Person, since: date, *, postcode: str, moves: bool, today: date) -> None:
    errors: dict[str, str] = {}
    if not moves:
        errors["postcode"] = "Enter the new address, or choose the new practice."
    if postcode and not is_postcode(postcode):
        errors["postcode"] = "Enter a full postcode, like B29 6JF."
    if since > today:
        errors["since"] = "The day of the move must be today or in the past."
    current = Address.objects.filter(person=person, valid_to__isnull=True).first()
    if current is not None and since < current.valid_from:
        errors["since"] = f"The day must be on or after {said(current.valid_from)}, when the present address began."
    if errors:
        raise Invalid(errors)
