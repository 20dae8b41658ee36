"""Were the pages ever imported here? If not, they are while synthetic people are made, so that the first web process finds them compiled."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import cache_from_source

from homeward.config.installed import HOMEWARD
from homeward.config.supervision.child import Child

LEAST_PRIORITY = 19  # it takes what the making of people leaves of a second core
IMPORTS = (
    f"import os; os.nice({LEAST_PRIORITY}); nowhere = os.open(os.devnull, os.O_WRONLY); os.dup2(nowhere, 1); os.dup2(nowhere, 2); "
    "import homeward.config.wsgi"
)


def is_due() -> bool:
    """Where Python keeps what it compiles, and has kept nothing of the pages yet."""
    return not sys.dont_write_bytecode and not (HOMEWARD / cache_from_source("web/before_visitors.py")).exists()


@contextmanager
def imported_meanwhile() -> Iterator[None]:
    """Imports them beside the work inside, where that is due. Nothing waits for it, and it matters to nobody whether it succeeds."""
    child = Child(name="import", command=[sys.executable, "-c", IMPORTS], environment={})
    if is_due():
        child.start()
    try:
        yield
    finally:
        process = child.process
        child.stopped(until=0.0)
        if process is not None:
            process.wait()
