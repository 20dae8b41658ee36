"""Who holds the alerts of a team by name, from now until when at the latest?"""

from datetime import datetime, timedelta
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.foundation.ids import new_id
from homeward.monitoring.models import Duty

LONGEST = timedelta(hours=16)


@action("monitoring.duty")
def take_duty(*, team_code: str, until: datetime, by: Actor, at: datetime) -> Happening[UUID]:
    """'Alerts come to me until then': takes over one's own duty, and stands beside a colleague's."""
    if by.user_id is None or team_code not in by.teams:
        raise NotPermitted("You can hold the alerts of your own teams.", next_step="Choose one of your teams.")
    if not at < until <= at + LONGEST:
        raise Invalid({"until": "A duty lasts 16 hours at most. Choose when somebody takes over."})
    _end(team_code, by.user_id, at)
    row = Duty.objects.create(
        id=new_id(), team_code=team_code, user_id=by.user_id, name=by.name, role=by.role, from_at=at, until_at=until
    )
    return _happened(row, until=until.isoformat())


@action("monitoring.off_duty")
def end_duty(*, team_code: str, by: Actor, at: datetime) -> Happening[UUID]:
    """Alerts no longer come to the actor by name; without anybody on duty they go to everybody whose role may answer."""
    standing = Duty.objects.filter(team_code=team_code, ended_at=None, until_at__gt=at)
    row = standing.filter(user_id=by.user_id).first() if by.user_id is not None else None
    if row is None or by.user_id is None:
        raise Invalid({"team": "You do not hold the alerts of that team."})
    _end(team_code, by.user_id, at)
    return _happened(row)


def _end(team_code: str, user_id: UUID, at: datetime) -> None:
    Duty.objects.filter(team_code=team_code, user_id=user_id, ended_at=None).update(ended_at=at)


def _happened(row: Duty, **facts: str) -> Happening[UUID]:
    return Happening(
        result=row.id, subject_kind="ward_duty", subject_id=row.id, person_id=None,
        facts={"team": row.team_code, **facts}, teams=(row.team_code,),
    )  # fmt: skip
