"""Is every address a registered page with a permission, every refusal a page, and no script or style ever inline?"""

import re
from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

import homeward.web
from homeward.foundation.errors import Clash, Invalid, NotFound, Refused
from homeward.referrals.tests.arranging import MORNING, coordinator
from homeward.web.front.errors.view import broken
from homeward.web.page import registered_pages
from homeward.web.refusal import refusal
from tests.plumbing.people_at_work import signed_in

WEB = Path(homeward.web.__file__).parent
TEMPLATES = sorted(WEB.rglob("*.html"))


def _patterns(resolver: URLResolver) -> list[URLPattern]:
    found: list[URLPattern] = []
    for each in resolver.url_patterns:
        found += _patterns(each) if isinstance(each, URLResolver) else [each]
    return found


def test_every_address_of_the_web_is_a_registered_page() -> None:
    ours = [each for each in _patterns(get_resolver()) if each.callback.__module__.startswith("homeward.web.")]
    strays = [str(each.pattern) for each in ours if not hasattr(each.callback, "page")]
    assert len(ours) > 30 and strays == []
    names = {known.name for known in registered_pages()}
    assert {vars(each.callback)["page"].name for each in ours} <= names


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_nothing_is_inline(template: Path) -> None:
    words = template.read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=\"|javascript:", words)


@pytest.mark.parametrize("address", ["/start/", "/help/", "/accessibility/"])
@pytest.mark.django_db
def test_anyone_reads_the_front_pages(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200 and b'href="tel:999"' in answer.content or address == "/accessibility/"
    assert b"Skip to main content" in answer.content and answer["X-Request-ID"]


@pytest.mark.django_db
def test_whoever_is_signed_in_is_not_asked_to_sign_in(client: Client) -> None:
    assert "Staff sign in" in client.get("/start/").content.decode()
    page = signed_in(coordinator()).get("/start/").content.decode()
    assert "Staff sign in" not in page and "Go to your first page" in page


@pytest.mark.django_db
def test_a_wrong_address_is_a_page(client: Client) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404 and b"Page not found" in answer.content


def test_our_fault_is_said_without_asking_the_database_anything() -> None:
    answer = broken(RequestFactory().get("/hub/"))
    assert answer.status_code == 500 and b"Do not wait for this page" in answer.content


@pytest.mark.parametrize(
    ("refused", "status", "words"),
    [
        (NotFound("There is no such thing.", next_step="Look again."), 404, "Look again."),
        (Clash("Tom was first.", who="Tom", when=MORNING), 409, "Tom was first."),
        (Invalid({"name": "Enter a name."}), 422, "Enter a name."),
        (Refused("Not now."), 422, "Not now."),
    ],
)
def test_a_refusal_is_a_page_or_a_few_words(rf: RequestFactory, refused: Refused, status: int, words: str) -> None:
    request = rf.get("/hub/")
    answer = refusal(request, refused)
    assert answer.status_code == status and words in answer.content.decode() and b"<html" in answer.content
    part = refusal(rf.get("/hub/", headers={"X-Fragment": "1"}), refused)
    assert part.status_code == status and b"<html" not in part.content


@pytest.mark.django_db
def test_only_declared_methods_are_answered_and_the_number_to_quote_is_given() -> None:
    client = signed_in(coordinator())
    assert client.post("/hub/").status_code == 405
    assert client.get("/hub/", headers={"X-Request-ID": "abc-123"})["X-Request-ID"] == "abc-123"


@pytest.mark.django_db
def test_the_header_says_who_is_signed_in_and_shows_only_what_their_role_opens() -> None:
    words = signed_in(coordinator()).get("/hub/").content.decode()
    assert "Asha Patel, hub coordinator" in words and 'href="/capacity/"' in words and 'href="/audit/"' not in words


def test_a_page_names_its_permission() -> None:
    known = next(known for known in registered_pages() if known.name == "homeward.web.hub.board.view.board")
    assert known.permission == "hub.view" and known.methods == ("GET", "HEAD") and not known.open
