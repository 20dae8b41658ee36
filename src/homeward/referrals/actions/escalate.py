"""Who is told when a wait runs out and nobody has acted? The next rung of the clock's ladder, once."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound
from homeward.referrals.actions.telling import tell
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral


@action("referral.escalate", about=person_of_referral)
def escalate(
    *, referral_id: UUID, clock: str, rung: int, to_role: str, words: str, by: Actor, at: datetime
) -> Happening[ServiceRequest]:
    """Write the rung down, show it on the board and tell the owner and the hub. It is no move: nobody's work clashes."""
    referral = ServiceRequest.objects.select_for_update().filter(id=referral_id).first()
    if referral is None:
        raise NotFound("There is no such referral.")
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
