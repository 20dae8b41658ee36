"""How is it made sure that somebody asks, 91 days later, where the person is?"""

from datetime import datetime, timedelta

from homeward.access import api as access
from homeward.episodes import api as episodes
from homeward.foundation.actions import all_or_nothing
from homeward.foundation.ids import new_id
from homeward.foundation.moments import at_london, london_day
from homeward.hospital.models import FollowUp, Stay
from homeward.hospital.queries.policy import policy

JOB = "way-home"


def plan_follow_up(stay: Stay, pathway: str, at: datetime) -> bool:
    """For whoever left with support or for a recovery bed: one question, one day, one task of the hub. Part of leaving; says whether."""
    found = policy().pathway(pathway)
    if found is None or found.place not in ("home_with_support", "bed") or stay.left_at is None:
        return False
    due = london_day(stay.left_at) + timedelta(days=policy().follow_up_days)
    row = FollowUp.objects.create(id=new_id(), person_id=stay.person_id, stay=stay, team_code=stay.hub_team, due_on=due)
    with all_or_nothing():
        episodes.add_task(
            person_id=stay.person_id, subject_id=row.id, subject_kind="follow_up", owner_team=stay.hub_team,
            due_at=at_london(due, 17),
            title=f"Find out where they are, {policy().follow_up_days} days after leaving hospital",
            by=access.system(JOB), at=at,
        )  # fmt: skip
    return True
