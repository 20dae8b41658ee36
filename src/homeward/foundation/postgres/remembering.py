"""What does a connection still know when a transaction is taken back? The questions that it has planned.

psycopg forgets all of them at every rollback, because what a transaction made may be gone with it. Nothing that works through
this connection makes or changes a table, so all that its forgetting does here is to have each question planned again: a refused
booking paid more for that than for finding out that nothing was free.
"""

from typing import Any

from psycopg import Connection
from psycopg._preparing import PrepareManager


class Remembered(PrepareManager):
    """The questions that were planned on one connection. They stay until it is closed, or until others push them out."""

    def clear(self) -> bool:
        return False


class Remembering(Connection[Any]):
    """A connection that plans a question that comes again once, whatever becomes of its transactions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._prepared = Remembered()
