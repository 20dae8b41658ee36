"""Which words and limits do bulk exports use?"""

from collections.abc import Mapping
from datetime import timedelta

JOB = "bulk"
GATHER = "fhir.gather_bulk"
THROW_AWAY = "fhir.throw_bulk_away"
MOVING = ("waiting", "gathering")
OVER = ("failed", "ended")
STATES = (*MOVING, "ready", *OVER)

PIECE = 200  # people gathered in one piece of background work, so that other work gets its turn
FULL = 4 * 1024 * 1024  # bytes after which a new file is begun
KEPT_FOR = timedelta(hours=24)
AT_ONCE = 2  # exports of one organisation that may be under way
MOST_NAMED = 1000  # people whom one request may name

WHY = "a bulk export over FHIR"
FILES = "bulk/"  # under the FHIR base
NDJSON = "application/fhir+ndjson"
FORMATS = (NDJSON, "application/ndjson", "ndjson")

# Why somebody is not in it, told as a count and never with a name.
LEFT_OUT: Mapping[str, str] = {
    "objected": "asked that your organisation does not open their record",
    "restricted": "have details that are restricted, so they are given one at a time only",
    "shut": "are not looked after by your organisation, so their record does not open",
}
