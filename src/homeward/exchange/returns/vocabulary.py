"""Which words do returns use?"""

from collections.abc import Mapping

STATES: Mapping[str, str] = {
    "waiting": "Waiting to be made",
    "making": "Being made",
    "ready": "Made and checked",
    "submitted": "Submitted",
    "failed": "Could not be made",
    "replaced": "Replaced by a newer one",
}
MOVING: tuple[str, ...] = ("waiting", "making")
KINDS: Mapping[str, str] = {"provisional": "Provisional", "final": "Final"}

JOB = "returns"
MAKE = "exchange.make_return"
PREPARE = "exchange.prepare_returns"
