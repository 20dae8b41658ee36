"""When does a second asking begin beside one that is under way?"""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from homeward.fhir.straight.gathering import Gathering
from homeward.fhir.tests.test_together import LONG, until, waiting_for


def test_a_second_asking_begins_beside_the_first_only_when_many_wait_for_it() -> None:
    asked: list[list[int]] = []
    go = threading.Event()

    def ask_all(questions: Sequence[int]) -> list[int | None]:
        asked.append(list(questions))
        assert go.wait(LONG)
        return list(questions)

    gathering: Gathering[int, int] = Gathering(ask_all, at_once=2, most=8, many=3)
    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(gathering.ask, 0)]
        until(lambda: len(asked) == 1)
        for each in (1, 2):
            answers.append(pool.submit(gathering.ask, each))
            until(waiting_for(gathering, each))
        assert len(asked) == 1
        answers.append(pool.submit(gathering.ask, 3))
        until(lambda: len(asked) == 2)
        assert sorted(asked[1]) == [1, 2, 3]
        answers += [pool.submit(gathering.ask, each) for each in (4, 5, 6, 7)]
        until(waiting_for(gathering, 4))
        assert len(asked) == 2
        go.set()
        assert [each.result(LONG) for each in answers] == list(range(8))
    assert gathering.ask(8) == 8 and asked[-1] == [8]
