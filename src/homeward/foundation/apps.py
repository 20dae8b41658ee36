"""Which Django app holds the event log?"""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """The event log and its sealed blocks."""

    name = "homeward.foundation"
    label = "foundation"
