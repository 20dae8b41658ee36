"""What may a measure know of an area, a need or a day? What the place declares of them, and what the calendar says."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from homeward.directory import api as directory
from homeward.foundation.moments import at_london, london_day
from homeward.measures.extracts import AREAS, DAYS, NEEDS
from homeward.measures.rules.bands import band

Row = tuple[str | bool | date | datetime | None, ...]
SNAPSHOT_HOUR = 8  # the national daily returns look at eight in the morning
DAYS_BACK = 3 * 366


def declared(at: datetime) -> dict[str, Iterator[list[Row]]]:
    """The rows of each table that no package gives, by its name."""
    return {AREAS.name: area_rows(), NEEDS.name: need_rows(), DAYS.name: day_rows(at)}


def area_rows() -> Iterator[list[Row]]:
    """One batch: code, name, kind, band of deprivation (none when it is not declared)."""
    yield [(area.code, area.name, area.kind, band(area.deprivation)) for area in directory.place().areas.values()]


def need_rows() -> Iterator[list[Row]]:
    """One batch: code, title, whether it is one of the two-hour needs."""
    yield [(need.code, need.title, need.two_hour_need) for need in directory.place().needs.values()]


def day_rows(at: datetime) -> Iterator[list[Row]]:
    """One batch: each London day of the last three years whose eight o'clock has come, and that moment."""
    today = london_day(at)
    days = [today - timedelta(days=back) for back in range(DAYS_BACK, -1, -1)]
    looked = [(day, at_london(day, SNAPSHOT_HOUR)) for day in days]
    yield [(day, moment) for day, moment in looked if moment <= at]
