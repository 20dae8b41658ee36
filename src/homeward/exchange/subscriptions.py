"""Which events make something leave the house?"""

from homeward.access.api import declare_job
from homeward.exchange.actions import follow_people as people
from homeward.exchange.actions.follow_alerts import alert_told
from homeward.exchange.actions.follow_capacity import number_grew_old, number_reported
from homeward.exchange.actions.follow_numbers import number_changed
from homeward.exchange.actions.follow_referrals import held_changed, owner_changed
from homeward.exchange.vocabulary import JOB
from homeward.foundation import events


def subscribe_all() -> None:
    """What people are told of, and what stops."""
    declare_job(
        JOB, words="sending what waits in the outbox", permits=("message.*",), pages=True
    )  # a partner may end its subscription
    events.subscribe("referral.receive", people.received)
    events.subscribe("referral.accept", people.accepted)
    events.subscribe("referral.ask", people.asked)
    for kind in ("referral.close", "referral.advise"):
        events.subscribe(kind, people.ended)
    events.subscribe("visit.plan", people.visit_planned)
    events.subscribe("access.glass_broken", people.record_opened)
    events.subscribe("person.die", people.died)
    for kind in ("alert", "climb"):
        events.subscribe(f"monitoring.{kind}", alert_told)
    events.subscribe("number.raise_flag", number_changed)
    events.subscribe("capacity.nudge", number_grew_old)
    events.subscribe("capacity.report", number_reported)
    for kind in MAY_CHANGE_OWNER:
        events.subscribe(f"referral.{kind}", owner_changed)
    for kind in NEWS:
        events.subscribe(f"referral.{kind}", held_changed)


# What whoever holds the need elsewhere must hear of, though it stays theirs.
NEWS = ("accept", "contact", "triage", "answer", "note")

# Every move after which another team, or none, may own the need.
MAY_CHANGE_OWNER = (
    "receive", "place", "decline", "hand_back", "no_capacity", "revoke", "close", "undo", "reopen", "carry", "hand_over",
)  # fmt: skip
