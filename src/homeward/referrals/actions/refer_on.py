"""What if a need wants more than one team, or another need is found in care? Parts are made, several at once, one whole.

A part of a need that nobody has accepted yet is the same wait: its clocks count from the moment the whole was received.
A part found while care goes on is a new need, and its clocks begin now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.episodes.api import clocks_that_apply
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.referrals.actions import moving
from homeward.referrals.actions.on_behalf import on_behalf_of
from homeward.referrals.actions.place import choice_facts, chosen_of
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.candidates import candidates_of
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules.stating import clean, first_urgency

IN_CARE = ("accepted", "in_contact")


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one more team is asked for. Without a service the need goes to the hub on duty, which places it."""

    need_code: str
    words: str = ""
    service_code: str | None = None
    team_code: str | None = None
    urgency: str | None = None
    why: str = ""


@action("referral.refer_on", about=person_of_referral)
def refer_on(
    *, referral_id: UUID, parts: Sequence[Part], by: Actor, at: datetime, expected_version: int
) -> Happening[ServiceRequest]:
    """Make the parts; the owner of the whole keeps it until every part has ended. Returns the whole."""
    referral = moving.held("refer_on", referral_id=referral_id, expected_version=expected_version, by=by)
    if errors := _faults(parts):
        raise Invalid(errors)
    made = [
        make_part(person_id=referral.person_id, whole=referral, part=part, sender=by, by=on_behalf_of(by), at=at)
        for part in parts
    ]
    facts: dict[str, Any] = {"parts": [str(each.id) for each in made]}
    if referral.state not in IN_CARE:
        facts["clocks_ended"] = list(clocks_that_apply(urgency=referral.urgency, facts=moving.facts_about(referral)))
    words = "; ".join(_said(part) for part in parts)
    return moving.make(referral, moving.Step(kind="refer_on", words=words, facts=facts), by=by, at=at)


@action("referral.receive", about=lambda given: given["person_id"])
def make_part(
    *, person_id: UUID, whole: ServiceRequest, part: Part, sender: Actor, by: Actor, at: datetime
) -> Happening[ServiceRequest]:
    """One part: received and, where a service was chosen, placed in the same step."""
    place = directory.place()
    urgency = part.urgency or _urgency_of(whole, part)
    hub = directory.intake(areas=whole.area_codes, need=part.need_code, at=at).team
    told: dict[str, Any] = {"based_on": str(whole.id)}
    same_wait = whole.state not in IN_CARE
    if same_wait:
        told["happened_at"] = whole.received_at.isoformat()
    if part.service_code and part.team_code:
        shown = candidates_of(whole, at=at, need_code=part.need_code, urgency=urgency)
        chosen = chosen_of(
            shown,
            service_code=part.service_code,
            team_code=part.team_code,
            why=clean(part.why) or clean(part.words),
            shown_digest=None,
        )
        told |= choice_facts(shown, chosen, clean(part.why) or clean(part.words))
    referral = ServiceRequest.objects.create(
        id=new_id(),
        person_id=person_id,
        need_code=part.need_code,
        need_words=clean(part.words) or whole.need_words,
        wants_words=whole.wants_words,
        risk_codes=whole.risk_codes,
        risk_words=whole.risk_words,
        language_code=whole.language_code,
        interpreter_needed=whole.interpreter_needed,
        access_needs=whole.access_needs,
        received_at=whole.received_at if same_wait else at,
        source=whole.source,
        urgency=urgency,
        urgency_advised=urgency if part.service_code else None,
        requester_organisation=sender.organisation,
        requester_name=sender.name,
        requester_role=sender.role,
        requester_team=whole.owner_team_id,
        requester_user=sender.user_id,
        locality_code=whole.locality_code,
        area_codes=whole.area_codes,
        based_on=whole,
        state="placed" if part.service_code else "received",
        owner_team_id=part.team_code if part.service_code else hub,
        hub_team_id=hub,
        service_code=part.service_code,
        version=1,
        latest_move_at=at,
        latest_move_kind="receive",
        latest_move_by=sender.name,
    )
    move = moving.write_move(referral, moving.Step(kind="receive"), before=None, by=by, at=at)
    for team in dict.fromkeys((referral.owner_team_id, hub, whole.owner_team_id)):
        relationships.grant(person_id, team, kind=moving.RELATIONSHIP, source_id=referral.id, at=at)
    about = moving.facts_about(referral)
    hubs = [code for code in place.teams[hub].services if place.services[code].hub]
    services = [part.service_code] if part.service_code else hubs
    clocks = list(clocks_that_apply(urgency=urgency, facts=about))
    clocks += [code for service in services for code in clocks_that_apply(service=service, facts=about)]
    return moving.happening(referral, move, {**told, "clocks": list(dict.fromkeys(clocks))})


def _urgency_of(whole: ServiceRequest, part: Part) -> str:
    """The same need is as urgent as it was; another need is as urgent as is usual for it."""
    if part.need_code == whole.need_code:
        return whole.urgency
    return first_urgency(directory.place(), need_code=part.need_code, asked="")


def _faults(parts: Sequence[Part]) -> dict[str, str]:
    place = directory.place()
    if not parts:
        return {"parts": "Choose at least one team or need to refer on to."}
    for part in parts:
        if part.need_code not in place.needs:
            return {"need_code": "Choose what each team is asked to help with."}
        if (part.service_code is None) != (part.team_code is None):
            return {"service_code": "Choose a service and its team, or leave both to the hub."}
        if part.urgency is not None and part.urgency not in place.urgencies:
            return {"urgency": "Choose how soon help is needed."}
    targets = [(part.service_code, part.team_code, part.need_code) for part in parts]
    return {} if len(set(targets)) == len(targets) else {"parts": "The same team is asked for the same need twice."}


def _said(part: Part) -> str:
    place = directory.place()
    need = place.needs[part.need_code].title
    return f"{need}: {place.services[part.service_code].title}" if part.service_code else f"{need}: the hub"
