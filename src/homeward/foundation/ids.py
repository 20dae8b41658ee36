"""What is a new thing called? A time-ordered UUID (RFC 9562, version 7), or a repeatable one when the demo is seeded."""

import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

_seed: ContextVar[random.Random | None] = ContextVar("homeward_id_seed", default=None)


def new_id() -> UUID:
    """A version 7 UUID: 48 bits of Unix milliseconds, then 74 random bits, so that new rows sit together in an index."""
    rng = _seed.get()
    if rng is not None:
        return UUID(int=_shaped(rng.getrandbits(48), rng.getrandbits(80)))
    return UUID(int=_shaped(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10), "big")))


@contextmanager
def seeded(rng: random.Random) -> Iterator[None]:
    """Within the block ids are drawn from `rng`: the same seed gives the same ids. For made-up populations only."""
    token = _seed.set(rng)
    try:
        yield
    finally:
        _seed.reset(token)


def _shaped(milliseconds: int, noise: int) -> int:
    value = (milliseconds & ((1 << 48) - 1)) << 80 | (noise & ((1 << 80) - 1))
    value = value & ~(0xF << 76) | 0x7 << 76
    return value & ~(0x3 << 62) | 0x2 << 62
