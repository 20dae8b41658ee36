"""Which rounds are there in the demonstration? People seen for days by a team, a round in use, a note handed over."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from itertools import islice
from uuid import UUID

from homeward.access.api import gate, members_of, system
from homeward.demo.reading import read_before
from homeward.demo.schedule import Someone, behind
from homeward.demo.staff import Staff
from homeward.demo.wards import off_the_wards
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.foundation.moments import at_london, london, london_day
from homeward.grammar.api import RoundPolicy, Service, SyntheticPopulation
from homeward.hospital.api import open_stay
from homeward.referrals import api as referrals
from homeward.rounds import api as rounds
from homeward.visits import api as visits

PEOPLE, MORE, STAFF = 12, 6, 12  # how many are seen for days
BEFORE = (5, 4, 3, 2)  # days ago on which they were seen
APART = timedelta(minutes=47)  # between one need and the next
BEHIND = timedelta(hours=3)  # how much later a first visit is while the team does not keep up
SECONDS = 0.4
HANDED_OVER = "The key safe sticks: push the lid, then turn. Speak to the daughter before changing the dressing day."
SEEN = "Seen at home. Eating and drinking, steadier on the frame. Same plan."


def make_rounds(*, shape: SyntheticPopulation, staff: Staff, people: Sequence[Someone], seed: int, at: datetime) -> int:
    """A round in use for the first sign-in's team that somebody may plan; returns how many needs were made for it."""
    how = rounds.policy()
    teams = list(dict.fromkeys(one.team for one in shape.sign_ins if one.team))
    team = next((each for each in teams if staff.who_may("round.use_plan", team=each)), "")
    if how is None or not team:
        return 0
    day = london_day(at) if london(at).hour < 13 else london_day(at) + timedelta(days=1)
    by = staff.who_may("round.use_plan", team=team)[0]
    late = partial(behind, shape=shape, until=at)
    needs = _seen_for_days(team, staff, people, random.Random(f"rounds {seed}"), day, at, late)
    _at_work(team, how, day, by, at)
    _more_visits(team, day, at)
    try:
        for trade in ("roads", "faces", "balanced"):
            run = rounds.ask_plan(team_code=team, day=day, trade=trade, queue=False, seconds=SECONDS, by=by, at=at)
            rounds.make_plan(run_id=run, at=at)
        rounds.use_plan(run_id=run, by=by, at=at)
    except Refused:
        return needs  # nobody of the declared crews makes visits
    rows = rounds.day(team=team, day=day, by=by, at=at).rows
    if rows:
        rounds.hand_over(person_id=rows[0].person_id, team_code=team, words=HANDED_OVER, by=by, at=at)
    return needs


def _seen_for_days(
    team: str,
    staff: Staff,
    people: Sequence[Someone],
    rng: random.Random,
    day: date,
    at: datetime,
    late: Callable[[datetime], bool],
) -> int:
    """People whom the team took on last week and saw since, each with one more visit on the day; returns how many needs came in."""
    nurses = staff.who_may("visit.record_contact", team=team)
    service = next(
        (each for each in staff.place.services.values() if any(one.team == team for one in each.providers)), None
    )
    near = [each for each in off_the_wards(people, until=at) if each.near]
    oldest = _at_home(sorted(near, key=lambda one: (one.birth_date, one.person_id)), at)
    made, received = 0, list[UUID]()
    for person, referral in islice(
        _taken_on(team, service, oldest, staff, nurses, received, at - timedelta(days=6)), PEOPLE
    ):
        usual = rng.choice(nurses)
        planned = _open_visit(referral, at)
        came = referral.received_at + timedelta(minutes=rng.randint(40, 115))
        if late(referral.received_at):
            came += BEHIND
        since = (
            at - timedelta(days=ago) + timedelta(minutes=rng.randint(0, 300))
            for ago in BEFORE[: rng.randint(2, len(BEFORE))]
        )
        for seen_at in (came, *since):
            who = usual if rng.random() < 0.6 else rng.choice(nurses)
            planned = planned or _planned(person, referral, team, seen_at, seen_at - timedelta(hours=3))
            read_before(person, visit=planned, by=who, at=seen_at)
            visits.record_contact(
                encounter_id=planned, contact_at=seen_at, way="in_person", words=SEEN, by=who, at=seen_at + timedelta(minutes=30),
                key=f"demo-{planned}",
            )  # fmt: skip
            planned = None
        hour = at_london(day, 9 if day != london_day(at) else max(9, london(at).hour + 1)) + timedelta(
            minutes=35 * (made % 12)
        )
        _planned(person, referral, team, hour, at)
        made += 1
    return len(received)


def _at_home(people: Sequence[Someone], at: datetime) -> Iterator[Someone]:
    """Those of them who are in no hospital."""
    for one in people:
        with gate.job("demo", by=system("demo"), at=at):
            away = open_stay(one.person_id, at=at)
        if away is None:
            yield one


def _taken_on(
    team: str,
    service: Service | None,
    people: Iterator[Someone],
    staff: Staff,
    nurses: Sequence[Actor],
    received: list[UUID],
    at: datetime,
) -> Iterator[tuple[UUID, referrals.ServiceRequest]]:
    """Needs that came in before `at`, were judged, placed with the team and taken; people who cannot be helped so are passed over."""
    for number, one in enumerate(people if service and nurses else iter(())):
        assert service is not None
        at -= APART
        try:
            details = referrals.ReferralDetails(
                person_id=one.person_id, source="web", need_code=service.needs_met[number % min(3, len(service.needs_met))],
                need_words="Home from hospital last week; needs somebody each day for a while.", wants_words="To manage at home again",
                requester=referrals.Requester(name="Ward sister", phone="0121 496 0130", kind="hospital"), answers={"where-now": "home"},
            )  # fmt: skip
            need = referrals.receive(
                details=details, by=nurses[0], at=at, idempotency_key=f"demo-round-{one.person_id}"
            )
            received.append(need.id)
            hub = staff.who_may("referral.triage", team=need.owner_team_id)[0]
            need = referrals.triage(
                referral_id=need.id, answers={}, by=hub, at=at + timedelta(minutes=8), expected_version=need.version
            )
            need = referrals.place(
                referral_id=need.id, service_code=service.code, team_code=team, why="Known to this team.", by=hub,
                at=at + timedelta(minutes=12), expected_version=need.version,
            )  # fmt: skip
            yield (
                one.person_id,
                referrals.accept(
                    referral_id=need.id, by=nurses[0], at=at + timedelta(minutes=25), expected_version=need.version
                ),
            )
        except Refused:
            continue


def _open_visit(referral: referrals.ServiceRequest, at: datetime) -> UUID | None:
    with gate.job("demo", by=system("demo"), at=at):
        return next((each.id for each in visits.visits_of([referral.id]) if each.open), None)


def _planned(person: UUID, referral: referrals.ServiceRequest, team: str, planned_at: datetime, at: datetime) -> UUID:
    return visits.plan(
        person_id=person, referral_id=referral.id, team_code=team, episode_id=referral.episode_id, planned_at=planned_at,
        purpose="Daily visit", by=system("demo"), at=at,
    )  # fmt: skip


def _at_work(team: str, how: RoundPolicy, day: date, by: Actor, at: datetime) -> None:
    roles = [each.role for each in how.abilities]
    for number, member in enumerate(members_of(team, roles=roles, at=at, limit=STAFF)):
        able = how.ability_of(member.role)
        rounds.at_work(
            team_code=team, day=day, user_id=member.user_id, name=member.name, role_code=member.role,
            on_at=at_london(day, how.on_hour), off_at=at_london(day, how.off_hour),
            travels_by="bicycle" if number == 1 or able is None else able.travels_by, by=by, at=at,
        )  # fmt: skip


def _more_visits(team: str, day: date, at: datetime) -> None:
    """First visits that nobody gave an hour yet get one through the day."""
    house = system("demo")
    with gate.job("demo", by=house, at=at):
        waiting = visits.open_of_team(team, limit=MORE)
    for number, (encounter_id, unplanned) in enumerate(waiting):
        moment = at_london(day, 10) + timedelta(minutes=50 * number)
        if unplanned and moment > at:
            visits.assign(encounter_id=encounter_id, planned_at=moment, by=house, at=at)
