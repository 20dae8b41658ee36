"""How does a message become a referral in the hub?"""

from datetime import datetime
from uuid import UUID

from homeward.directory.api import place
from homeward.fhir.bars.message import Message
from homeward.fhir.rules.stating import need_for, need_words, risk_codes, risk_words, urgency_for
from homeward.foundation.actions import Actor
from homeward.grammar.api import Organisation, referrer_kind
from homeward.referrals.api import ReferralDetails, Requester, ServiceRequest, receive
from homeward.referrals.vocabulary import NOT_SURE


def receive_referral(message: Message, *, person_id: UUID, by: Actor, at: datetime) -> ServiceRequest:
    """The referral that the message makes. Its need is the place's own where a code says so, else the sender's words."""
    here = place()
    need = message.need
    details = ReferralDetails(
        person_id=person_id,
        source="bars",
        requester=_requester(message, by),
        need_code=need_for(need.codes, here.needs.values()) or NOT_SURE,
        need_words=need_words(need, message.person.contacts),
        risk_codes=risk_codes(message, here.needs.values()),
        risk_words=risk_words(message),
        language_code=message.person.language_code,
        interpreter_needed=True if message.person.interpreter_needed else None,
        access_needs="; ".join(message.access_needs),
        urgency_asked=urgency_for(need.priority, here.urgencies.values()),
    )
    return receive(details=details, by=by, at=at)


def _requester(message: Message, by: Actor) -> Requester:
    sender = message.sender
    named, client = _known(sender.organisation_code), place().organisations.get(by.organisation)
    said = _said(named, sender.organisation_code, sender.organisation_name) or by.name
    own = client.name if client else by.name
    same = named is client if named and client else own in (said, sender.organisation_name)
    return Requester(
        name=sender.person_name or sender.organisation_name or by.name,
        organisation=said if same else f"{said}, sent by {own}",
        phone=sender.phone,
        role=sender.person_role,
        kind=referrer_kind(organisation=named or client) or "",
    )


def _known(ods_code: str) -> Organisation | None:
    return next((each for each in place().organisations.values() if ods_code and each.ods_code == ods_code), None)


def _said(known: Organisation | None, ods_code: str, name: str) -> str:
    """The place's name for the organisation when it knows the code; else the name it gives itself, with the code."""
    if known or not ods_code:
        return known.name if known else name
    return f"{name} ({ods_code})" if name else ods_code
