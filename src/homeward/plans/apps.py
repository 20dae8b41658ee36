"""Which Django app holds plans?"""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Forms, care and support plans, trusted assessments."""

    name = "homeward.plans"
    label = "plans"

    def ready(self) -> None:
        from homeward.plans.carrying import declare_all
        from homeward.plans.subscriptions import subscribe_all

        declare_all()
        subscribe_all()
