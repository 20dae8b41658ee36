"""Which Django app holds episodes, tasks and clocks?"""

from django.apps import AppConfig


class EpisodesConfig(AppConfig):
    """Episodes of care, their tasks, and the clocks kept from the event log."""

    name = "homeward.episodes"
    label = "episodes"

    def ready(self) -> None:
        from homeward.episodes.carrying import declare_all
        from homeward.episodes.subscriptions import subscribe_all

        declare_all()
        subscribe_all()
