"""How is it said who is at work for a team on a day, and who falls ill?"""

from datetime import date, datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.foundation.ids import new_id
from homeward.rounds.models import Shift
from homeward.rounds.vocabulary import TRAVELS_BY


@action("round.staff")
def at_work(
    *, team_code: str, day: date, user_id: UUID, name: str, role_code: str, on_at: datetime, off_at: datetime, travels_by: str,
    by: Actor, at: datetime,
) -> Happening[UUID]:  # fmt: skip
    """Somebody is at work for the team on this day; said again, it replaces what was said. Raises Invalid, Refused."""
    theirs(team_code, by)
    errors = {}
    if off_at <= on_at:
        errors["off_at"] = "Work must end after it begins."
    if travels_by not in TRAVELS_BY:
        errors["travels_by"] = "Choose how they travel."
    if errors:
        raise Invalid(errors)
    values = {
        "name": name,
        "role_code": role_code,
        "on_at": on_at,
        "off_at": off_at,
        "travels_by": travels_by,
        "said_by": by.name,
    }
    shift, _ = Shift.objects.update_or_create(
        team_code=team_code, day=day, user_id=user_id,
        defaults={**values, "away_at": None, "away_why": ""}, create_defaults={"id": new_id(), **values},
    )  # fmt: skip
    return _said(shift, "at_work", team_code)


@action("round.away")
def away(*, shift_id: UUID, why: str, by: Actor, at: datetime) -> Happening[UUID]:
    """They will not come, or go home now; returns the shift's id. Their visits are nobody's until the day is planned again."""
    shift = Shift.objects.select_for_update().filter(id=shift_id).first()
    if shift is None:
        raise NotFound(
            "There is nobody of that kind at work.", next_step="Go back to the day and choose from the list."
        )
    theirs(shift.team_code, by)
    if not why.strip():
        raise Invalid({"why": "Say why, for example: sick."})
    if shift.away_at is None:
        shift.away_at, shift.away_why = at, why.strip()
        shift.save(update_fields=["away_at", "away_why"])
    return _said(shift, "away", shift.team_code)


def theirs(team_code: str, by: Actor) -> None:
    """Rounds are planned by the team that goes them, or by the house. Raises Refused."""
    if by.kind != "system" and team_code not in by.teams:
        raise Refused("This is another team's round.", next_step="Choose one of your own teams.")


def _said(shift: Shift, what: str, team: str) -> Happening[UUID]:
    return Happening(
        result=shift.id, subject_kind="shift", subject_id=shift.id, person_id=None,
        facts={"what": what, "team": team, "day": shift.day.isoformat(), "staff": str(shift.user_id)}, teams=(team,),
    )  # fmt: skip
