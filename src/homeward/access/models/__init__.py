"""The tables of access, one file each."""

from homeward.access.models.api_client import ApiClient
from homeward.access.models.api_token import ApiToken
from homeward.access.models.app_code import AppCode
from homeward.access.models.app_grant import AppGrant
from homeward.access.models.app_token import AppToken
from homeward.access.models.consent import Consent
from homeward.access.models.device import Device
from homeward.access.models.export import Export
from homeward.access.models.glass import Glass
from homeward.access.models.link import Link
from homeward.access.models.membership import Membership
from homeward.access.models.proxy import Proxy
from homeward.access.models.relationship import Relationship
from homeward.access.models.user import User

__all__ = [
    "ApiClient",
    "ApiToken",
    "AppCode",
    "AppGrant",
    "AppToken",
    "Consent",
    "Device",
    "Export",
    "Glass",
    "Link",
    "Membership",
    "Proxy",
    "Relationship",
    "User",
]
