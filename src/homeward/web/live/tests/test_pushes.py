"""Do changes reach an open page over the real database, only for its own teams, and end with the session?"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import psycopg
import pytest
from asgiref.sync import sync_to_async
from django.db import connections

from homeward.referrals.tests.arranging import HUB, coordinator
from homeward.web.live import stream
from homeward.web.live.app import Application
from homeward.web.live.listener import address
from tests.plumbing.people_at_work import signed_in

pytestmark = pytest.mark.django_db(transaction=True)
ORIGIN = b"http://127.0.0.1:8000"


class Page:
    """One open page: what it was sent, and how it goes away."""

    def __init__(self, cookie: str, *, host: bytes = b"127.0.0.1:8001", origin: bytes = ORIGIN) -> None:
        self.cookie, self.host, self.origin = cookie, host, origin
        self.status, self.heard = 0, ""
        self.headers: dict[bytes, bytes] = {}
        self.gone = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], dict(message["headers"])
        else:
            self.heard += message["body"].decode()

    async def open(self, application: Application) -> None:
        headers = [
            (b"host", self.host),
            (b"origin", self.origin),
            (b"cookie", f"homeward_session={self.cookie}".encode()),
        ]
        scope = {"type": "http", "method": "GET", "path": "/live/", "headers": headers}
        await application(scope, self.receive, self.send)

    async def hears(self, words: str, more_than: int = 0) -> bool:
        for _ in range(500):
            if self.heard.count(words) > more_than:
                return True
            await asyncio.sleep(0.02)
        return False


def session_of(team: str = HUB) -> str:
    return str(signed_in(coordinator(team=team)).session.session_key)


async def notify(payload: str) -> None:
    async with await psycopg.AsyncConnection.connect(address(), autocommit=True) as line:
        await line.execute("select pg_notify('homeward_events', %s)", [payload])


async def breaks(application: Application) -> None:
    while application.desk.hearing.is_set():
        await asyncio.sleep(0.001)


def run(story: Callable[[Application], Awaitable[None]]) -> None:
    async def told() -> None:
        application = Application()
        try:
            await asyncio.wait_for(story(application), 30)
        finally:
            if application.listening:
                application.listening.cancel()
            await sync_to_async(connections.close_all)()

    asyncio.run(told())


def begun(page: Page, application: Application) -> "asyncio.Task[None]":
    opening: Coroutine[Any, Any, None] = page.open(application)
    return asyncio.create_task(opening)


def test_a_change_reaches_its_own_teams_pages_and_no_others() -> None:
    east, south = session_of(), session_of("hub-south")

    async def story(application: Application) -> None:
        here, there = Page(east), Page(south)
        begun(here, application), begun(there, application)
        assert await here.hears("event: open") and await there.hears("event: open")
        await application.desk.hearing.wait()
        await asyncio.sleep(0.2)  # a page that was here before the listening is first told to start afresh
        await notify(f"referral.accept|referral|abc|{HUB},ucr-east")
        assert await here.hears('"id":"abc"')
        assert "abc" not in there.heard and here.status == 200
        assert here.headers[b"access-control-allow-origin"] == ORIGIN

    run(story)


def test_nobody_signed_in_hears_nothing_and_no_other_site_may_listen(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]

    async def story(application: Application) -> None:
        stranger = Page("no-such-session")
        await stranger.open(application)
        assert (stranger.status, stranger.heard) == (401, "Sign in first")
        for elsewhere in (Page("x", origin=b"https://evil.example"), Page("x", host=b"evil.example")):
            await elsewhere.open(application)
            assert elsewhere.status == 403

    run(story)


def test_after_the_line_to_the_database_breaks_pages_start_afresh_by_themselves() -> None:
    east = session_of()

    async def story(application: Application) -> None:
        page = Page(east)
        begun(page, application)
        assert await page.hears("event: open")
        await application.desk.hearing.wait()
        async with await psycopg.AsyncConnection.connect(address(), autocommit=True) as line:
            await line.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where application_name = 'homeward-live' and datname = current_database() and pid <> pg_backend_pid()"
            )
        await asyncio.wait_for(breaks(application), timeout=30)
        before = page.heard.count("event: afresh")
        await asyncio.wait_for(application.desk.hearing.wait(), timeout=30)
        assert await page.hears("event: afresh", more_than=before)
        await notify(f"referral.place|referral|later|{HUB}")
        assert await page.hears('"id":"later"')

    run(story)


def test_signing_out_ends_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "SESSION_CHECK_SECONDS", 0.05)
    monkeypatch.setattr(stream, "HEARTBEAT_SECONDS", 0.05)
    client = signed_in(coordinator())
    key = str(client.session.session_key)

    async def story(application: Application) -> None:
        page = Page(key)
        task = begun(page, application)
        assert await page.hears("event: open")
        await sync_to_async(client.logout)()
        assert await page.hears("event: over")
        await asyncio.wait_for(task, 5)
        assert application.desk.clients == set()

    run(story)
