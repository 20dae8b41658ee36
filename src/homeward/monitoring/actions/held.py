"""Which stay is meant, locked until the transaction ends, and is it the actor's to act on?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from homeward.access.api import relationships, system
from homeward.directory import api as directory
from homeward.episodes.api import is_theirs
from homeward.foundation.actions import Actor, Happening
from homeward.foundation.errors import NotFound, NotPermitted, Refused
from homeward.grammar.api import MonitoringPolicy
from homeward.monitoring.models import Stay
from homeward.monitoring.models.stay import VISITED
from homeward.monitoring.vocabulary import JOB

R = TypeVar("R")


def held(stay_id: UUID, *, by: Actor, visited: bool = False) -> Stay:
    """The open stay, locked. Raises NotFound, Refused when it has ended, NotPermitted for a team with no part in it.

    `visited`: what is done can be done for somebody who is on no ward as well, and was measured at a visit.
    """
    stay = Stay.objects.select_for_update().filter(id=stay_id).first()
    if stay is None:
        raise NotFound("There is no such stay.", next_step="Go back to the ward and choose the person from the list.")
    if stay.state == "ended":
        raise Refused("They have left this virtual ward.", next_step="Open their page to see who looks after them now.")
    if stay.state == VISITED and not visited:
        raise Refused("They are on no virtual ward.", next_step="Answer the alert, or let them join a ward.")
    if by.kind == "staff" and not is_theirs(team=stay.team_code, subject_id=stay.referral_id, by=by):
        if not relationships.with_team(stay.person_id, by.teams):
            name = directory.team(stay.team_code).name
            raise NotPermitted(f"{name} looks after them.", next_step=f"Ring {name}.")
    return stay


def policy_of(stay: Stay) -> MonitoringPolicy:
    """The rules that the stay began under."""
    found: MonitoringPolicy = directory.version("MonitoringPolicy", stay.fingerprint)
    return found


def house() -> Actor:
    """The house itself, where it acts by rule in somebody's action."""
    return system(JOB)


def happened(
    stay: Stay, result: R, facts: Mapping[str, Any], *, teams: tuple[str, ...] = (), alert: UUID | None = None
) -> Happening[R]:
    """What every event about a stay, or an alert about it, says: the stay, its need, its team; codes and ids only.

    An alert is a subject of its own, so that an open list hears of it among the many sets that raise none.
    """
    subject = ("ward_alert", alert) if alert is not None else ("ward_stay", stay.id)
    about = {"referral_id": str(stay.referral_id), "stay": str(stay.id), "team": stay.team_code}
    return Happening(
        result=result, subject_kind=subject[0], subject_id=subject[1], person_id=stay.person_id,
        facts={**about, "service": stay.service_code, **facts}, teams=tuple(dict.fromkeys((stay.team_code, *teams))),
    )  # fmt: skip


def looked(stay: Stay, *, by: Actor, at: datetime) -> None:
    """A colleague has looked: written on the stay, which the caller saves."""
    if by.kind == "staff":
        stay.looked_at, stay.looked_by, stay.unseen = at, by.name, 0
