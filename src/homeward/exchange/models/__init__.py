"""Which tables keep what leaves the house?"""

from homeward.exchange.models.contact_rule import ContactRule
from homeward.exchange.models.outgoing import Outgoing
from homeward.exchange.models.subscription import Subscription
from homeward.exchange.models.watermark import Watermark

__all__ = ["ContactRule", "Outgoing", "Subscription", "Watermark"]
