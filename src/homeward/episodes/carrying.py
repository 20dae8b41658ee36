"""How do episodes, tasks and clocks move when two records are found to be one person? With what they hang on."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready. Whose subject a clock or task has, the package above says."""
    episode = "episodes_episodeofcare"
    on_merge(episode, followed_by={"access_relationship": "source_id", "episodes_task": "subject_id"})
    on_merge("episodes_stagechange", follows={"episode_id": episode})
    on_merge("episodes_task", follows={"episode_id": episode})
    on_merge("episodes_clock")
    on_merge("episodes_clockmark", follows={"clock_id": "episodes_clock"})
