"""Is what we have just written down on disk? Asked once for all answers that wait, so that a hundred readings share one flush.

A reading may be answered only when its access row can no longer be lost. The short way commits without waiting for the
disk, gives its connection back, and waits here: one of those who wait asks the database for a small commit that does
wait, and by then everything committed before it is on disk too. Alone it takes as long as a plain commit.
"""

from collections.abc import Callable
from threading import Condition


class Flushes:
    """One flush at a time. Whoever comes while one is under way waits for the next, for that one may have missed them."""

    def __init__(self, flush: Callable[[], bool]) -> None:
        self._flush = flush
        self._turn = Condition()
        self._begun = self._done = 0
        self._under_way = False

    def wait(self) -> bool:
        """True once a flush that began after this call is done; False when it could not be done, and nothing may be answered."""
        with self._turn:
            wanted = self._begun + 1
            while self._under_way and self._done < wanted:
                self._turn.wait()
            if self._done >= wanted:
                return True
            self._under_way = True
            self._begun += 1
            mine = self._begun
        done = False
        try:
            done = self._flush()
        finally:
            with self._turn:
                self._under_way = False
                if done:
                    self._done = mine
                self._turn.notify_all()
        return done
