"""Which Django app holds those who are watched at home?"""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    """Virtual wards: observations, scores, alerts and who is told."""

    name = "homeward.monitoring"
    label = "monitoring"

    def ready(self) -> None:
        from homeward.monitoring.carrying import declare_all
        from homeward.monitoring.subscriptions import subscribe_all

        declare_all()
        subscribe_all()
