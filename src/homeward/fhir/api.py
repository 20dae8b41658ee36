"""The door to the FHIR package: making a partner's client, and what measuring and testing need."""

from homeward.exchange.api import ReferralToSend, referral_message
from homeward.fhir.partner_client import create_partner_client

__all__ = ["ReferralToSend", "create_partner_client", "referral_message"]
