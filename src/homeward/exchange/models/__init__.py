"""Which tables keep what leaves the house?"""

from homeward.exchange.models.contact_rule import ContactRule
from homeward.exchange.models.national_return import NationalReturn
from homeward.exchange.models.outgoing import Outgoing
from homeward.exchange.models.return_fault import ReturnFault
from homeward.exchange.models.return_result import ReturnResult
from homeward.exchange.models.return_row import ReturnRow
from homeward.exchange.models.return_table import ReturnTable
from homeward.exchange.models.subscription import Subscription
from homeward.exchange.models.watermark import Watermark

__all__ = [
    "ContactRule",
    "NationalReturn",
    "Outgoing",
    "ReturnFault",
    "ReturnResult",
    "ReturnRow",
    "ReturnTable",
    "Subscription",
    "Watermark",
]
