"""`homeward measures`: what do the declared numbers say, on which engine, cut by what, and what did they say before they were changed?"""

import argparse
import difflib
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from homeward.cli._answer import answer, json_option
from homeward.cli._progress import Bar

WORDS = "count the declared measures: all or one, on any engine, cut as asked, or two versions side by side"
NEEDS_DATABASE = True
ENGINES = ("duckdb", "spark", "postgres")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar="NAME", nargs="?", default="", help="the measure's code or number; without it, all of them"
    )
    parser.add_argument("--engine", choices=ENGINES, default="duckdb", help="what gives the rows (duckdb)")
    parser.add_argument(
        "--by", default="", metavar="CUT,CUT", help="such as locality,month,deprivation; one row for each combination"
    )
    parser.add_argument(
        "--first", type=date.fromisoformat, metavar="DAY", help="from this day; twelve months back unless given"
    )
    parser.add_argument(
        "--last", type=date.fromisoformat, metavar="DAY", help="to this day, included; today unless given"
    )
    parser.add_argument("--refresh", action="store_true", help="bring the lake up to now first")
    parser.add_argument("--compare", type=int, metavar="OLD", help="that version beside the one in force")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """0: counted; 1: it could not be; 2: there is no such measure, cut or version."""
    from homeward.foundation.errors import Invalid, NotFound

    try:
        return _run(options)
    except (Invalid, NotFound) as error:
        print(f"homeward: {' '.join(part for part in (str(error), error.next_step) if part)}", file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from homeward.foundation.moments import london_day
    from homeward.measures.api import Asked, catalogue_now, refresh_lake, whole_months

    if options.refresh:
        refresh_lake(at=datetime.now(UTC))
    today = london_day(catalogue_now().as_of)
    first, last = whole_months(options.last or today)
    asked = Asked(first=options.first or first, last=last)
    if options.compare is not None:
        return _compared(options, asked)
    by = tuple(each.strip() for each in options.by.split(",") if each.strip())
    codes = [_code(options.name)] if options.name else _all()
    found, waiting = _counted(options, codes, asked, by)
    if options.name and waiting:
        print(f"homeward: {waiting[0]['says']}", file=sys.stderr)
        return 1
    data = {
        "engine": options.engine,
        "first": asked.first,
        "last": asked.last,
        "by": by,
        "measures": found,
        "waiting": waiting,
    }
    answer(options, data, _table(found, waiting, by))
    return 0


def _counted(
    options: argparse.Namespace, codes: Sequence[str], asked: Any, by: Sequence[str]
) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """What was counted of each, and what the others wait for."""
    from homeward.foundation.errors import NotFound
    from homeward.measures.api import ask_by_age, ask_engine, measure_called

    found, waiting = [], []
    with Bar(quiet=options.json) as bar:
        for at, code in enumerate(codes):
            bar.show("counting", at, len(codes))
            measure = measure_called(code)
            try:
                lines, as_of = ask_engine(code, engine=options.engine, asked=asked, by=by, lenient=not options.name)
            except NotFound as error:
                says = f"{error} {error.next_step}"
                waiting.append({"code": code, "title": measure.title, "says": says})
                continue
            rows = [_row(line, by) for line in lines]
            by_age = ask_by_age(code, engine=options.engine, asked=asked)
            found.append(
                {"code": code, "number": measure.number, "title": measure.title, "version": measure.version, "unit": measure.unit,
                 "as_of": as_of, "rows": rows, **(_by_age(by_age) if by_age else {})}
            )  # fmt: skip
        bar.show("counting", len(codes), len(codes))
    return found, waiting


def _row(line: Any, by: Sequence[str]) -> dict[str, Any]:
    low, high = line.said.interval or (None, None)
    tally = line.tally
    return {
        **dict(zip(by, line.values, strict=True)), "value": line.said.value, "low": low, "high": high, "numerator": tally.met,
        "denominator": tally.counted, "too_early": tally.too_early, "excluded": tally.excluded, "with_evidence": tally.with_evidence,
    }  # fmt: skip


def _by_age(found: Any) -> dict[str, Any]:
    """What the rows of a rate are, and the rate of all and of each locality standardised for age; without `value` `why_not` says why."""
    parts = []
    for part in (found.whole, *found.parts):
        told = part.standardised
        low, high = told.interval or (None, None)
        parts.append({"locality": part.code, "of": part.label, "value": told.value, "low": low, "high": high, "why_not": told.why_not})  # fmt: skip
    return {"rows_are": "crude", "standard": found.measure.standard, "standardised": parts, "out_of_ages": found.out_of_ages}


def _code(name: str) -> str:
    """The code of the measure that is called so. Raises NotFound with the nearest ones."""
    from homeward.directory import api as directory
    from homeward.foundation.errors import NotFound

    measures = directory.place().measures
    numbered = {(measure.number or "").lower(): code for code, measure in measures.items()}
    found = name if name in measures else numbered.get(name.lower())
    if found:
        return found
    near = difflib.get_close_matches(name, measures, n=3, cutoff=0.4)
    raise NotFound(
        f"There is no measure '{name}'.",
        next_step=f"Did you mean {' or '.join(near)}?" if near else "`homeward measures` lists them all.",
    )


def _all() -> list[str]:
    from homeward.directory import api as directory

    return sorted(directory.place().measures)


def _table(found: Sequence[dict[str, Any]], waiting: Sequence[dict[str, str]], by: Sequence[str]) -> str:
    lines = []
    if by:
        for each in found:
            lines += [
                f"{each['title']} ({each['code']}, version {each['version']}), as of {each['as_of']:%d %b %Y %H:%M}"
            ]
            lines += _columns(
                [*by, "value", "interval", "met", "of", "too early"], [_cells(row, by) for row in each["rows"]]
            )
            lines += [*_standardised(each, parts="locality" in by), ""]
    else:
        rows = [[each["number"] or "", each["code"], *_cells(row, ())] for each in found for row in each["rows"]]
        lines += _columns(["no.", "measure", "value", "interval", "met", "of", "too early"], rows)
        lines += [words for each in found for words in _standardised(each, parts=False)]
    lines += [f"{each['code']}: {each['says']}" for each in waiting]
    return "\n".join(lines).rstrip()


def _standardised(found: dict[str, Any], *, parts: bool) -> list[str]:
    """That the rate is as it is, and beside it the one that places are compared by."""
    told = found.get("standardised", ())
    lines = [f"{found['code']}: the rate above is crude. Standardised for age to the {found['standard']}:"] if told else []
    for each in told if parts else told[:1]:
        said = each["why_not"] if each["value"] is None else f"{each['value']:,.1f} ({each['low']:,.1f} to {each['high']:,.1f})"
        lines += [f"  {each['of']}: {said}"]
    return lines


def _cells(row: dict[str, Any], by: Sequence[str]) -> list[str]:
    value = "-" if row["value"] is None else f"{row['value']:,.1f}"
    interval = "" if row["low"] is None else f"{row['low']:,.1f} to {row['high']:,.1f}"
    counts = [f"{row[name]:,}" for name in ("numerator", "denominator", "too_early")]
    return [*(row[name] or "not known" for name in by), value, interval, *counts]


def _columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A plain table: words to the left, numbers to the right."""
    wide = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    numbers = len(head) - 5
    return [
        "  ".join(
            cell.ljust(wide[at]) if at < numbers else cell.rjust(wide[at]) for at, cell in enumerate(row)
        ).rstrip()
        for row in (head, *rows)
    ]


def _compared(options: argparse.Namespace, asked: Any) -> int:
    from homeward.measures.api import compare, versions

    if not options.name:
        print("homeward: Say which measure: homeward measures NAME --compare OLD.", file=sys.stderr)
        return 2
    code = _code(options.name)
    known = versions(code)
    found = compare(code, old=options.compare, new=known[-1].number if known else 0, asked=asked)
    sides = [
        {"number": side.version.number, "words": side.version.words, "first_seen_at": side.version.first_seen_at, "value": side.said.value,
         "numerator": side.tally.met, "denominator": side.tally.counted}
        for side in (found.old, found.new)
    ]  # fmt: skip
    data = {
        "code": code, "old": sides[0], "new": sides[1], "declared": found.declared, "same_query": found.same_query,
        "only_old": found.only_old, "only_new": found.only_new, "otherwise": found.otherwise,
    }  # fmt: skip
    words = [
        f"version {side['number']} (since {side['first_seen_at']:%d %b %Y}): "
        f"{'-' if side['value'] is None else format(side['value'], ',.1f')}, {side['numerator']:,} of {side['denominator']:,}"
        for side in sides
    ]
    words += [
        f"Rows in the old one alone: {found.only_old:,}; in the new one alone: {found.only_new:,}; with another answer: {found.otherwise:,}."
    ]
    words += [f"{name}: {was or 'nothing'} -> {now or 'nothing'}" for name, was, now in found.declared]
    answer(options, data, "\n".join(words))
    return 0
