"""Is what came in counted beside the page, once, never in an endless queue, and not at all when it is no longer wanted?"""

import os
import sys
from functools import partial
from threading import Event, Lock, Thread

import pytest

from homeward.measures.queries import beside
from homeward.measures.queries.beside import MOST, count_beside, leave_off

LONG = 60.0  # seconds after which a machine is broken, not busy


class Work:
    """Counts how often it was begun; the first waits until it may go on."""

    def __init__(self) -> None:
        self.begun, self.may_go, self.done, self.times, self._guard = Event(), Event(), Event(), 0, Lock()

    def __call__(self) -> None:
        with self._guard:
            self.times += 1
        self.begun.set()
        assert self.may_go.wait(LONG)
        self.done.set()


def finished() -> None:
    """Whatever was put in the queue before is over."""
    last = Event()
    count_beside(object(), last.set, wanted=lambda: True)
    assert last.wait(LONG)


def test_it_is_counted_once_however_many_ask_and_the_asker_does_not_wait() -> None:
    work = Work()
    for _ in range(3):
        count_beside("same", work, wanted=lambda: True)
    assert work.begun.wait(LONG) and not work.done.is_set()
    work.may_go.set()
    assert work.done.wait(LONG)
    finished()
    assert work.times == 1


def test_what_is_no_longer_wanted_when_its_turn_comes_is_left_out() -> None:
    counted: list[str] = []
    count_beside("old", lambda: counted.append("old"), wanted=lambda: False)
    count_beside("new", lambda: counted.append("new"), wanted=lambda: True)
    finished()
    assert counted == ["new"]


def test_no_more_than_a_few_wait_and_a_fault_lets_the_next_go_on() -> None:
    first, ends, counted = Work(), Event(), list[int]()
    count_beside("first", first, wanted=lambda: True)
    assert first.begun.wait(LONG)
    count_beside("fails", partial(next, iter(())), wanted=lambda: True)
    for number in range(3 * MOST):
        count_beside(number, partial(counted.append, number), wanted=lambda: True)
    first.may_go.set()
    for _ in range(6_000):  # until there is room again
        count_beside("ends", ends.set, wanted=lambda: True)
        if ends.wait(0.01):
            break
    assert ends.is_set() and counted == list(range(MOST - 2))


def test_before_its_rows_are_taken_away_what_is_counted_is_done_and_what_waits_is_left_out() -> None:
    first, counted = Work(), list[str]()
    count_beside("first", first, wanted=lambda: True)
    assert first.begun.wait(LONG)
    count_beside("second", lambda: counted.append("second"), wanted=lambda: True)
    leaving = Thread(target=leave_off)
    leaving.start()
    while beside._waiting:
        first.may_go.wait(0.01)
    first.may_go.set()
    leaving.join(LONG)
    assert first.done.is_set() and not counted and not leaving.is_alive()
    count_beside("third", lambda: counted.append("third"), wanted=lambda: True)
    finished()
    assert counted == ["third"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread has no priority of its own")
def test_whoever_waits_for_a_page_goes_first() -> None:
    theirs: list[int] = []
    count_beside("priority", lambda: theirs.append(os.getpriority(os.PRIO_PROCESS, 0)), wanted=lambda: True)
    finished()
    assert theirs[0] > os.getpriority(os.PRIO_PROCESS, 0)
