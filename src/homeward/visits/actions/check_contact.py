"""Can this contact be as it is told? The moment, the outcome and every answer are looked at before anything is written."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias

from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import clock_face, london, within_the_minute
from homeward.referrals import api as referrals
from homeward.visits.models import Encounter
from homeward.visits.rules.answers import Given, Value, faults, given
from homeward.visits.vocabulary import WAYS, Way

Answers: TypeAlias = Mapping[str, Mapping[str, Value]]


def checked(
    encounter: Encounter, moment: datetime, *, way: Way, outcome: str, answers: Answers, at: datetime
) -> dict[str, list[Given]]:
    """The answers by form, ready to keep. Raises Invalid with a sentence for each field at fault."""
    errors = _moment_faults(encounter, moment, at)
    if way not in WAYS:
        errors["way"] = "Choose how the person was seen."
    if outcome and outcome not in _outcomes(encounter):
        errors["outcome"] = "Choose how it ended, or leave it open."
    forms = directory.place().questionnaires
    found: dict[str, list[Given]] = {}
    for code, by_link in answers.items():
        if code not in forms:
            errors[code] = "This form is not in use here."
            continue
        errors |= {f"{code}.{link}": words for link, words in faults(forms[code], by_link).items()}
        found[code] = given(forms[code], by_link, at=moment)
    if errors:
        raise Invalid(errors)
    return found


def moment_meant(encounter: Encounter, moment: datetime) -> datetime:
    """A contact told for the minute in which the need came in comes with it, not before.

    Times are typed in whole minutes, and a phone's clock knows the moment of the need to a thousandth of a second only.
    """
    referral = referrals.shown(encounter.referral_id)
    if referral is None:
        return moment
    received: datetime = referral.received_at
    return within_the_minute(moment, began=received)


def _moment_faults(encounter: Encounter, moment: datetime, at: datetime) -> dict[str, str]:
    if moment > at:
        return {"contact_at": "The time of the contact cannot be in the future. Enter when you were with the person."}
    referral = referrals.shown(encounter.referral_id)
    if referral is not None and moment < referral.received_at:
        received = london(referral.received_at)
        return {
            "contact_at": f"The need was received at {clock_face(received)} on {received.day} {received:%B}. "
            "The contact cannot be earlier than that."
        }
    return {}


def _outcomes(encounter: Encounter) -> set[str]:
    episode = episodes.episode(encounter.episode_id) if encounter.episode_id else None
    return {outcome.code for outcome in episode.outcomes} if episode else set()
