"""Is this task, episode or visit the actor's to act on? The need's hub is told by the package that keeps needs."""

from collections.abc import Callable, Sequence
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes.rules.minding import minds, whose_words
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted

HubOf = Callable[[UUID], str | None]
TeamsOf = Callable[[UUID], Sequence[str]]
NEXT_STEP = "Ring them, or add a note to the need for them to see."


def _no_hub(subject_id: UUID) -> str | None:
    return None


_hub_of: list[HubOf] = [_no_hub]


def set_hub_of(ask: HubOf) -> None:
    """Give the house the question 'which hub answers for this need now?'. Until then only owning teams may act."""
    _hub_of[:] = [ask]


_teams_of: list[TeamsOf] = []


def also_minded_by(ask: TeamsOf) -> None:
    """Give the house another question of this kind, for subjects that are no needs: 'which teams answer for it?'."""
    if ask not in _teams_of:
        _teams_of.append(ask)


def is_theirs(*, team: str, subject_id: UUID, by: Actor) -> bool:
    """May the actor act on what `team` owns for this need? Asked inside an open gate."""
    if minds(by, team=team) or minds(by, team=team, hub=_hub_of[0](subject_id)):
        return True
    return any(set(ask(subject_id)) & set(by.teams) for ask in _teams_of)


def require_theirs(what: str, *, team: str, subject_id: UUID, by: Actor) -> None:
    """Raises NotPermitted with the names of those who can do `what`, when the actor is none of them."""
    if is_theirs(team=team, subject_id=subject_id, by=by):
        return
    hub = _hub_of[0](subject_id)
    words = whose_words(what, team=_name(team), hub=_name(hub) if hub else None)
    raise NotPermitted(words, next_step=NEXT_STEP)


def _name(team: str) -> str:
    found = directory.place().teams.get(team)
    return found.name if found else team
