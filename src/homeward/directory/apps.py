"""Which Django app holds the directory?"""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Organisations, teams, services on offer, dated areas and the declarations they came from."""

    name = "homeward.directory"
    label = "directory"
