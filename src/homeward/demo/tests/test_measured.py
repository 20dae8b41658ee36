"""Does a made-up total follow from what is measured with it?"""

import random
from typing import Any

import pytest

from homeward.demo.measured import measured_at_once
from homeward.directory.api import place
from homeward.grammar.api import Sign
from homeward.plans.api import SCORES


@pytest.mark.hazard(
    "HZ-S38-4",
    hazard="A nurse reads a calm early warning score beside measurements that add up to an alarming one.",
    control="A total says which measurements of its moment it is of; one below what they come to is a warning; the demonstration works its totals out.",
)
@pytest.mark.parametrize("seed", range(40))
def test_a_total_is_that_of_the_measurements_of_its_moment(seed: int) -> None:
    told = list(measured_at_once(random.Random(seed)))
    totals = {each.codes[0].rpartition("|")[2]: each for each in place().trends.values() if each.score}
    assert totals
    found: list[float] = []
    for _, tree in told:
        trend = totals.get(tree["code"]["coding"][0]["code"])
        if trend is None:
            continue
        policy = next(each for each in place().monitoring_policies.values() if each.score == trend.score)
        signs: dict[str, Any] = {}
        for _, other in told:
            for part in (other, *other.get("component", ())):
                signs |= _read(part, policy.signs)
        assert SCORES[trend.score].work_out({**signs, "spo2_scale": "1"}).total == tree["valueQuantity"]["value"]
        assert trend.made_up[0] <= tree["valueQuantity"]["value"] <= trend.made_up[1]
        found.append(tree["valueQuantity"]["value"])
    assert len(found) == len(totals)


def _read(part: dict[str, Any], signs: tuple[Sign, ...]) -> dict[str, Any]:
    """The sign by its code; an answer as the score's own."""
    sign = next((each for each in signs if _code(part["code"]) in each.codes), None)
    if sign is None:
        return {}
    if sign.answers:
        return {sign.column: dict(sign.answers)[_code(part["valueCodeableConcept"])]}
    return {sign.column: part["valueQuantity"]["value"]}


def _code(concept: dict[str, Any]) -> str:
    return f"{concept['coding'][0]['system']}|{concept['coding'][0]['code']}"
