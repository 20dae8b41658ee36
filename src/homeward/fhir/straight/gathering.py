"""How are questions that come while others are being answered answered together? Whoever waits is asked about with the next.

A question that finds nobody under way is asked at once and alone. While it is under way others wait; one of them, the longest
waiting, then asks for all. Where many wait they are asked about beside it, so that while one asking waits for the disk another
is at work; a few would cost more apart than together. Nothing is kept for later, and nobody waits for more than the askings that
were under way.
"""

from collections import deque
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class _Waiting(Generic[Question, Answer]):
    """One who asks. `turn` is held until it is answered, or until it is its turn to ask for all."""

    __slots__ = ("answer", "answered", "question", "turn")

    def __init__(self, question: Question) -> None:
        self.question = question
        self.answer: Answer | None = None
        self.answered = False
        self.turn = Lock()


class Gathering(Generic[Question, Answer]):
    """Answers many questions by one asking. `ask_all` answers each in its order, None where there is no answer.

    At most `at_once` askings are under way; one beside another only when `many` wait for it.
    """

    def __init__(
        self, ask_all: Callable[[Sequence[Question]], Sequence[Answer | None]], *, at_once: int, most: int, many: int = 1
    ) -> None:
        self._ask_all = ask_all
        self._under_way = 0
        self._at_once = at_once
        self._many = many
        self._most = most
        self._lock = Lock()
        self._waiting: deque[_Waiting[Question, Answer]] = deque()

    def ask(self, question: Question) -> Answer | None:
        """The answer to this question. None when there is none, or when the asking failed."""
        mine: _Waiting[Question, Answer] = _Waiting(question)
        with self._lock:
            mine_to_ask = self._may_begin(len(self._waiting) + 1)
            if mine_to_ask:
                self._under_way += 1
            else:
                mine.turn.acquire()
                self._waiting.append(mine)
        if not mine_to_ask:
            mine.turn.acquire()
            if mine.answered:
                return mine.answer
        return self._asked_for_all(mine)

    def _asked_for_all(self, mine: _Waiting[Question, Answer]) -> Answer | None:
        together = [mine]
        with self._lock:
            while self._waiting and len(together) < self._most:
                together.append(self._waiting.popleft())
        try:
            answers = self._ask_all([each.question for each in together])
            for each, answer in zip(together, answers, strict=True):
                each.answer = answer
        finally:
            self._hand_on()
            for each in together[1:]:
                each.answered = True
                each.turn.release()
        return mine.answer

    def _may_begin(self, waiting: int) -> bool:
        return not self._under_way or (self._under_way < self._at_once and waiting >= self._many)

    def _hand_on(self) -> None:
        """Whoever has waited longest asks for those who wait now."""
        with self._lock:
            self._under_way -= 1
            if not self._waiting or not self._may_begin(len(self._waiting)):
                return
            self._under_way += 1
            following = self._waiting.popleft()
        following.turn.release()
