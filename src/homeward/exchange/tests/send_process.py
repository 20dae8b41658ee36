"""How does a process of its own send what is due, so that a test can kill it while it sends?"""

from datetime import UTC, datetime, timedelta

from homeward.exchange.actions.deliver import deliver_due
from homeward.exchange.channels.wire import send
from homeward.exchange.models import Outgoing
from homeward.exchange.rules.trying import Outcome


def send_due(partner: str, seconds: float) -> None:
    """Send to this partner all that is due so many seconds after ten."""

    class Slow:
        def deliver(self, row: Outgoing) -> Outcome:
            reply = send("POST", partner, body=b"{}", headers={"Idempotency-Key": row.key})
            return Outcome(result="arrived" if reply.status == 200 else "again")

    at = datetime(2026, 3, 3, 10, tzinfo=UTC) + timedelta(seconds=seconds)
    deliver_due(clock=lambda: at, way=lambda row: Slow())
