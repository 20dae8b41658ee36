"""Which tables does the hub keep?"""

from homeward.referrals.models.advice import Advice
from homeward.referrals.models.answer import Answer
from homeward.referrals.models.external_id import ExternalId
from homeward.referrals.models.information_request import InformationRequest
from homeward.referrals.models.looker import Looker
from homeward.referrals.models.move import Move
from homeward.referrals.models.notice import Notice
from homeward.referrals.models.owner_period import OwnerPeriod
from homeward.referrals.models.service_request import ServiceRequest
from homeward.referrals.models.standing import STANDING, Standing

__all__ = [
    "STANDING",
    "Advice",
    "Answer",
    "ExternalId",
    "InformationRequest",
    "Looker",
    "Move",
    "Notice",
    "OwnerPeriod",
    "ServiceRequest",
    "Standing",
]
