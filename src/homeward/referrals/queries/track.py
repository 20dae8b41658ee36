"""Where is my referral? For whoever sent it and for the person, in plain words and without anything clinical."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate, may
from homeward.directory import api as directory
from homeward.episodes.api import clocks_of
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.referrals.models import InformationRequest, Move, ServiceRequest
from homeward.referrals.queries.board_row import need_title
from homeward.referrals.queries.parties import parties_of
from homeward.referrals.queries.referral import the_referral
from homeward.referrals.queries.whose import person_of
from homeward.referrals.rules.moves import MOVES, is_whose
from homeward.referrals.rules.reasons import said_moment
from homeward.referrals.rules.sides import sides_of
from homeward.referrals.rules.tracking import next_words, step_wording
from homeward.referrals.vocabulary import STATES, State


@dataclass(frozen=True, kw_only=True)
class TrackStep:
    """One thing that has happened, as it is told to the person: `wording` has `{team}` where `team` belongs."""

    at: datetime
    wording: str
    team: str

    @property
    def words(self) -> str:
        return self.wording.format(team=self.team)


@dataclass(frozen=True, kw_only=True)
class TrackView:
    """A referral as its sender sees it. `question` is what they are asked, when they are; empty otherwise.

    `can_accept`: a partner's link may answer for the need that its organisation was asked to take.
    """

    id: UUID
    need_title: str
    wants_words: str
    received_at: datetime
    state: State
    state_title: str
    now_words: str
    next_words: str
    by_when: datetime | None
    by_when_words: str
    team_name: str
    team_telephone: str
    steps: tuple[TrackStep, ...]
    question: str
    can_answer: bool
    can_withdraw: bool
    can_accept: bool
    ended: bool
    version: int


def track(referral_id: UUID, *, by: Actor, at: datetime) -> TrackView:
    """For the holder of a link made for this referral, its sender, the person, or a team that looks after them."""
    with gate.opened_for(person_of(referral_id), by=by, at=at, why="following a referral"):
        referral = the_referral(referral_id)
        if by.kind == "citizen" and "requester" not in sides_of(by, parties_of(referral)):
            raise NotFound("There is no such referral.")  # a carer follows what they sent, not all that the person has
        return _view(referral, by=by, at=at)


def _view(referral: ServiceRequest, *, by: Actor, at: datetime) -> TrackView:
    team = directory.place().teams.get(referral.owner_team_id)
    question = InformationRequest.objects.filter(referral=referral, answered_at=None).first()
    ours = is_whose("answer", sides_of(by, parties_of(referral)))
    due = _due(referral, at)
    state = referral.known_state
    return TrackView(
        id=referral.id,
        need_title=need_title(referral.need_code),
        wants_words=referral.wants_words,
        received_at=referral.received_at,
        state=state,
        state_title=STATES[state].title,
        now_words=STATES[state].plain_words,
        next_words=next_words(state, question is not None),
        by_when=due,
        by_when_words=f"Someone should be in touch by {said_moment(due, at)}." if due and due > at else "",
        team_name=team.name if team else referral.owner_team_id,
        team_telephone=(team.telephone or "") if team else "",
        steps=_steps(referral),
        question=question.words if question and ours else "",
        can_answer=question is not None and ours,
        can_withdraw=MOVES["revoke"].leads_from(state)
        and may(by, "referral.revoke")
        and is_whose("revoke", sides_of(by, parties_of(referral))),
        can_accept=MOVES["accept"].leads_from(state) and is_whose("accept", sides_of(by, parties_of(referral))),
        ended=not referral.is_open,
        version=referral.version,
    )


def _steps(referral: ServiceRequest) -> tuple[TrackStep, ...]:
    teams = directory.place().teams
    found = []
    for move in Move.objects.filter(referral=referral).order_by("version"):
        team = teams[move.to_team].name if move.to_team in teams else move.to_team
        wording = step_wording(move.kind, move.state)
        if wording:
            at = referral.received_at if move.kind == "receive" else move.at
            found.append(TrackStep(at=at, wording=wording, team=team))
    return tuple(found)


def _due(referral: ServiceRequest, at: datetime) -> datetime | None:
    """When the need itself should have been answered: not the hub's own waits."""
    hubs = {code for service in directory.place().services.values() if service.hub for code in service.clocks}
    live = clocks_of([referral.id], at, live_only=True).get(referral.id, [])
    promised = directory.place().urgencies.get(referral.urgency)
    named = set(promised.clocks) if promised else set()
    return next((view.due_at for view in live if view.due_at and view.code in named - hubs), None)
