"""Which referral that went out from here does a partner's message answer?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate, system
from homeward.directory.api import place
from homeward.exchange.models import Outgoing
from homeward.exchange.vocabulary import JOB, NEW_REFERRAL, UPDATED_REFERRAL, WITHDRAWN_REFERRAL


@dataclass(frozen=True, kw_only=True)
class AskedThere:
    """The message that went out, whom and which referral it is about, and the partner as it is called."""

    message_id: UUID
    person_id: UUID
    referral_id: UUID
    partner: str


def asked_there(*, organisation: str, answers: str, request_id: str, at: datetime) -> AskedThere | None:
    """The last message to a partner of this organisation that has that id, or that is about that request.

    Only whoever was asked may answer: nothing is found for anybody else.
    """
    here = place()
    partners = [
        each.code for each in here.partners.values()
        if any(here.teams[team].organisation == organisation for team in each.teams if team in here.teams)
    ]  # fmt: skip
    kinds = (NEW_REFERRAL, UPDATED_REFERRAL, WITHDRAWN_REFERRAL)
    with gate.job(JOB, by=system(JOB), at=at):
        sent = Outgoing.objects.filter(channel="bars", partner__in=partners, tries__gt=0)
        found = sent.filter(key__in=[f"{kind}:{code}:{answers}" for kind in kinds for code in partners]).first()
        if found is None and (request := _as_id(request_id)):
            found = sent.filter(about_id=request).order_by("-queued_at", "-id").first()
    if found is None or found.person_id is None or found.about_id is None:
        return None
    return AskedThere(
        message_id=found.id, person_id=found.person_id, referral_id=found.about_id, partner=found.recipient_name
    )


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
