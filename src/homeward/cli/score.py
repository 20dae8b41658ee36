"""`homeward score`: what does a published score make of the observations in a file?"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from homeward.plans.api import Part, RowScored, Score

WORDS = "work out a published score (NEWS2, 4AT, Barthel and others) for every row of a CSV file"
EXAMPLES_OF_FAULTS = 20
EVERY_SCORE = "every score and what it reads"


class _WithScores(argparse.RawDescriptionHelpFormatter):
    """Lists the scores only when somebody asks for help: Django must be ready first, and other commands need not wait."""

    def add_text(self, text: str | None) -> None:
        super().add_text(_every_score() if text == EVERY_SCORE else text)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The score, the file, and where the answer goes."""
    parser.formatter_class = _WithScores
    parser.epilog = EVERY_SCORE
    parser.add_argument("name", metavar="NAME", help="the score's name, or list")
    parser.add_argument(
        "file",
        metavar="FILE.csv",
        type=Path,
        nargs="?",
        help="a CSV file with a heading; an empty cell is missing, never zero",
    )
    parser.add_argument(
        "--out", metavar="OUT.csv", type=Path, help="write the rows with their points, total and response here"
    )
    parser.add_argument("--json", action="store_true", help="answer as JSON, for machines")


def run(options: argparse.Namespace) -> int:
    """0: every row was worked out; 1: some cells cannot be; 2: the file has not the columns of this score."""
    if options.name == "list":
        print(_every_score())
        return 0
    import django

    django.setup()  # the door of plans opens only once Django is ready; no database is asked
    from homeward.plans.api import SCORES, score_rows

    if options.name not in SCORES or options.file is None:
        print(f"homeward: Name a score and a file; the scores are {', '.join(SCORES)}.", file=sys.stderr)
        return 2
    score = SCORES[options.name]
    heading, rows = _read(options.file)
    lacking = [column for column in score.columns if column not in heading]
    if lacking:
        print(f"homeward: {options.file} lacks the columns {', '.join(lacking)}.", file=sys.stderr)
        return 2
    found = list(score_rows(score, rows))
    if options.out:
        _write(options.out, score, heading, list(zip(rows, found, strict=True)))
    _answer(options, score, rows, found)
    return 1 if any(each.faults for each in found) else 0


def _read(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        heading = [name.strip() for name in reader.fieldnames or []]
        reader.fieldnames = heading
        return heading, [{name: row.get(name) or "" for name in heading} for row in reader]


def _write(path: Path, score: "Score", heading: list[str], rows: list[tuple[dict[str, str], "RowScored"]]) -> None:
    """The same rows with what was added; the `error` column only where a row has one."""
    from homeward.plans.api import added_columns

    wrong = any(found.faults for _, found in rows)
    columns = [*heading, *added_columns(score), *(["error"] if wrong else [])]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        for row, found in rows:
            writer.writerow({**row, **found.added, **({"error": "; ".join(found.faults)} if wrong else {})})


def _answer(options: argparse.Namespace, score: "Score", rows: list[dict[str, str]], found: list["RowScored"]) -> None:
    faults = [fault for each in found for fault in each.faults]
    if options.json:
        print(
            json.dumps(
                {"score": score.name, "source": score.source, "rows": list(_as_json(rows, found)), "errors": faults}
            )
        )
        return
    whole = sum(bool(each.added["total"] or (score.low is None and each.added["response"])) for each in found)
    print(
        f"{score.title}: {len(found):,} rows, {whole:,} worked out, {len(found) - whole:,} without a total. {score.source}."
    )
    if not options.out:
        for each in found:
            print(f"row {each.number}: {each.added['total'] or 'no total'} {each.added['response']}".rstrip())
    for fault in faults[:EXAMPLES_OF_FAULTS]:
        print(f"homeward: {fault}.", file=sys.stderr)
    if len(faults) > EXAMPLES_OF_FAULTS:
        print(f"homeward: and {len(faults) - EXAMPLES_OF_FAULTS:,} more.", file=sys.stderr)


def _as_json(rows: list[dict[str, str]], found: list["RowScored"]) -> Iterator[Mapping[str, Any]]:
    for row, each in zip(rows, found, strict=True):
        numbers = {
            name: int(value) if value.isdigit() else None for name, value in each.added.items() if name != "response"
        }
        yield {
            "row": each.number,
            **row,
            **numbers,
            "response": each.added["response"] or None,
            "errors": list(each.faults),
        }


def _every_score() -> str:
    import django

    django.setup()
    from homeward.plans.api import SCORES

    return "\n\n".join(_described(score) for score in SCORES.values())


def _described(score: "Score") -> str:
    lines = [f"{score.name}: {score.title}. {score.source}.", *([score.note] if score.note else [])]
    lines += [f"  {part.column:<22} {part.words}: {_allowed(part)}" for part in score.parts]
    return "\n".join(lines)


def _allowed(part: "Part") -> str:
    if part.choices is not None:
        return ", ".join(f"{code} ({words})" for code, words in part.choices.items())
    steps = f" in steps of {part.step:g}" if part.step and part.step != 1 else ""
    return f"{part.low:g} to {part.high:g}{f' {part.unit}' if part.unit else ''}{steps}"
