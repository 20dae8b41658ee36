"""At which moment did this test begin? The same all through a test, however long after the tests were loaded it runs."""

from datetime import UTC, datetime

_began: list[datetime] = []


def begin() -> None:
    """Called before each test, by conftest."""
    _began[:] = [datetime.now(UTC)]


def began() -> datetime:
    """When this test began. Raises LookupError while tests are only being loaded: a limit of minutes would run from then."""
    if not _began:
        raise LookupError("No test has begun. Ask for the moment inside a test, not while its module is loaded.")
    return _began[0]
