"""What does `homeward place` do? Checks a place, or writes it out as FHIR or as pages; knows no database."""

import argparse
import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from homeward.grammar.as_fhir.bundle import to_fhir
from homeward.grammar.as_fhir.parts import EXAMPLE_BASE
from homeward.grammar.check import check
from homeward.grammar.faults.fault import Fault
from homeward.grammar.loader import NotAPlace, load
from homeward.grammar.pages import pages
from homeward.grammar.place import Place


def add_arguments(parser: argparse.ArgumentParser, *, place: str) -> None:
    """Give the parser the three things that can be done with a place; `place` is the dotted name when none is given."""
    below = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    checking = below.add_parser("check", help="say what is wrong with the declarations, in sentences")
    checking.add_argument("--on", type=date.fromisoformat, help="check as on this day (YYYY-MM-DD); today otherwise")
    checking.add_argument("--json", action="store_true", help="answer as JSON, for machines")
    exporting = below.add_parser("export", help="write the place as a FHIR R4 Bundle")
    exporting.add_argument("--fhir", type=Path, required=True, metavar="OUT", help="file to write")
    exporting.add_argument("--base", default=EXAMPLE_BASE, help="address of the FHIR server that will hold it")
    drawing = below.add_parser("pages", help="write a page for each service, with its stages drawn")
    drawing.add_argument("folder", type=Path, metavar="FOLDER")
    for each in (checking, exporting, drawing):
        each.add_argument("--place", default=place, help="dotted name of the place's package (HOMEWARD_PLACE)")


def place_command(
    options: argparse.Namespace,
    *,
    today: date,
    permissions: frozenset[str] | None = None,
    also: Callable[[Place], Iterable[Fault]] = lambda place: (),
) -> int:
    """Do it. 0: done, or nothing wrong; 1: faults were found. `also` asks what only packages above the language know."""
    try:
        place = load(options.place)
    except NotAPlace as error:
        print(error)
        return 1
    if options.deed == "export":
        return _export(place, options.fhir, options.base)
    if options.deed == "pages":
        return _draw(place, options.folder)
    day = options.on or today
    found = [*check(place, day, permissions=permissions), *also(place)]
    print(json.dumps(as_answer(place, found, day), ensure_ascii=False) if options.json else in_words(place, found))
    return 1 if found else 0


def as_answer(place: Place, found: list[Fault], day: date) -> dict[str, Any]:
    """What a machine is told."""
    return {
        "place": place.code,
        "on": day.isoformat(),
        "declarations": len(place.all_declarations()),
        "faults": [
            {
                "kind": each.kind,
                "code": each.code,
                "rule": each.rule,
                "words": each.words,
                "owner": each.owner,
                "stops": each.stops,
            }
            for each in found
        ],
    }


def in_words(place: Place, found: list[Fault]) -> str:
    """What a person is told: a sentence for each fault, or that all is well."""
    count = len(place.all_declarations())
    if not found:
        return f"{place.name}: {count} declarations, nothing wrong."
    lines = [f"{place.name}: {count} declarations, {len(found)} to put right."]
    lines += [f"- {each.words} ({each.kind} {each.code}; owner {each.owner or 'unknown'})" for each in found]
    return "\n".join(lines)


def _export(place: Place, out: Path, base: str) -> int:
    bundle = to_fhir(place, base=base.rstrip("/"))
    out.write_text(json.dumps(bundle, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{place.name}: {len(bundle['entry'])} resources written to {out}.")
    return 0


def _draw(place: Place, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    drawn = pages(place)
    for name, text in drawn.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{place.name}: {len(drawn)} pages written to {folder}.")
    return 0
