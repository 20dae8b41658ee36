"""Is everybody answered by an asking that began after they came, and do many who ask the same share one?"""

import threading
import time

import pytest

from homeward.foundation.together import Together


def test_alone_each_question_is_asked() -> None:
    numbers = iter((1, 2, 3))
    together: Together[int] = Together()
    assert [together.ask("same", lambda: next(numbers)) for _ in range(3)] == [1, 2, 3]


def test_a_hundred_at_once_share_a_few_and_nobody_gets_an_answer_older_than_the_question() -> None:
    begun: list[float] = []
    together: Together[float] = Together()
    too_old: list[float] = []

    def slow() -> float:
        begun.append(time.monotonic())
        time.sleep(0.01)
        return begun[-1]

    def ask() -> None:
        for _ in range(5):
            came = time.monotonic()
            if together.ask("same", slow) < came:
                too_old.append(came)

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not too_old
    assert len(begun) < 50  # of a hundred questions


def test_other_questions_do_not_wait_for_one_another() -> None:
    together: Together[str] = Together()
    held, free = threading.Event(), threading.Event()

    def slow() -> str:
        held.set()
        free.wait(5)
        return "slow"

    answers: list[str] = []
    thread = threading.Thread(target=lambda: answers.append(together.ask("one", slow)))
    thread.start()
    held.wait(5)
    assert together.ask("other", lambda: "quick") == "quick"
    free.set()
    thread.join()
    assert answers == ["slow"]


def test_a_question_that_fails_fails_for_its_asker_alone() -> None:
    together: Together[str] = Together()
    begun, go_on = threading.Event(), threading.Event()

    def breaks() -> str:
        begun.set()
        go_on.wait(5)
        raise OSError("gone")

    failed: list[BaseException] = []

    def first() -> None:
        try:
            together.ask("same", breaks)
        except OSError as error:
            failed.append(error)

    answers: list[str] = []
    threads = [
        threading.Thread(target=first),
        threading.Thread(target=lambda: answers.append(together.ask("same", lambda: "well"))),
    ]
    threads[0].start()
    begun.wait(5)
    threads[1].start()
    time.sleep(0.02)
    go_on.set()
    for each in threads:
        each.join()
    assert len(failed) == 1 and answers == ["well"]
    with pytest.raises(OSError, match="gone"):
        together.ask("same", breaks)
    assert together.ask("same", lambda: "again") == "again"


def test_nothing_is_kept_once_everybody_is_answered() -> None:
    together: Together[int] = Together()
    together.ask("same", lambda: 1)
    assert not together._turns
