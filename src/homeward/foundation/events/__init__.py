"""What has happened? The event log: appended in the writer's transaction, read in an order that never misses a row."""

from homeward.foundation.events.append import NewEvent, append
from homeward.foundation.events.read import EventRow, Watermark, after, of_person, of_subject, start
from homeward.foundation.events.seal import Break, seal, verify
from homeward.foundation.events.subscribe import subscribe, subscribed, tell_of_many

__all__ = [
    "Break",
    "EventRow",
    "NewEvent",
    "Watermark",
    "after",
    "append",
    "of_person",
    "of_subject",
    "seal",
    "start",
    "subscribe",
    "subscribed",
    "tell_of_many",
    "verify",
]
