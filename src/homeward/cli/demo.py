"""`homeward demo`: made-up people of this place and a year of their needs, answered through the same actions."""

import argparse
import os
import sys
import time
from datetime import UTC, datetime
from typing import Any

from homeward.cli._progress import Bar

WORDS = "make synthetic people and a year of needs, answered through the same actions that people use"
NEEDS_DATABASE = True
DEFAULT_PEOPLE = 20_000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--people", type=_at_least_100, default=DEFAULT_PEOPLE, metavar="N", help="registered people")
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help="the same seed makes the same people and needs"
    )
    parser.add_argument(
        "--until", type=datetime.fromisoformat, default=None, help="the moment the year ends; now unless given"
    )
    parser.add_argument("--json", action="store_true", help="say what was made as JSON")


def run(options: argparse.Namespace) -> int:
    from homeward.demo.making import make
    from homeward.demo.report import said, sign_in_sheet
    from homeward.foundation.postgres.folders import data_folder
    from homeward.measures.api import refresh_lake

    until = options.until or datetime.now(UTC).replace(microsecond=0)
    if until.tzinfo is None:
        sys.stderr.write("Give --until with a time zone, like 2026-11-21T12:00+00:00.\n")
        return 2
    started = time.monotonic()
    _write_without_waiting()
    apart = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1  # a half whose other half dies is ended by Linux alone
    with Bar(quiet=options.json) as bar:
        made = make(count=options.people, seed=options.seed, until=until, progress=bar.show, apart=apart)
        bar.show("counting", 0, 1)
        refresh_lake(at=until, everything=True)
        bar.show("counting", 1, 1)
    sign_in_sheet(data_folder())
    sys.stdout.write(said(made, seconds=time.monotonic() - started, as_json=options.json))
    return 0


def _write_without_waiting() -> None:
    """A demonstration cut short is made again from nothing, so none of its thousands of commits need wait for the disk."""
    from django.db import connection
    from django.db.backends.signals import connection_created

    connection.close()
    connection_created.connect(_does_not_wait, dispatch_uid="demonstration")


def _does_not_wait(connection: Any, **_: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("set synchronous_commit to off")


def _at_least_100(text: str) -> int:
    number = int(text)
    if number < 100:
        raise argparse.ArgumentTypeError("make at least 100 people")
    return number
