"""Which Django app holds people?"""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People and what tells one from another."""

    name = "homeward.people"
    label = "people"
