"""Which events do plans hear of?"""

from homeward.foundation import events
from homeward.plans.actions.follow_records import declare, read_into_the_record
from homeward.plans.actions.score_visit import score_visit


def subscribe_all() -> None:
    """Partners' forms, plans and goals, whichever way they came; forms filled in at a visit."""
    declare()
    events.subscribe("record.keep", read_into_the_record)
    events.subscribe("visit.record_contact", score_visit)
