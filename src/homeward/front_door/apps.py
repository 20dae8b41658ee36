"""Which Django app holds the front door?"""

from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    """The advice line, the worklist at the door, and what was found afterwards."""

    name = "homeward.front_door"
    label = "front_door"

    def ready(self) -> None:
        from homeward.front_door.carrying import declare_all
        from homeward.front_door.subscriptions import subscribe_all

        declare_all()
        subscribe_all()
