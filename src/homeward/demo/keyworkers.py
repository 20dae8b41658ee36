"""Who holds whom by name in the demonstration? Teams that somebody can sign in to have named most of their keyworkers, not all."""

from datetime import datetime, timedelta

from homeward.access.api import gate, system
from homeward.demo.staff import Staff
from homeward.episodes.api import EpisodeOfCare, set_keyworker
from homeward.grammar.api import SyntheticPopulation

MOST = 30  # of a team's people, the longest helped first
WITHOUT = 4  # every fourth has nobody named yet
AFTER = timedelta(minutes=20)  # from the beginning of the care until somebody is named


def name_keyworkers(*, shape: SyntheticPopulation, staff: Staff, at: datetime) -> int:
    """By the action itself, in each such team in turn among those who make visits and name keyworkers; returns how many."""
    teams = sorted({team for one in shape.sign_ins for team in one.teams})
    with gate.job("demo", by=system("demo"), at=at):
        going = EpisodeOfCare.objects.filter(closed_at=None, opened_at__lt=at - AFTER).order_by("opened_at", "id")
        found = {team: list(going.filter(team_code=team).values_list("id", "person_id", "opened_at")[:MOST]) for team in teams}
    named = 0
    for team, open_now in found.items():
        able = [each for each in staff.who_may("episode.keyworker", team=team) if staff.place.roles[each.role].may("visit.start")]
        turn = {person: number for number, person in enumerate(dict.fromkeys(person for _, person, _ in open_now))}
        for episode, person, opened_at in open_now if able else ():
            if turn[person] % WITHOUT != WITHOUT - 1:
                holder = able[turn[person] % len(able)]
                set_keyworker(episode_id=episode, user_id=holder.user_id, by=able[0], at=opened_at + AFTER)
                named += 1
    return named
