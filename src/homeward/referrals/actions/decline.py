"""May a team say no? Only for a listed reason, and only to a next owner: a need is passed on, never refused."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes.api import clocks_that_apply
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.grammar.api import Place
from homeward.referrals.actions import moving
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules import reasoning
from homeward.referrals.rules.stating import clean


@action("referral.decline", about=person_of_referral)
def decline(
    *,
    referral_id: UUID,
    reason_code: str,
    next_team: str,
    by: Actor,
    at: datetime,
    expected_version: int,
    words: str = "",
    next_service: str | None = None,
) -> Happening[ServiceRequest]:
    """Pass the need on to a hub, or straight to another service's team when `next_service` is named.

    'No capacity' in any words is refused: that is `no_capacity`, which keeps the need open and counts it.
    """
    if by.kind == "link" and next_service is not None:
        raise Refused("By a link you can pass it to a hub.", next_step="The hub finds the next team.", field="next_team")
    place, words = directory.place(), clean(words)
    referral = moving.held("decline", referral_id=referral_id, expected_version=expected_version, by=by)
    reasons = place.reason_lists[place.services[referral.service_code or ""].decline_reasons]
    chosen = reasoning.find(reasons, reason_code)
    if reasoning.says_no_capacity(words, *([chosen.title] if chosen else [])):
        raise Refused(reasoning.NEVER_A_REASON, next_step=reasoning.INSTEAD, field="words")
    errors = reasoning.faults(reasons, code=reason_code, words=words)
    errors |= _faults_of_next(place, referral, next_team, next_service)
    if errors:
        raise Invalid(errors)
    to_hub = next_service is None
    changes = {
        "state": "triaged" if to_hub else "placed",
        "owner_team_id": next_team,
        "owner_user": None,
        "service_code": next_service,
    }
    if to_hub:
        changes["hub_team_id"] = next_team
    facts: dict[str, Any] = {"declined": referral.service_code, "next_service": next_service}
    if next_service is not None:
        about = moving.facts_about(referral) | {"service": next_service}
        facts["clocks"] = list(clocks_that_apply(service=next_service, facts=about))
    step = moving.Step(kind="decline", reason_code=reason_code, words=words, changes=changes, facts=facts)
    return moving.make(referral, step, by=by, at=at)


def _faults_of_next(place: Place, referral: ServiceRequest, next_team: str, next_service: str | None) -> dict[str, str]:
    team = place.teams.get(next_team)
    if team is None:
        return {"next_team": "Choose who owns this need next. It cannot be left with nobody."}
    if team.code == referral.owner_team_id:
        return {"next_team": "Choose another team: this one has the need now."}
    if next_service is None:
        return {} if team.hub else {"next_team": "Choose a hub, or name the service that takes the need next."}
    service = place.services.get(next_service)
    if service is None or team.code not in {provider.team for provider in service.providers}:
        return {"next_service": "Choose a service that this team gives."}
    return {}
