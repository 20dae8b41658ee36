"""Does every answer wait for a flush that began after it was written down, and do many share one?"""

import threading
import time

import pytest

from homeward.fhir.straight.flushing import Flushes


def test_alone_it_is_one_flush() -> None:
    done: list[int] = []

    def flush() -> bool:
        done.append(1)
        return True

    flushes = Flushes(flush)
    assert flushes.wait()
    assert flushes.wait()
    assert len(done) == 2


def test_a_hundred_at_once_share_a_few_and_nobody_is_let_go_by_a_flush_that_began_before() -> None:
    begun: list[float] = []

    def slow() -> bool:
        begun.append(time.monotonic())
        time.sleep(0.01)
        return True

    flushes, early = Flushes(slow), []

    def ask() -> None:
        for _ in range(5):
            came = time.monotonic()
            if not flushes.wait() or not any(came <= each for each in begun):
                early.append(came)

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not early
    assert len(begun) < 50  # a hundred waits


def test_a_flush_that_fails_lets_nobody_answer_and_the_next_one_tries_anew() -> None:
    told = [False, True]
    flushes = Flushes(lambda: told.pop(0))
    assert not flushes.wait()
    assert flushes.wait()


def test_a_flush_that_breaks_leaves_the_turn_free() -> None:
    broken = [True]

    def flush() -> bool:
        if broken.pop() if broken else False:
            raise OSError("gone")
        return True

    flushes = Flushes(flush)
    with pytest.raises(OSError, match="gone"):
        flushes.wait()
    assert flushes.wait()
