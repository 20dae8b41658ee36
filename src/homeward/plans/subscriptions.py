"""Which events do plans hear of?"""

from homeward.foundation import events
from homeward.plans.actions.follow_records import declare, read_into_the_record


def subscribe_all() -> None:
    """Partners' forms, plans and goals, whichever way they came."""
    declare()
    events.subscribe("record.keep", read_into_the_record)
