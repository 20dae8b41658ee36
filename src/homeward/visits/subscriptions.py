"""Which events do visits hear of?"""

from homeward.foundation import events
from homeward.visits.actions import follow_events as follow


def subscribe_all() -> None:
    """Episodes that open and end, needs that end, people who move, go into hospital, leave it or die."""
    events.subscribe("episode.open", follow.plan_first_visit)
    events.subscribe("episode.close", follow.stop_with_the_episode)
    for kind in ("referral.close", "referral.revoke", "referral.advise"):
        events.subscribe(kind, follow.stop_with_the_need)
    events.subscribe("person.die", follow.stop_on_death)
    events.subscribe("person.move", follow.tell_of_move)
    for kind in ("stay.admit", "stay.leave", "stay.strike"):
        events.subscribe(kind, follow.tell_of_hospital)
