"""What have the demonstration's citizens asked their teams, and who comes next? Visits with a time, a letter answered, one open."""

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model

from homeward.access.api import actor_of, gate, system
from homeward.demo.staff import Staff
from homeward.episodes.api import EpisodeView, finish_task, open_episodes_of_person, write_to_team
from homeward.foundation import ids
from homeward.foundation.actions import Actor
from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import SyntheticPopulation
from homeward.visits.api import plan

ASKED = (
    ("wrote to you", "The dressing came loose on Sunday. Is that all right until you come?"),
    ("wrote to you", "Please knock loudly, I do not always hear the bell."),
)
ANSWER = "Thank you for telling us. Keep it covered and dry; I bring a new one. Ring us if it bleeds."


def make_letters(*, shape: SyntheticPopulation, staff: Staff, at: datetime) -> None:
    """For each declared citizen with a record and care that goes on: two visits planned by name, two letters, one answered."""
    for one in shape.citizens:
        own = actor_of(get_user_model()._default_manager.get_by_natural_key(f"{one.username}@demo.example"), {}, at=at)
        if one.name or own.person_id is None:
            continue
        with gate.job("demo", by=system("demo"), at=at):
            going = [
                each
                for each in open_episodes_of_person(own.person_id)
                if staff.who_may("visit.plan", team=each.team_code)
            ]
        for number, episode in enumerate(going[:2]):
            _visit(episode, staff, day=number + 1, at=at)
        for number, (title, words) in enumerate(ASKED[: len(going) and 2]):
            _letter(
                going[0],
                staff,
                own=own,
                title=title,
                words=words,
                answered=number == 0,
                at=at - timedelta(hours=30 - 20 * number),
            )


def _visit(episode: EpisodeView, staff: Staff, *, day: int, at: datetime) -> None:
    nurse = staff.who_may("visit.plan", team=episode.team_code)[-1]
    when = at_london(london_day(at) + timedelta(days=day), 10 + day, 30)
    plan(
        person_id=episode.person_id, referral_id=episode.referral_id, episode_id=episode.id, team_code=episode.team_code,
        planned_at=when, purpose="Visit at home", practitioner_user=nurse.user_id, practitioner_name=nurse.name, by=nurse, at=at,
    )  # fmt: skip


def _letter(
    episode: EpisodeView, staff: Staff, *, own: Actor, title: str, words: str, answered: bool, at: datetime
) -> None:
    task = write_to_team(
        task_id=ids.new_id(), person_id=episode.person_id, subject_id=episode.referral_id, team=episode.team_code,
        title=f"{own.name} {title}", words=words, by=own, at=at,
    )  # fmt: skip
    able = staff.who_may("task.done", team=episode.team_code)
    if answered and able:
        finish_task(task_id=task, answer=ANSWER, by=able[0], at=at + timedelta(hours=3))
