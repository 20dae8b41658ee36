"""How does a need end? With an outcome: its service's own when care has begun, the place's list before that."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes.api import EpisodeView, close_episode, episode
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.referrals.actions import moving
from homeward.referrals.actions.ending_care import end_care
from homeward.referrals.actions.on_behalf import on_behalf_of
from homeward.referrals.actions.with_parts import refuse_while_parts_are_open
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules import reasoning
from homeward.referrals.rules.stating import clean


@action("referral.close", about=person_of_referral)
def close(
    *,
    referral_id: UUID,
    outcome_code: str,
    by: Actor,
    at: datetime,
    expected_version: int | None,
    words: str = "",
) -> Happening[ServiceRequest]:
    """End the need. Only the house itself, carrying out a death or an episode's end, may leave out the version.

    Refused while a part of it is open, unless the person has died.
    """
    referral = moving.held("close", referral_id=referral_id, expected_version=expected_version, by=by)
    words, died = clean(words), by.kind == "system" and outcome_code == death_code()
    if not died:
        refuse_while_parts_are_open(referral)
    if errors := {} if died else _faults(referral, outcome_code, words):
        raise Invalid(errors)
    step = moving.Step(
        kind="close",
        reason_code=outcome_code,
        words=words,
        changes={
            "state": "closed",
            "ended_at": at,
            "outcome_code": outcome_code,
            "urgency_wanted": None,
        },
        facts={"outcome": outcome_code},
    )
    ended = moving.make(referral, step, by=by, at=at)
    if died:
        end_care(referral, why="The person has died.", by=by, at=at)
    elif current := _open_episode(referral):  # after the referral, which its end would close in its turn
        close_episode(episode_id=current.id, outcome=outcome_code, words=words, by=on_behalf_of(by), at=at)
    return ended


def death_code() -> str:
    """The place's outcome for a need that ended because the person died."""
    return directory.place().reason_that_means("person_died", use="close").code


def _faults(referral: ServiceRequest, outcome_code: str, words: str) -> dict[str, str]:
    if current := _open_episode(referral):
        known = outcome_code in {outcome.code for outcome in current.outcomes}
        return {} if known else {"outcome_code": "Choose how it ended."}
    if referral.episode_id is not None:
        return {}  # its episode has ended, with the outcome given here
    found = reasoning.faults(directory.place().reasons_for("close"), code=outcome_code, words=words)
    return {"outcome_code" if field == "reason_code" else field: said for field, said in found.items()}


def _open_episode(referral: ServiceRequest) -> EpisodeView | None:
    current = episode(referral.episode_id) if referral.episode_id else None
    return current if current is not None and current.closed_at is None else None
