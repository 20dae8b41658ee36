"""What may this person do with this referral now, and which reasons, outcomes and next owners are offered?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate, may
from homeward.directory import api as directory
from homeward.episodes.api import episode
from homeward.foundation.actions import Actor
from homeward.grammar.api import ReasonFor
from homeward.referrals.models import Move, ServiceRequest
from homeward.referrals.queries.known_facts import known
from homeward.referrals.queries.parties import parties_of
from homeward.referrals.queries.referral import the_referral
from homeward.referrals.queries.whose import person_of
from homeward.referrals.rules.moves import MOVES, is_whose
from homeward.referrals.rules.sides import sides_of

Choice = tuple[str, str]  # code and words


@dataclass(frozen=True, kw_only=True)
class NextMoves:
    """The kinds of move open to the actor, and what their forms offer. `next_owner` is the declared one after a decline."""

    version: int
    may: frozenset[str]
    decline_reasons: tuple[Choice, ...]
    hand_back_reasons: tuple[Choice, ...]
    revoke_reasons: tuple[Choice, ...]
    reopen_reasons: tuple[Choice, ...]
    undo_reasons: tuple[Choice, ...]
    outcomes: tuple[Choice, ...]
    next_owners: tuple[Choice, ...]
    next_owner: str
    last_move: str


def next_moves(referral_id: UUID, *, by: Actor, at: datetime) -> NextMoves:
    """For the referral's page. The actions ask all of it again."""
    with gate.opened_for(person_of(referral_id), by=by, at=at, why="referral"):
        return next_moves_inside(the_referral(referral_id), by=by)


def next_moves_inside(referral: ServiceRequest, *, by: Actor) -> NextMoves:
    """The same, inside an open gate."""
    place = directory.place()
    last = Move.objects.get(referral=referral, version=referral.version)
    service = place.services.get(referral.service_code or "")
    declining = place.reason_lists[service.decline_reasons] if service else place.reasons_for("decline")
    return NextMoves(
        version=referral.version,
        may=frozenset(kind for kind in MOVES if _open_to(kind, referral, last, by)),
        decline_reasons=tuple((each.code, each.title) for each in declining.reasons),
        hand_back_reasons=_reasons("hand_back"),
        revoke_reasons=_reasons("revoke"),
        reopen_reasons=_reasons("reopen"),
        undo_reasons=_reasons("undo"),
        outcomes=_outcomes(referral),
        next_owners=tuple(sorted(((each.code, each.name) for each in place.teams.values() if each.hub), key=_by_words)),
        next_owner=service.after_decline if service else "",
        last_move=last.kind,
    )


def _open_to(kind: str, referral: ServiceRequest, last: Move, by: Actor) -> bool:
    if kind == "receive" or not MOVES[kind].leads_from(referral.known_state) or not may(by, f"referral.{kind}"):
        return False
    if not is_whose(kind, sides_of(by, parties_of(referral, last=last))):
        return False
    match kind:
        case "second_look":
            return referral.urgency_wanted is not None and by.user_id != referral.second_look_not_by
        case "ask":
            return referral.information_wanted_at is None
        case "answer":
            return referral.information_wanted_at is not None
        case "undo":
            return MOVES[last.kind].undoable and known(referral.person_id).death_at is None
        case _:
            return True


def _reasons(use: ReasonFor) -> tuple[Choice, ...]:
    return tuple((each.code, each.title) for each in directory.place().reasons_for(use).reasons)


def _outcomes(referral: ServiceRequest) -> tuple[Choice, ...]:
    """Its service's outcomes once care has begun, the place's list before that."""
    current = episode(referral.episode_id) if referral.episode_id else None
    if current is not None and current.closed_at is None:
        return tuple((each.code, each.title) for each in current.outcomes)
    return _reasons("close")


def _by_words(choice: Choice) -> str:
    return choice[1]
