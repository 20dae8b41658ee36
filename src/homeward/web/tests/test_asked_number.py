"""Is a strange number in an address harmless?"""

import pytest

from homeward.web.asked_number import asked_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3),
        (" 12 ", 12),
        ("0", 1),
        ("-4", 1),
        ("²", 1),
        ("٣", 1),
        ("1" + "0" * 25, 1),
        ("1; drop table", 1),
        ("", 1),
        (None, 1),
    ],
)
def test_pages(text: str | None, number: int) -> None:
    assert asked_number(text) == number


def test_versions_begin_at_nought() -> None:
    assert asked_number("0", otherwise=0, least=0) == 0
