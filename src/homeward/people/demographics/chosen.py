"""Which demographics service does this house ask? The one at HOMEWARD_DEMOGRAPHICS, or none."""

from django.conf import settings

from homeward.people.demographics.fhir_client import FhirDemographics
from homeward.people.demographics.protocol import Demographics


def demographics() -> Demographics | None:
    """The service, or None when the deployer has named none: tracing is then not offered."""
    address: str = getattr(settings, "HOMEWARD_DEMOGRAPHICS", "")
    return FhirDemographics(address) if address else None
