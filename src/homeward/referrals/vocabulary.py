"""Which words does a referral use, and what are they called in FHIR R4 and the NHS Data Dictionary?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

State = Literal["received", "triaged", "placed", "accepted", "in_contact", "closed", "advised", "revoked"]
Source = Literal["web", "call", "citizen", "link", "bars"]
Side = Literal["owner", "hub", "requester", "maker", "house"]  # maker: of the last move

NOT_SURE = "not-sure"  # the referrer cannot name the need: their own words say it instead
CARE_WITHDRAWN = "withdrawn"  # the outcome of an episode that ended without one of its own

FHIR_RESOURCE = "ServiceRequest"
FHIR_PATHWAY_STEP = "Task"


@dataclass(frozen=True, kw_only=True)
class StateWords:
    """One state: its words for staff, its words for the person, and its FHIR R4 codes."""

    title: str
    plain_words: str
    request_status: str  # ServiceRequest.status (required binding request-status)
    task_status: str  # Task.status (required binding task-status)
    open: bool


STATES: Mapping[State, StateWords] = {
    "received": StateWords(
        title="New",
        plain_words="We have your request and a hub is reading it.",
        request_status="active",
        task_status="requested",
        open=True,
    ),
    "triaged": StateWords(
        title="Triaged",
        plain_words="A hub has read your request and is finding the right team.",
        request_status="active",
        task_status="received",
        open=True,
    ),
    "placed": StateWords(
        title="Waiting for the team to accept",
        plain_words="A team has been asked to help.",
        request_status="active",
        task_status="received",
        open=True,
    ),
    "accepted": StateWords(
        title="Accepted",
        plain_words="A team has accepted and is arranging to see the person.",
        request_status="active",
        task_status="accepted",
        open=True,
    ),
    "in_contact": StateWords(
        title="Being seen",
        plain_words="The team has seen the person and is helping.",
        request_status="active",
        task_status="in-progress",
        open=True,
    ),
    "closed": StateWords(
        title="Closed",
        plain_words="This request has ended.",
        request_status="completed",
        task_status="completed",
        open=False,
    ),
    "advised": StateWords(
        title="Closed with advice",
        plain_words="A clinician gave advice and nothing more was needed.",
        request_status="completed",
        task_status="completed",
        open=False,
    ),
    "revoked": StateWords(
        title="Withdrawn",
        plain_words="This request was withdrawn.",
        request_status="revoked",
        task_status="cancelled",
        open=False,
    ),
}

OPEN_STATES: tuple[State, ...] = tuple(state for state, words in STATES.items() if words.open)
ENDED_STATES: tuple[State, ...] = tuple(state for state, words in STATES.items() if not words.open)

SOURCES: Mapping[Source, str] = {
    "web": "Referral form",
    "call": "Telephone call",
    "citizen": "The person or their carer",
    "link": "Partner's link",
    "bars": "Partner's system",
}

# What was done, as it is told to somebody else: 'Asha Patel accepted this at 2:02pm.'
DONE: Mapping[str, str] = {
    "receive": "sent this in",
    "triage": "triaged this",
    "second_look": "gave a second look",
    "place": "placed this with a team",
    "accept": "accepted this",
    "advise": "gave advice",
    "ask": "asked for information",
    "answer": "answered a question",
    "refer_on": "referred this on",
    "hand_back": "handed this back",
    "decline": "passed this on",
    "no_capacity": "reported no capacity",
    "revoke": "withdrew this",
    "reopen": "reopened this",
    "close": "closed this",
    "undo": "undid the last move",
    "contact": "recorded a contact",
    "carry": "moved this to another hub",
    "hand_over": "gave this to the hub on duty",
    "follow_parts": "brought this into line with its parts",
}

HOUSE = "Homeward"  # by this name a first contact was kept until 23 November 2026; since then by the visitor's


def done_by(who: str, kind: str) -> str:
    """'Asha Patel accepted this', with the minute in which that was done. No software sees anybody."""
    return "A contact was recorded" if (who, kind) == (HOUSE, "contact") else f"{who} {DONE[kind]}"


# Names in the NHS Data Dictionary (Community Services Data Set) of what a referral keeps.
NHS_DATA_DICTIONARY: Mapping[str, str] = {
    "received_at": "REFERRAL REQUEST RECEIVED DATE",
    "source": "SOURCE OF REFERRAL FOR COMMUNITY",
    "urgency": "PRIORITY TYPE CODE",
    "need_code": "PRIMARY REASON FOR REFERRAL (COMMUNITY CARE)",
    "ended_at": "SERVICE DISCHARGE DATE",
    "outcome_code": "REFERRAL CLOSURE REASON",
}
