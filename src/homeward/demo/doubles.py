"""Who is in the demonstration twice? A few people whom another organisation wrote down differently, and one pair of twins."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from homeward.access.api import system
from homeward.people.api import PersonDetails, look_for_doubles, register

Change = Callable[[PersonDetails], PersonDetails]


def make_doubles(*, drawn: Sequence[PersonDetails], at: datetime) -> int:
    """Register the doubles as a hospital and a practice might have, then look for them; how many pairs wait for a reviewer."""
    crossed = [
        each
        for each in drawn
        if each.birth_date and each.birth_date.day <= 12 and each.birth_date.day != each.birth_date.month
    ]
    others = [each for each in drawn if each not in crossed]
    for change, told in (*zip(CROSSED, crossed, strict=False), *zip(CHANGES, others, strict=False)):
        register(details=change(replace(told, nhs_number="")), by=system("demo"), at=at)
    found = look_for_doubles(at=at, everyone=True)
    return found.new_pairs if found else 0


def _swapped(told: PersonDetails) -> PersonDetails:
    born = told.birth_date or date(1950, 1, 2)
    return replace(told, birth_date=born.replace(month=born.day, day=born.month), phone="")


def _moved(told: PersonDetails) -> PersonDetails:
    return replace(told, address_lines=("3 Long Ago Lane",), postcode="", ward_code="", phone="")


def _slipped(told: PersonDetails) -> PersonDetails:
    letters = told.family
    return replace(told, family=letters[:1] + letters[2:3] + letters[1:2] + letters[3:], phone="")


def _wrong_way_round(told: PersonDetails) -> PersonDetails:
    return replace(told, family=told.given, given=told.family)


def _twin(told: PersonDetails) -> PersonDetails:
    return replace(told, given="Zephyr", sex="other")


CROSSED: tuple[Change, ...] = (_swapped,)
CHANGES: tuple[Change, ...] = (_moved, _slipped, _wrong_way_round, _twin)
