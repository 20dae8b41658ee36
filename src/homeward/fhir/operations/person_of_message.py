"""Whose record does a message belong to? The person found or registered, with its provenance."""

from datetime import datetime

from homeward.fhir.bars.message import Message
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.people.api import Person, PersonDetails, find_or_register, register

UNKNOWN = "Not known"
NOBODY_KNEW = "The sender did not know who this is. Find out their name and date of birth."
_ELEMENTS = {
    "family": "name", "given": "name", "birth_date": "birthDate", "nhs_number": "identifier", "sex": "gender",
    "postcode": "address", "phone": "telecom",
}  # fmt: skip


def person_of_message(message: Message, *, by: Actor, at: datetime) -> Person:
    """Somebody already here, or a new person; one whom nobody could name is registered apart, for review."""
    details = _details(message)
    try:
        if message.person.named:
            return find_or_register(details=details, by=by, at=at)[0]
        return register(details=details, by=by, at=at, review_reason=NOBODY_KNEW)
    except Invalid as refusal:
        raise Faulty(
            *(
                Issue(code="value", expression=f"{message.person_path}.{_ELEMENTS.get(name, name)}", diagnostics=words)
                for name, words in refusal.errors.items()
            )
        ) from refusal


def _details(message: Message) -> PersonDetails:
    said = message.person
    return PersonDetails(
        family=said.family or UNKNOWN,
        given=said.given,
        birth_date=said.birth_date,
        sex=said.gender or "unknown",
        nhs_number=said.nhs_number or "",
        address_lines=said.address_lines,
        postcode=said.postcode,
        practice_code=said.practice_code,
        phone=said.phone,
        language_code=said.language_code,
        interpreter_needed=said.interpreter_needed,
        access_needs="; ".join(message.access_needs),
    )
