"""Does a score's total say of which moment and which measurements it is, and is one that cannot be right a warning?"""

from datetime import UTC, datetime, timedelta

import pytest

from homeward.directory.api import place
from homeward.foundation.ids import new_id
from homeward.records.api import Reading
from homeward.web.people.health.added_up import added_up

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=3)


def reading(value: float, at: datetime = NOON, source: str = "ward") -> Reading:
    return Reading(code="c", display="", at=at, value=value, unit="", item_id=new_id(), source=source, sensitivity="")


def said(total: float, **measured: list[Reading]) -> tuple[str, str]:
    trend = place().trends["news2"]
    found = {"news2": [reading(total)], **measured}
    return added_up(trend, reading(total), found)


def test_what_was_measured_with_it_is_named() -> None:
    of, doubt = said(4, temperature=[reading(38.2)], pulse=[reading(96)], oxygen=[reading(92)])
    assert of == "Measured with it: Temperature 38.2 °C; Pulse 96 a minute; Oxygen saturation 92 %." and not doubt


def test_a_total_below_what_was_measured_with_it_is_a_warning() -> None:
    _, doubt = said(1, temperature=[reading(38.2)], pulse=[reading(96)], oxygen=[reading(92)])
    assert doubt == "This total cannot be right: what was measured with it comes to at least 2. Count it again."


@pytest.mark.parametrize("other", [reading(38.2, LATER), reading(38.2, source="another house")])
def test_what_is_of_another_moment_or_house_is_not_said_to_be_its_own(other: Reading) -> None:
    assert said(0, temperature=[other]) == (
        "What it adds up did not come with it. The measurements shown here are of other moments.",
        "",
    )
    assert said(0) == ("What it adds up did not come with it.", "")


def test_what_is_newer_is_said_not_to_count() -> None:
    of, doubt = said(1, temperature=[reading(38.2), reading(39.4, LATER)])
    assert of.endswith("What is newer is not in this total.") and not doubt


def test_of_a_day_without_times_nothing_is_guessed() -> None:
    of, doubt = said(0, temperature=[reading(38.2), reading(36.9)])
    assert of.startswith("What it adds up did not come with it.") and not doubt


def test_a_weight_is_no_part_of_it() -> None:
    assert said(0, weight=[reading(70)]) == ("What it adds up did not come with it.", "")
