"""What does a connection still know when a transaction is taken back? The questions that it has planned.

psycopg forgets all of them at every rollback, because what a transaction made may be gone with it. Nothing that works through
this connection makes or changes a table, so where we ourselves take a transaction back all that its forgetting does is to have
each question planned again: a refused booking paid more for that than for finding out that nothing was free. Where a statement
failed it forgets as before, for its plan may be why: a table that an upgrade changed beneath it.
"""

from typing import Any

from psycopg import Connection
from psycopg._preparing import PrepareManager
from psycopg.pq import TransactionStatus


class Remembered(PrepareManager):
    """The questions that were planned on one connection."""

    stay = False

    def clear(self) -> bool:
        return False if self.stay else super().clear()


class Remembering(Connection[Any]):
    """A connection that plans a question that comes again once, though a transaction in which all went well is taken back."""

    _prepared: Remembered

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._prepared = Remembered()

    def rollback(self) -> None:
        self._prepared.stay = self.pgconn.transaction_status == TransactionStatus.INTRANS
        try:
            super().rollback()
        finally:
            self._prepared.stay = False
