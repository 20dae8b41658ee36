"""How does a team come to know what nobody in it did?"""

from collections.abc import Iterable
from datetime import datetime

from homeward.foundation.ids import new_id
from homeward.referrals.models import Notice, ServiceRequest
from homeward.referrals.queries.known_facts import name_of


def tell(referral: ServiceRequest, teams: Iterable[str], *, kind: str, words: str, at: datetime) -> None:
    """Leave a notice for each of these teams. It names the person, for the team may by now not open their record."""
    words = f"{name_of(referral.person_id)}: {words}"
    Notice.objects.bulk_create(
        Notice(
            id=new_id(),
            referral=referral,
            person_id=referral.person_id,
            team_code=team,
            kind=kind,
            words=words,
            at=at,
        )
        for team in dict.fromkeys(teams)
        if team
    )


def tell_when_all_parts_ended(part: ServiceRequest, *, at: datetime) -> None:
    """When the last open part of a need ends, the owner of the whole is told: the whole is still theirs to close."""
    if part.based_on_id is None or part.is_open:
        return
    # Locked, so that of two parts that end at the same moment one sees the other's end.
    whole = ServiceRequest.objects.select_for_update().filter(id=part.based_on_id, ended_at=None).first()
    if whole is None or ServiceRequest.objects.filter(based_on_id=whole.id, ended_at=None).exists():
        return
    words = "Every part of this need has ended. Close it, or say what is still to be done."
    tell(whole, [whole.owner_team_id], kind="parts_ended", words=words, at=at)
