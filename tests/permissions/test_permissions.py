"""Does every page open for exactly the roles whose declaration says so, and for no stranger?"""

import re

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

from homeward.foundation.ids import new_id
from homeward.grammar.api import Role
from homeward.web.page import registered_pages
from tests.permissions.addresses import DRAWN, Address, addresses, render, roles
from tests.plumbing.people_at_work import citizen, signed_in, staff

REFUSED = "Your role does not open this page."
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"?#]*)')
SAME_FOR_ALL = "homeward.web.pocket.shell.view.shell"  # kept on the phone, and so drawn before anybody asks for it
pytestmark = pytest.mark.django_db


def asked(client: Client, address: Address) -> tuple[int, str]:
    """The status and the words a page answers with."""
    answer = client.get(address.path) if "GET" in address.page.methods else client.post(address.path)
    words = "" if answer.streaming else answer.content.decode(errors="replace")
    return answer.status_code, words


def shut_links(words: str, role: Role) -> list[str]:
    """The links of a page that lead to a page which the role does not open."""
    return [path for path in sorted(set(LINK.findall(words))) if not leads_to_open(path, role)]


def leads_to_open(path: str, role: Role) -> bool:
    """Whether the page at `path` opens for the role; what is no registered page is no business of a role."""
    try:
        page = getattr(resolve(path).func, "page", None)
    except Resolver404:
        return True
    return page is None or Address(shown=path, path=path, page=page).opens_for(role)


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
    wrong, shut, client = [], [], signed_in(actor)
    for address in addresses():
        if address.page.name.endswith("sign_out"):
            continue
        status, words = asked(client, address)
        opened = not (status == 403 and REFUSED in words)
        if opened and "GET" not in address.page.methods:
            client = signed_in(actor)  # a move may change or end the session that it came in
        if opened != address.opens_for(role) or status == 500:
            wrong.append(f"{address.shown} ({address.page.permission}): {status}, declared {address.opens_for(role)}")
        if status == 200 and not role.machine and address.page.name != SAME_FOR_ALL:
            shut += [f"{address.shown} links to {path}" for path in shut_links(words, role)]
    assert wrong == [] and shut == []


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
