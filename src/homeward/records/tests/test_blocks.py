"""Does one question answer every block of a page, each with its own kinds, codes and bounds?"""

import pytest

from homeward.access.api import gate
from homeward.records.api import Wanted, blocks
from homeward.records.tests.arranging import AT, house, resource, somebody, took, weight

pytestmark = pytest.mark.django_db
CPR = "http://snomed.info/sct|450476008"


def flag(id: str, code: str, status: str = "active") -> str:
    coding = {"system": "http://snomed.info/sct", "code": code, "display": f"Flag {code}"}
    return resource("Flag", id, status=status, code={"coding": [coding]}, period={"start": f"2026-11-0{id[-1]}"})


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
    assert [row.source_id for row in found["weights"]] == ["w3", "w2"] and "70.50" in found["weights"][0].body
    assert [row.source_id for row in found["flags"]] == ["f2", "f1"] and found["flags"][0].body == ""
    assert [row.source_id for row in found["decisions"]] == ["f1"] and found["none"] == []


def test_a_coding_beside_the_first_is_found_and_nothing_is_read_further_back_than_told() -> None:
    person = somebody()
    took(person, *(weight(f"w{day}", on=f"2026-11-0{day}") for day in (1, 2, 3)))
    beside = Wanted(kinds=("Observation",), most=9, codes=("http://snomed.info/sct|27113001",), among=2)
    with gate.person(person.id, by=house(), at=AT, why="test"):
        assert [row.source_id for row in blocks(person.id, {"w": beside})["w"]] == ["w3", "w2"]
    assert blocks(person.id, {"w": beside})["w"] == []  # a shut gate shows nothing
