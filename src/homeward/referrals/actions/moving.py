"""How is any step taken? Lock, look, then change the referral and write its move, all in the verb's transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.api import relationships
from homeward.episodes.api import clocks_that_apply
from homeward.foundation.actions import Actor, Happening
from homeward.foundation.asked import Asked
from homeward.foundation.errors import Clash, NotFound, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import clock_face, london
from homeward.referrals.models import STANDING, Move, ServiceRequest
from homeward.referrals.queries.parties import parties_of
from homeward.referrals.queries.referral import locked
from homeward.referrals.rules import moves
from homeward.referrals.rules.sides import sides_of
from homeward.referrals.vocabulary import done_by

RELATIONSHIP = "referral"
ENDS_OR_RETURNS = (
    "close",
    "revoke",
    "advise",
    "undo",
    "reopen",
)  # after which a whole and its parts may be out of line
CARER = "carer"
_WHOLE_LOCKED = Asked(lambda part: ServiceRequest.objects.select_for_update(of=("self",)).filter(parts=part))


@dataclass(frozen=True, kw_only=True)
class Step:
    """What one verb does to a referral: `changes` to its standing, and what its move and its event keep of it."""

    kind: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    reason_code: str = ""
    words: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    teams: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()  # former owners who may open the record until the next move
    undoes: Move | None = None


def held(kind: str, *, referral_id: UUID, expected_version: int | None, by: Actor) -> ServiceRequest:
    """The referral, locked until the transaction ends, if this move is the actor's to make on it now.

    Raises Clash when somebody moved first, NotPermitted when it is not theirs, Refused when the state does not allow it.
    """
    if (
        kind in ENDS_OR_RETURNS
    ):  # the whole before its part, always: so that two at once wait and never lock each other out
        _WHOLE_LOCKED(referral_id)
    referral = locked(referral_id)
    if referral is None:
        raise NotFound("There is no such referral.", next_step="Check the address, or look for the person.")
    if expected_version is not None and expected_version != referral.version:
        raise clash(referral)
    if not moves.is_whose(
        kind, sides_of(by, parties_of(referral, last=last_move(referral) if kind == "undo" else None))
    ):
        raise NotPermitted(moves.why_not_yours(kind), next_step="Ask them, or add a note for them to see.")
    if refusal := moves.why_not_now(kind, referral.known_state):
        raise Refused(refusal, next_step=moves.what_instead(kind, referral.known_state))
    return referral


def clash(referral: ServiceRequest) -> Clash:
    """Somebody moved first: who, what and when, as it is said to whoever comes second."""
    when = london(referral.latest_move_at)
    return Clash(
        f"{done_by(referral.latest_move_by, referral.latest_move_kind)} at {clock_face(when)} on {when.day} {when:%B}.",
        who=referral.latest_move_by,
        when=referral.latest_move_at,
        next_step="Look at the referral again before you decide.",
    )


def last_move(referral: ServiceRequest) -> Move:
    """The move that made the present version."""
    return Move.objects.get(referral=referral, version=referral.version)


def _team_before(referral: ServiceRequest) -> str:
    """The team that its last move took it from: none when it has only been received."""
    if referral.version == 1:
        return ""
    taken_from = Move.objects.filter(referral=referral, version=referral.version).values_list("from_team", flat=True)
    return taken_from.get() or ""


def make(referral: ServiceRequest, step: Step, *, by: Actor, at: datetime) -> Happening[ServiceRequest]:
    """Take the step on a referral that `held` gave out. The verb returns what this returns."""
    before = {name: getattr(referral, name) for name in STANDING}
    before_that = _team_before(referral)
    after = before | dict(step.changes)
    if not moves.is_legal(step.kind, before["state"], after["state"]):
        raise Refused(f"You cannot {moves.MOVES[step.kind].verb} this referral now.")
    latest = {"latest_move_at": at, "latest_move_kind": step.kind, "latest_move_by": by.name}
    version = referral.version + 1
    ServiceRequest.objects.filter(id=referral.id).update(**after, **latest, version=version)
    for name, value in (*after.items(), *latest.items(), ("version", version)):
        setattr(referral, name, value)
    move = write_move(referral, step, before=before, by=by, at=at)
    former = (before["owner_team_id"], before["hub_team_id"], before_that)
    follow_ownership(referral, former=former, mover=(*by.teams, *step.keeps), at=at)
    clocks = {} if step.undoes else clock_facts(before, after, facts_about(referral))
    return happening(referral, move, {**clocks, **step.facts}, teams=(before["owner_team_id"], *step.teams))


def write_move(
    referral: ServiceRequest, step: Step, *, before: Mapping[str, Any] | None, by: Actor, at: datetime
) -> Move:
    """Add the move that led to the referral's present standing."""
    return Move.objects.create(
        id=new_id(),
        referral=referral,
        person_id=referral.person_id,
        version=referral.version,
        kind=step.kind,
        from_state=before["state"] if before else None,
        from_team=before["owner_team_id"] if before else None,
        reason_code=step.reason_code,
        words=step.words,
        at=at,
        actor_id=by.user_id,
        actor_name=by.name,
        actor_kind=by.kind,
        actor_role=by.role,
        actor_teams=list(by.teams),
        organisation=by.organisation,
        undoes=step.undoes,
        **{name: getattr(referral, name) for name in STANDING},
    )


def happening(
    referral: ServiceRequest, move: Move, facts: Mapping[str, Any], *, teams: tuple[str, ...] = ()
) -> Happening[ServiceRequest]:
    """What the event log keeps of a move: the whole standing after it, and what clocks and measures ask for."""
    seeing = (referral.owner_team_id, referral.hub_team_id, *teams, referral.requester_team)
    told = {
        "move_id": str(move.id),
        "from_state": move.from_state,
        "from_team": move.from_team,
        **facts_about(referral),
        "standing": standing_facts(referral),
    }
    if move.reason_code:
        told["reason"] = move.reason_code
    if move.words:
        told["words"] = move.words
    return Happening(
        result=referral,
        subject_kind="referral",
        subject_id=referral.id,
        person_id=referral.person_id,
        facts={**told, **facts},
        teams=tuple(dict.fromkeys(team for team in seeing if team)),
    )


def facts_about(referral: ServiceRequest) -> dict[str, Any]:
    """What a declared condition may ask of any event of a referral."""
    return {
        "need": referral.need_code,
        "urgency": referral.urgency,
        "service": referral.service_code,
        "source": referral.source,
        "state": referral.state,
        "team": referral.owner_team_id,
    }


def standing_facts(referral: ServiceRequest) -> dict[str, Any]:
    """The part that a replay of the log must arrive at."""
    return {
        "state": referral.state,
        "owner_team": referral.owner_team_id,
        "hub_team": referral.hub_team_id,
        "need_code": referral.need_code,
        "urgency": referral.urgency,
        "service_code": referral.service_code,
        "version": referral.version,
    }


def clock_facts(before: Mapping[str, Any], after: Mapping[str, Any], facts: Mapping[str, Any]) -> dict[str, Any]:
    """Which clocks begin to apply, and which no longer do because the urgency changed."""
    told: dict[str, Any] = {}
    if after["urgency"] != before["urgency"]:
        now = clocks_that_apply(urgency=after["urgency"], facts=facts)
        then = clocks_that_apply(urgency=before["urgency"], facts={**facts, "urgency": before["urgency"]})
        told["clocks"] = [code for code in now if code not in then]
        told["clocks_ended"] = [code for code in then if code not in now]
    return told


def follow_ownership(
    referral: ServiceRequest, *, former: tuple[str, ...], mover: tuple[str, ...], at: datetime
) -> None:
    """Those who own it or wait for it may open the person's record because of it; those who did, no longer.

    A team that has just let it go keeps theirs until the next move, so that it can take its own move back. The sender
    keeps theirs, so that they can read what became of it. Once it has ended nobody else's stands: a hub's
    list of live relationships is as long as its queue, not as its history.
    """
    now = {referral.hub_team_id, referral.owner_team_id} if referral.is_open else set()
    keep = {*now, referral.requester_team, *(set(mover) & set(former[:1]) if referral.is_open else ())}
    if now:
        relationships.grant(referral.person_id, *sorted(now), kind=RELATIONSHIP, source_id=referral.id, at=at)
    if let_go := sorted({*former, referral.owner_team_id, referral.hub_team_id} - keep):
        relationships.end(referral.id, teams=let_go, at=at)
