"""Has a year of the demonstration the shape of Figure 4 of the partnership's annual report (December 2021)?

Figure 4 says of October 2020 to September 2021: 18,031 referrals to early intervention, 15,399 admissions avoided, 6.4% more
likely to go home out of a bed, a wait down to 3.1 days, care needs down by 6.8 hours a week, 120,000 bed days saved. The shape is
the direction and the order of size of each, by our own definitions, which the report does not give:

- as many referrals, for as many people, as the report says: within three standard errors of a count;
- more referrals than admissions avoided in a year of the whole place, as 18,031 is more than 15,399;
- most decisions meant for hospital end without it, and most beds end at home;
- a wait and a fall in hours between half and twice the report's: they are means of some dozens of made-up people, whose
  spread is about as wide as the mean, so that closer would judge the dice;
- bed days saved are not computed: no source gives a baseline by the same rule, and none is made up.
"""

from datetime import date, datetime, timedelta
from html import unescape
from math import sqrt
from uuid import UUID

from django.test import Client

from homeward.demo.schedule import Someone, a_year
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.measures.api import Asked, Figure, figure, refresh_lake

BOARD = "early-intervention-results"
REFERRED = ("recovery-at-home", "home-after-hospital")
REFERRALS, WAIT, HOURS_LESS, AVOIDED = 18_031, 3.1, 6.8, 15_399
PEOPLE = 20_000
UNTIL = datetime.fromisoformat("2026-11-21T12:00:00+00:00")


def test_as_many_referrals_for_as_many_people_as_the_report_says() -> None:
    shape = next(iter(place().populations.values()))
    people = [Someone(person_id=UUID(int=n + 1), birth_date=date(1930 + n % 90, 1 + n % 12, 1)) for n in range(PEOPLE)]
    year = a_year(shape=shape, people=people, seed=3, until=UNTIL)
    found = sum(each.need.need in REFERRED for each in year)
    expected = REFERRALS * PEOPLE / shape.registered
    assert abs(found - expected) <= 3 * sqrt(expected)
    line = sum(each.need.need == "stay-out-of-hospital" for each in year)
    assert 0 < line < found, "more referrals than calls that could avoid an admission"
    assert REFERRALS > AVOIDED


def has_the_shape_of_figure_4(client: Client, *, by: Actor, at: datetime) -> None:
    """Of a year that was made, by the very measures of the board; and the board shows the definition and starting point of each."""
    refresh_lake(at=at, everything=True)
    assert _value("admissions-avoided", by, at) > 50 and _value("home-not-long-term-care", by, at) > 50
    assert WAIT / 2 <= _value("discharge-delay", by, at) <= WAIT * 2
    assert HOURS_LESS / 2 <= _value("care-need-reduction", by, at) <= HOURS_LESS * 2
    assert _figure("recovery-referrals", by, at).numerator > 0
    board = place().dashboards[BOARD]
    shown = _page(client, f"/numbers/boards/{BOARD}/")
    for number in board.numbers:
        measure = place().measures[number.measure]
        began = next((each for each in measure.stated if each.role == "baseline"), None) or next(
            each for each in measure.stated if each.role == "result"
        )
        assert measure.definition and f"Starting point: {began.words}" in shown, measure.code
        page = _page(client, f"/numbers/{measure.code}/")
        assert measure.definition in page and began.definition in page, measure.code
    assert place().measures["bed-days-saved"].expression is None and "Waits for a baseline" in shown


def _page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return unescape(answer.content.decode())


def _value(code: str, by: Actor, at: datetime) -> float:
    found = _figure(code, by, at)
    assert found.denominator and found.value is not None, code
    return found.value


def _figure(code: str, by: Actor, at: datetime) -> Figure:
    asked = Asked(first=london_day(at) - timedelta(days=365), last=london_day(at))
    return figure(code, asked=asked, by=by, at=at)
