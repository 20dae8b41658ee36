"""How does what was typed become a referral? The person is found or added, the need is received once, a link is made."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.one_at_a_time import alone
from homeward.people import api as people
from homeward.referrals import api as referrals
from homeward.referrals.api import ReferralDetails, ServiceRequest

LINK_LASTS = timedelta(days=60)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What came of it: the referral, and a link by which the person or their family can follow it."""

    referral: ServiceRequest
    link: str


def send(*, person: people.PersonDetails | UUID, details: ReferralDetails, key: str, by: Actor, at: datetime) -> Sent:
    """Receive the need for a person described or known by id. The same key again gives the same referral.

    Raises Invalid with sentences for the fields, and Refused.
    """
    with alone("form", f"{by.kind}:{by.user_id or by.session}:{key}"):
        told = replace(details, person_id=_whom(person, key, by, at))
        referral = referrals.receive(details=told, by=by, at=at, idempotency_key=key)
        return Sent(referral=referral, link=follow_link(referral, held_by="someone", by=by, at=at))


def _whom(person: people.PersonDetails | UUID, key: str, by: Actor, at: datetime) -> UUID:
    """The person: chosen, or of the referral that this form made before, or found, or added."""
    if isinstance(person, UUID):
        return person
    before = referrals.with_key(key, by=by)
    return before[1] if before else people.find_or_register(details=person, by=by, at=at)[0].id


def follow_link(referral: ServiceRequest, *, held_by: str, by: Actor, at: datetime) -> str:
    """A new link to follow this one referral, as a path. It is the only time it is known."""
    token = access.issue_link(
        kind="track",
        person_id=referral.person_id,
        subject_id=referral.id,
        organisation=by.organisation,
        expires_at=at + LINK_LASTS,
        held_by=held_by,
        by=replace(access.system("links"), name=by.name),
        at=at,
    )
    return f"/link/{token.token}/"


def organisation_name(by: Actor) -> str:
    """The sender's organisation in words."""
    organisation = directory.place().organisations.get(by.organisation)
    return organisation.name if organisation else by.organisation
