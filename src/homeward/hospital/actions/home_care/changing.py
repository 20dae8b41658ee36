"""Which request for home care is meant, is it the actor's, and how is what happened to it kept?"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening
from homeward.foundation.errors import Clash, NotFound, NotPermitted
from homeward.foundation.ids import new_id
from homeward.hospital.models import HomeCare, HomeCareChange

WORDS = {"asked": "asked for", "agreed": "agreed", "running": "running", "ended": "over", "withdrawn": "withdrawn"}


def held_care(request_id: UUID, *, states: tuple[str, ...], by: Actor) -> HomeCare:
    """The request, locked, if it is in one of `states` and the actor's team brokers it or asked for it."""
    care = HomeCare.objects.select_for_update().filter(id=request_id).first()
    if care is None:
        raise NotFound("There is no such request.", next_step="Go back to home care and choose it from the list.")
    if by.kind == "staff" and not {care.team_code, care.asked_team} & set(by.teams):
        names = " or ".join(directory.team(each).name for each in dict.fromkeys((care.team_code, care.asked_team)))
        raise NotPermitted(f"Only {names} can do this.", next_step="Ring them.")
    if care.state not in states:
        raise Clash(
            f"This home care is {WORDS[care.state]}.", who="Somebody else", when=care.ended_at or care.started_at or care.asked_at,
            next_step="Look at the request again.",
        )  # fmt: skip
    return care


def happened(
    care: HomeCare, kind: str, *, by: Actor, at: datetime, hours: Decimal | None = None, provider: str = "",
    why_code: str = "", words: str = "", moment: datetime | None = None, facts: Mapping[str, Any] | None = None,
) -> Happening[UUID]:  # fmt: skip
    """Keep what happened as a row and as the event of the action."""
    HomeCareChange.objects.create(
        id=new_id(), person_id=care.person_id, request=care, kind=kind, hours=hours, provider=provider,
        why_code=why_code, words=words.strip(), happened_at=moment or at, told_by=by.name,
    )  # fmt: skip
    told = {
        "state": care.state,
        "provider": provider,
        "hours": str(hours) if hours is not None else None,
        "why": why_code,
    }
    return Happening(
        result=care.id, subject_kind="home_care", subject_id=care.id, person_id=care.person_id,
        facts=told | {"happened_at": (moment or at).isoformat()} | dict(facts or {}),
        teams=tuple(dict.fromkeys((care.team_code, care.asked_team))),
    )  # fmt: skip


def hours_fault(hours: Decimal) -> dict[str, str]:
    """Nothing when there can be so many hours in a week."""
    return {} if 0 < hours <= 168 else {"hours": "Hours a week are more than 0 and at most 168."}
