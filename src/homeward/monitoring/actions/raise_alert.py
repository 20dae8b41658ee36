"""How is an alert raised, raised again when things get worse, and told to named people? In the transaction of its cause."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import members_of, relationships
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.grammar.api import AlertLevel, MonitoringPolicy, Rung, is_open
from homeward.monitoring.actions.held import happened
from homeward.monitoring.models import Alert, Duty, Stay, Telling
from homeward.monitoring.models.alert import LEVELS
from homeward.monitoring.rules.ladder import Told, next_rung_at, rung_told
from homeward.monitoring.vocabulary import Kind

MOST_NAMES = 6


def ladder_of(policy: MonitoringPolicy, alert: Alert) -> tuple[Rung, ...]:
    """The rungs of an alert: its band's, or those declared for its kind."""
    if alert.kind == "score":
        return policy.band(alert.response).ladder
    if alert.kind == "rising":
        return policy.rising.watch.ladder if policy.rising else ()
    return {"late": policy.late, "worried": policy.worried, "review": policy.review}[alert.kind].ladder


@action("monitoring.alert", about=lambda asked: asked["stay"].person_id)
def raise_alert(
    *, stay: Stay, policy: MonitoringPolicy, kind: Kind, level: AlertLevel, words: str, by: Actor, at: datetime,
    response: str = "", total: int | None = None, set_id: UUID | None = None, besides: UUID | None = None,
) -> Happening[UUID]:  # fmt: skip
    """Raise it, or raise the open one of its kind afresh when this is worse; returns its id. Never quieter by itself.

    `besides`: a colleague who knows, having measured it, and is not who is told at once.
    """
    alert = Alert.objects.select_for_update().filter(stay=stay, kind=kind, closed_at=None).first()
    fresh = alert is None
    if alert is None:
        alert = Alert(
            id=new_id(), stay=stay, person_id=stay.person_id, team_code=stay.team_code, kind=kind, first_at=at,
            level=level, raised=0,
        )  # fmt: skip
    elif not _worse(alert, level, total):
        return happened(stay, alert.id, {"alert": str(alert.id), "kind": kind, "again": True}, alert=alert.id)
    alert.level, alert.words, alert.response, alert.total, alert.set_id = level, words, response, total, set_id
    alert.raised_at, alert.raised, alert.rung = at, alert.raised + 1, 0
    alert.taken_at, alert.taken_by, alert.taken_user = None, "", None
    ladder = ladder_of(policy, alert)
    alert.next_rung_at = next_rung_at(ladder, 0, raised_at=at)
    alert.save(force_insert=fresh)
    told = tell(alert, stay, ladder, at=at, besides=besides)
    facts = {"alert": str(alert.id), "kind": kind, "level": level, "response": response, "total": total}
    return happened(stay, alert.id, {**facts, "told": told.team, "rung": 0}, teams=(told.team,), alert=alert.id)


def tell(alert: Alert, stay: Stay, ladder: tuple[Rung, ...], *, at: datetime, besides: UUID | None = None) -> Told:
    """Tell the alert's rung to the people named there (`besides` one), those on duty first; the whole team when nobody is named."""
    told = rung_told(ladder, alert.rung, own_team=stay.team_code, is_open=lambda code: _open(code, at))
    if told.team != stay.team_code:
        relationships.grant(stay.person_id, told.team, kind="alert", source_id=alert.id, at=at)
    on_duty = Duty.objects.filter(team_code=told.team, ended_at=None, from_at__lte=at, until_at__gt=at)
    names: list[tuple[UUID | None, str, bool]] = [
        (each.user_id, each.name, True) for each in on_duty.order_by("from_at") if each.role in told.roles and each.user_id != besides
    ]
    if not names:
        members = members_of(told.team, roles=told.roles, at=at, limit=MOST_NAMES + 1)
        others = [each for each in members if each.user_id != besides][:MOST_NAMES]
        names = [(each.user_id, each.name, False) for each in others]
    Telling.objects.bulk_create(
        Telling(
            alert=alert, person_id=stay.person_id, rung=alert.rung, team_code=told.team, user_id=user, name=name,
            on_duty=duty, words=told.words, at=at,
        )
        for user, name, duty in names or [(None, "", False)]
    )  # fmt: skip
    alert.told_users = sorted({*alert.told_users, *(user for user, _, _ in names if user)})
    alert.told_teams = alert.told_teams if names else sorted({*alert.told_teams, told.team})
    alert.save(update_fields=["told_users", "told_teams"])
    return told


def _open(team: str, at: datetime) -> bool:
    place = directory.place()
    return is_open(place.calendars[place.teams[team].calendar], at=at)


def _worse(alert: Alert, level: AlertLevel, total: int | None) -> bool:
    if LEVELS.index(level) != LEVELS.index(alert.level):
        return LEVELS.index(level) > LEVELS.index(alert.level)
    return total is not None and alert.total is not None and total > alert.total
