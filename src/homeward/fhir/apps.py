"""How does Django know this package?"""

from django.apps import AppConfig

# What partners' systems sent as messages, for the page on how their feeds are.
RECEIVED = "select partner as source, at, false as refused from fhir_receipt where partner = any (%s) and at > %s"


class FhirConfig(AppConfig):
    """The FHIR door."""

    name = "homeward.fhir"
    label = "fhir"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from homeward.fhir.carrying import declare_all

        declare_all()
        from homeward.exchange.api import set_desk, set_resource_reader
        from homeward.fhir.actions import gather_bulk, keep_message  # noqa: F401  # their actions and jobs are declared when loaded
        from homeward.fhir.desk import OwnDesk
        from homeward.fhir.resources.for_subscribers import resource_for
        from homeward.measures.api import tell_of

        tell_of("messages", RECEIVED)
        set_resource_reader(
            resource_for
        )  # subscribers who ask for whole resources are given them as this door writes them
        set_desk(OwnDesk())  # information governance sees what was given to whom, and ends it
