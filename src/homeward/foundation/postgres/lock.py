"""How do two Homewards keep from running one data folder at the same time?"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(RuntimeError):
    """Another process holds the data folder; `holder` says which, in its own words."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def only_one(data: Path, *, words: str) -> Iterator[None]:
    """Hold the data folder until the block ends or this process dies. Raises Busy with the holder's words."""
    handle = os.open(data / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(os.pread(handle, 500, 0).decode(errors="replace").strip()) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{words} (process {os.getpid()})\n".encode(), 0)
        yield
    finally:
        os.close(handle)
