"""Does a link leave the address at once, and can an invited person choose a password with it?"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import Token, create_user, issue_link, link_actor, system
from homeward.config.logs import JsonLines
from homeward.foundation.errors import NotPermitted
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import LONG_AGO

pytestmark = pytest.mark.django_db


def issued(kind: str, subject: UUID, *, uses: int | None = None) -> Token:
    now = datetime.now(UTC)
    return issue_link(
        kind=kind, subject_id=subject, person_id=new_id() if kind == "track" else None, organisation="x",
        expires_at=now + timedelta(days=7), held_by="Ben Cole", uses=uses, by=system("links"), at=now,
    )  # fmt: skip


def test_the_token_is_spent_on_continue_and_leaves_the_address() -> None:
    token, browser = issued("track", new_id(), uses=1), Client()
    seen = browser.get(f"/link/{token.token}/")
    assert seen.status_code == 200 and seen.headers["Referrer-Policy"] == "strict-origin"
    moved = browser.post(f"/link/{token.token}/")
    assert (moved.status_code, moved.headers["Location"]) == (302, "/track/")
    assert link_actor(browser.session["link"], datetime.now(UTC)).name == "Ben Cole"
    spent = Client().post(f"/link/{token.token}/")
    assert spent.status_code == 403 and "ended or was taken back" in spent.content.decode()
    assert spent.headers["Referrer-Policy"] == "strict-origin"


def test_the_token_is_in_no_log_line(caplog: pytest.LogCaptureFixture) -> None:
    Client().post("/link/a-token-that-is-wrong/")
    lines = [JsonLines().format(record) for record in caplog.records]
    assert any("/link/…" in line for line in lines) and not any("a-token-that-is-wrong" in line for line in lines)


def test_an_invitation_sets_the_password_once() -> None:
    user = create_user(email="ben@example.org", name="Ben Cole", by=system("setup"), at=LONG_AGO)
    browser = Client()
    assert browser.get("/sign-in/invitation/").status_code == 403
    token = issued("invite", user.id)
    assert browser.post(f"/link/{token.token}/").headers["Location"] == "/sign-in/invitation/"
    held = browser.session["link"]
    assert "Welcome, Ben Cole" in browser.get("/sign-in/invitation/").content.decode()
    weak = browser.post("/sign-in/invitation/", {"password": "password1234"})
    assert weak.status_code == 422 and "too common" in weak.content.decode()
    done = browser.post("/sign-in/invitation/", {"password": "three odd words together"})
    assert done.headers["Location"] == "/sign-in/"
    user.refresh_from_db()
    assert user.check_password("three odd words together")
    with pytest.raises(NotPermitted):
        link_actor(held, datetime.now(UTC))


def test_another_kind_of_link_is_no_invitation() -> None:
    browser = Client()
    browser.post(f"/link/{issued('track', new_id()).token}/")
    assert browser.post("/sign-in/invitation/", {"password": "three odd words together"}).status_code == 403
