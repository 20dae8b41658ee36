"""`homeward forecast`: how good are the weights of the ten-day forecast on a series that a hospital published?"""

import argparse
import csv
import sys
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, timedelta
from itertools import pairwise
from math import isfinite
from pathlib import Path

from homeward.cli._answer import answer, json_option

WORDS = "judge the forecast's rule on a published monthly series, beside the simplest guesses"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file and its columns; those of the published emergency department figures unless said otherwise."""
    parser.add_argument("series", metavar="SERIES.csv", type=Path, help="a CSV file with a row for each month, and each hospital")
    parser.add_argument("--date", default="period", metavar="COLUMN", help="the first day of the month (period)")
    parser.add_argument("--value", default="admissions", metavar="COLUMN", help="what is counted (admissions)")
    parser.add_argument("--by", default="org_code", metavar="COLUMN", help="whose it is (org_code)")
    parser.add_argument("--only", metavar="CODE", help="one hospital alone")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """0: judged; 2: the file cannot be read, or is too short."""
    import django

    django.setup()  # the door of hospital opens only once Django is ready; no database is asked
    from homeward.hospital.api import judged

    try:
        with options.series.open(encoding="utf-8-sig", newline="") as file:
            series = daily(csv.DictReader(file), when=options.date, what=options.value, by=options.by)
    except OSError as error:
        return _refused(options, f"It cannot be opened ({error.strerror}).")
    except (KeyError, ValueError, csv.Error) as error:
        return _refused(options, f"A column or a value is not what was expected: {error}.")
    chosen = {code: values for code, values in series.items() if options.only in (None, code)}
    found = judged(list(chosen.values()))
    if found is None:
        return _refused(options, "No hospital in it has more than twelve months without a gap.")
    answer(options, {**asdict(found), "series": len(chosen)}, f"{len(chosen)} series. {found.words}")
    return 0


def daily(rows: Iterable[Mapping[str, str]], *, when: str, what: str, by: str) -> dict[str, list[float]]:
    """For each that has every month of the file and none of them empty: the count a day, oldest first; months are not equally long.

    Raises KeyError for a column that is not there, ValueError for a day that begins no month, a gap, or what is no count.
    """
    counts: dict[str, dict[date, float]] = defaultdict(lambda: defaultdict(float))
    for row in rows:
        counts[row[by]][_month(row[when] or "")] += _count(row[what] or "0")
    months = sorted({month for each in counts.values() for month in each})
    for month, following in pairwise(months):
        if following != month + timedelta(days=monthrange(month.year, month.month)[1]):
            raise ValueError(f"nothing is told of the months between {month:%B %Y} and {following:%B %Y}")
    return {
        code: [each[month] / monthrange(month.year, month.month)[1] for month in months]
        for code, each in counts.items()
        if all(each.get(month) for month in months)
    }


def _month(told: str) -> date:
    day = date.fromisoformat(told)
    if day.day != 1:
        raise ValueError(f"{told} is not the first day of a month")
    return day


def _count(told: str) -> float:
    number = float(told)
    if not isfinite(number) or number < 0:
        raise ValueError(f"{told} is not a count")
    return number


def _refused(options: argparse.Namespace, words: str) -> int:
    print(f"homeward: {options.series} cannot be judged. {words}", file=sys.stderr)
    return 2
