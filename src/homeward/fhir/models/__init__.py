"""The tables of the FHIR door."""

from homeward.fhir.models.bulk_export import BulkExport
from homeward.fhir.models.bulk_page import BulkPage
from homeward.fhir.models.kept_message import KeptMessage
from homeward.fhir.models.receipt import Receipt

__all__ = ["BulkExport", "BulkPage", "KeptMessage", "Receipt"]
