"""At which moment did this test begin? The same all through a test, however long after the tests were loaded it runs.

With HOMEWARD_TEST_AT=2026-12-31T23:58+00:00 every test begins at that moment and its clock goes on from there, save those that
serve a Homeward of their own: other processes keep the real time. The disk does too, so those that go by it are left out.
"""

import os
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime

import time_machine

ASKED = "HOMEWARD_TEST_AT"
OF_REAL_TIME = ("tests/faults", "tests/fhir_clients", "tests/house", "tests/journeys", "tests/load")
OF_ANOTHER_CLOCK = (  # a lake that is no longer read goes by the disk's
    "src/homeward/measures/tests/test_one_moment.py",
    "src/homeward/web/numbers/tests/test_numbers_pages.py::test_a_list_is_of_the_moment_of_the_number_it_was_opened_from",
)

_began: list[datetime] = []


def begin() -> None:
    """Called before each test, by conftest."""
    _began[:] = [datetime.now(UTC)]


def began() -> datetime:
    """When this test began. Raises LookupError while tests are only being loaded: a limit of minutes would run from then."""
    if not _began:
        raise LookupError("No test has begun. Ask for the moment inside a test, not while its module is loaded.")
    return _began[0]


def why_not(test: str) -> str:
    """Why the test of this name cannot be had at the moment asked for; nothing where it can, or none is."""
    return "It goes by the disk's own clock." if os.environ.get(ASKED) and test.startswith(OF_ANOTHER_CLOCK) else ""


def as_asked(test: str = "", *, tick: bool = True) -> AbstractContextManager[object]:
    """In which the test of this name, and all that is made for it happen at the moment asked for."""
    asked = os.environ.get(ASKED)
    if not asked or test.startswith(OF_REAL_TIME):
        return nullcontext()
    moment = datetime.fromisoformat(asked)
    if moment.tzinfo is None:
        raise ValueError(f"{ASKED} needs its offset from UTC: {asked}+00:00")
    return time_machine.travel(moment, tick=tick)
