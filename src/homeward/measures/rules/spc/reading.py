"""Which series does a CSV file hold? `date,value`, with a `denominator` or `numerator` and a `ghost` column where it has them."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from math import isfinite

from homeward.measures.rules.spc.points import SpcPoint, SpcRefused

GAPS = ("", "na", "nan", "null", "none", "-")
YES = ("1", "true", "yes", "y")
NO = ("", "0", "false", "no", "n")
MOST = 20_000


def read_series(lines: Iterable[str], *, per: float = 100.0) -> list[SpcPoint]:
    """The points of a file's lines; empty and NA values are gaps. Raises SpcRefused with the line that is at fault.

    With `numerator` and `denominator` in place of `value`, a value is `per` × numerator / denominator.
    """
    reader = csv.DictReader(lines)
    try:
        names = [name.strip().lower().lstrip("\ufeff") for name in reader.fieldnames or []]
        reader.fieldnames = names
        _check_heading(names)
        points: list[SpcPoint] = []
        seen: dict[date, int] = {}
        for row in reader:
            if not any((value or "").strip() for value in row.values() if not isinstance(value, list)):
                continue
            point = _point(row, reader.line_num, per=per)
            if point.at in seen:
                raise _at(
                    reader.line_num, f"{point.at.isoformat()} is already on line {seen[point.at]}; keep one of them"
                )
            seen[point.at] = reader.line_num
            points.append(point)
            if len(points) > MOST:
                raise _at(reader.line_num, f"a chart holds {MOST:,} points at most")
    except csv.Error as error:
        raise _at(reader.line_num, f"this is no CSV ({error})") from error
    if not points:
        raise SpcRefused("The file has a heading and no points.")
    return points


def _check_heading(names: list[str]) -> None:
    if not names:
        raise SpcRefused("The file is empty. It needs a heading, date,value, and a line for each point.")
    if "date" not in names or not ("value" in names or {"numerator", "denominator"} <= set(names)):
        raise SpcRefused(
            "Line 1: the heading must have date and value (or date, numerator and denominator); "
            f"it has {', '.join(name or 'an empty name' for name in names)}."
        )
    if len(set(names)) != len(names):
        raise SpcRefused("Line 1: the heading has a name twice.")


def _point(row: Mapping[str | None, str | list[str] | None], line: int, *, per: float) -> SpcPoint:
    if None in row:
        raise _at(line, "there are more cells than in the heading")
    cells = {str(name): value.strip() if isinstance(value, str) else "" for name, value in row.items()}
    at = _day(cells["date"], line)
    denominator = _number(cells.get("denominator", ""), line, "denominator")
    if "value" in cells:
        value = _number(cells["value"], line, "value")
    else:
        numerator = _number(cells["numerator"], line, "numerator")
        value = per * numerator / denominator if numerator is not None and denominator else None
    return SpcPoint(at=at, value=value, denominator=denominator, ghost=_yes(cells.get("ghost", ""), line))


def _day(text: str, line: int) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _at(line, f"{text!r} is no date; write it as 2026-03-31") from None


def _number(text: str, line: int, what: str) -> float | None:
    if text.lower() in GAPS:
        return None
    try:
        number = float(text)
    except ValueError:
        raise _at(line, f"the {what} {text!r} is no number; leave it empty for a gap") from None
    if not isfinite(number):
        raise _at(line, f"the {what} {text!r} cannot be drawn; leave it empty for a gap")
    return number


def _yes(text: str, line: int) -> bool:
    if text.lower() in YES + NO:
        return text.lower() in YES
    raise _at(line, f"ghost must be yes or no, not {text!r}")


def _at(line: int, words: str) -> SpcRefused:
    return SpcRefused(f"Line {line}: {words}.")
