"""How does a need come in? By whatever way, once: it is owned by a hub from its first moment and its clocks run."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from homeward.access.api import gate, relationships
from homeward.directory import api as directory
from homeward.episodes.api import clocks_that_apply
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.referrals.actions import moving
from homeward.referrals.actions.answering import keep_answers
from homeward.referrals.actions.hand_back import hub_services
from homeward.referrals.models import ExternalId, ServiceRequest
from homeward.referrals.queries import whose
from homeward.referrals.queries.known_facts import Known, known, with_concepts
from homeward.referrals.rules.once import bound_key
from homeward.referrals.rules.stating import ReferralDetails, faults, first_urgency, tidy

ONCE = ("referrals_servicerequest_idempotency_key", "referrals_external_id_once")


def receive(*, details: ReferralDetails, by: Actor, at: datetime, idempotency_key: str | None = None) -> ServiceRequest:
    """The referral that these details make, or made before: the same sender's key or partner's identifier never makes two.

    Raises Invalid with a sentence for each field, Refused when the person has died.
    """
    details = tidy(details)
    bound = bound_key(idempotency_key, by) if idempotency_key else None
    if found := _received_before(details, bound):
        return _again(found, details, by, at)
    try:
        return receive_new(details=details, by=by, at=at, idempotency_key=bound)
    except IntegrityError as error:
        if not any(name in str(error) for name in ONCE):
            raise
        found = _received_before(details, bound)
        if found is None:
            raise
        return _again(found, details, by, at)


@action("referral.receive", about=lambda given: given["details"].person_id)
def receive_new(
    *, details: ReferralDetails, by: Actor, at: datetime, idempotency_key: str | None = None
) -> Happening[ServiceRequest]:
    """Write a referral that was not received before."""
    place = directory.place()
    if errors := faults(details, place, at=at):
        raise Invalid(errors)
    person = known(details.person_id)
    if person.death_at is not None:
        raise Refused(
            "This person has died, so a referral cannot be made for them.",
            next_step="Check that this is the right person.",
        )
    areas = person.areas(at)
    intake = directory.intake(areas=areas.all, need=details.need_code, at=at)
    referral = _written(details, person, areas, intake.team, by=by, at=at, key=idempotency_key)
    keep_answers(referral, details.answers, by=by, at=at)
    ExternalId.objects.bulk_create(
        ExternalId(referral=referral, person_id=referral.person_id, system=each.system, value=each.value)
        for each in details.external_ids
    )
    move = moving.write_move(referral, moving.Step(kind="receive"), before=None, by=by, at=at)
    _let_them_look(referral, by, at)
    facts: dict[str, Any] = {**person.facts(at), **with_concepts(details.answers), **moving.facts_about(referral)}
    return moving.happening(
        referral, move, {**_told(referral, at), **_clocks(referral, facts), "because": intake.because}
    )


def _written(
    details: ReferralDetails,
    person: Known,
    areas: directory.Areas,
    hub: str,
    *,
    by: Actor,
    at: datetime,
    key: str | None,
) -> ServiceRequest:
    needs_interpreter = details.interpreter_needed
    return ServiceRequest.objects.create(
        id=new_id(),
        person_id=details.person_id,
        need_code=details.need_code,
        need_words=details.need_words,
        wants_words=details.wants_words,
        risk_codes=list(details.risk_codes),
        risk_words=details.risk_words,
        language_code=details.language_code or person.language_code,
        interpreter_needed=person.interpreter_needed if needs_interpreter is None else needs_interpreter,
        access_needs=details.access_needs or person.access_needs,
        received_at=details.received_at or at,
        source=details.source,
        urgency=first_urgency(directory.place(), need_code=details.need_code, asked=details.urgency_asked),
        urgency_asked=details.urgency_asked,
        **_sender(details, by),
        locality_code=areas.locality,
        area_codes=sorted(areas.all),
        state="received",
        owner_team_id=hub,
        hub_team_id=hub,
        idempotency_key=key,
        version=1,
        latest_move_at=at,
        latest_move_kind="receive",
        latest_move_by=by.name,
    )


def _sender(details: ReferralDetails, by: Actor) -> dict[str, Any]:
    told = {f"requester_{name}": value for name, value in vars(details.requester).items()}
    user = None if details.source == "call" else by.user_id
    return {**told, "requester_team": _sending_team(details, by), "requester_user": user}


def _sending_team(details: ReferralDetails, by: Actor) -> str:
    """The team that may follow it. Whoever takes a call sends in nothing of their own."""
    sends = by.kind in ("staff", "partner") and details.source != "call"
    return by.teams[0] if sends and by.teams else ""


def _let_them_look(referral: ServiceRequest, by: Actor, at: datetime) -> None:
    if by.kind == "citizen" and by.person_id != referral.person_id and by.teams:
        relationships.grant(referral.person_id, by.teams[0], kind=moving.CARER, source_id=referral.id, at=at)
    teams = [team for team in dict.fromkeys((referral.hub_team_id, referral.requester_team)) if team]
    relationships.grant(referral.person_id, *teams, kind=moving.RELATIONSHIP, source_id=referral.id, at=at)


def _told(referral: ServiceRequest, at: datetime) -> dict[str, Any]:
    told: dict[str, Any] = {"asked": referral.urgency_asked, "locality": referral.locality_code}
    if referral.received_at != at:
        told["happened_at"] = referral.received_at.isoformat()
    return told


def _clocks(referral: ServiceRequest, facts: Mapping[str, Any]) -> dict[str, list[str]]:
    """The clocks of its urgency and of the hub that takes it."""
    codes = clocks_that_apply(urgency=referral.urgency, facts=facts)
    for service in hub_services(referral):
        codes += clocks_that_apply(service=service, facts=facts)
    return {"clocks": list(dict.fromkeys(codes))}


def _received_before(details: ReferralDetails, key: str | None) -> tuple[UUID, UUID] | None:
    if key and (found := whose.with_bound_key(key)):
        return found
    for each in details.external_ids:
        if found := whose.with_external_id(system=each.system, value=each.value):
            return found
    return None


def _again(found: tuple[UUID, UUID], details: ReferralDetails, by: Actor, at: datetime) -> ServiceRequest:
    referral_id, person_id = found
    if person_id != details.person_id:
        raise Refused(
            "A referral with this number was already received about somebody else.",
            next_step="Check the number, or send it under a new one.",
        )
    if by.kind in ("link", "citizen"):  # whoever holds the key sent it: it opens that one referral to them
        by = replace(by, person_id=person_id, subject=referral_id)
    with gate.person(person_id, by=by, at=at, why="the same referral again"):
        return ServiceRequest.objects.get(id=referral_id)
