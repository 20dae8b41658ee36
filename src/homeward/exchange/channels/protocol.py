"""What must a way out of the house be able to do?"""

from typing import Protocol

from homeward.exchange.models import Outgoing
from homeward.exchange.rules.trying import Outcome


class Way(Protocol):
    """A way out. It holds no transaction and no record open: all it needs stands in the row."""

    def deliver(self, row: Outgoing) -> Outcome:
        """Try once. What went out is known to its receiver by `row.key`; `row.tries` counts this try.

        Trouble is an Outcome, not an exception.
        """
        ...
