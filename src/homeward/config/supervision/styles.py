"""Are the styles and scripts built? In a checkout where they are not, they are built beside the rest of the start.

The database is made by one core at a time, so the other may build them meanwhile; the pages wait for the end of it.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from homeward.config import static_build
from homeward.config.supervision.child import Child
from homeward.config.supervision.preflight import CannotServe

BOOTSTRAP = static_build.REPOSITORY / "bootstrap.py"
NOT_BUILT = "The styles and scripts could not be built; the lines above say why."


def _due() -> bool:
    """Only in a checkout: where they were never built, or were edited since and their packages are here."""
    if not BOOTSTRAP.exists() or not os.access(static_build.CONFIG, os.W_OK) or static_build.is_current():
        return False
    return not static_build.BUILT.exists() or (static_build.REPOSITORY / "node_modules").is_dir()


@contextmanager
def built_meanwhile() -> Iterator[Callable[[], None]]:
    """Builds them, where that is due, while the rest of the start goes on; yields what waits for the end of it.

    Raises CannotServe at that end when there are none to serve; where only the newest are missing, those before are served.
    """
    child = Child(name="styles", command=[sys.executable, str(BOOTSTRAP), "--styles", "only"], environment={})
    if _due():
        child.start()
    try:
        yield lambda: _ended(child)
    finally:
        child.stopped(until=0.0)


def _ended(child: Child) -> None:
    if child.process is None:
        return
    failed = child.process.wait()
    child.stopped(until=0.0)
    if failed and not static_build.BUILT.exists():
        raise CannotServe(NOT_BUILT)
