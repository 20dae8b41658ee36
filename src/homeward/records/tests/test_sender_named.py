"""Is who sent something said by name wherever somebody reads why it waits or was refused?"""

import json
from datetime import date
from pathlib import Path

import pytest

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.foundation.errors import Clash
from homeward.foundation.events import of_person
from homeward.records.api import decide_detail, details_told
from homeward.records.tests.arranging import AT, house, somebody, took, weight
from homeward.records.tests.delivering import lines, observation, patient, reasons, sent
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
CODE, NAME = next((each.code, each.name) for each in place().organisations.values() if each.code not in each.name.lower())


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_delivery_says_by_name_who_did_not_tell_whom_a_row_is_about(tmp_path: Path, dry_run: bool) -> None:
    unknown = observation("x", subject={"reference": "Patient/nobody"})
    done = sent(tmp_path, lines(unknown), source=CODE, dry_run=dry_run)
    assert reasons(done, "rejected") == [f"It is about Patient/nobody, and nothing that {NAME} sent says who that is."]


def test_a_source_that_is_no_organisation_here_goes_by_its_code(tmp_path: Path) -> None:
    done = sent(tmp_path, lines(observation("x", subject={"reference": "Patient/nobody"})), source="elsewhere")
    assert "nothing that elsewhere sent says" in reasons(done, "rejected")[0]


def test_what_was_sent_about_somebody_else_is_refused_with_the_name_of_who_sent_it() -> None:
    took(somebody(), weight(), source=CODE)
    with pytest.raises(Clash) as refused:
        took(somebody(given="Zara"), weight(), source=CODE)
    assert refused.value.message == f"{NAME} already sent Observation 'w1' about somebody else."
    assert refused.value.who == NAME


def test_what_is_told_otherwise_since_and_what_is_taken_over_bear_the_name() -> None:
    person = somebody(family="Khan", given="Amina", postcode="B29 6JF", birth_date=date(1941, 5, 3))
    by = staff(role="place-owner", organisation=place().card.owner)
    told = patient(
        address=[{"line": ["9 Other Street"], "postalCode": "B1 1AA"}], telecom=[{"system": "phone", "value": "07700 900123"}]
    )
    took(person, json.dumps(told), source=CODE)
    row = next(each for each in details_told(state="waiting", by=by, at=AT) if each.field == "address")
    with pytest.raises(Clash) as refused:
        decide_detail(detail_id=row.id, take=True, seen="somewhere else", by=by, at=AT)
    assert refused.value.message.startswith(f"{NAME} has told something else since: ") and refused.value.who == NAME
    with gate.person(person.id, by=house(), at=AT, why="test"):
        assert of_person(person.id, kinds=["person.correct"], limit=1)[0].facts["reason"].startswith(f"{NAME} told us")
