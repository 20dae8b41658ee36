"""Which tables keep episodes, tasks and clocks?"""

from homeward.episodes.models.clock import Clock
from homeward.episodes.models.clock_mark import ClockMark
from homeward.episodes.models.episode_of_care import EpisodeOfCare
from homeward.episodes.models.stage_change import StageChange
from homeward.episodes.models.task import Task

__all__ = ["Clock", "ClockMark", "EpisodeOfCare", "StageChange", "Task"]
