"""Does the picture of the days ahead say what its table says?"""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from homeward.web.flow.forecast.picture import pictured

FRIDAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Ahead:
    on: date
    expected: float
    low: int
    high: int


def days(*told: tuple[float, int, int]) -> list[Ahead]:
    return [Ahead(FRIDAY + timedelta(days=number), *each) for number, each in enumerate(told)]


def test_heights_are_in_proportion_from_nought() -> None:
    picture = pictured(days((10.0, 5, 20), (0.0, 0, 0)))[0]
    full, none = picture.columns
    scale = (picture.ground - full.high) / 20
    assert picture.ground - full.top == pytest.approx(10 * scale) and picture.ground - full.low == pytest.approx(5 * scale)
    assert none.top == none.high == none.low == picture.ground
    assert [value for value, _ in picture.grid] == [0, 5, 10, 15, 20]
    assert all(picture.ground - y == pytest.approx(value * scale, abs=0.1) for value, y in picture.grid)


def test_weekends_are_marked_and_nothing_leaves_the_sheet() -> None:
    for picture in pictured(days(*[(700.4, 650, 731)] * 10)):
        weekends = [each.on.day for each in picture.columns if each.weekend]
        assert weekends == [21, 22, 28, 29]
        assert all(0 <= each.high <= each.top <= each.low <= picture.ground < picture.height for each in picture.columns)
        assert all(picture.wide / 2 <= each.x <= picture.width - picture.wide / 2 for each in picture.columns)


def test_a_quiet_place_keeps_a_scale_of_one_and_no_days_are_no_picture() -> None:
    desk, phone = pictured(days((0.0, 0, 0)))
    assert [value for value, _ in desk.grid] == [value for value, _ in phone.grid] == [0, 1]
    assert pictured([]) == ()
