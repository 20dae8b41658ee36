"""Which Django app holds rounds?"""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """Rounds planned and used, who is at work, notes handed over."""

    name = "homeward.rounds"
    label = "rounds"

    def ready(self) -> None:
        from homeward.access.api import declare_job
        from homeward.rounds.carrying import declare_all
        from homeward.rounds.vocabulary import JOB, POCKET

        declare_job(JOB, words="planning rounds", permits=("round.keep_plan", "visit.assign"))
        declare_job(
            POCKET, words="taking in what was recorded without a signal", pages=True,
            permits=("visit.keep_offline", "visit.take_offline", "visit.trouble_offline"),
        )  # fmt: skip
        declare_all()
