"""Which events do records hear of? Their own, so that details of people are compared whichever way they came."""

from homeward.foundation import events
from homeward.records.actions.details.note import compare_details


def subscribe_all() -> None:
    """What was kept of a Patient is compared with what is known."""
    events.subscribe("record.keep", compare_details)
