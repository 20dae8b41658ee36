"""Which events do episodes hear of? Every kind that a declared clock, or a declared move, may start, stop or rest on."""

from homeward.episodes.actions.follow_events import FORM_FINISHED, follow
from homeward.episodes.actions.keep_clocks import keep_clocks
from homeward.episodes.vocabulary import HEARD
from homeward.foundation import events


def subscribe_all() -> None:
    """Hear of every kind of event about a need, an episode, a visit, a person's death and move, or a form that was filled in."""
    for kind in HEARD:
        events.subscribe(kind, keep_clocks)
        events.subscribe(kind, follow)
    events.subscribe(FORM_FINISHED, follow)
