"""Which reasons may be given for each kind of move? Lack of room is never one: it keeps the need open and is counted."""

from homeward.grammar.api import Reason, ReasonList
from homeward.grammar.reasons import ReasonFor
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING


def _list(code: str, title: str, used_for: ReasonFor, *reasons: Reason) -> ReasonList:
    return ReasonList(
        code=code, title=title, used_for=used_for, reasons=reasons, owner=COMMUNITY, review_by=SPRING
    )


DECLINE = _list(
    "decline",
    "Why is another team better placed?",
    "decline",
    Reason(code="another-service-fits-better", title="Another service fits the need better"),
    Reason(code="lives-outside-area", title="The person lives outside our area"),
    Reason(code="needs-hospital-now", title="The person needs hospital now"),
    Reason(code="below-age", title="The person is too young for this service"),
    Reason(code="already-helped", title="Another team is already meeting this need"),
    Reason(code="person-chose-otherwise", title="The person has chosen something else"),
    Reason(code="not-safe-at-home", title="It would not be safe at home, even with our help", asks_for_words=True),
)
HAND_BACK = _list(
    "hand-back",
    "Why does the hub need to look again?",
    "hand_back",
    Reason(code="need-has-changed", title="The need has changed"),
    Reason(code="different-skill-needed", title="A different skill is needed", asks_for_words=True),
    Reason(code="person-moved", title="The person has moved"),
    Reason(code="could-not-reach", title="We could not reach the person", asks_for_words=True),
    Reason(code="visit-cannot-be-made-in-time", title="We can no longer get there in time", asks_for_words=True),
)
REVOKE = _list(
    "revoke",
    "Why is the referral withdrawn?",
    "revoke",
    Reason(code="person-asked", title="The person asked for it to stop"),
    Reason(code="made-in-error", title="It was made in error", means="made_in_error"),
    Reason(code="sender-withdrew", title="Whoever sent it withdrew it", means="sender_withdrew"),
    Reason(code="need-gone", title="The need has gone"),
    Reason(code="gone-to-hospital", title="The person has gone to hospital"),
    Reason(code="person-died", title="The person has died"),
)
CLOSE = _list(
    "close",
    "How did it end?",
    "close",
    Reason(code="need-met", title="The need has been met"),
    Reason(code="advice-given", title="Advice was enough"),
    Reason(code="moved-to-other-care", title="Care goes on with another team"),
    Reason(code="went-to-hospital", title="The person went to hospital"),
    Reason(code="person-declined", title="The person did not want help"),
    Reason(code="person-died", title="The person has died", means="person_died"),
    Reason(code="duplicate", title="The same need is already open"),
)
REOPEN = _list(
    "reopen",
    "Why is it open again?",
    "reopen",
    Reason(code="need-came-back", title="The need has come back"),
    Reason(code="closed-in-error", title="It was closed in error"),
    Reason(code="person-changed-mind", title="The person has changed their mind"),
)
UNDO = _list(
    "undo",
    "Why is the last step undone?",
    "undo",
    Reason(code="wrong-person", title="Wrong person"),
    Reason(code="wrong-choice", title="Wrong choice"),
    Reason(code="pressed-by-mistake", title="Pressed by mistake"),
    Reason(code="other", title="Another reason", asks_for_words=True),
)
PAUSE = _list(
    "pause",
    "Why does the clock rest?",
    "pause",
    Reason(code="person-asked-to-wait", title="The person asked to wait"),
    Reason(code="person-in-hospital", title="The person is in hospital"),
)
BREACH = _list(
    "breach",
    "Why was the time missed?",
    "breach",
    Reason(code="nobody-free", title="Nobody was free to go"),
    Reason(code="travel", title="Travel took too long"),
    Reason(code="no-answer-at-door", title="No answer at the door"),
    Reason(code="late-triage", title="Triage was late"),
    Reason(code="person-asked-for-later", title="The person asked for a later time"),
    Reason(code="visit-not-recorded-in-time", title="The visit was made and recorded late"),
)
BREAK_GLASS = _list(
    "break-glass",
    "Why do you need to see this record?",
    "break_glass",
    Reason(code="emergency", title="An emergency, to keep the person safe", asks_for_words=True),
    Reason(code="asked-by-person", title="The person asked me to", asks_for_words=True),
)
UNIT_CLOSED = _list(
    "unit-closed",
    "Why is it closed?",
    "unit_closed",
    Reason(code="no-staff", title="Nobody to look after it"),
    Reason(code="repair", title="Waiting for a repair"),
    Reason(code="equipment", title="Equipment is missing"),
    Reason(code="room-shared", title="The room cannot be shared just now"),
    Reason(code="refurbishment", title="Being refurbished"),
    Reason(code="commissioned-later", title="Not paid for yet"),
)
