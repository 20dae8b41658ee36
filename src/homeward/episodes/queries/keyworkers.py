"""Who can be a keyworker in this team, and which keyworkers have left theirs?"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from homeward.access.api import members_of, still_in
from homeward.directory import api as directory
from homeward.episodes.queries.episodes_of import EpisodeView

MOST = 500


def colleagues_of(team_code: str, *, at: datetime) -> dict[UUID, str]:
    """Everybody who works in the team now, by name, once each."""
    found = members_of(team_code, roles=list(directory.place().roles), at=at, limit=MOST)
    return {each.user_id: each.name for each in found}


def who_left(episodes: Iterable[EpisodeView], *, at: datetime) -> set[UUID]:
    """The episodes whose keyworker no longer works in their team, or has no account now: each needs a new one."""
    named = {each.id: (each.keyworker_user, each.team_code) for each in episodes if each.keyworker_user}
    stay = still_in([(user, team) for user, team in named.values() if user], at=at)
    return {id for id, pair in named.items() if pair not in stay}
