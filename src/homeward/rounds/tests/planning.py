"""How does a test get a team's day: visits to plan, people at work, and a round that is ready?"""

from datetime import date, datetime, timedelta
from uuid import UUID

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import open_episode
from homeward.foundation.actions import Actor
from homeward.foundation.moments import at_london, london_day
from homeward.referrals.tests.arranging import MORNING, SERVICE, TEAM, after, person, received
from homeward.rounds import api as rounds
from homeward.rounds.actions.make_plan import make_plan
from homeward.visits import api as visits
from tests.plumbing.people_at_work import account_id, staff

TOMORROW = london_day(MORNING) + timedelta(days=1)


def visit_planned(number: int, planned_at: datetime) -> UUID:
    """A visit of the urgent team to somebody called Ivy with this number."""
    referral = received(person_id=person(given=f"Ivy{number}"))
    episode = open_episode(
        person_id=referral.person_id, referral_id=referral.id, service_code=SERVICE, team_code=TEAM, by=system("demo"), at=after(10),
    )  # fmt: skip
    with gate.person(referral.person_id, by=system("demo"), at=MORNING, why="arranging"):
        relationships.grant(referral.person_id, TEAM, kind="referral", source_id=referral.id, at=after(10))
    return visits.plan(
        person_id=referral.person_id, referral_id=referral.id, team_code=TEAM, episode_id=episode, planned_at=planned_at,
        purpose="Review", by=system("demo"), at=after(20),
    )  # fmt: skip


def at_work(name: str, on_at: datetime, off_at: datetime, *, by: Actor) -> Actor:
    """A nurse at work between these hours, on the day on which she begins."""
    found = staff(role="community-nurse", teams=(TEAM,), name=name)
    rounds.at_work(
        team_code=TEAM, day=london_day(on_at), user_id=account_id(found), name=name, role_code=found.role,
        on_at=on_at, off_at=off_at, travels_by="car", by=by, at=after(30),
    )  # fmt: skip
    return found


def planned(
    by: Actor, *, day: date = TOMORROW, kind: str = "plan", why: str = "", at: datetime = MORNING + timedelta(hours=1)
) -> UUID:
    """A run of this day that is ready."""
    run = rounds.ask_plan(
        team_code=TEAM, day=day, trade="balanced", kind=kind, why=why, queue=False, seconds=0.3, by=by, at=at
    )
    make_plan(run_id=run, at=at)
    return run


def team_of(count: int, by: Actor) -> list[Actor]:
    """So many nurses at work tomorrow from eight to five."""
    hours = at_london(TOMORROW, 8), at_london(TOMORROW, 17)
    return [at_work(f"Nurse {number}", *hours, by=by) for number in range(count)]


def the_day(by: Actor) -> rounds.DayView:
    """Tomorrow as it stands."""
    return rounds.day(team=TEAM, day=TOMORROW, by=by, at=after(90))
