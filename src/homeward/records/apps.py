"""Which Django app holds partners' records?"""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Partners' resources as received, and how they come in."""

    name = "homeward.records"
    label = "records"

    def ready(self) -> None:
        from homeward.records.carrying import declare_all
        from homeward.records.subscriptions import subscribe_all

        declare_all()
        subscribe_all()
        from homeward.records.actions.imports import house  # noqa: F401  # its job is declared when it is loaded
