"""Which Django app holds accounts and the gate?"""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Accounts, relationships, links, clients and the access log; it gives the house its guard."""

    name = "homeward.access"
    label = "access"

    def ready(self) -> None:
        from homeward.access.gate.guard import (
            guard,
        )  # models may be imported only once Django is ready
        from homeward.foundation.actions import set_guard

        set_guard(guard)
