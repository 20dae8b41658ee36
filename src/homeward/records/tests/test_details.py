"""Are details that a partner tells otherwise taken over or reviewed as the place declares, and never silently?"""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid
from homeward.foundation.events import of_person
from homeward.people.api import Person, person_page
from homeward.records.api import DetailRow, decide_detail, details_told, details_waiting
from homeward.records.rules.details import Known, differences
from homeward.records.rules.patient import told_by
from homeward.records.tests.arranging import AT, house, somebody, took
from homeward.records.tests.delivering import kept, lines, patient, sent
from tests.plumbing.people_at_work import staff

LATER = AT + timedelta(hours=1)
KNOWN = Known(
    family="Khan", given="Amina Bibi", former_families=("Shah",), birth_date=date(1941, 5, 3), sex="female",
    nhs_number="9990000018", language_code="ur", died=False, restricted=False, lines=("12 Made Up Road", "Selly Oak"),
    postcode="B29 6JF", phones=("0121 496 0001",), emails=(), practice_code="M85001",
)  # fmt: skip


def fields(**told: Any) -> list[str]:
    return [each.field for each in differences(told_by(patient(**told)), KNOWN)]


def test_what_is_said_in_other_words_is_no_difference() -> None:
    assert fields() == []
    assert (
        fields(name=[{"family": "KHAN", "given": ["Amina"]}], telecom=[{"system": "phone", "value": "+44 121 4960001"}])
        == []
    )
    assert fields(name=[{"family": "Shah", "given": ["Amina"]}]) == []  # a name they no longer go by
    assert fields(address=[{"line": ["12 made-up road"], "postalCode": "b296jf"}]) == []
    assert fields(address=[], communication=[{"language": {"coding": [{"code": "ur-PK"}]}}]) == []


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"name": [{"family": "Begum", "given": ["Amina"]}]}, "name"),
        ({"name": [{"family": "Khan", "given": ["Nadia"]}]}, "name"),
        ({"birthDate": "1941-03-05"}, "birth_date"),
        ({"gender": "male"}, "sex"),
        ({"address": [{"line": ["9 Other Street"], "postalCode": "B29 6JF"}]}, "address"),
        ({"address": [{"postalCode": "B1 1AA"}]}, "address"),
        ({"telecom": [{"system": "phone", "value": "07700 900123"}]}, "phone"),
        ({"telecom": [{"system": "email", "value": "a@example.org"}]}, "email"),
        ({"deceasedDateTime": "2026-11-01"}, "death"),
        ({"deceasedBoolean": True}, "death"),
    ],
)
def test_what_differs_is_named(told: dict[str, Any], field: str) -> None:
    assert fields(**told) == [field]


def colleague() -> Actor:
    return staff(role="place-owner", organisation=place().card.owner)


def waiting(by: Actor, state: str = "waiting") -> dict[str, DetailRow]:
    return {each.field: each for each in details_told(state=state, by=by, at=LATER)}


def known(person: Person) -> tuple[str, str, date | None, list[str]]:
    with gate.person(person.id, by=house(), at=LATER, why="test"):
        page = person_page(person.id, house(), LATER)
    return page.banner.name, page.postcode, page.banner.died_on, [value for _, value in page.contacts]


CHANGED = patient(
    name=[{"family": "Khan-Lee", "given": ["Amina"]}], telecom=[{"system": "phone", "value": "07700 900123"}],
    address=[{"line": ["9 Other Street"], "postalCode": "B1 1AA"}],
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-S31-41",
    hazard="A partner's mistake moves somebody, renames them or declares them dead, and nobody sees it.",
    control="Details that differ are taken over only as the place declares, through people's actions; the rest waits for a colleague.",
)
def test_some_is_taken_over_and_the_rest_waits_for_a_colleague() -> None:
    person, by = somebody(family="Khan", given="Amina", postcode="B29 6JF", birth_date=date(1941, 5, 3)), colleague()
    name, postcode, _, _ = known(person)
    took(person, json.dumps(CHANGED))
    assert known(person)[:2] == (name, postcode) and "07700 900123" in known(person)[3]
    assert set(waiting(by)) >= {"name", "address"} and "phone" in waiting(by, "applied")
    with gate.person(person.id, by=house(), at=LATER, why="test"):
        assert of_person(person.id, kinds=["person.correct"], limit=1)[0].facts["changed"] == ["phone"]
    row = waiting(by)["address"]
    with pytest.raises(Clash):
        decide_detail(detail_id=row.id, take=True, seen="somewhere else", by=by, at=LATER)
    decide_detail(detail_id=row.id, take=True, seen=row.seen, by=by, at=LATER)
    assert known(person)[1] == "B1 1AA"
    row = waiting(by)["name"]
    decide_detail(detail_id=row.id, take=False, seen=row.seen, words="Their clerk mistyped it", by=by, at=LATER)
    with pytest.raises(Clash):
        decide_detail(detail_id=row.id, take=True, seen=row.seen, by=by, at=LATER)
    took(person, json.dumps({**CHANGED, "maritalStatus": {"text": "Widowed"}}), at=LATER)
    assert "name" not in waiting(by)  # what was refused is not asked again
    took(
        person,
        json.dumps({**CHANGED, "name": [{"family": "Begum", "given": ["Amina"]}]}),
        at=LATER + timedelta(hours=1),
    )
    assert waiting(by)["name"].told == "Amina Begum"
    took(
        person, json.dumps({**CHANGED, "name": [{"family": "Khan", "given": ["Amina"]}]}), at=LATER + timedelta(hours=2)
    )
    assert "name" not in waiting(by) and "name" in waiting(by, "settled")


@pytest.mark.django_db
def test_a_death_without_a_day_asks_for_one_and_stops_what_was_planned() -> None:
    person, by = somebody(family="Khan", given="Amina"), colleague()
    took(person, json.dumps(patient(deceasedBoolean=True)))
    row = waiting(by)["death"]
    assert row.asks_day and known(person)[2] is None
    with pytest.raises(Invalid):
        decide_detail(detail_id=row.id, take=True, seen=row.seen, by=by, at=LATER)
    decide_detail(detail_id=row.id, take=True, seen=row.seen, died_on=date(2026, 11, 18), by=by, at=LATER)
    assert known(person)[2] == date(2026, 11, 18)


@pytest.mark.django_db
def test_a_delivery_compares_those_whom_it_did_not_register(tmp_path: Path) -> None:
    by = colleague()
    sent(tmp_path, lines(patient()))
    assert details_waiting(by=by, at=LATER) == 0 and kept()["Patient", "p1"].person_id
    sent(tmp_path, lines(patient(address=[{"line": ["9 Other Street"], "postalCode": "B1 1AA"}])), name="again.ndjson")
    assert list(waiting(by)) == ["address"] and waiting(by)["address"].told == "9 Other Street, B1 1AA"
