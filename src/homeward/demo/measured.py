"""What is measured at one moment in the demonstration, and which score does it add up to? A total follows from its parts."""

import random
from collections.abc import Iterator, Mapping
from typing import Any

from homeward.directory.api import place
from homeward.grammar.api import Sign, Trend
from homeward.plans.api import SCORES, Part, Score

TRIES = 50


def measured_at_once(rng: random.Random) -> Iterator[tuple[str, dict[str, Any]]]:
    """An id and the members of an Observation for each declared trend that has made-up values, all of one moment."""
    trends = [each for each in place().trends.values() if each.made_up[1] > each.made_up[0]]
    totals = [each for each in trends if each.score]
    for _ in range(TRIES):
        values = {each.code: _drawn(rng, each) for each in trends if not each.score}
        added = {each.code: _total(each, values) for each in totals}
        if all(total is None or total <= each.made_up[1] for each in totals for total in (added[each.code],)):
            break
    for each in trends:
        if each.score:
            yield from _with_parts(each, added[each.code])
        else:
            yield f"o{each.code}", {**_named(each.codes[0], each.title), "valueQuantity": _quantity(values[each.code], each.unit)}


def _drawn(rng: random.Random, trend: Trend) -> float:
    low, top = trend.made_up
    whole = low == int(low) and top == int(top)
    return rng.randint(int(low), int(top)) if whole else round(rng.uniform(low, top), 1)


def _total(trend: Trend, values: Mapping[str, float]) -> int | None:
    """Of the measurements and, where a part is an answer, the calm one; None where a part has no made-up value."""
    score, signs = SCORES[trend.score], _signs(trend.score)
    told = {column: _value_of(sign, values) for column, sign in signs.items()}
    tables = {each.column: next(iter(each.choices or {}), None) for each in score.parts if not each.scored}
    return score.work_out({**told, **tables}).total


def _value_of(sign: Sign, values: Mapping[str, float]) -> float | str | None:
    if sign.answers:
        return sign.answers[0][1]
    known = place().trends.values()
    return next((values[each.code] for each in known if each.code in values and set(each.codes) & set(sign.codes)), None)


def _with_parts(trend: Trend, total: int | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """The total with the parts that are answers; those that are numbers are measurements of their own."""
    if total is None:
        return
    answers = [_answer(SCORES[trend.score], each) for each in _signs(trend.score).values() if each.answers]
    parts = {"component": answers} if answers else {}
    yield f"o{trend.code}", {**_named(trend.codes[0], trend.title), "valueQuantity": _quantity(total, trend.unit), **parts}


def _answer(score: Score, sign: Sign) -> dict[str, Any]:
    part: Part = next(each for each in score.parts if each.column == sign.column)
    code, value = sign.answers[0]
    said = (part.choices or {}).get(value, value)
    return {"code": _concept(sign.codes[0], part.words), "valueCodeableConcept": _concept(code, said)}


def _signs(score: str) -> dict[str, Sign]:
    return {sign.column: sign for policy in place().monitoring_policies.values() if policy.score == score for sign in policy.signs}


def _named(code: str, title: str) -> dict[str, Any]:
    return {"status": "final", "code": _concept(code, title)}


def _concept(code: str, title: str) -> dict[str, Any]:
    system, _, bare = code.rpartition("|")
    return {"coding": [{"system": system, "code": bare, "display": title}], "text": title}


def _quantity(value: float, unit: str) -> dict[str, Any]:
    return {"value": value, "unit": unit} if unit else {"value": value}
