"""Does a stored declaration come back the same, and does only a change of meaning make a new version?"""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from homeward.grammar.api import Declaration, as_json, fingerprint, from_json, kind_of, load
from tests.places import PLACES


@pytest.mark.parametrize("dotted", PLACES)
def test_every_declaration_comes_back_from_its_stored_form(dotted: str) -> None:
    for declared in load(dotted).all_declarations():
        stored = json.loads(json.dumps(as_json(declared)))
        back = from_json(stored)
        assert back == declared
        assert fingerprint(back) == fingerprint(declared)
        assert kind_of(back) == kind_of(declared)


def test_a_new_owner_review_date_or_title_is_no_new_meaning() -> None:
    clock = load("tests.places.millbrook").clocks["swift-visit"]
    reworded = replace(clock, owner="someone-else", review_by=date(2040, 1, 1), title="Other", plain_words="Other")
    assert fingerprint(reworded) == fingerprint(clock)


def test_a_new_target_event_or_rule_is_a_new_meaning() -> None:
    clock = load("tests.places.millbrook").clocks["swift-visit"]
    changed: list[Declaration] = [
        replace(clock, target=timedelta(hours=3)),
        replace(clock, starts_on=clock.stops_on),
        replace(clock, calendar="office"),
        replace(clock, inclusive=False),
        replace(clock, standard=replace(clock.standard, source="Elsewhere")),
    ]
    assert len({fingerprint(each) for each in (clock, *changed)}) == 6


def test_the_expression_of_a_measure_is_left_out() -> None:
    measure = load("tests.places.millbrook").measures["swift"]
    coded = replace(measure, expression=lambda tables: tables)
    assert fingerprint(coded) == fingerprint(measure)
    assert "expression" not in as_json(coded)
    assert from_json(as_json(coded)).expression is None
