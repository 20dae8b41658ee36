"""How does one need go, from the moment it arises to the day it is answered? Told through the same actions people use.

A story is a generator: it yields the moment of its next step and is told on when that moment has come. What has not
happened by the end of the year has not happened: those needs are open on the boards.
"""

import random
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import gate, system
from homeward.demo.reading import read_before
from homeward.demo.schedule import Arising
from homeward.demo.sending import send_in
from homeward.demo.staff import Staff
from homeward.episodes.api import clocks_of, close_episode
from homeward.foundation.actions import Actor
from homeward.grammar.api import ReasonFor
from homeward.referrals import api as referrals
from homeward.referrals.api import ServiceRequest
from homeward.visits import api as visits

# Shares of needs that take each turn; the rest go the plain way. Assumed, so that every page has something to show.
HANDED_BACK, NO_ROOM, ADVISED, ASKED, WITHDRAWN, LATE, NO_ANSWER = 0.03, 0.04, 0.07, 0.05, 0.02, 0.17, 0.05


@dataclass(frozen=True, kw_only=True)
class Town:
    """Where stories happen: who is on duty, and until when they are told."""

    staff: Staff
    until: datetime


class NobodyOnDuty(RuntimeError):
    """No colleague of the owning team may take the next step: the declared crews are short."""


def tell(arising: Arising, town: Town) -> Iterator[datetime]:
    """One need, step by step."""
    rng = random.Random(arising.seed)
    yield arising.at
    referral = send_in(arising, town.staff, rng)
    at = referral.received_at + timedelta(minutes=min(90, rng.lognormvariate(2.2, 0.6)))
    yield at
    if arising.slow:
        yield (at := at + timedelta(minutes=rng.uniform(20, 300)))
    turn = rng.random()
    if turn < WITHDRAWN:
        _on_duty(town, referral, "referral.revoke", at, "revoke", reason_code=_reason(town, "revoke"))
        return
    if turn < WITHDRAWN + ASKED:
        at = yield from _asked_and_answered(town, referral.id, at, rng)
    _on_duty(town, _now(referral.id, at), "referral.triage", at, "triage", answers={})
    at += timedelta(minutes=rng.uniform(60, 400) if arising.slow else rng.uniform(2, 12))
    yield at
    if turn > 1 - ADVISED:
        _on_duty(
            town, _now(referral.id, at), "referral.advise", at, "advise", words="Rest, fluids and a call tomorrow.",
            safety_net_words="Ring 111 if worse, 999 for chest pain or collapse.", told=arising.need.wants[0][:40],
            closes=True,
        )  # fmt: skip
        return
    yield from _placed(town, referral.id, at, rng, turn)


def _asked_and_answered(town: Town, id: UUID, at: datetime, rng: random.Random) -> Generator[datetime, None, datetime]:
    _on_duty(town, _now(id, at), "referral.ask", at, "ask", words="Can they get to the door, and who has a key?")
    at += timedelta(minutes=rng.uniform(8, 60))
    yield at
    _on_duty(
        town, _now(id, at), "referral.answer", at, "answer", words="Key safe by the door; a neighbour has the code."
    )
    at += timedelta(minutes=rng.uniform(1, 5))
    yield at
    return at


def _placed(town: Town, id: UUID, at: datetime, rng: random.Random, turn: float) -> Iterator[datetime]:
    referral = _now(id, at)
    coordinator = _someone(town, referral.owner_team_id, "referral.place")
    fitting = referrals.candidates(id, by=coordinator, at=at).fitting
    fitting = tuple(each for each in fitting if town.staff.who_may("visit.start", team=each.team_code))
    if not fitting:
        return  # it waits at the hub, where somebody will see it
    chosen = fitting[0] if len(fitting) == 1 or rng.random() < 0.88 else fitting[1]
    why = "" if chosen.order == 1 else "They know the family and can go sooner."
    referrals.place(
        referral_id=id, service_code=chosen.service_code, team_code=chosen.team_code, why=why or "Best fit for the need.",
        by=coordinator, at=at, expected_version=referral.version,
    )  # fmt: skip
    at += timedelta(minutes=rng.uniform(2, 15))
    yield at
    able = {
        verb
        for verb in ("referral.no_capacity", "referral.hand_back")
        if town.staff.who_may(verb, team=chosen.team_code)
    }
    if WITHDRAWN + ASKED <= turn < WITHDRAWN + ASKED + NO_ROOM and "referral.no_capacity" in able:
        _on_duty(town, _now(id, at), "referral.no_capacity", at, "no_capacity", words="All rounds are full today.")
        yield from _placed_again(town, id, at, rng)
        return
    if WITHDRAWN + ASKED + NO_ROOM <= turn < WITHDRAWN + ASKED + NO_ROOM + HANDED_BACK and "referral.hand_back" in able:
        _on_duty(town, _now(id, at), "referral.hand_back", at, "hand_back", reason_code=_reason(town, "hand_back"))
        yield from _placed_again(town, id, at, rng)
        return
    accepted = _on_duty(town, _now(id, at), "referral.accept", at, "accept")
    yield from _visited(town, accepted, at, rng)


def _placed_again(town: Town, id: UUID, at: datetime, rng: random.Random) -> Iterator[datetime]:
    at += timedelta(minutes=rng.uniform(5, 40))
    yield at
    yield from _placed(town, id, at, rng, turn=0.5)


def _visited(town: Town, referral: ServiceRequest, at: datetime, rng: random.Random) -> Iterator[datetime]:
    at = at + _travel(referral, at, rng)
    yield at
    nurse = _someone(town, referral.owner_team_id, "visit.start", rng)
    if rng.random() < NO_ANSWER:
        visits.not_seen(
            encounter_id=_open_visit(referral, nurse, at), reason="no-answer", words="Rang twice. Neighbour will say we called.",
            next_at=at + timedelta(hours=2), by=nurse, at=at,
        )  # fmt: skip
        at += timedelta(hours=rng.uniform(1.5, 4))
        yield at
    visit = _open_visit(referral, nurse, at)
    read_before(referral.person_id, visit=visit, by=nurse, at=at)
    visits.start(encounter_id=visit, by=nurse, at=at)
    contact_at = at
    at += timedelta(minutes=rng.uniform(15, 50))
    yield at
    visits.record_contact(
        encounter_id=visit, contact_at=contact_at, way="in_person", words="Seen at home. Safe to stay. Plan agreed.",
        by=nurse, at=at, key=f"demo-{visit}",
    )  # fmt: skip
    at += timedelta(days=rng.lognormvariate(0.9, 0.9))
    yield at
    referral = _now(referral.id, at)
    if referral.service_code is None or referral.episode_id is None:
        return  # its care ended another way, for example by a death
    outcomes = [each.code for each in town.staff.place.services[referral.service_code].outcomes]
    close_episode(
        episode_id=referral.episode_id, outcome=rng.choice(outcomes[:2] if rng.random() < 0.8 else outcomes),
        by=_someone(town, referral.owner_team_id, "episode.close", rng), at=at,
    )  # fmt: skip


def _travel(referral: ServiceRequest, at: datetime, rng: random.Random) -> timedelta:
    """Until the knock on the door: inside the declared wait most of the time, past it some of the time."""
    with gate.job("demo", by=system("demo"), at=at):
        views = clocks_of([referral.id], at, live_only=True).get(referral.id, [])
    waits = [view.due_at for view in views if view.due_at and view.due_at > at]
    left = (min(waits) - at) if waits else timedelta(days=2)
    share = rng.uniform(1.02, 1.6) if rng.random() < LATE else rng.uniform(0.15, 0.92)
    return max(timedelta(minutes=6), min(left, timedelta(days=12)) * share)


def _open_visit(referral: ServiceRequest, by: Actor, at: datetime) -> UUID:
    """The visit that is planned; a service that people come to plans its first contact when they come."""
    with gate.job("demo", by=system("demo"), at=at):
        planned = [each.id for each in visits.visits_of([referral.id]) if each.open]
    return planned[0] if planned else visits.plan(
        person_id=referral.person_id, referral_id=referral.id, team_code=referral.owner_team_id,
        episode_id=referral.episode_id, purpose="First contact", by=by, at=at,
    )  # fmt: skip


def _reason(town: Town, use: ReasonFor) -> str:
    """The first declared reason of its kind that needs no more words."""
    reasons = town.staff.place.reasons_for(use).reasons
    return next(reason.code for reason in reasons if not reason.asks_for_words)


def _now(id: UUID, at: datetime) -> ServiceRequest:
    """As it stands now, whatever was done to it since: for the teller, who takes the next step in a colleague's name."""
    with gate.job("demo", by=system("demo"), at=at):
        return referrals.the_referral(id)


def _someone(town: Town, team: str, verb: str, rng: random.Random | None = None) -> Actor:
    able = town.staff.who_may(verb, team=team)
    if not able:
        raise NobodyOnDuty(f"Nobody in the team {team} may {verb}.")
    return rng.choice(able) if rng else able[0]


def _on_duty(town: Town, referral: ServiceRequest, verb: str, at: datetime, name: str, **words: object) -> ServiceRequest:
    """One move by somebody of the owning team who may make it; the referral after it."""
    moved: ServiceRequest = getattr(referrals, name)(
        referral_id=referral.id, by=_someone(town, referral.owner_team_id, verb), at=at,
        expected_version=referral.version, **words,
    )  # fmt: skip
    return moved
