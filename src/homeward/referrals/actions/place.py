"""Which service takes a need? Somebody chooses from the whole list, and the list goes into the log with the choice."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.episodes.api import clocks_that_apply
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.referrals.actions import moving
from homeward.referrals.actions.asking_consent import ask_consent
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.candidates import Shown, candidates_of
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules.placing import Candidate, as_facts
from homeward.referrals.rules.stating import clean


@action("referral.place", about=person_of_referral)
def place(
    *,
    referral_id: UUID,
    service_code: str,
    team_code: str,
    by: Actor,
    at: datetime,
    expected_version: int,
    why: str = "",
    shown_digest: str | None = None,
) -> Happening[ServiceRequest]:
    """Offer the need to a service's team, which owns it from now on.

    `why` is needed when the first of the list was not chosen. With `shown_digest` the choice is refused if the list is
    no longer the one that was seen.
    """
    referral = moving.held("place", referral_id=referral_id, expected_version=expected_version, by=by)
    shown, why = candidates_of(referral, at=at), clean(why)
    chosen = chosen_of(shown, service_code=service_code, team_code=team_code, why=why, shown_digest=shown_digest)
    ask_consent(referral.person_id, team_code=team_code, at=at)
    step = moving.Step(
        kind="place",
        words=why,
        changes={
            "state": "placed",
            "owner_team_id": team_code,
            "owner_user": None,
            "service_code": service_code,
        },
        facts=choice_facts(shown, chosen, why)
        | {
            "clocks": list(
                clocks_that_apply(service=service_code, facts=moving.facts_about(referral) | {"service": service_code})
            )
        },
    )
    return moving.make(referral, step, by=by, at=at)


def chosen_of(shown: Shown, *, service_code: str, team_code: str, why: str, shown_digest: str | None) -> Candidate:
    """The candidate chosen. Raises Refused when the list has changed since it was seen, Invalid when a reason is missing."""
    if shown_digest is not None and shown_digest != shown.digest:
        raise Refused(
            "The list of services has changed since you opened it.", next_step="Look at it again, then choose."
        )
    chosen = next(
        (each for each in shown.candidates if (each.service_code, each.team_code) == (service_code, team_code)), None
    )
    if chosen is None:
        raise Invalid({"service_code": "Choose one of the services shown."})
    if not chosen.fits and not why:
        against = " ".join(each.words for each in chosen.reasons_against)
        raise Invalid({"why": f"This service does not fit: {against} Say why you choose it all the same."})
    if chosen.order != 1 and not why:
        first = shown.candidates[0]
        raise Invalid({"why": f"Say why you did not choose the first on the list, {first.service_title}."})
    return chosen


def choice_facts(shown: Shown, chosen: Candidate, why: str) -> dict[str, Any]:
    """What was shown, what was chosen and why, for the log."""
    return {
        "shown": as_facts(shown.candidates),
        "shown_digest": shown.digest,
        "chosen": {"service": chosen.service_code, "team": chosen.team_code, "order": chosen.order},
        "why": why,
    }
