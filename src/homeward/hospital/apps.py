"""Which Django app holds hospital stays and the way home?"""

from django.apps import AppConfig


class HospitalConfig(AppConfig):
    """Inpatients, their criteria to reside, their way home and what becomes of them."""

    name = "homeward.hospital"
    label = "hospital"

    def ready(self) -> None:
        from homeward.hospital.carrying import declare_all
        from homeward.hospital.subscriptions import subscribe_all

        declare_all()
        subscribe_all()
