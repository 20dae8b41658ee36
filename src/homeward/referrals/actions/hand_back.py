"""What if the hub must look again? The need goes back to the hub on duty with a reason; its clocks run on."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.referrals.actions import moving
from homeward.referrals.actions.ending_care import end_care
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules import reasoning
from homeward.referrals.rules.stating import clean


@action("referral.hand_back", about=person_of_referral)
def hand_back(
    *, referral_id: UUID, reason_code: str, by: Actor, at: datetime, expected_version: int, words: str = ""
) -> Happening[ServiceRequest]:
    """Give the need back to the hub that is on duty now; it owns it again."""
    referral, words = (
        moving.held("hand_back", referral_id=referral_id, expected_version=expected_version, by=by),
        clean(words),
    )
    reasons = directory.place().reasons_for("hand_back")
    if errors := reasoning.faults(reasons, code=reason_code, words=words):
        raise Invalid(errors)
    hub = hub_on_duty(referral, at)
    if hub == referral.owner_team_id:
        raise Refused("The hub on duty has it already.", next_step="Triage it or place it.")
    end_care(referral, why=_title(reason_code), by=by, at=at)
    step = moving.Step(kind="hand_back", reason_code=reason_code, words=words, changes=back_with(referral, hub))
    return moving.make(referral, step, by=by, at=at)


def hub_on_duty(referral: ServiceRequest, at: datetime) -> str:
    """The hub that takes such a need at this moment, by the place's intake rules."""
    return directory.intake(areas=referral.area_codes, need=referral.need_code, at=at).team


def hub_services(referral: ServiceRequest) -> list[str]:
    """The services that its hub gives as a hub: their clocks measure the hub itself."""
    place = directory.place()
    return [code for code in place.teams[referral.hub_team_id].services if place.services[code].hub]


def back_with(referral: ServiceRequest, hub: str) -> dict[str, object]:
    """The standing of a need that is with a hub again."""
    return {
        "state": referral.state if referral.state in ("received", "triaged") else "triaged",
        "owner_team_id": hub,
        "hub_team_id": hub,
        "owner_user": None,
        "service_code": None,
        "episode_id": None,
    }


def _title(code: str) -> str:
    chosen = reasoning.find(directory.place().reasons_for("hand_back"), code)
    return chosen.title if chosen else code
