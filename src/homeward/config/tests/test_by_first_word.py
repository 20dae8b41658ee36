"""Does every address lead where it led when all were tried one by one?"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import Resolver404, URLResolver, reverse
from django.urls.resolvers import RoutePattern

from homeward.config.by_first_word import ByFirstWord

MODULES = ("homeward.web.urls", "homeward.fhir.urls")
FILLED = {"uuid": "0198c0de-0000-7000-8000-000000000001", "int": "7", "path": "a/b", "str": "north", "slug": "north"}


def addresses(patterns: Any) -> Iterator[str]:
    """One address of each pattern, and what is like one but for its end."""
    for each in patterns:
        filled = re.sub(r"<(?:(\w+):)?\w+>", lambda found: FILLED.get(found[1] or "str", "north"), str(each.pattern))
        yield from (filled, filled.rstrip("/"), f"{filled}nothing/here/")


def led_to(resolver: Any, address: str) -> Any:
    try:
        found = resolver.resolve(address)
    except Resolver404:
        return None
    return found.func, found.args, found.kwargs, found.url_name, found.route


@pytest.mark.parametrize("module", MODULES)
def test_every_address_leads_where_it_led(module: str) -> None:
    plain, quick = URLResolver(RoutePattern("", is_endpoint=False), module), ByFirstWord(module)
    looked = [*addresses(plain.url_patterns), "", "/", "nowhere", "nowhere/at/all/"]
    for address in looked:
        assert led_to(quick, address) == led_to(plain, address), address
    assert sum(led_to(quick, address) is not None for address in looked) > len(plain.url_patterns) / 2


def test_addresses_are_still_made() -> None:
    assert reverse("board", args=["one"]).endswith("/one/")
