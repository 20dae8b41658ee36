"""What was counted a moment ago? The same question of the same lake is counted once, by however many it is asked."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, Generic, TypeVar

MOST = 1024
T = TypeVar("T")


class Kept(Generic[T]):
    """Answers by their questions, the least recently asked let go first. Two who ask at once count it once."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held: OrderedDict[Any, T] = OrderedDict()
        self._guard = Lock()
        self._counting: dict[Any, Lock] = {}

    def holds(self, question: Any) -> bool:
        """Would the answer come at once?"""
        with self._guard:
            return question in self._held

    def get(self, question: Any, count: Callable[[], T]) -> T:
        """The answer, counted now unless it is held."""
        with self._guard:
            if question in self._held:
                self._held.move_to_end(question)
                return self._held[question]
            turn = self._counting.setdefault(question, Lock())
        with turn:
            with self._guard:
                if question in self._held:
                    return self._held[question]
            try:
                answer = count()
            except BaseException:
                self._counting.pop(question, None)
                raise
            with self._guard:
                self._held[question] = answer
                self._counting.pop(question, None)
                while len(self._held) > self._most:
                    self._held.popitem(last=False)
            return answer
