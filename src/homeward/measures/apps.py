"""Which Django app counts?"""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Extracts, the lake they are kept in, and measures over it. It has no tables: the lake is files."""

    name = "homeward.measures"
    label = "measures"
