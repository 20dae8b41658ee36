"""Which messages came, and what did they say?"""

from homeward.fhir.models.kept_message import KeptMessage
from homeward.fhir.models.receipt import Receipt

__all__ = ["KeptMessage", "Receipt"]
