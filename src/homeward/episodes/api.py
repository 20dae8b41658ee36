"""The door to episodes: episodes of care, tasks, and clocks kept from the event log."""

from homeward.episodes.actions.add_task import add_task
from homeward.episodes.actions.close_episode import close_episode
from homeward.episodes.actions.finish_task import finish_task
from homeward.episodes.actions.move_stage import move_stage
from homeward.episodes.actions.open_episode import open_episode
from homeward.episodes.actions.reassign_task import reassign_task
from homeward.episodes.actions.rebuild_clocks import Difference, rebuild_clocks
from homeward.episodes.actions.set_keyworker import set_keyworker
from homeward.episodes.actions.stop_tasks import stop_tasks_about
from homeward.episodes.actions.withdraw_episode import withdraw_episode
from homeward.episodes.actions.write_to_team import write_to_team
from homeward.episodes.models import EpisodeOfCare, Task
from homeward.episodes.queries.clocks_of import ClockView, clocks_of, clocks_of_person, most_urgent
from homeward.episodes.queries.clocks_that_apply import clocks_that_apply
from homeward.episodes.queries.episodes_of import (
    EpisodeView,
    StageReached,
    episode,
    episodes_of,
    open_episodes_of_person,
    stages_of,
)
from homeward.episodes.queries.escalations_due import EscalationDue, escalations_due
from homeward.episodes.queries.evidence_of import Evidence, evidence_of
from homeward.episodes.queries.forms_left import FormLeft, forms_left
from homeward.episodes.queries.keyworkers import colleagues_of, who_left
from homeward.episodes.queries.letters import Letter, letter, letters
from homeward.episodes.queries.minders import also_minded_by, is_theirs, require_theirs, set_hub_of
from homeward.episodes.queries.person_of import person_of_episode, person_of_task
from homeward.episodes.queries.tasks import TaskRow, tasks_about, tasks_for, tasks_of_person

__all__ = [
    "also_minded_by",
    "ClockView",
    "Difference",
    "EpisodeOfCare",
    "Task",
    "person_of_episode",
    "EpisodeView",
    "EscalationDue",
    "Evidence",
    "FormLeft",
    "Letter",
    "StageReached",
    "TaskRow",
    "add_task",
    "clocks_of",
    "clocks_of_person",
    "clocks_that_apply",
    "close_episode",
    "colleagues_of",
    "episode",
    "episodes_of",
    "evidence_of",
    "escalations_due",
    "finish_task",
    "is_theirs",
    "letter",
    "letters",
    "most_urgent",
    "move_stage",
    "open_episode",
    "open_episodes_of_person",
    "person_of_task",
    "forms_left",
    "reassign_task",
    "rebuild_clocks",
    "require_theirs",
    "set_hub_of",
    "set_keyworker",
    "stages_of",
    "stop_tasks_about",
    "tasks_about",
    "tasks_for",
    "tasks_of_person",
    "who_left",
    "withdraw_episode",
    "write_to_team",
]
