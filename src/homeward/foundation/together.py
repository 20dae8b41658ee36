"""Who asks the same at the same moment? They are answered together: by one asking that began after the last of them came.

When two hundred boards hear of a change they all ask at once. One of them asks the database; whoever comes while that is
under way waits for the next asking, for the one under way may have missed what they were told of. So an answer is never
older than its question, nothing is kept for later, and alone it costs what asking costs.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Condition
from typing import Generic, TypeVar, cast

Answer = TypeVar("Answer")


@dataclass
class _Turn(Generic[Answer]):
    """How often one question was begun and answered, and how many hold on to it."""

    begun: int = 0
    done: int = 0
    under_way: bool = False
    holders: int = 0
    answer: Answer | None = None


class Together(Generic[Answer]):
    """Answers shared by those who ask the same. The key must name all that the answer depends on, the asker's sight too."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._turns: dict[Hashable, _Turn[Answer]] = {}

    def ask(self, key: Hashable, question: Callable[[], Answer]) -> Answer:
        """An answer that was begun after this call. A question that fails fails for its asker alone; the next asks again."""
        with self._changed:
            turn = self._turns.setdefault(key, _Turn())
            turn.holders += 1
            wanted = turn.begun + 1
            while turn.under_way and turn.done < wanted:
                self._changed.wait()
            if turn.done >= wanted:
                self._let_go(key, turn)
                return cast(Answer, turn.answer)
            turn.under_way = True
            turn.begun += 1
            mine = turn.begun
        answered = False
        try:
            answer = question()
            answered = True
            return answer
        finally:
            with self._changed:
                turn.under_way = False
                if answered:
                    turn.done, turn.answer = mine, answer
                self._let_go(key, turn)
                self._changed.notify_all()

    def _let_go(self, key: Hashable, turn: _Turn[Answer]) -> None:
        turn.holders -= 1
        if not turn.holders:
            del self._turns[key]
