"""Would the same request go well a moment later? What the database says of it, and doing it once more where that is all it needs.

Two who write the same at the same moment, a deadlock, a connection that was cut: nothing was changed, and nothing is wrong with
what was sent. SQLSTATE classes are those of PostgreSQL 15, appendix A.
"""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.db import Error, InterfaceError, connection
from django.db.transaction import TransactionManagementError

R = TypeVar("R")
TRIES = 3
MET = ("23505", "23P01")  # unique, exclusion: somebody else wrote the same first
# Rolled back by the database, or a statement it no longer knew: the next transaction begins with nothing of this one.
BEGINS_ANEW = ("40", "25P02", "26000", "42P05", "55P03", "XX000")
PASSES = (*BEGINS_ANEW, "08", "0A000", "25", "53", "55", "57", "58")
log = logging.getLogger("homeward.fhir")


def state_of(error: BaseException) -> str:
    """The SQLSTATE that the database gave, which names no person; empty when it gave none."""
    return str(getattr(error.__cause__, "sqlstate", None) or "")


def met_another(error: Error) -> bool:
    """Did somebody else write the same at the same moment?"""
    return state_of(error) in MET


def passes(error: Error) -> bool:
    """Will it pass by itself? A lost connection gives no state, nor does what follows an error in a transaction."""
    state = state_of(error)
    if not state:
        return isinstance(error, (InterfaceError, TransactionManagementError)) or type(error).__name__ == "OperationalError"
    return state.startswith(PASSES)


def once_more(do: Callable[[], R]) -> R:
    """What `do` answers, a transaction by itself. Rolled back for another's sake, it is done again from its beginning, twice at most."""
    for left in reversed(range(TRIES)):
        try:
            return do()
        except Error as error:
            again = met_another(error) or state_of(error).startswith(BEGINS_ANEW)
            if not left or not again or connection.in_atomic_block:
                raise
            log.warning("done once more: the database answered %s", state_of(error))
    raise AssertionError("the last try answers or raises")
