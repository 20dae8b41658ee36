"""Who is the person a message is about, and how sure is the sender?"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from homeward.fhir.bars import parts, vocabulary
from homeward.fhir.bars.bundle import Entry, MessageBundle
from homeward.fhir.bars.message import PersonSaid
from homeward.foundation import nhs_number
from homeward.foundation.r4.characters import suspicion

_INTERPRETER = ("patient-interpreterRequired", "interpreterRequired")
_ONESELF = "ONESELF"


def read_person(bundle: MessageBundle, patient: Entry) -> PersonSaid:
    """The person as described. Nothing is guessed: what is not said stays empty."""
    resource = patient.resource
    family, given = parts.person_name(resource)
    lines, postcode = parts.address(resource)
    as_sent, status = _nhs_number(resource)
    true_number = nhs_number.normalise(as_sent) if as_sent and nhs_number.is_valid(as_sent) else None
    practice = bundle.follow(next(iter(resource.get("generalPractitioner", ())), None), "Organization")
    return PersonSaid(
        family=family,
        given=given,
        birth_date=_birth_date(resource.get("birthDate")),
        gender=str(resource.get("gender", "")),
        nhs_number=true_number,
        nhs_number_as_sent=as_sent,
        nhs_number_status=status,
        address_lines=lines,
        postcode=postcode,
        phone=parts.telephone(resource.get("telecom", ())) or _own_contact_phone(resource),
        language_code=_language(resource),
        interpreter_needed=any(_interpreters(resource)),
        practice_code=organisation_code(practice),
        contacts=tuple(_contacts(resource)),
        cautions=tuple(_cautions(family, given, as_sent, true_number, resource)),
    )


def organisation_code(organisation: Entry | None) -> str:
    """The ODS code of an Organization entry, or ''."""
    for each in organisation.resource.get("identifier", ()) if organisation else ():
        if str(each.get("system", "")).lower() == vocabulary.ODS_CODE:
            return parts.clean(each.get("value"), 20).upper()
    return ""


def _nhs_number(resource: Mapping[str, Any]) -> tuple[str, str]:
    """(the number as sent, its verification status), ('', 'number-not-present') when there is none."""
    for each in resource.get("identifier", ()):
        if str(each.get("system", "")).lower() == vocabulary.NHS_NUMBER.lower() and each.get("value"):
            concepts = [item.get("valueCodeableConcept") for item in each.get("extension", ())]
            status = parts.code_in(concepts, vocabulary.VERIFICATION)
            return parts.clean(each["value"], 20), status or "number-present-but-not-traced"
    return "", "number-not-present"


def _birth_date(text: object) -> date | None:
    """A whole date; a year or a month alone is not one."""
    try:
        return date.fromisoformat(str(text)) if len(str(text)) == 10 else None
    except ValueError:
        return None


def _language(resource: Mapping[str, Any]) -> str:
    spoken = sorted(resource.get("communication", ()), key=lambda each: not each.get("preferred", False))
    return next((coding.code for each in spoken for coding in parts.codings(each.get("language"))), "")


def _interpreters(resource: Mapping[str, Any]) -> Iterator[bool]:
    """Each place where the message says that an interpreter is needed."""
    waiting = [*resource.get("extension", ())]
    while waiting:
        each = waiting.pop()
        waiting.extend(each.get("extension", ()))
        yield str(each.get("url", "")).rpartition("/")[2] in _INTERPRETER and each.get("valueBoolean") is True


def _own_contact_phone(resource: Mapping[str, Any]) -> str:
    """BaRS carries the person's own numbers as a contact whose relationship is 'self'."""
    own = [
        telecom
        for each in resource.get("contact", ())
        if _ONESELF in {coding.code for kind in each.get("relationship", ()) for coding in parts.codings(kind)}
        for telecom in each.get("telecom", ())
    ]
    return parts.telephone(own)


def _contacts(resource: Mapping[str, Any]) -> Iterator[str]:
    """Other people to ring: who they are and their number, in one line each."""
    for each in resource.get("contact", ()):
        family, given = parts.person_name({"name": [each["name"]]}) if each.get("name") else ("", "")
        name = f"{given} {family}".strip()
        if name:
            relation = next(
                (parts.words(kind) for kind in each.get("relationship", ()) if parts.words(kind)), "contact"
            )
            yield ", ".join(
                part for part in (f"{name} ({relation.lower()})", parts.telephone(each.get("telecom", ()))) if part
            )


def _cautions(
    family: str, given: str, as_sent: str, true_number: str | None, resource: Mapping[str, Any]
) -> Iterator[str]:
    if as_sent and not true_number:
        yield f"The sender gave the NHS number {as_sent}, which is not a valid number. Check who this is."
    if not (family or given):
        yield "The sender did not know the person's name. Find out who this is."
    raw = [str(part) for name in resource.get("name", ()) for part in (name.get("family", ""), *name.get("given", ()))]
    for why in dict.fromkeys(suspicion(part) for part in raw):
        if why:
            yield f"Look twice at the name. {why}"
