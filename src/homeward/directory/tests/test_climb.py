"""Are areas climbed as they stood on the day, and does the practice decide the locality?"""

from datetime import date

from homeward.directory.rules.climb import AreaMap, Link

EVER = date(2000, 1, 1)
CHANGE = date(2024, 7, 4)
MAP = AreaMap.of(
    kinds={
        "w1": "ward", "old": "constituency", "new": "constituency", "c": "council", "north": "locality",
        "south": "locality", "p1": "practice_list", "net": "pcn", "all": "place",
    },
    links=[
        Link(part="w1", whole="old", valid_from=EVER, valid_to=date(2024, 7, 3)),
        Link(part="w1", whole="new", valid_from=CHANGE, valid_to=None),
        Link(part="w1", whole="c", valid_from=EVER, valid_to=None),
        Link(part="w1", whole="north", valid_from=EVER, valid_to=None),
        Link(part="p1", whole="net", valid_from=EVER, valid_to=None),
        Link(part="net", whole="south", valid_from=EVER, valid_to=None),
        Link(part="north", whole="all", valid_from=EVER, valid_to=None),
        Link(part="south", whole="all", valid_from=EVER, valid_to=None),
        Link(part="all", whole="w1", valid_from=EVER, valid_to=None),
    ],
    known_as={"E05000001": "w1"},
)  # fmt: skip


def test_a_ward_changes_constituency_with_the_date() -> None:
    assert MAP.areas_of(ward="w1", practice=None, on=date(2024, 7, 3)).constituency == "old"
    assert MAP.areas_of(ward="w1", practice=None, on=CHANGE).constituency == "new"


def test_the_practice_decides_the_locality_and_the_home_keeps_its_own() -> None:
    areas = MAP.areas_of(ward="E05000001", practice="p1", on=CHANGE)
    assert (areas.locality, areas.locality_of_home, areas.pcn, areas.council) == ("south", "north", "net", "c")
    assert areas.all >= {"w1", "p1", "net", "north", "south", "new", "all"}


def test_nothing_known_is_nothing_found_and_a_circle_ends() -> None:
    nowhere = MAP.areas_of(ward="elsewhere", practice=None, on=CHANGE)
    assert nowhere.all == frozenset() and nowhere.locality is None
    assert "w1" in MAP.above("all", on=CHANGE)
