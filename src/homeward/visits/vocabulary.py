"""Which words do visits use, and what are they called in FHIR R4 and the NHS Data Dictionary?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

State = Literal["planned", "started", "seen", "not_seen", "stopped"]
OPEN: tuple[State, ...] = ("planned", "started")

STATES: Mapping[State, str] = {
    "planned": "Planned",
    "started": "On the way",
    "seen": "Seen",
    "not_seen": "Not seen",
    "stopped": "Stopped",
}

# FHIR R4 Encounter.status (required binding encounter-status).
FHIR_STATUS: Mapping[State, str] = {
    "planned": "planned",
    "started": "in-progress",
    "seen": "finished",
    "not_seen": "cancelled",
    "stopped": "cancelled",
}

Way = Literal["in_person", "telephone", "video"]

# How contact was made; the NHS Data Dictionary's CONSULTATION MECHANISM code beside each (01 face to face, 02 telephone, 11 video).
WAYS: Mapping[Way, tuple[str, str]] = {
    "in_person": ("In person", "01"),
    "telephone": ("By telephone", "02"),
    "video": ("By video", "11"),
}


@dataclass(frozen=True, kw_only=True)
class NotSeenReason:
    """Why nobody was seen, with the NHS Data Dictionary's ATTENDED OR DID NOT ATTEND code it is reported as."""

    title: str
    attended_code: str
    asks_for_words: bool = False


NOT_SEEN: Mapping[str, NotSeenReason] = {
    "no-answer": NotSeenReason(title="No answer at the door", attended_code="3"),
    "not-home": NotSeenReason(title="Not at home", attended_code="3"),
    "in-hospital": NotSeenReason(title="In hospital", attended_code="2"),
    "did-not-want": NotSeenReason(title="Did not want a visit", attended_code="2"),
    "not-safe": NotSeenReason(title="It was not safe to go in", attended_code="4", asks_for_words=True),
    "could-not-go": NotSeenReason(title="We could not get there", attended_code="4", asks_for_words=True),
    "other": NotSeenReason(title="Another reason", attended_code="4", asks_for_words=True),
}
SEEN_CODE = "5"
