"""Which words does the outbox use, and how patiently does it try?"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

State = Literal["queued", "failed", "sent", "dead", "stopped"]
Channel = Literal["sms", "email", "letter", "bars", "webhook"]

STATES: Mapping[State, str] = {
    "queued": "Waiting to go",
    "failed": "Did not arrive, will be tried again",
    "sent": "Sent",
    "dead": "Could not be sent",
    "stopped": "Stopped",
}
WAITING: tuple[State, ...] = ("queued", "failed")

CHANNELS: Mapping[Channel, str] = {
    "sms": "Text message",
    "email": "Email",
    "letter": "Letter",
    "bars": "Message to a partner’s system",
    "webhook": "Notice to a partner’s system",
}
TO_PEOPLE: tuple[Channel, ...] = ("sms", "email", "letter")

# How long to wait after each failed try; after the last of them a person is asked to look. A referral that does not
# arrive must reach somebody's eyes well inside the shortest wait there is, two hours.
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
PATIENCE: Mapping[Channel, tuple[timedelta, ...]] = {
    "sms": (_MINUTE, 5 * _MINUTE, 15 * _MINUTE, _HOUR, 4 * _HOUR),
    "email": (_MINUTE, 5 * _MINUTE, 15 * _MINUTE, _HOUR, 4 * _HOUR),
    "letter": (5 * _MINUTE, _HOUR, 6 * _HOUR, 24 * _HOUR),
    "bars": (_MINUTE / 2, _MINUTE, 2 * _MINUTE, 4 * _MINUTE, 8 * _MINUTE),
    "webhook": (_MINUTE, 5 * _MINUTE, 30 * _MINUTE, 2 * _HOUR, 8 * _HOUR),
}
# Longer than any one delivery may take: after it a worker that says nothing is taken for dead.
LEASE = 2 * _MINUTE

JOB = "outbox"
# Goes to a colleague by the ways that people are told by, and is never shown as a message to the person it is about.
NUDGE = "capacity-nudge"
TO_COLLEAGUES = frozenset({"ward-alert", "number-flag", NUDGE})
KEEPER = "messages"  # the job that keeps what partners' systems say
DELIVER = "exchange.deliver"
SUBSCRIBERS = "subscribers"
NEW_REFERRAL, UPDATED_REFERRAL, WITHDRAWN_REFERRAL = "bars:new", "bars:update", "bars:cancel"
