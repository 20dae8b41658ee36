"""Which Django app holds people?"""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People and what tells one from another."""

    name = "homeward.people"
    label = "people"

    def ready(self) -> None:
        from homeward.people.carrying import declare_all

        declare_all()
