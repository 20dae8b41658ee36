"""Which Django app counts?"""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Extracts, the lake of files they are kept in, measures over it, and what people do with the numbers."""

    name = "homeward.measures"
    label = "measures"

    def ready(self) -> None:
        from homeward.measures.subscriptions import subscribe_all

        subscribe_all()
