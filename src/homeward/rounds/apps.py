"""Which Django app holds rounds?"""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """Rounds planned and used, who is at work, notes handed over."""

    name = "homeward.rounds"
    label = "rounds"

    def ready(self) -> None:
        from homeward.access.api import declare_job
        from homeward.rounds.carrying import declare_all
        from homeward.rounds.vocabulary import JOB

        declare_job(JOB, words="planning rounds", permits=("round.keep_plan", "visit.assign"))
        declare_all()
