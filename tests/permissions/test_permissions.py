"""Does every page open for exactly the roles whose declaration says so, and for no stranger?"""

import pytest
from django.test import Client

from homeward.foundation.ids import new_id
from homeward.web.page import registered_pages
from tests.permissions.addresses import DRAWN, Address, addresses, render, roles
from tests.plumbing.people_at_work import citizen, signed_in, staff

REFUSED = "Your role does not open this page."
pytestmark = pytest.mark.django_db


def asked(client: Client, address: Address) -> tuple[int, str]:
    """The status and the words a page answers with."""
    answer = client.get(address.path) if "GET" in address.page.methods else client.post(address.path)
    words = "" if answer.streaming else answer.content.decode(errors="replace")
    return answer.status_code, words


def test_every_registered_page_has_an_address() -> None:
    assert {address.page.name for address in addresses()} == {page.name for page in registered_pages()}


@pytest.mark.hazard(
    "HZ-S63-4",
    hazard="A page opens for a role that was never meant to see it, because someone forgot to ask.",
    control="Every page declares its permission; every page is asked for in every role, and opens exactly as declared.",
)
@pytest.mark.parametrize("code", sorted(role.code for role in roles()))
def test_a_role_opens_what_it_is_declared_to_open_and_nothing_else(code: str) -> None:
    role = next(role for role in roles() if role.code == code)
    if "me.view" in role.permits:
        actor = citizen(person_id=new_id(), role=code)
    else:
        actor = staff(role=code, organisation="bchc", teams=("hub-east",))
    wrong, client = [], signed_in(actor)
    for address in addresses():
        if address.page.name.endswith("sign_out"):
            continue
        status, words = asked(client, address)
        if "GET" not in address.page.methods:
            client = signed_in(actor)  # a move may change or end the session that it came in
        opened = not (status == 403 and REFUSED in words)
        if opened != address.opens_for(role) or status == 500:
            wrong.append(f"{address.shown} ({address.page.permission}): {status}, declared {address.opens_for(role)}")
    assert wrong == []


def test_a_stranger_opens_nothing_but_open_pages() -> None:
    wrong = []
    for address in addresses():
        if address.page.open:
            continue
        client = Client()
        answer = client.get(address.path) if "GET" in address.page.methods else client.post(address.path)
        if not (answer.status_code == 403 or (answer.status_code == 302 and answer["Location"].startswith("/sign-in/"))):
            wrong.append(f"{address.shown}: {answer.status_code}")
    assert wrong == []


def test_the_drawn_matrix_is_up_to_date() -> None:
    assert DRAWN.read_text(encoding="utf-8") == render(), (
        f"{DRAWN.name} is stale: run `python -m tests.permissions.draw` and commit it."
    )
