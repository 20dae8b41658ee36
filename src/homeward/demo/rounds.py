"""Which rounds are there in the demonstration? The teams that visitors sign in to: who is at work, a round in use, and one colleague away."""

from datetime import date, datetime, timedelta

from homeward.access.api import gate, members_of, system
from homeward.demo.staff import Staff
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.foundation.moments import at_london, london, london_day
from homeward.grammar.api import SyntheticPopulation
from homeward.rounds import api as rounds
from homeward.visits import api as visits

TEAMS = 3
VISITS = 24
STAFF = 12
SECONDS = 0.5
HANDED_OVER = "The key safe sticks: push the lid, then turn. Speak to the daughter before changing the dressing day."


def make_rounds(*, shape: SyntheticPopulation, staff: Staff, at: datetime) -> int:
    """A day for each of a few teams whose lead or colleague signs in; returns how many rounds were put in use."""
    if rounds.policy() is None:
        return 0
    day = london_day(at) if london(at).hour < 15 else london_day(at) + timedelta(days=1)
    teams = list(dict.fromkeys(one.team for one in shape.sign_ins if one.team))
    made = 0
    for team in teams:
        planners = staff.who_may("round.use_plan", team=team)
        if planners and made < TEAMS:
            made += _one(team, day, planners[0], at)
    return made


def _one(team: str, day: date, by: Actor, at: datetime) -> bool:
    how = rounds.policy()
    assert how is not None
    able_roles = [each.role for each in how.abilities]
    for number, member in enumerate(members_of(team, roles=able_roles, at=at, limit=STAFF)):
        able = how.ability_of(member.role)
        if able is not None:
            rounds.at_work(
                team_code=team, day=day, user_id=member.user_id, name=member.name, role_code=member.role,
                on_at=at_london(day, how.on_hour), off_at=at_london(day, how.off_hour),
                travels_by="bicycle" if number == 1 else able.travels_by, by=by, at=at,
            )  # fmt: skip
    if not _visits(team, day, at):
        return False
    try:
        for trade in ("roads", "balanced"):
            run = rounds.ask_plan(team_code=team, day=day, trade=trade, queue=False, seconds=SECONDS, by=by, at=at)
            rounds.make_plan(run_id=run, at=at)
        rounds.use_plan(run_id=run, by=by, at=at)
    except Refused:
        return False
    _hand_over(team, day, by, at)
    return True


def _visits(team: str, day: date, at: datetime) -> int:
    """Visits through the day for the people this team looks after now."""
    house = system("demo")
    with gate.job("demo", by=house, at=at):
        open_now = visits.open_of_team(team, limit=VISITS)
    planned = 0
    for number, (encounter_id, in_person) in enumerate(open_now):
        moment = at_london(day, 9) + timedelta(minutes=30 * (number % 14))
        if in_person and moment > at:
            visits.assign(encounter_id=encounter_id, planned_at=moment, by=house, at=at)
            planned += 1
    return planned


def _hand_over(team: str, day: date, by: Actor, at: datetime) -> None:
    rows = rounds.day(team=team, day=day, by=by, at=at).rows
    if rows:
        rounds.hand_over(person_id=rows[0].person_id, team_code=team, words=HANDED_OVER, by=by, at=at)
