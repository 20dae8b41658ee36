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
