"""Which tables keep partners' records?"""

from homeward.records.models.item import Item
from homeward.records.models.version import Version

__all__ = ["Item", "Version"]
