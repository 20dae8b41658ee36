"""Who is in the small register of made-up people?"""

from typing import Any

from tests.demographics.register import Register

SECURITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"


def patient(
    number: str, family: str, given: list[str], born: str, *, gender: str = "female", postcode: str = "B29 6JF",
    label: str = "U", died: str = "", ends: str = "",
) -> dict[str, Any]:  # fmt: skip
    """A Patient as the register would answer."""
    name: dict[str, Any] = {"use": "usual", "family": family, "given": given, "period": {"start": "2000-01-01"}}
    if ends:
        name["period"]["end"] = ends
    found: dict[str, Any] = {
        "resourceType": "Patient", "id": number, "gender": gender, "birthDate": born, "name": [name],
        "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": number}],
        "meta": {"versionId": "1", "security": [{"system": SECURITY, "code": label}]},
    }  # fmt: skip
    if label == "U":
        found["address"] = [{"use": "home", "postalCode": postcode, "line": ["1 Made Up Road"]}]
    if died:
        found["deceasedDateTime"] = died
    return found


AMINA, NEW_NUMBER, OLD_NUMBER, GONE, HIDDEN, DEAD = (
    "9990000018", "9990000026", "9990000034", "9990000042", "9990000050", "9990000069",
)  # fmt: skip


def small_register() -> Register:
    """Six made-up people: one plain, one merged, one hidden, one dead, and two who share everything but a number."""
    return Register(
        patients=[
            patient(AMINA, "Khan", ["Amina", "Jan"], "1941-05-03"),
            patient(NEW_NUMBER, "Begum", ["Rahela"], "1950-02-01"),
            patient(HIDDEN, "Quiet", ["Grace"], "1988-08-08", label="R"),
            patient(DEAD, "Last", ["Edna"], "1930-01-02", died="2026-11-02T00:00:00+00:00"),
            patient("9990000077", "Double", ["Sam"], "1970-01-24", gender="male"),
            patient("9990000085", "Double", ["Sam"], "1970-01-24", gender="male"),
        ],
        merged={OLD_NUMBER: NEW_NUMBER},
        invalidated=frozenset({GONE}),
        former={AMINA: (("Malik", "Amina", "1941-05-03"),)},
    )
