"""Is what a partner sends kept once, whole, with its history, and only in the record it is about?"""

from datetime import UTC, datetime, timedelta

import pytest

from homeward.access.api import gate
from homeward.foundation import events
from homeward.foundation.errors import Clash, Invalid, NotFound
from homeward.records.api import history, item, item_id, items, person_of_item, readings, search, version_of
from homeward.records.queries.search import Filters
from homeward.records.tests.arranging import AT, SOURCE, house, resource, somebody, stands, took, weight

pytestmark = pytest.mark.django_db


def test_it_comes_back_as_it_came_with_what_it_is_found_by() -> None:
    person = somebody()
    [taken] = took(person, weight())
    row = stands(person, taken)
    assert row.body == weight()
    assert (row.kind, row.source, row.source_id, row.version, row.status) == ("Observation", SOURCE, "w1", 1, "final")
    assert (row.code_system, row.code, row.display) == ("http://snomed.info/sct", "27113001", "")
    assert row.more_codes == ("http://loinc.org|29463-7",)
    assert (row.category, row.effective_at) == ("vital-signs", datetime(2026, 11, 1, tzinfo=UTC))
    assert row.refs == (item_id(SOURCE, "Encounter", "e1"),)
    assert person_of_item(taken.item_id) == person.id


@pytest.mark.hazard(
    "HZ-S39-6",
    hazard="A delivery that is repeated doubles somebody's medicines or results.",
    control="A resource's id follows from its source and the source's id; the same meaning twice changes nothing and writes no event.",
)
def test_the_same_content_twice_changes_nothing() -> None:
    person = somebody()
    took(person, weight())
    with gate.person(person.id, by=house(), at=AT):
        before = events.after(events.start())
    spaced = weight().replace('": ', '":   ')
    assert [each.outcome for each in took(person, weight(), spaced)] == ["same", "same"]
    with gate.person(person.id, by=house(), at=AT):
        assert events.after(events.start()) == before


def test_a_decimal_place_is_a_change_and_the_former_wording_is_kept() -> None:
    person = somebody()
    took(person, weight(value="70.50"))
    later = AT + timedelta(days=1)
    [taken] = took(person, weight(value="70.5"), at=later)
    assert (taken.version, taken.outcome) == (2, "changed")
    with gate.person(person.id, by=house(), at=AT):
        now, before = history(taken.item_id)
        first = version_of(taken.item_id, 1)
    assert ("70.5," in now.body, "70.50," in before.body) == (True, True)
    assert (before.version, before.received_at, before.current, first) == (1, AT, False, before)


def test_the_same_resource_twice_in_one_delivery_is_two_versions() -> None:
    person = somebody()
    done = took(person, weight(value="70.1"), weight("w2"), weight(value="70.2"))
    assert [(each.version, each.outcome) for each in done] == [(1, "new"), (1, "new"), (2, "changed")]
    assert "70.2," in stands(person, done[0]).body


def test_a_change_to_a_version_that_no_longer_stands_is_refused() -> None:
    person = somebody()
    took(person, weight(value="70.1"))
    took(person, weight(value="70.2"), if_version=1)
    with pytest.raises(Clash, match="Version 2 stands"):
        took(person, weight(value="70.3"), if_version=1)
    with pytest.raises(Clash, match="no such resource"):
        took(person, weight("other"), if_version=4)


@pytest.mark.hazard(
    "HZ-S39-7",
    hazard="A message with the wrong patient moves a result from one record into another.",
    control="An item that a source sent about one person is never moved to another by a later message; it is refused.",
)
def test_nothing_moves_from_one_record_to_another() -> None:
    one, other = somebody(), somebody(given="Zara")
    took(one, weight())
    with pytest.raises(Clash, match="about somebody else"):
        took(other, weight())
    with pytest.raises(Clash, match="about somebody else"):
        took(None, weight())


def test_what_is_about_nobody_is_open_and_what_is_about_somebody_is_not() -> None:
    person = somebody()
    [theirs] = took(person, weight())
    [ward] = took(None, resource("Location", "l1", name="Ward 4"))
    found = item(ward.item_id)
    assert found is not None and (found.display, found.person_id) == ("Ward 4", None)
    assert item(theirs.item_id) is None
    with pytest.raises(NotFound):
        person_of_item(person.id)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"resourceType": "Observation", "id": "x"', "not JSON"),
        ('{"resourceType": "Observation", "id": "x", "id": "y"}', "twice"),
        ('{"resourceType": "Patient", "id": "x"}', "not a Observation"),
    ],
)
def test_what_is_no_resource_is_refused(text: str, words: str) -> None:
    from homeward.records.api import Received, take

    sent = [Received(kind="Observation", text=text)]
    with pytest.raises(Invalid, match=words):
        take(person_id=somebody().id, resources=sent, source=SOURCE, by=house(), at=AT)


def test_newest_first_by_cursor_and_by_kind() -> None:
    person = somebody()
    took(person, *(weight(f"w{day}", on=f"2026-11-{day:02d}") for day in range(1, 8)), resource("Basic", "b"))
    with gate.person(person.id, by=house(), at=AT):
        first = items(person_id=person.id, kinds=["Observation"], limit=4)
        rest = items(person_id=person.id, kinds=["Observation"], before=(first[-1].placed_at, first[-1].id))
        assert [each.source_id for each in first + rest] == [f"w{day}" for day in range(7, 0, -1)]
        assert items(person_id=person.id, bodies=False)[0].body == ""
        assert len(items(person_id=person.id, received_since=AT)) == 8
        values = readings(person.id, ["29463-7"])
    assert [each.value for each in values] == [70.5] * 7
    assert values[0].at < values[-1].at


def test_search_by_token_date_and_reference_page_by_page() -> None:
    person = somebody()
    took(person, *(weight(f"w{day}", on=f"2026-11-{day:02d}") for day in range(1, 8)))
    with gate.person(person.id, by=house(), at=AT):
        for token in ("29463-7", "http://loinc.org|29463-7", "http://loinc.org|"):
            asked = Filters(codes=(token,))
            found = search(person_id=person.id, kind="Observation", filters=asked).rows
            assert len(found) == (7 if "|" in token and not token.endswith("|") else 0), token
        assert len(search(person_id=person.id, kind="Observation", filters=Filters(codes=("27113001",))).rows) == 7
        near = Filters(refs=(item_id(SOURCE, "Encounter", "e1"),), statuses=("final",), categories=("vital-signs",))
        seen, after = [], None
        while True:
            page = search(person_id=person.id, kind="Observation", filters=near, sort="placed", after=after, limit=3)
            seen += [each.source_id for each in page.rows]
            if not (after := page.next):
                break
        assert seen == [f"w{day}" for day in range(1, 8)]
        week = Filters(effective=((datetime(2026, 11, 3, tzinfo=UTC), datetime(2026, 11, 5, tzinfo=UTC)),))
        assert len(search(person_id=person.id, kind="Observation", filters=week).rows) == 2
