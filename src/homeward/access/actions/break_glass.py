"""How does somebody open a record that is not theirs to open, in an emergency, and who learns of it?"""

from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.actions.about import named_person
from homeward.access.models import Glass, Relationship
from homeward.access.queries.glass import glass_open, shut_by
from homeward.directory.api import place
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.grammar.api import Reason


@action("access.glass_broken", about=named_person)
def break_glass(*, person_id: UUID, reason_code: str, words: str = "", by: Actor, at: datetime) -> Happening[Glass]:
    """From now on, for the place's minutes, this account opens this person. Its event tells the owner and the person.

    Refused when the record opens without it, or stands open through it already. Raises Invalid for the reason.
    """
    if by.kind != "staff" or by.user_id is None:
        raise NotPermitted("Only staff signed in with their own account can open a record out of turn.")
    reason = _reason(reason_code, words)
    if glass_open(person_id, by=by, at=at) is not None:
        raise Refused(
            "You opened this record out of turn already, and it is still open.", next_step="Go to the record."
        )
    shut = shut_by(person_id, by=by)
    if shut is None:
        raise Refused("You can open this record as it is.", next_step="Go to the record.")
    policy = place().access_policy
    glass = Glass.objects.create(
        person_id=person_id,
        actor_id=by.user_id,
        actor_name=by.name,
        organisation=by.organisation,
        role=by.role,
        reason_code=reason.code,
        reason_title=reason.title,
        words=words.strip(),
        objected=shut == "objected",
        owner_teams=_owners(person_id),
        opened_at=at,
        until=at + timedelta(minutes=policy.glass_minutes),
        judge_by=at + timedelta(days=policy.judge_within_days),
    )
    return _happening(glass)


def _happening(glass: Glass) -> Happening[Glass]:
    return Happening(
        result=glass,
        subject_kind="glass",
        subject_id=glass.id,
        person_id=glass.person_id,
        facts={
            "glass_id": str(glass.id),
            "reason": glass.reason_code,
            "reason_words": glass.reason_title,
            "words": glass.words,
            "until": glass.until.isoformat(),
            "objected": glass.objected,
            "owner_teams": glass.owner_teams,
        },
        teams=tuple(glass.owner_teams),
    )


def _reason(code: str, words: str) -> Reason:
    reason = next((each for each in place().reasons_for("break_glass").reasons if each.code == code), None)
    if reason is None:
        raise Invalid({"reason_code": "Choose why you need to see this record."})
    if not words.strip():
        raise Invalid({"words": "Say in your own words what is happening. It is read by whoever judges it."})
    return reason


def _owners(person_id: UUID) -> list[str]:
    """The teams that look after the person now; carers are no team."""
    standing = Relationship.objects.filter(person_id=person_id, ended_at__isnull=True).exclude(kind="carer")
    codes = standing.values_list("team_code", flat=True)
    return sorted({code for code in codes if not code.startswith("user:")})
