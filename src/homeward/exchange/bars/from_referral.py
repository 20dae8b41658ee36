"""What does a referral of ours say to a partner's system? Written inside the person's open gate."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.exchange.bars import codes
from homeward.exchange.bars.compose import ReferralToSend
from homeward.exchange.queries.reach import reach_of
from homeward.exchange.vocabulary import JOB
from homeward.grammar.api import MessagePartner
from homeward.people.api import banner
from homeward.referrals.api import ServiceRequest, need_title

_GENDERS = ("female", "male", "other", "unknown")


def from_referral(
    referral: ServiceRequest, partner: MessagePartner, *, message_id: UUID, at: datetime, status: str = "active",
    reason: str = "", more: tuple[str, ...] = (),
) -> ReferralToSend:  # fmt: skip
    """The referral as it stands, with `more` notes. Of a protected person neither address nor number goes: they are asked for by telephone."""
    place, who = directory.place(), banner(referral.person_id, system(JOB), at)
    reach, need = reach_of(referral.person_id), place.needs.get(referral.need_code)
    hub = place.teams[referral.hub_team_id]
    us = place.organisations[hub.organisation]
    urgency = place.urgencies.get(referral.urgency)
    *given, family = referral.requester_name.split() or [""]
    return ReferralToSend(
        message_id=message_id, request_id=referral.id, sent_at=at, sender_code=us.ods_code or us.code, sender_name=us.name,
        family=who.family, given=who.given, birth_date=who.birth_date,
        gender=who.sex_code if who.sex_code in _GENDERS else "unknown",
        nhs_number=who.nhs_number, verified=who.nhs_number_status == "verified",
        address_lines=() if reach.protected else reach.address, postcode="" if reach.protected else reach.postcode,
        phone="" if reach.protected else reach.phone, language_code=who.language_code,
        need_words=_first_line(referral), need_snomed=(need.snomed or "") if need else "",
        priority=urgency.fhir_priority if urgency else "", notes=(*_notes(referral, who.language_said, hub.telephone or ""), *more),
        requester_name=(" ".join(given), family), requester_phone=referral.requester_phone, case_number=str(referral.id),
        reason=reason or (codes.NEW if status == "active" else codes.UPDATE), status=status,
        flags=_flags(referral), receiver_name=partner.title, receiver_service=partner.service_id or "",
    )  # fmt: skip


def _first_line(referral: ServiceRequest) -> str:
    title, words = need_title(referral.need_code), " ".join(referral.need_words.split())
    return f"{title}: {words}"[:500] if words else title


def _notes(referral: ServiceRequest, language: str, telephone: str) -> tuple[str, ...]:
    said = (
        f"What the person wants: {referral.wants_words}" if referral.wants_words else "",
        f"Asked for by {referral.requester_name}{', ' + referral.requester_organisation if referral.requester_organisation else ''}",
        f"Language: {language}" if referral.interpreter_needed else "",
        f"Sent on by the hub; ring it on {telephone}" if telephone else "",
    )
    return tuple(each for each in said if each)


def _flags(referral: ServiceRequest) -> tuple[tuple[str, str], ...]:
    needs = directory.place().needs.values()
    named = {flag.code: flag.words for need in needs for flag in need.red_flags}
    risks = [("API", named.get(code, code)) for code in referral.risk_codes]
    if referral.risk_words:
        risks.append(("API", referral.risk_words[:1000]))
    return (*risks, *([(codes.REASONABLE_ADJUSTMENT, referral.access_needs[:1000])] if referral.access_needs else []))
