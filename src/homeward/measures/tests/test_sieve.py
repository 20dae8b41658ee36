"""Does a file's sieve let through whatever is there, and hardly anything else, so that neither a row is missed nor time lost?"""

from pathlib import Path

import numpy as np
import pytest

from homeward.measures.actions.lake.parts import fetched, found, in_order
from homeward.measures.actions.lake.sieve import LARGE, may_hold, sieve_of, size_of_sieve
from homeward.measures.tests.test_parts import written

DRAWN = np.random.default_rng(20)


def ids(many: int) -> list[bytes]:
    return [DRAWN.bytes(16) for _ in range(many)]


@pytest.mark.parametrize("many", [1, 17, 5_000, 1_200_000])
def test_whatever_is_there_is_let_through_and_one_other_in_a_thousand(many: int) -> None:
    keys = np.sort(DRAWN.integers(0, 2**64, many, dtype=np.uint64))
    checks = DRAWN.integers(0, 2**32, many, dtype=np.uint32)
    sieve = sieve_of(keys, checks)
    assert sieve.nbytes == size_of_sieve(many) or many < LARGE
    assert may_hold(sieve, keys, checks).all()
    others = DRAWN.integers(0, 2**64, 100_000, dtype=np.uint64)
    assert may_hold(sieve, others, DRAWN.integers(0, 2**32, 100_000, dtype=np.uint32)).mean() < 0.002 or many < LARGE


@pytest.mark.parametrize("asked", [1, 40, 20_000])
def test_a_long_list_is_searched_by_its_sieve_and_one_that_has_none_as_before(tmp_path: Path, asked: int) -> None:
    once, often = ids(LARGE), ids(3)
    there = [*once, *(id for id in often for _ in range(1_100))]  # rows of one id fill more than a page
    part = written(tmp_path, there)
    wanted = {*once[: asked // 2], often[1], *ids(asked)}
    looked_for = in_order(b"".join(wanted))
    expected = [row for row, id in enumerate(there) if id in wanted]
    fetched(tmp_path, [part], looked_for)
    assert found(tmp_path, part, looked_for).tolist() == expected
    nowhere = in_order(b"".join(ids(asked)))
    assert not len(found(tmp_path, part, nowhere))
    listed = (tmp_path / part.path).with_suffix(".ids")
    for size in (16 * part.rows + 100, 16 * part.rows):  # one that was not written whole, and one of an earlier Homeward
        assert listed.stat().st_size > size
        listed.write_bytes(listed.read_bytes()[:size])
        fetched(tmp_path, [part], looked_for)
        assert found(tmp_path, part, looked_for).tolist() == expected
