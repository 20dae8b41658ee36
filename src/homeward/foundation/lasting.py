"""When need Python not look for garbage? While it builds what will last as long as the process itself."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def building() -> Iterator[None]:
    """Inside, no garbage is looked for; what is left at the end is never looked through again.

    A quarter of the time of making all tables went into looking through the same models over and over.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        gc.freeze()
        if looked:
            gc.enable()
