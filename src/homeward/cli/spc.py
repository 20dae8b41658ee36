"""`homeward spc`: is a change in a published series real, or chance? The charts of Making Data Count, for any file."""

import argparse
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homeward.cli._answer import answer, json_option

if TYPE_CHECKING:
    from homeward.measures.api import Spc

WORDS = "judge a series as Making Data Count does: limits, special causes, icons, target"
KINDS = ("xmr", "p", "u", "c", "g", "t")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, which way is better, and what is known of the process."""
    parser.add_argument(
        "series", metavar="SERIES.csv", type=Path,
        help="a CSV file with a heading: date,value, or date,numerator,denominator; an empty value is a gap",
    )  # fmt: skip
    parser.add_argument("--direction", required=True, choices=("up", "down", "neutral"), help="which way is better")
    parser.add_argument("--target", type=float, metavar="X", help="what is aimed at")
    parser.add_argument(
        "--rebase", type=_day, metavar="DATE", nargs="+", action="extend", default=[],
        help="reckon the limits anew from this day on (several, or several times)",
    )  # fmt: skip
    parser.add_argument("--fix-after", type=int, metavar="N", help="limits rest on the first N values of each stretch")
    parser.add_argument("--no-screen", action="store_true", help="keep even the greatest moving ranges")
    parser.add_argument("--kind", choices=KINDS, default="xmr", help="the chart (xmr)")
    parser.add_argument(
        "--per", type=float, metavar="N", help="what a p chart's shares are out of (100), or a u chart's rates per (1)"
    )
    parser.add_argument("--unit", default="", help="what the values are, for example %% or minutes")
    parser.add_argument("--title", default="", help="the picture's title; the file's name without it")
    for form in ("svg", "png", "pdf"):
        parser.add_argument(f"--{form}", metavar="OUT", type=Path, help=f"write the picture here as {form.upper()}")
    json_option(parser)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2026-03-31") from None


def run(options: argparse.Namespace) -> int:
    """0: judged; 2: the file or what was asked cannot be read."""
    import django

    django.setup()  # the door of measures opens only once Django is ready; no database is asked
    from homeward.measures.api import SpcRefused

    try:
        made = _judged(options)
    except (SpcRefused, UnicodeDecodeError) as error:
        words = "It is no text in UTF-8." if isinstance(error, UnicodeDecodeError) else str(error)
        print(f"homeward: {options.series} cannot be judged. {words}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"homeward: {options.series} cannot be read ({error.strerror}).", file=sys.stderr)
        return 2
    title = options.title or options.series.stem
    written = _pictures(options, made, title)
    answer(options, as_json(made), "" if options.json else "\n".join([_drawn(made, title), *written]))
    return 0


def _judged(options: argparse.Namespace) -> "Spc":
    from homeward.measures.api import Target, read_series, spc

    with options.series.open(encoding="utf-8-sig", newline="") as file:
        per = options.per if options.per is not None else 1.0 if options.kind == "u" else 100.0
        series = read_series(file, per=per)
    return spc(
        series, kind=options.kind, direction=options.direction, rebases=options.rebase, fix_after=options.fix_after,
        targets=[] if options.target is None else [Target(value=options.target)], screen=not options.no_screen,
        unit=options.unit, per=options.per,
    )  # fmt: skip


def as_json(made: "Spc") -> dict[str, Any]:
    """The agreed form for machines; a gap has a null value, and limits where its stretch has them."""
    return {
        "points": [
            {
                "date": each.at.isoformat(), "value": each.value, "mean": each.mean, "lpl": each.lower, "upl": each.upper,
                "special_cause": each.special, "rules": list(each.rules),
            }
            for each in made.points
        ],
        "variation": made.variation,
        "assurance": made.assurance,
    }  # fmt: skip


def _drawn(made: "Spc", title: str) -> str:
    from homeward.measures.api import ICON_WORDS, spc_terminal

    width = min(shutil.get_terminal_size((96, 24)).columns, 120)
    plain = "utf" not in (sys.stdout.encoding or "").lower() or os.environ.get("TERM") == "dumb"
    said = " · ".join(ICON_WORDS[code] for code in made.icons)
    text = spc_terminal(made, title=f"{title}: {said}", width=width, plain=plain)
    return text.replace("·", "-") if plain else text


def _pictures(options: argparse.Namespace, made: "Spc", title: str) -> list[str]:
    from homeward.measures.api import picture_file, spc_svg

    if not (options.svg or options.png or options.pdf):
        return []
    svg = spc_svg(made, title=title, palette="file")
    written = []
    if options.svg:
        options.svg.write_text(svg + "\n", encoding="utf-8")
        written.append(f"Picture: {options.svg}")
    told = f"{title}. {made.sentence}"
    if options.png:
        options.png.write_bytes(picture_file(svg, form="png", told=told))
        written.append(f"Picture: {options.png}")
    if options.pdf:
        options.pdf.write_bytes(picture_file(svg, form="pdf", told=told))
        written.append(f"Picture: {options.pdf}")
    return written
