"""Which of these ids cannot be in a file? A sieve of sixteen bits for each of its ids, so that hardly any other is looked for.

A Bloom filter whose eight bits of an id lie in one block of 32 bytes: one look at one place of memory or disk says no. Of ids that are
not there about one in a thousand slips through, and costs one search. What is there always does.
"""

import numpy as np
from numpy.typing import NDArray

WORDS = 4  # of 64 bits in a block; two bits of an id are set in each
ROWS = 16  # ids that a block is meant for
PORTION = 1 << 20  # ids put in at once
LARGE = 1 << 15  # ids; a shorter list is as quickly read itself

Words = NDArray[np.uint64]


def size_of_sieve(rows: int) -> int:
    """How many bytes the sieve of a list of so many ids takes; none for a short list."""
    return _blocks(rows) * WORDS * 8 if rows >= LARGE else 0


def sieve_of(keys: Words, checks: NDArray[np.uint32]) -> Words:
    """The sieve of ids whose first 8 bytes are `keys`, in order, and their next 4 `checks`."""
    blocks = np.zeros((_blocks(len(keys)), WORDS), dtype=np.uint64)
    for start in range(0, len(keys), PORTION):
        some = keys[start : start + PORTION]
        place, bits = _place(some, len(blocks)), _bits(some, checks[start : start + PORTION])
        first = np.flatnonzero(np.concatenate(([True], place[1:] != place[:-1])))
        blocks[place[first]] |= np.bitwise_or.reduceat(bits, first, axis=0)
    return blocks


def may_hold(sieve: Words, keys: Words, checks: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """For each id whether it may be there."""
    blocks = sieve.reshape(-1, WORDS)
    bits = _bits(keys, checks)
    there: NDArray[np.bool_] = ((blocks[_place(keys, len(blocks))] & bits) == bits).all(axis=1)
    return there


def _blocks(rows: int) -> int:
    return -(-rows // ROWS)


def _place(keys: Words, blocks: int) -> NDArray[np.int64]:
    """The block of each: those of ids in order lie in order."""
    return ((keys >> np.uint64(32)) * np.uint64(blocks) >> np.uint64(32)).astype(np.int64)


def _bits(keys: Words, checks: NDArray[np.uint32]) -> Words:
    """The eight bits of each, by what did not say its block."""
    told = keys << np.uint64(32) | checks
    set_ = [np.uint64(1) << (told >> np.uint64(6 * number) & np.uint64(63)) for number in range(2 * WORDS)]
    return np.stack([set_[word] | set_[word + WORDS] for word in range(WORDS)], axis=1)
