"""What do a browser and its owner do when they sign in through a service?"""

from typing import Any
from urllib.parse import urlsplit

import requests
from django.test import Client

from homeward.access.api import add_membership, create_user, system
from homeward.directory.api import place
from tests.plumbing.people_at_work import LONG_AGO


def known(issuer: str, sub: str, **claims: Any) -> None:
    """Tell the provider about somebody."""
    requests.put(f"{issuer}/users/{sub}", json=claims, timeout=5).raise_for_status()


def set_out(browser: Client, code: str, *, to: str = "/help/") -> str:
    answer = browser.post(f"/sign-in/with/{code}/", {"next": to})
    assert answer.status_code == 302
    return answer.headers["Location"]


def consent(address: str, sub: str) -> str:
    """What the person does at the provider; returns where the provider sends their browser."""
    answer = requests.post(address, data={"sub": sub}, allow_redirects=False, timeout=5)
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def come_in(browser: Client, code: str, sub: str) -> Any:
    return browser.get(consent(set_out(browser, code), sub))


def invited(email: str = "asha@trust.example") -> Any:
    """A staff account with a role, waiting for its holder."""
    role = next(code for code, role in place().roles.items() if role.may("hub.view"))
    user = create_user(email=email, name="Asha Patel", by=system("setup"), at=LONG_AGO)
    add_membership(
        user_id=user.id, organisation_code="x", role_code=role, team_codes=(), by=system("setup"), at=LONG_AGO
    )
    return user


def signed_in_as(browser: Client) -> str:
    return str(browser.session.get("_auth_user_id", ""))
