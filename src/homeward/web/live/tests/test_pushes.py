"""Do changes reach an open page over the real database, only for its own teams, and end with the session?"""

import asyncio
from typing import Any

import psycopg
import pytest
from asgiref.sync import sync_to_async

from homeward.referrals.tests.arranging import HUB, coordinator
from homeward.web.live import stream
from homeward.web.live.app import Application
from homeward.web.live.listener import address
from homeward.web.live.tests.pages import ORIGIN, Page, begun, notify, run
from tests.plumbing.people_at_work import signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def session_of(team: str = HUB) -> str:
    return str(signed_in(coordinator(team=team)).session.session_key)


async def breaks(application: Application) -> None:
    while application.desk.hearing.is_set():
        await asyncio.sleep(0.001)


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
