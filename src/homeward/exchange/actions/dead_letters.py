"""Who looks after what could not be sent? The team that stands behind it: it is told, and may open it until it is dealt with."""

from datetime import datetime

from homeward.access.api import relationships
from homeward.exchange.models import Outgoing
from homeward.exchange.vocabulary import CHANNELS, TO_PEOPLE
from homeward.referrals import api as referrals

RELATIONSHIP = "message"


def hand_to_owner(row: Outgoing, *, at: datetime) -> None:
    """Its owner may open the person because of it, even when all else has ended, and finds a notice."""
    if row.person_id is None or not row.owner_team:
        return
    relationships.grant(row.person_id, row.owner_team, kind=RELATIONSHIP, source_id=row.id, at=at)
    referral = _referral(row)
    if referral is not None:
        referrals.tell(referral, (row.owner_team,), kind="not_sent", words=said(row), at=at)


def let_go(row: Outgoing, *, at: datetime) -> None:
    """It is dealt with, so it is no reason to open the person any more."""
    relationships.end(row.id, at=at)


def said(row: Outgoing) -> str:
    """What happened, for the team."""
    what = CHANNELS[row.channel]  # type: ignore[index]  # held by exchange_outgoing_channel
    to = "the person" if row.channel in TO_PEOPLE else row.recipient_name or row.recipient
    why = f" {row.state_words}" if row.state_words else ""
    return f"{what} to {to} could not be sent.{why} See 'Messages that went out'."


def _referral(row: Outgoing) -> referrals.ServiceRequest | None:
    if row.about_kind != "referral" or row.about_id is None:
        return None
    return referrals.ServiceRequest.objects.filter(id=row.about_id).first()
