"""Does every page that a link leads to open, and is each sound on desktop and phone? Followed as a curious visitor would."""

import re
from urllib.parse import urlsplit

import pytest

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor

ACCOUNTS = ("asha", "ruth", "leon", "imran", "priya", "martin", "oliver", "citizen")
NAMED = re.compile(r"/[0-9a-f]{8}-[0-9a-f-]{27}|/\d{4}-\d{2}-\d{2}|(?<=/handbook/)(\w+)/[^/]+|(?<=/numbers/)[^/]+")
MOST = 400  # kinds of page; a walk beyond them goes round in days or ids that are not known here as such
NO_PAGE = re.compile(  # files, doors, and moves, which their own journeys make
    r"\.csv$|/pack\.pdf$|^/numbers/[^/]+\.json$|^/numbers/[^/]+/file/|^/static/|^/sign-out/|^/link/|^/hub/[^/]+/[^/]+/$|/documents/[^/]+/$|^/audit/copies/[^/]+/$"
)
_opened: set[str] = set()  # one page of a kind is enough, whoever opens it first


@pytest.mark.parametrize("account", ACCOUNTS)
def test_every_link_leads_to_a_sound_page(cast: Cast, account: str) -> None:
    visitor = cast(account)
    waiting = ["/"]
    while waiting:
        visitor.opens(waiting.pop(0))
        assert visitor.page.locator("h1").count() == 1, f"{visitor.page.url} has no single first heading"
        waiting += new_kinds_of_page(visitor)


def new_kinds_of_page(visitor: Visitor) -> list[str]:
    """The addresses this page leads to whose kind nobody has opened yet."""
    addresses: list[str] = visitor.page.evaluate("[...document.querySelectorAll('a[href]')].map(link => link.href)")
    found = []
    for address in addresses:
        parts = urlsplit(address)
        kind = NAMED.sub(r"/\1*", parts.path)
        if kind.startswith("/me/") and visitor.name != "citizen":
            continue  # where a stranger signs in to ask for help; no place for staff
        if address.startswith(visitor.url) and not NO_PAGE.search(parts.path) and kind not in _opened:
            _opened.add(kind)
            assert len(_opened) <= MOST, f"the walk has no end: {sorted(_opened)[-20:]}"
            found.append(parts.path)
    return found
