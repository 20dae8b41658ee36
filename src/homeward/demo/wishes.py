"""What do the demonstration's citizens wish of the visits they get, in their own words, said once and once changed?"""

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model

from homeward.access.api import actor_of
from homeward.grammar.api import SyntheticPopulation
from homeward.rounds.api import OwnWishes, say_wishes

AT_FIRST = OwnWishes(same_face=True, way_in="Knock hard and wait, I come slowly")
NOW = OwnWishes(
    same_face=True,
    faces="Somebody I have met before, if you can",
    way_in="Knock hard and wait, I come slowly. On Tuesdays my neighbour opens",
    animals="A cat that likes to get out: please shut the door behind you",
)


def make_wishes(*, shape: SyntheticPopulation, at: datetime) -> None:
    """For each declared citizen with a record: what they said three weeks ago, and what they say since last week."""
    for one in shape.citizens:
        own = actor_of(get_user_model()._default_manager.get_by_natural_key(f"{one.username}@demo.example"), {}, at=at)
        if one.name or own.person_id is None:
            continue
        seen = None
        for wishes, ago in ((AT_FIRST, 21), (NOW, 6)):
            seen = say_wishes(
                person_id=own.person_id, wishes=wishes, seen=seen, by=own, at=at - timedelta(days=ago, hours=2)
            )
