"""Whose account is it that the service vouches for? Staff by invitation only; citizens by a verified NHS number."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from homeward.access import api as access
from homeward.foundation import nhs_number
from homeward.foundation.errors import NotPermitted
from homeward.people import api as people
from homeward.web.sign_in.oidc.providers import Service

STRONG = "P9"  # NHS login's highest level of proof: the person was identified, and their NHS number checked


def account(service: Service, claims: dict[str, Any], *, at: datetime) -> UUID:
    """The id of the account to sign in. Raises NotPermitted with words for the person when there is none."""
    subject = f"{service.issuer.rstrip('/')} {claims['sub']}"
    if service.code == "staff":
        return _staff(subject, claims, at=at)
    return _citizen(subject, claims, at=at)


def _staff(subject: str, claims: dict[str, Any], *, at: datetime) -> UUID:
    email = str(claims.get("email", "")) if claims.get("email_verified") is True else ""
    found = access.account_for_subject(subject=subject, verified_email=email, at=at)
    if found is None:
        raise NotPermitted(
            _("You do not have a Homeward account yet."),
            next_step=_("Ask the person who manages accounts in your organisation to invite you."),
        )
    return found


def _citizen(subject: str, claims: dict[str, Any], *, at: datetime) -> UUID:
    number = nhs_number.normalise(str(claims.get("nhs_number", "")))
    if claims.get("identity_proofing_level") != STRONG or not nhs_number.is_valid(number):
        raise NotPermitted(
            _("We need to be sure who you are before we show you your care."),
            next_step=_("Prove your identity in your NHS login settings, then sign in again. You can still ask for help by telephone."),
        )
    with access.gate.job("sign_in", at=at, why="matching a citizen who signed in"):
        holder = people.holder_of(number)
    if holder is None:
        raise NotPermitted(
            _("We do not hold a record for you yet."),
            next_step=_("If you need help, telephone us, or ask your GP practice to refer you."),
        )
    return access.citizen_account(
        subject=subject,
        person_id=holder.id,
        name=str(claims.get("name") or f"{claims.get('given_name', '')} {claims.get('family_name', '')}").strip(),
        email=str(claims.get("email", "")) if claims.get("email_verified") is True else "",
        at=at,
    )
