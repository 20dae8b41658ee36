"""What if the last move was a mistake? It is taken back by another move, with a reason; nothing is erased."""

from datetime import datetime
from uuid import UUID

from homeward.capacity.api import settle_unmet
from homeward.directory import api as directory
from homeward.episodes.api import episode
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.referrals.actions import moving
from homeward.referrals.actions.accept import begin_care
from homeward.referrals.actions.ending_care import end_care
from homeward.referrals.models import STANDING, Move, ServiceRequest
from homeward.referrals.queries.known_facts import known
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules import reasoning
from homeward.referrals.rules.moves import MOVES
from homeward.referrals.rules.stating import clean
from homeward.referrals.vocabulary import done_by


@action("referral.undo", about=person_of_referral)
def undo(
    *, referral_id: UUID, reason_code: str, by: Actor, at: datetime, expected_version: int, words: str = ""
) -> Happening[ServiceRequest]:
    """Put the referral back where it stood before its last move. Its clocks forget what that move did to them."""
    referral, words = (
        moving.held("undo", referral_id=referral_id, expected_version=expected_version, by=by),
        clean(words),
    )
    if errors := reasoning.faults(directory.place().reasons_for("undo"), code=reason_code, words=words):
        raise Invalid(errors)
    last = moving.last_move(referral)
    if not MOVES[last.kind].undoable or known(referral.person_id).death_at is not None:
        raise Refused(
            f"{done_by(last.actor_name, last.kind)}. That cannot be undone.",
            next_step="Make the move that puts it right.",
        )
    before = Move.objects.get(referral=referral, version=referral.version - 1)
    former = {name: getattr(before, name) for name in STANDING}
    if last.episode_id != before.episode_id or last.state != before.state:
        former["episode_id"] = _care_as_before(referral, before, by=by, at=at)
    if last.kind == "no_capacity":
        settle_unmet(subject_id=referral.id, at=at)
    step = moving.Step(
        kind="undo",
        reason_code=reason_code,
        words=words,
        changes=former,
        facts={"undoes": str(last.id), "undone": last.kind, "undone_by_whom": last.actor_name},
        undoes=last,
    )
    return moving.make(referral, step, by=by, at=at)


def _care_as_before(referral: ServiceRequest, before: Move, *, by: Actor, at: datetime) -> UUID | None:
    """Care that the move began is ended; care that it ended begins anew, for a closed episode never changes."""
    if before.episode_id is None:
        end_care(referral, why="The move that began it was undone.", by=by, at=at)
        return None
    current = episode(before.episode_id)
    if current is not None and current.closed_at is None:
        return current.id
    return begin_care(referral, service_code=before.service_code or "", team_code=before.owner_team_id, by=by, at=at)
