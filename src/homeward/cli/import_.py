"""`homeward import FILE…`: what a partner sent is compared with what is here, and taken."""

import argparse
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homeward.cli._answer import answer, json_option
from homeward.cli._progress import Bar

if TYPE_CHECKING:
    from homeward.records.api import ImportRun, RowView

WORDS = "take in what a partner sent: FHIR R4 (resources, bundles, NDJSON folders) and declared tables"
NEEDS_DATABASE = True
SHOWN = 200
TROUBLE = ("rejected", "clash")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help=".json, .ndjson or .csv, also with .gz; or a folder of them"
    )
    parser.add_argument("--source", default="", help="code of the organisation that sent it")
    parser.add_argument(
        "--dry-run", action="store_true", help="only say what would change; apply it later with --resume RUN --apply"
    )
    parser.add_argument(
        "--apply", action="store_true", help="apply what is not in doubt (what happens without --dry-run)"
    )
    parser.add_argument(
        "--resume", type=UUID, metavar="RUN", help="go on with a delivery that stopped, or apply a dry run"
    )
    parser.add_argument(
        "--retry", type=UUID, metavar="RUN", help="try again what was rejected or in doubt in a delivery"
    )
    parser.add_argument(
        "--rows", type=int, default=SHOWN, help=f"how many rows to list, those in trouble first (default {SHOWN})"
    )
    json_option(parser)
    parser.epilog = (
        "Exit code: 0 everything was taken, 1 something was rejected or waits for review, 2 asked for wrongly."
    )
    parser.set_defaults(fault=parser.error)


def run(options: argparse.Namespace) -> int:
    from homeward.records.api import importer
    from homeward.records.api import run as delivery

    _asked_rightly(options)
    by, began = importer(), time.monotonic()
    with Bar(quiet=options.json) as bar:
        run_id = _carried_out(options, by, bar)
    done = delivery(run_id, by=by, at=datetime.now(UTC))
    rows = _rows(run_id, options.rows, by)
    answer(options, _data(done, rows, time.monotonic() - began), _told(done, rows))
    return 1 if done.troubled else 0


def _asked_rightly(options: argparse.Namespace) -> None:
    """Exits with 2 and a sentence otherwise."""
    named = bool(options.files) + (options.resume is not None) + (options.retry is not None)
    if named != 1:
        options.fault("name files to take in, or --resume RUN, or --retry RUN")
    if options.files and not options.source:
        options.fault("say who sent the files: --source ORGANISATION")
    if options.dry_run and options.apply:
        options.fault("a dry run applies nothing: choose --dry-run or --apply")


def _carried_out(options: argparse.Namespace, by: Any, bar: Bar) -> UUID:
    from homeward.records.api import apply_import, resume_import, retry_import, start_import

    at = datetime.now(UTC)
    if options.retry:
        retry_import(run_id=options.retry, by=by, at=at, progress=bar.show)
    elif options.resume:
        (apply_import if options.apply else resume_import)(run_id=options.resume, by=by, at=at, progress=bar.show)
    else:
        return start_import(
            files=options.files, source=options.source, by=by, at=at, dry_run=options.dry_run, progress=bar.show
        )
    found: UUID = options.retry or options.resume
    return found


def _rows(run_id: UUID, most: int, by: Any) -> list["RowView"]:
    from homeward.records.api import ROW_STATES, run_rows

    found: list[RowView] = []
    for state in (*TROUBLE, *(each for each in ROW_STATES if each not in TROUBLE)):
        if len(found) < most:
            found += run_rows(run_id, state=state, limit=most - len(found), by=by, at=datetime.now(UTC))
    return found


def _data(done: "ImportRun", rows: list["RowView"], seconds: float) -> dict[str, Any]:
    return {
        "run": str(done.id), "source": done.source, "state": done.state, "dry_run": done.dry_run, "counts": done.counts,
        "people": done.people, "files": [asdict(each) for each in done.files], "seconds": round(seconds, 2),
        "rows": [
            {
                "file": each.file, "place": each.place, "kind": each.kind, "id": each.source_id, "state": each.state,
                "reasons": each.reasons, "flags": each.flags, "person": str(each.person_id or "") or None,
            }
            for each in rows
        ],
    }  # fmt: skip


def _told(done: "ImportRun", rows: list["RowView"]) -> str:
    from homeward.records.api import HOWS, ROW_STATES

    lines = [f"Delivery {done.id} from {done.source}: {done.state_words.lower()}."]
    lines += [f"  {each.name}: {each.refused}" for each in done.files if each.refused]
    lines += [f"  {ROW_STATES[state]:<18}{count:>10,}" for state, count in done.counts.items() if count]
    lines += [f"  People: {HOWS[how].lower()}: {count:,}" for how, count in done.people.items()]
    for each in rows:
        if each.state in TROUBLE:
            lines.append(
                f"{each.state_words}: {each.file}, {each.place}, {each.kind} {each.source_id}: {' '.join(each.reasons)}"
            )
    if done.state == "checked":
        lines.append(f"Nothing was changed. To apply it: homeward import --resume {done.id} --apply")
    return "\n".join(lines)
