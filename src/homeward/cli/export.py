"""`homeward export`: a complete copy of what is kept about one person, for a subject access request."""

import argparse
import io
import uuid
from pathlib import Path

from homeward.cli._answer import answer, json_option

WORDS = "write a complete copy of one person's record: export --person ID --out FOLDER|FILE.zip"
NEEDS_DATABASE = True
REASON = "Asked for at the command line"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--person", required=True, type=uuid.UUID, help="the person's id, as in the address of their page"
    )
    parser.add_argument("--out", required=True, type=Path, help="a folder, or a file that ends in .zip")
    parser.add_argument("--reason", default=REASON, help="who asked, and how it was checked that they may")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
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
