"""Which Django app holds the outbox?"""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """What leaves the house: messages to people, messages to partners, notices to subscribers."""

    name = "homeward.exchange"
    label = "exchange"

    def ready(self) -> None:
        from homeward.access.api import declare_job  # models may be imported only once Django is ready
        from homeward.exchange.carrying import declare_all
        from homeward.exchange.returns.vocabulary import JOB
        from homeward.exchange.subscriptions import subscribe_all

        declare_job(JOB, words="making national returns and giving out their files", permits=("returns.*",), pages=True)
        declare_all()
        subscribe_all()
