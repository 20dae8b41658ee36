"""How are two halves of one work done at once? The second in a process of its own, with a connection and ids of its own.

Both give what they give whichever is faster, so neither may ask after what the other writes. Where one fails or is killed
the other is ended and the whole fails: nobody takes one half for the whole.
"""

import ctypes
import multiprocessing
import os
import random
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Protocol, TypeVar

from django.db import connection, connections

from homeward.foundation import ids

R = TypeVar("R")
PR_SET_PDEATHSIG = 1
ENDS_WITHIN = 10.0  # seconds, once it has told what it made


class HalfLost(RuntimeError):
    """The half in the other process did not come to its end."""


class Count(Protocol):
    """How much both halves have done so far."""

    value: int


def counter() -> Count:
    """A number that both halves add to."""
    return multiprocessing.get_context("fork").Value("q", 0, lock=False)  # told to people: a lost step of it does no harm


def halves(first: Callable[[], R], second: Callable[[], R], *, apart: bool) -> tuple[R, R]:
    """What both give. `apart`: at once, outside any transaction; else one after the other, with the same ids."""
    one, other = (random.Random(ids.new_id().int) for _ in range(2))
    if not apart:
        return _with(one, first), _with(other, second)
    if connection.in_atomic_block:
        raise RuntimeError("A process of its own would not see what this transaction has written.")
    _disconnect()
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    process = fork.Process(target=_in_a_process, args=(os.getpid(), lambda: _with(other, second), there))
    process.start()
    there.close()
    try:
        mine, theirs = _with(one, first), here.recv()
        process.join(ENDS_WITHIN)
        return mine, theirs
    except EOFError:
        raise HalfLost("A process that helped to make them ended before it was done: the lines above say why, or it was killed.") from None
    finally:
        process.kill()
        process.join()
        here.close()


def _with(rng: random.Random, work: Callable[[], R]) -> R:
    with ids.seeded(rng):
        return work()


def _in_a_process(parent: int, work: Callable[[], R], told: Connection) -> None:
    """A failure is printed by multiprocessing, and the pipe ends with nothing said."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        return
    try:
        told.send(work())
    finally:
        _disconnect()


def _disconnect() -> None:
    """A process of its own must not share this one's connections, nor the threads that keep them."""
    for each in connections.all(initialized_only=True):
        each.close()
        close_pool = getattr(each, "close_pool", None)
        if close_pool and each.settings_dict["OPTIONS"].get("pool"):
            close_pool()
