"""In whose name does the house finish what somebody began?"""

from dataclasses import replace

from homeward.access.api import system
from homeward.foundation.actions import Actor


def on_behalf_of(by: Actor) -> Actor:
    """The house, carrying on what this actor began: they stand on it by name, id and teams; the job's rights let it happen."""
    return replace(system("cascade"), name=by.name, user_id=by.user_id, teams=by.teams)
