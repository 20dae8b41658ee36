"""`homeward export`: a copy of all that is kept about one person, or a national return of one month."""

import argparse
import io
import uuid
from pathlib import Path

from homeward.cli._answer import answer, json_option
from homeward.cli._export_return import REASON, export_return

WORDS = "write out a person's record (export --person ID --out FOLDER|FILE.zip) or a return (export csds --period 2026-10 --out FOLDER)"
NEEDS_DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what", nargs="?", default="", help="a national return, such as csds; leave it out for a person's record"
    )
    parser.add_argument("--person", type=uuid.UUID, help="the person's id, as in the address of their page")
    parser.add_argument("--period", default="", help="the month of a return, such as 2026-10")
    parser.add_argument("--provider", default="", help="the provider's code; every provider without it")
    parser.add_argument("--kind", default="provisional", choices=("provisional", "final"), help="of a return")
    parser.add_argument("--out", required=True, type=Path, help="a folder; for a person also a file that ends in .zip")
    parser.add_argument("--reason", default=REASON, help="who asked, and how it was checked that they may")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    from homeward.foundation.errors import Invalid

    if options.what and options.person is None:
        return export_return(options, options.what)
    if options.person is None or options.what:
        raise Invalid(
            {"what": "Say either --person ID, or which return, for example: export csds --period 2026-10 --out FOLDER."}
        )
    return _person(options)


def _person(options: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from homeward.access import api as access

    by, at = access.system("copies"), datetime.now(UTC)
    export = access.ask_copy(person_id=options.person, reason=options.reason, by=by, at=at, queue=False)
    access.gather(export.id, at=at)
    file = access.open_export(export_id=export.id, by=by, at=at)
    if options.out.suffix == ".zip":
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_bytes(file.content)
    else:
        access.unpacked(io.BytesIO(file.content), options.out)
    told = {"person": str(options.person), "out": str(options.out), "bytes": len(file.content), "sha256": file.sha256}
    answer(options, told, f"Written to {options.out} ({len(file.content):,} bytes as a zip, SHA-256 {file.sha256}).")
    return 0
