"""Are new ids well-formed, ordered in time and repeatable when seeded?"""

import random
import time
from uuid import RFC_4122

from homeward.foundation.ids import new_id, seeded


def test_an_id_is_a_version_7_uuid() -> None:
    made = new_id()
    assert made.version == 7
    assert made.variant == RFC_4122


def test_later_ids_sort_after_earlier_ones() -> None:
    first = new_id()
    time.sleep(0.002)
    assert first < new_id()


def test_the_same_seed_gives_the_same_ids_and_only_within_the_block() -> None:
    def draw() -> list[str]:
        with seeded(random.Random(7)):
            return [str(new_id()) for _ in range(3)]

    assert draw() == draw()
    assert len(set(draw())) == 3
    assert str(new_id()) not in draw()
