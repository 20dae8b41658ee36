"""Does the check digit hold at its boundaries, and does an independent library agree?"""

import nhs_number as independent
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.foundation import nhs_number


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("9434765919", True),
        ("943 476 5919", True),
        ("943-476-5919", True),
        ("9434765918", False),
        ("943476591", False),
        ("94347659190", False),
        ("0000000000", False),
        ("943476591X", False),
        ("٩٤٣٤٧٦٥٩١٩", False),
        ("", False),
    ],
)
def test_published_and_broken_numbers(text: str, valid: bool) -> None:
    assert nhs_number.is_valid(text) is valid


@given(st.integers(min_value=100_000_000, max_value=999_999_999))
def test_the_check_digit_agrees_with_an_independent_library(first_nine: int) -> None:
    digits = str(first_nine)
    expected = independent.calculate_checksum(digits)
    mine = nhs_number.check_digit(digits)
    assert mine == (None if expected == 10 else expected)


def test_read_aloud_in_three_groups_and_odd_text_left_alone() -> None:
    assert nhs_number.formatted("9990000018") == "999 000 0018"
    assert nhs_number.formatted("unknown") == "unknown"


def test_the_synthetic_range() -> None:
    assert nhs_number.is_synthetic("999 000 0018")
    assert not nhs_number.is_synthetic("943 476 5919")
