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
from homeward.referrals.actions.asking_consent import ask_consent
from homeward.referrals.actions.hand_back import hub_services
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
    told: dict[str, Any] = {"based_on": str(whole.id)}
    urgency = part.urgency or _urgency_of(whole, part)
    if whole.state not in IN_CARE:
        told["happened_at"] = whole.received_at.isoformat()
    if part.service_code and part.team_code:
        told |= _choice(whole, part, urgency, at)
    referral = _written(whole, part, urgency, sender=sender, at=at)
    move = moving.write_move(referral, moving.Step(kind="receive"), before=None, by=by, at=at)
    teams = dict.fromkeys((referral.owner_team_id, referral.hub_team_id, whole.owner_team_id))
    relationships.grant(person_id, *teams, kind=moving.RELATIONSHIP, source_id=referral.id, at=at)
    return moving.happening(referral, move, told | {"clocks": _clocks(referral)})


def _choice(whole: ServiceRequest, part: Part, urgency: str, at: datetime) -> dict[str, Any]:
    shown, why = candidates_of(whole, at=at, need_code=part.need_code, urgency=urgency), clean(part.why or part.words)
    chosen = chosen_of(
        shown, service_code=part.service_code or "", team_code=part.team_code or "", why=why, shown_digest=None
    )
    ask_consent(whole.person_id, team_code=chosen.team_code, at=at)
    return choice_facts(shown, chosen, why)


def _clocks(referral: ServiceRequest) -> list[str]:
    about = moving.facts_about(referral)
    services = [referral.service_code] if referral.service_code else hub_services(referral)
    codes = clocks_that_apply(urgency=referral.urgency, facts=about)
    return list(
        dict.fromkeys([*codes, *(code for each in services for code in clocks_that_apply(service=each, facts=about))])
    )


_SAME = (
    "person_id", "wants_words", "risk_codes", "risk_words", "language_code", "interpreter_needed", "access_needs",
    "source", "locality_code", "area_codes",
)  # fmt: skip


def _written(whole: ServiceRequest, part: Part, urgency: str, *, sender: Actor, at: datetime) -> ServiceRequest:
    hub = directory.intake(areas=whole.area_codes, need=part.need_code, at=at).team
    return ServiceRequest.objects.create(
        id=new_id(),
        **{name: getattr(whole, name) for name in _SAME},
        need_code=part.need_code,
        need_words=clean(part.words) or whole.need_words,
        received_at=at if whole.state in IN_CARE else whole.received_at,
        urgency=urgency,
        urgency_advised=urgency if part.service_code else None,
        requester_organisation=sender.organisation,
        requester_name=sender.name,
        requester_role=sender.role,
        requester_team=whole.owner_team_id,
        requester_user=sender.user_id,
        based_on=whole,
        state="placed" if part.service_code else "received",
        owner_team_id=part.team_code or hub,
        hub_team_id=hub,
        service_code=part.service_code,
        version=1,
        latest_move_at=at,
        latest_move_kind="receive",
        latest_move_by=sender.name,
    )


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
