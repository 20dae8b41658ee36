"""Do the pages about a person show what partners tell, with its age and source, and never imply what is not known?"""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.foundation.ids import new_id
from homeward.people.api import Correction, Person, correct
from homeward.records.tests.arranging import AT, house, resource, somebody, took, weight
from homeward.web.people.tests.test_pages import browser, text
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
THEN = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a decision more than a year old is due for review, and is said to be


def hub() -> str:
    return next(code for code, team in place().teams.items() if team.hub)


def coded(code: str, words: str, system: str = "http://snomed.info/sct") -> dict[str, object]:
    return {"coding": [{"system": system, "code": code, "display": words}]}


def wish(means: str) -> dict[str, object]:
    """A code by which the place knows a decision of this meaning, whatever place it is."""
    declared = next(each for each in place().advance_decisions.values() if each.means == means)
    system, _, code = declared.codes[0].rpartition("|")
    return coded(code, declared.title, system)


def page(client: Client, person: Person, rest: str = "") -> str:
    answer = client.get(f"/people/{person.id}/{rest}")
    assert answer.status_code == 200
    return text(answer)


def test_what_is_not_known_is_said_and_never_implied() -> None:
    person, client = somebody(), browser()
    for rest in ("", "crisis/"):
        shown = page(client, person, rest)
        assert "Resuscitation: not known" in shown and "That does not mean there is none" in shown
        assert "Nobody has told us of any allergy, nor that there is none" in shown


@pytest.mark.hazard(
    "HZ-S38-1",
    hazard="A crew acts on a do-not-resuscitate form that is no longer right.",
    control="Each decision is shown with its age, its source and whether it stands; an ended one is set apart; a contradiction is a warning.",
)
@time_machine.travel(THEN)
def test_decisions_say_whether_they_stand_and_a_contradiction_is_a_warning() -> None:
    person, client = somebody(), browser()
    no = wish("do_not_attempt_resuscitation")
    took(person, resource("Flag", "f1", status="inactive", code=no, period={"start": "2026-01-01"}))
    shown = page(client, person, "crisis/")
    assert "It no longer stands, the source says." in shown and "Resuscitation: not known" in shown
    took(person, resource("Flag", "f2", status="active", code=no, period={"start": "2026-11-02"}))
    shown = page(client, person, "crisis/")
    assert "It stands, as far as the source has told us." in shown and "Resuscitation: not known" not in shown
    yes = wish("attempt_resuscitation")
    took(person, resource("Flag", "f3", status="active", code=yes, period={"start": "2026-11-03"}), source="hospice")
    assert "These do not agree about resuscitation" in page(client, person, "crisis/")


@pytest.mark.hazard(
    "HZ-S38-5",
    hazard="A decision made in advance is hidden behind the many things that a device or a ward sent after it.",
    control="What the blocks of a page look for is looked for among very many, not among the newest few hundred.",
)
@time_machine.travel(THEN)
def test_a_decision_is_found_behind_hundreds_of_newer_measurements() -> None:
    person, client = somebody(), browser()
    no = wish("do_not_attempt_resuscitation")
    took(person, resource("Observation", "decided", status="final", code=no, effectiveDateTime="2026-01-01"))
    took(person, *(weight(f"w{number}", on=f"2026-{2 + number % 9:02}-{1 + number % 28:02}") for number in range(600)))
    shown = page(client, person, "crisis/")
    assert "It stands, as far as the source has told us." in shown and "Resuscitation: not known" not in shown


@pytest.mark.hazard(
    "HZ-S38-6",
    hazard="A weight in pounds and one in kilograms are drawn as one line, and look like a sudden loss.",
    control="The picture joins values of one unit; the others stand in the table with their own, and the words beside it say so.",
)
def test_values_in_different_units_are_not_drawn_as_one_line() -> None:
    person, client = somebody(), browser()
    took(person, weight("w1", "154.0", "2026-10-01").replace('"kg"', '"[lb_av]"'), weight("w2", "70.5", "2026-11-01"))
    shown = page(client, person)
    assert "1 in another unit stands in the table only." in shown and "154 lb" in shown and "70.5 kg" in shown
    took(person, weight("w3", "70", "2026-11-02").replace('"kg"', '"kgs"'))
    assert "lowest 70, highest 70.5. 1 in another unit" in page(client, person)


def test_a_weight_of_last_month_stands_beside_every_sign_taken_hourly() -> None:
    person, client = somebody(), browser()
    took(person, weight("w1", "70.5", "2026-10-01"))
    wanted = [code.rpartition("|") for each in place().trends.values() if each.code != "weight" for code in each.codes]
    hourly = [
        resource("Observation", f"{code}-{hour}", status="final", code=coded(code, "A sign", system),
                 effectiveDateTime=f"2026-11-18T{hour:02}:00:00Z", valueQuantity={"value": 37})
        for system, _, code in wanted for hour in range(12)
    ]  # fmt: skip
    assert len(hourly) > 96
    took(person, *hourly)
    assert "70.5 kg" in page(client, person)


def test_a_total_beside_measurements_of_another_moment_says_so() -> None:
    person, client = somebody(), browser()
    trends = place().trends
    total = next(each for each in trends.values() if each.score)

    def measured(id: str, code: str, value: float, when: str) -> str:
        system, _, bare = code.rpartition("|")
        return resource("Observation", id, status="final", code=coded(bare, id, system), effectiveDateTime=when, valueQuantity={"value": value})

    took(person, measured("n1", total.codes[0], 1, "2026-11-18T09:00:00Z"), measured("t1", trends["temperature"].codes[0], 38.2, "2026-11-19T09:00:00Z"))
    for rest in ("", "crisis/"):
        shown = page(client, person, rest)
        assert "What it adds up did not come with it. The measurements shown here are of other moments." in shown
    took(person, measured("t2", trends["temperature"].codes[0], 38.4, "2026-11-18T09:00:00Z"))
    shown = page(client, person)
    assert "Measured with it: Temperature 38.4 °C. What is newer is not in this total." in shown and "cannot be right" not in shown
    took(person, measured("p1", trends["pulse"].codes[0], 115, "2026-11-18T09:00:00Z"))
    assert "This total cannot be right: what was measured with it comes to at least 3. Count it again." in page(client, person)


def test_the_record_shows_each_block_with_age_and_source() -> None:
    person, client = somebody(), browser()
    took(
        person,
        resource("AllergyIntolerance", "a1", clinicalStatus=coded("active", ""), criticality="high", recordedDate="2019-04-01",
                 code=coded("91936005", "Penicillin"), reaction=[{"manifestation": [coded("39579001", "Anaphylaxis")]}]),
        resource("Condition", "c1", clinicalStatus=coded("active", ""), code=coded("13645005", "COPD"), onsetDateTime="2011-02-01"),
        resource("Condition", "c2", clinicalStatus=coded("resolved", ""), code=coded("1", "A healed wrist")),
        resource("MedicationStatement", "m1", status="active", medicationCodeableConcept=coded("2", "Tiotropium"),
                 dosage=[{"text": "One breath each morning"}], effectiveDateTime="2026-10-01"),
        resource("Flag", "f9", status="active", code=coded("3", "Key safe by the back door")),
        weight("w1", "70.50", "2026-11-01"), weight("w2", "68.00", "2026-11-10"),
    )  # fmt: skip
    shown = page(client, person)
    for words in ("Penicillin", "High risk. Anaphylaxis", "COPD", "Tiotropium", "One breath each morning", "68 kg",
                  "the last 2 values: from 70.5 kg to 68 kg", "Key safe by the back door", "general-hospital"):  # fmt: skip
        assert words in shown, words
    assert (
        re.search(r"1 April 2019, [67] years ago", shown)
        and "A healed wrist" not in shown.split("What happened lately")[0]
    )
    assert "Alert" in page(client, person, "timeline/") and "Key safe" in page(client, person, "documents/")


def test_what_is_sensitive_is_hidden_by_the_declared_rule_and_that_there_is_more_is_said() -> None:
    person = somebody()
    kind = next(each for each in place().sensitivities.values() if each.labels and "hub-coordinator" not in each.roles)
    system, _, code = kind.labels[0].replace("*", "x").rpartition("|")
    label = {"security": [{"system": system, "code": code}]}
    took(
        person,
        resource("Condition", "c1", meta=label, clinicalStatus=coded("active", ""), code=coded("4", "A secret matter")),
    )
    for rest in ("", "timeline/", "crisis/"):
        shown = page(browser(), person, rest)
        assert "A secret matter" not in shown and "There is more here that your role does not open" in shown


def test_the_timeline_pages_by_a_cursor_that_stays_right_while_rows_are_added() -> None:
    person, client = somebody(), browser()
    days = [f"2026-{month:02d}-{day:02d}" for month in (8, 9, 10) for day in range(1, 29)]
    took(person, *(resource("Condition", f"c{on}", code=coded("5", f"Seen on {on}"), onsetDateTime=on) for on in days))
    first = client.get(f"/people/{person.id}/timeline/?kind=problems").content.decode()
    took(person, resource("Condition", "newer", code=coded("5", "Came meanwhile"), onsetDateTime="2026-11-01"))
    older = re.search(r'rel="next" href="([^"]+)"', first)
    assert older is not None
    second = client.get(f"/people/{person.id}/timeline/{older[1].replace('&amp;', '&')}").content.decode()
    told = re.findall(r"Seen on (\S+?)<", first + second)
    assert len(told) == 80 and told == sorted(days, reverse=True)[:80]


def test_what_came_since_i_last_looked_is_marked() -> None:
    person, me, now = somebody(), staff(role="hub-coordinator", teams=(hub(),)), datetime.now(UTC)
    client = signed_in(me)
    assert "You have not looked before" in page(client, person, "timeline/")
    with gate.person(person.id, by=me, at=now - timedelta(days=2), why="person page"):
        pass
    took(person, weight("w1"), at=now - timedelta(days=3))
    took(
        person,
        resource("Condition", "c1", code=coded("1", "COPD"), onsetDateTime="2011-02-01"),
        at=now - timedelta(days=1),
    )
    shown = page(client, person, "timeline/?new=1")
    assert "New</span><strong>Problem</strong>: COPD" in shown and "Body weight" not in shown
    assert "Since you last looked" in page(client, person)
    assert "Body weight" in page(client, person, "timeline/")


def test_a_document_is_handed_over_and_never_run() -> None:
    person, other, client = somebody(), somebody(family="Other"), browser()
    letter = {"attachment": {"contentType": "text/plain", "data": "SGVsbG8=", "title": "Letter"}}
    script = {"attachment": {"contentType": "text/html", "data": "SGVsbG8=", "title": "A page"}}
    (kept, page_) = took(
        person,
        resource("DocumentReference", "d1", status="current", type=coded("6", "Clinic letter"), content=[letter], date="2026-11-01T10:00:00Z"),
        resource("DocumentReference", "d2", status="current", content=[script]),
    )  # fmt: skip
    assert "Clinic letter" in page(client, person, "documents/")
    answer = client.get(f"/people/{person.id}/documents/{kept.item_id}/")
    assert answer.content == b"Hello" and answer["Content-Disposition"].startswith("attachment")
    assert client.get(f"/people/{person.id}/documents/{page_.item_id}/").status_code == 404
    assert client.get(f"/people/{other.id}/documents/{kept.item_id}/").status_code == 404
    assert client.get(f"/people/{person.id}/documents/{new_id()}/").status_code == 404


def test_a_page_that_has_been_put_right_says_so_to_whoever_has_it_open() -> None:
    person, client = somebody(), browser()
    drawn = client.get(f"/people/{person.id}/").content.decode()
    version, address = re.search(r'data-version="([^"]+)"', drawn), re.search(r'data-looking="([^"]+)"', drawn)
    assert version is not None and address is not None
    same = client.post(address[1], {"version": version[1]})
    assert "put right" not in text(same)
    correct(
        person_id=person.id, correction=Correction(sex="male"), reason="Told", by=house(), at=AT + timedelta(hours=1)
    )
    assert "put right by somebody else" in text(client.post(address[1], {"version": version[1]}))


@pytest.mark.hazard(
    "HZ-S39-5",
    hazard="Two colleagues put the same details right at once, and the second writes over the first without seeing it.",
    control="A correction names the version it was made from; when another came between, nothing is saved and both are shown.",
)
def test_a_correction_never_writes_over_another() -> None:
    person, client = somebody(), browser()
    form = client.get(f"/people/{person.id}/correct/").content.decode()
    version = re.search(r'name="version" value="([^"]+)"', form)
    assert version is not None
    correct(
        person_id=person.id,
        correction=Correction(access_needs="Large print"),
        reason="Told",
        by=house(),
        at=AT + timedelta(hours=1),
    )
    typed = {
        "family": "Khan",
        "given": "Amina",
        "sex": "female",
        "access": "A ramp",
        "reason": "Seen",
        "version": version[1],
    }
    answer = client.post(f"/people/{person.id}/correct/", typed)
    assert answer.status_code == 409 and "Nothing of yours has been saved" in text(answer)
    assert "Large print" in text(answer) and "A ramp" in text(answer)
    again = re.search(r'name="version" value="([^"]+)"', answer.content.decode())
    assert (
        again is not None
        and client.post(f"/people/{person.id}/correct/", typed | {"version": again[1]}).status_code == 302
    )


def test_a_page_asks_few_questions_and_opens_the_gate_once() -> None:
    person, client = somebody(), browser()
    took(person, weight("w1"), resource("Condition", "c1", code=coded("1", "COPD")))
    client.get(f"/people/{person.id}/")
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/people/{person.id}/")
    told = [each["sql"] for each in asked.captured_queries]
    assert sum("gate.open(" in sql for sql in told) == 1
    assert len(told) <= 26, "\n".join(sql[:150] for sql in told)
