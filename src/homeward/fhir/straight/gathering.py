"""How are questions that come while others are being answered answered together? Whoever waits is asked about with the next.

A question that finds nobody under way is asked at once and alone. While it is under way others wait; one of them, the longest
waiting, then asks for all. Nothing is kept for later, and nobody waits for more than the askings that were under way.
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
    """Answers many questions by one asking. `ask_all` answers each in its order, None where there is no answer."""

    def __init__(
        self, ask_all: Callable[[Sequence[Question]], Sequence[Answer | None]], *, at_once: int, most: int
    ) -> None:
        self._ask_all = ask_all
        self._free = at_once
        self._most = most
        self._lock = Lock()
        self._waiting: deque[_Waiting[Question, Answer]] = deque()

    def ask(self, question: Question) -> Answer | None:
        """The answer to this question. None when there is none, or when the asking failed."""
        mine: _Waiting[Question, Answer] = _Waiting(question)
        with self._lock:
            alone = self._free > 0
            if alone:
                self._free -= 1
            else:
                mine.turn.acquire()
                self._waiting.append(mine)
        if not alone:
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

    def _hand_on(self) -> None:
        """Whoever has waited longest asks for those who wait now."""
        with self._lock:
            following = self._waiting.popleft() if self._waiting else None
            if following is None:
                self._free += 1
        if following is not None:
            following.turn.release()
