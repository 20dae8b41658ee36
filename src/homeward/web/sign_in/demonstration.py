"""In a demonstration, who can be signed in as, and what is their code now? In real use: nobody, and nothing."""

import time
from dataclasses import dataclass

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser

from homeward.access import api as access
from homeward.directory.api import place

SHOWN = 30


@dataclass(frozen=True, kw_only=True)
class DemonstrationAccount:
    """One made-up person to sign in as."""

    name: str
    email: str
    roles: str
    password: str


def demonstration_accounts() -> list[DemonstrationAccount]:
    """The accounts that `access.make_demo_account` made, in the order in which the place declares them."""
    if not settings.HOMEWARD_DEMO:
        return []
    roles = place().roles
    order = [username for shape in place().populations.values() for username in shape.words_of_sign_ins()]
    return [
        DemonstrationAccount(
            name=account.name,
            email=account.email,
            roles=", ".join(roles[code].title for code in account.role_codes if code in roles),
            password=access.DEMO_PASSWORD,
        )
        for account in sorted(access.demo_accounts(limit=SHOWN), key=lambda account: _rank(account.email, order))
    ]


def _rank(email: str, order: list[str]) -> int:
    username = email.partition("@")[0]
    return order.index(username) if username in order else len(order)


def code_now(user: AbstractBaseUser) -> str:
    """The code an authenticator app of this demonstration account would show; empty in real use."""
    if not settings.HOMEWARD_DEMO or not access.is_demo_account(user.get_username()):
        return ""
    kept = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if kept is None:
        return ""
    counter = int(time.time()) // app_settings.TOTP_PERIOD
    return str(format_hotp_value(hotp_value(decrypt(kept.data["secret"]), counter)))
