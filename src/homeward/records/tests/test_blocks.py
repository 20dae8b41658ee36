"""Does one question answer every block of a page, each with its own kinds, codes and bounds?"""

from collections.abc import Iterable

import pytest

from homeward.access.api import gate
from homeward.records.api import ItemLine, Wanted, blocks, item_id
from homeward.records.tests.arranging import AT, SOURCE, house, resource, somebody, took, weight

pytestmark = pytest.mark.django_db
CPR = "http://snomed.info/sct|450476008"


def flag(id: str, code: str, status: str = "active") -> str:
    coding = {"system": "http://snomed.info/sct", "code": code, "display": f"Flag {code}"}
    return resource("Flag", id, status=status, code={"coding": [coding]}, period={"start": f"2026-11-0{id[-1]}"})


def names(rows: Iterable[ItemLine]) -> list[str]:
    """What their source calls them."""
    called = (("Observation", "w"), ("Flag", "f"))
    known = {
        item_id(SOURCE, kind, f"{mark}{number}"): f"{mark}{number}" for kind, mark in called for number in range(9)
    }
    return [known[row.id] for row in rows]


def test_each_block_gets_its_own_rows_newest_first() -> None:
    person, other = somebody(), somebody(family="Other")
    took(person, *(weight(f"w{day}", on=f"2026-11-0{day}") for day in (1, 2, 3)))
    took(person, flag("f1", "450476008"), flag("f2", "225728007"), flag("f3", "450476008", "entered-in-error"))
    took(other, flag("f4", "450476008"))
    wanted = {
        "weights": Wanted(kinds=("Observation",), most=2, bodied=True),
        "flags": Wanted(kinds=("Flag",), most=9, but=("entered-in-error",)),
        "decisions": Wanted(kinds=("Flag", "Observation"), most=9, codes=(CPR,), but=("entered-in-error",)),
        "none": Wanted(kinds=("Procedure",), most=9),
    }
    with gate.person(person.id, by=house(), at=AT, why="test"):
        found = blocks(person.id, wanted)
        assert blocks(other.id, wanted)["flags"] == []  # the open gate is another person's
    assert names(found["weights"]) == ["w3", "w2"] and "70.50" in found["weights"][0].body
    assert names(found["flags"]) == ["f2", "f1"] and found["flags"][0].body == ""
    assert names(found["decisions"]) == ["f1"] and found["none"] == []


def test_a_coding_beside_the_first_is_found_and_nothing_is_read_further_back_than_told() -> None:
    person = somebody()
    took(person, *(weight(f"w{day}", on=f"2026-11-0{day}") for day in (1, 2, 3)))
    beside = Wanted(kinds=("Observation",), most=9, codes=("http://snomed.info/sct|27113001",), among=2)
    with gate.person(person.id, by=house(), at=AT, why="test"):
        assert names(blocks(person.id, {"w": beside})["w"]) == ["w3", "w2"]
    assert blocks(person.id, {"w": beside})["w"] == []  # a shut gate shows nothing


def test_what_is_measured_often_leaves_room_for_what_is_measured_seldom() -> None:
    person = somebody()
    took(person, weight("w1", on="2026-01-01"), weight("w2", on="2026-01-02"), weight("w3", on="2026-01-03"))
    took(person, *(weight(f"p{n}", on=f"2026-11-{1 + n:02}").replace("27113001", "364075005") for n in range(20)))
    wanted = Wanted(kinds=("Observation",), most=9, apiece=2, codes=("http://loinc.org|29463-7",))
    with gate.person(person.id, by=house(), at=AT, why="test"):
        found = blocks(person.id, {"w": wanted})["w"]
    assert [row.code for row in found] == ["364075005", "364075005", "27113001", "27113001"]
    assert [row.placed_at.date().isoformat() for row in found] == ["2026-11-20", "2026-11-19", "2026-01-03", "2026-01-02"]
