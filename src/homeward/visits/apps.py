"""Which Django app holds visits?"""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Visits planned and made, and what was answered at them."""

    name = "homeward.visits"
    label = "visits"

    def ready(self) -> None:
        from homeward.visits.carrying import declare_all
        from homeward.visits.subscriptions import subscribe_all

        declare_all()
        subscribe_all()
