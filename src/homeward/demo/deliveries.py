"""What did partners send as files? One delivery that was applied, with a person in doubt and a row that was refused."""

import json
import random
import tempfile
from base64 import b64encode
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from homeward.directory.api import place
from homeward.people.api import PersonDetails
from homeward.records.api import importer, start_import

PEOPLE = 24
NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"
LETTERS = (
    ("Outpatient letter", "Seen in clinic today with a neighbour. Breathing is easier since the tablets were changed. We will see them again in three months."),
    ("Discharge letter", "Home today after four days on the ward. Walking with a frame, one person to help on the stairs. Please check the blood pressure in a week."),
    ("Letter from the memory clinic", "Memory is much as it was in spring. The family would like a short break. We have written to the carers' team."),
)  # fmt: skip
# What the hospital has been told of two of them and nobody here has: a colleague looks at it.
MOVED: dict[str, Any] = {
    "address": [{"line": ["2 New Court"], "postalCode": "B29 6JF"}],
    "telecom": [{"system": "phone", "value": "0121 496 0777"}],
}
PROBLEMS = ("Falls at home", "Chronic kidney disease", "Cataract", "Leg ulcer", "Iron deficiency")


def make_deliveries(*, drawn: Sequence[PersonDetails], seed: int, until: datetime) -> int:
    """Bring in a hospital's file about some of them; returns how many people it speaks of."""
    rng = random.Random(f"deliveries {seed}")
    trusts = sorted(each.code for each in place().organisations.values() if each.kind == "nhs_trust")
    source = (trusts or sorted(place().organisations))[0]
    told = [each for number, details in enumerate(drawn[:PEOPLE]) for each in _told_of(rng, number, details, until)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"letters-{until:%Y-%m-%d}.ndjson")
        path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in told))
        start_import(files=[path], source=source, by=importer(), at=until - timedelta(minutes=50), dry_run=False)
    return min(PEOPLE, len(drawn))


def _told_of(rng: random.Random, number: int, details: PersonDetails, until: datetime) -> Iterator[dict[str, Any]]:
    id = f"hospital-{number + 1}"
    subject = {"reference": f"Patient/{id}"}
    yield _patient(id, details, stranger=number == 3) | (MOVED if number in (5, 11) else {})
    title, words = rng.choice(LETTERS)
    letter = {"contentType": "text/plain", "title": title, "data": b64encode(words.encode()).decode()}
    yield {
        "resourceType": "DocumentReference", "id": f"letter-{id}", "status": "current", "type": {"text": title},
        "subject": subject, "date": _moment(until, rng.randint(2, 200)), "content": [{"attachment": letter}],
    }  # fmt: skip
    since = "2025-02-30" if number == 7 else _moment(until, rng.randint(100, 3000))[:10]
    yield {
        "resourceType": "Condition", "id": f"problem-{id}", "subject": subject, "code": {"text": rng.choice(PROBLEMS)},
        "clinicalStatus": {"coding": [{"code": "active"}]}, "onsetDateTime": since,
    }  # fmt: skip


def _patient(id: str, details: PersonDetails, *, stranger: bool) -> dict[str, Any]:
    """As the hospital has them; of the stranger it has somebody else's NHS number."""
    name = (
        {"family": "Hartley", "given": ["Winifred"]}
        if stranger
        else {"family": details.family, "given": [details.given]}
    )
    told: dict[str, Any] = {
        "resourceType": "Patient", "id": id, "name": [name], "gender": details.sex,
        "identifier": [{"system": NHS_NUMBER, "value": details.nhs_number}],
    }  # fmt: skip
    born = "1938-06-17" if stranger else details.birth_date.isoformat() if details.birth_date else ""
    return {**told, **({"birthDate": born} if born else {})}


def _moment(until: datetime, ago: int) -> str:
    return (until - timedelta(days=ago)).replace(microsecond=0).isoformat()
