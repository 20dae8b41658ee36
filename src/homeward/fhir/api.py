"""The door to the FHIR package: making a partner's client, and what measuring and testing need."""

from homeward.exchange.api import ReferralToSend, referral_message
from homeward.fhir.partner_client import create_app, create_partner_client
from homeward.fhir.straight.lane import beside

__all__ = [
    "ReferralToSend",
    "beside",
    "create_app",
    "create_partner_client",
    "referral_message",
]
