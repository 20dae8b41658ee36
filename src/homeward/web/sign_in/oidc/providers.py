"""Through which sign-in services may people come in? Those that the deployer's settings name."""

from dataclasses import dataclass
from typing import Literal

from django.conf import settings


@dataclass(frozen=True, kw_only=True)
class Service:
    """One OpenID Connect provider. `key_file` signs our requests where the service wants that instead of a secret."""

    code: Literal["staff", "citizen"]
    words: str
    issuer: str
    client_id: str
    client_secret: str = ""
    key_file: str = ""
    scopes: str = "openid profile email"
    second_factor: bool = False
    trust_levels: str = ""


def providers() -> list[Service]:
    """The services that are set up, staff's first."""
    return [
        Service(**values)
        for values in getattr(settings, "HOMEWARD_SIGN_IN_SERVICES", [])
        if values["issuer"] and values["client_id"]
    ]


def provider(code: str) -> Service | None:
    """The service of that code, if it is set up."""
    return next((each for each in providers() if each.code == code), None)
