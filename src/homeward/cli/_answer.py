"""How does a command answer: a table for a person, JSON for a machine, a sentence when it cannot?"""

import argparse
import errno
import json
import os
import sys
import traceback
from typing import Any

import psycopg

from homeward.foundation.errors import Refused
from homeward.foundation.postgres.cluster import NotReady
from homeward.foundation.postgres.lock import Busy


def json_option(parser: argparse.ArgumentParser) -> None:
    """Give a command its --json."""
    parser.add_argument("--json", action="store_true", help="answer as JSON, for machines")


def answer(options: argparse.Namespace, data: Any, words: str) -> None:
    """Print the data for a machine that asked for it, else the words."""
    print(json.dumps(data, default=str, ensure_ascii=False) if getattr(options, "json", False) else words)


def _sentence(error: Exception) -> str | None:
    if isinstance(error, Refused):
        return " ".join(part for part in (str(error), getattr(error, "next_step", "")) if part)
    if isinstance(error, Busy):
        return f"Another Homeward is using this data folder: {error.holder}. Wait for it, or set HOMEWARD_DATA to another folder."
    if isinstance(error, NotReady) or type(error).__name__ in ("CannotUpgrade", "CannotServe", "HalfLost"):
        return str(error)
    if isinstance(error, psycopg.OperationalError) or type(error).__name__ in (
        "ConnectorException",
        "OperationalError",
    ):
        reason = str(error.__cause__ or error).strip() or "It gave no reason."
        return f"The database cannot be reached. {reason.splitlines()[0]}"
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "The disk is full. Free some space, or set HOMEWARD_DATA to a folder on another disk."
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EROFS):
        return f"{error.filename or 'A file'} cannot be written or read ({error.strerror}). Set HOMEWARD_DATA to a folder that is yours."
    if isinstance(error, PermissionError | FileNotFoundError):
        return str(error)
    return None


def explain(error: Exception) -> int:
    """Say what went wrong and return the exit code; a traceback only for what nobody foresaw."""
    sentence = _sentence(error)
    if sentence is None or os.environ.get("HOMEWARD_TRACEBACK"):
        traceback.print_exception(error)
    if sentence is not None:
        print(f"homeward: {sentence}", file=sys.stderr)
    return 1
