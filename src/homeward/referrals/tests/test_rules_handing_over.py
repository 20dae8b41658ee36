"""Who has a waiting need when hubs close and open: to the minute, on bank holidays and when the clocks change?"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from homeward.grammar.api import EVERY_DAY, WEEKDAYS, Calendar, Opening, Place, Team, is_open, load
from homeward.referrals.rules.handing_over import HandOver, hand_over_from

DAY, NIGHT = "town-desk", "night-desk"
MINUTE = timedelta(minutes=1)
EIGHT_TO_EIGHT = Opening(days=EVERY_DAY, opens=time(8), closes=time(20))


@pytest.fixture(scope="module")
def millbrook() -> Place:
    return load("tests.places.millbrook")


def with_hours(place: Place, **hours: object) -> Place:
    """The town, its day desk open by these hours, the night desk always."""
    calendar = replace(place.calendars["daytime"], **hours)  # type: ignore[arg-type]  # hours of a calendar
    team: Team = replace(place.teams[DAY], calendar="daytime", name="Day desk")
    night = replace(place.teams[NIGHT], calendar="round-the-clock", name="Night desk")
    calendars: dict[str, Calendar] = {**place.calendars, "daytime": calendar}
    return replace(place, calendars=calendars, teams={**place.teams, DAY: team, NIGHT: night})


def asked(place: Place, hub: str, at: datetime, *, since: datetime) -> HandOver | None:
    def duty(moment: datetime) -> str:
        return DAY if is_open(place.calendars["daytime"], at=moment) else NIGHT  # as the intake rules have it

    return hand_over_from(hub, place=place, duty=duty(at), duty_then=duty(since), at=at)


@pytest.mark.parametrize(
    ("day", "utc"),
    [(date(2026, 3, 3), 20), (date(2026, 3, 28), 20), (date(2026, 3, 29), 19), (date(2026, 10, 24), 19), (date(2026, 10, 25), 20)],
)  # fmt: skip
def test_at_eight_by_the_clock_on_the_wall_it_goes_to_the_night(millbrook: Place, day: date, utc: int) -> None:
    place = with_hours(millbrook, weekly=(EIGHT_TO_EIGHT,))
    eight = datetime(day.year, day.month, day.day, utc, tzinfo=UTC)
    noon = eight - 8 * 60 * MINUTE
    assert asked(place, DAY, eight - MINUTE, since=noon) is None
    found = asked(place, DAY, eight, since=noon)
    assert found == HandOver(to_hub=NIGHT, words="Day desk closed at 8pm. Night desk has it now.", shut=True)


@pytest.mark.parametrize(("day", "utc"), [(date(2026, 3, 29), 7), (date(2026, 10, 25), 8)])
def test_in_the_morning_after_a_change_of_the_clocks_it_comes_back(millbrook: Place, day: date, utc: int) -> None:
    place = with_hours(millbrook, weekly=(EIGHT_TO_EIGHT,))
    eight = datetime(day.year, day.month, day.day, utc, tzinfo=UTC)
    last_night = eight - 11 * 60 * MINUTE
    assert asked(place, NIGHT, eight - MINUTE, since=last_night) is None
    found = asked(place, NIGHT, eight, since=last_night)
    assert found == HandOver(to_hub=DAY, words="Day desk opened at 8am. Day desk has it now.", shut=False)


def test_on_a_bank_holiday_the_night_keeps_it(millbrook: Place) -> None:
    good_friday, easter_monday = date(2026, 4, 3), date(2026, 4, 6)
    place = with_hours(
        millbrook, weekly=(replace(EIGHT_TO_EIGHT, days=WEEKDAYS),),
        bank_holidays=(good_friday, easter_monday), holiday_hours=(),
    )  # fmt: skip
    thursday_noon = datetime(2026, 4, 2, 11, tzinfo=UTC)
    closed = asked(place, DAY, datetime(2026, 4, 5, 3, tzinfo=UTC), since=thursday_noon)
    assert closed is not None and closed.words.startswith("Day desk closed at 8pm.")
    thursday_night = datetime(2026, 4, 2, 19, tzinfo=UTC)
    assert asked(place, NIGHT, datetime(2026, 4, 6, 9, tzinfo=UTC), since=thursday_night) is None
    back = asked(place, NIGHT, datetime(2026, 4, 7, 7, tzinfo=UTC), since=thursday_night)
    assert back is not None and back.to_hub == DAY


def test_what_was_given_on_purpose_stays_until_its_hub_closes(millbrook: Place) -> None:
    place = with_hours(millbrook, weekly=(EIGHT_TO_EIGHT,))
    noon = datetime(2026, 3, 3, 12, tzinfo=UTC)
    assert asked(place, NIGHT, noon + MINUTE, since=noon) is None


def test_a_hub_with_no_hours_in_reach_is_said_to_be_closed(millbrook: Place) -> None:
    place = with_hours(millbrook, weekly=())
    found = asked(place, DAY, datetime(2026, 3, 3, 12, tzinfo=UTC), since=datetime(2026, 3, 3, 11, tzinfo=UTC))
    assert found is not None and found.words == "Day desk is closed. Night desk has it now."
