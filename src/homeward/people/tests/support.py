"""What do tests of people need again and again? A moment, an actor of the house and a person to begin with."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from homeward.access.api import system
from homeward.foundation.actions import Actor
from homeward.foundation.nhs_number import check_digit
from homeward.people.api import Person, PersonDetails, register

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
AMINA = PersonDetails(
    family="Khan", given="Amina", birth_date=date(1941, 5, 3), sex="female", nhs_number="9990000018",
    address_lines=("12 Made Up Road",), postcode="B29 6JF", phone="0121 496 0001", language_code="ur",
    interpreter_needed=True, access_needs="Hard of hearing in the left ear",
)  # fmt: skip


def house() -> Actor:
    return system("demo")


def number(serial: int) -> str:
    """A valid NHS number of the range kept for tests."""
    for last in range(serial * 10, serial * 10 + 10):
        first_nine = f"999{last:06d}"
        digit = check_digit(first_nine)
        if digit is not None:
            return f"{first_nine}{digit}"
    raise AssertionError("no valid number among ten")


def make(**changes: Any) -> Person:
    return register(details=replace(AMINA, **{"nhs_number": "", **changes}), by=house(), at=AT)
