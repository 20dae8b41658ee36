"""How do tests run `homeward bench` without making a database from nothing each time? On a copy of the run's, which is up to date."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from homeward.bench import stage
from homeward.cli import _database, main
from tests.plumbing.served import with_a_database

COMMAND = (sys.executable, "-m", "tests.plumbing.benched")
_fresh, _with_database = stage._fresh, _database.with_database


def _folder() -> Path:
    folder = _fresh()
    folder.chmod(0o711)
    with_a_database(folder)
    return folder


@contextmanager
def _of_its_own(*, words: str) -> Iterator[None]:
    if "DATABASE_URL" not in os.environ:
        with_a_database(Path(os.environ["HOMEWARD_DATA"]))
    with _with_database(words=words):
        yield


if __name__ == "__main__":
    with mock.patch.object(stage, "_fresh", _folder), mock.patch.object(_database, "with_database", _of_its_own):
        sys.exit(main(["bench", *sys.argv[1:]]))
