"""Who is told when a wait runs out and nobody has acted? The next rung of the clock's ladder, once."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.episodes.api import escalations_due
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound, Refused
from homeward.referrals.actions.hand_over import hand_over
from homeward.referrals.actions.telling import tell
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.handing_over import hand_over_of
from homeward.referrals.queries.whose import person_of_referral

DUTY = "duty"  # the job that gives needs to the hub on duty


@action("referral.escalate", about=person_of_referral)
def escalate(
    *, referral_id: UUID, clock: str, rung: int, to_role: str, words: str, by: Actor, at: datetime
) -> Happening[ServiceRequest]:
    """Write the rung down, show it on the board and tell the owner and the hub. It is no move: nobody's work clashes.

    A hub that is closed is told by giving the need to the one on duty first, so that somebody awake hears of it. Raises
    Refused when the rung is not due any more: another worker climbed it, or the wait was answered.
    """
    referral = ServiceRequest.objects.select_for_update().filter(id=referral_id).first()
    if referral is None:
        raise NotFound("There is no such referral.")
    if (clock, rung) not in {(due.clock, due.rung) for due in escalations_due(at, subject_id=referral_id)}:
        raise Refused("That has been told already, or the wait is over.")
    if (found := hand_over_of(referral, at=at)) and found.shut:
        referral = hand_over(referral_id=referral_id, by=system(DUTY), at=at)
    role = directory.place().roles.get(to_role)
    said = f"For the {role.title.lower() if role else to_role}: {words}"
    referral.rungs_climbed, referral.escalated_words = referral.rungs_climbed + 1, said
    referral.save(update_fields=["rungs_climbed", "escalated_words"])
    teams = tuple(dict.fromkeys((referral.owner_team_id, referral.hub_team_id)))
    tell(referral, teams, kind="escalated", words=said, at=at)
    return Happening(
        result=referral,
        subject_kind="referral",
        subject_id=referral.id,
        person_id=referral.person_id,
        facts={"clock": clock, "rung": rung, "to_role": to_role, "words": words},
        teams=teams,
    )
