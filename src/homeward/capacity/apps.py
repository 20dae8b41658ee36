"""Which Django app holds the capacity ledger?"""

from django.apps import AppConfig


class CapacityConfig(AppConfig):
    """Lines of capacity, what was reported of them, bookings, and need that found none."""

    name = "homeward.capacity"
    label = "capacity"

    def ready(self) -> None:
        from homeward.capacity.subscriptions import subscribe_all

        subscribe_all()
