"""How do these tests open a page's pushes, without a browser? As the server would hand them to the live process."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from urllib.parse import urlencode

import psycopg
from asgiref.sync import sync_to_async
from django.db import connections

from homeward.web.live.app import Application
from homeward.web.live.listener import address

ORIGIN = b"http://127.0.0.1:8000"


class Page:
    """One open page: what it was sent, and how it goes away."""

    def __init__(
        self, cookie: str, *, host: bytes = b"127.0.0.1:8001", origin: bytes = ORIGIN, shows: str = ""
    ) -> None:
        self.cookie, self.host, self.origin, self.shows = cookie, host, origin, shows
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
        asked = urlencode({"list": self.shows}).encode() if self.shows else b""
        scope: dict[str, Any] = {
            "type": "http",
            "method": "GET",
            "path": "/live/",
            "headers": headers,
            "query_string": asked,
        }
        await application(scope, self.receive, self.send)

    async def hears(self, words: str, more_than: int = 0) -> bool:
        for _ in range(500):
            if self.heard.count(words) > more_than:
                return True
            await asyncio.sleep(0.02)
        return False


async def notify(payload: str) -> None:
    async with await psycopg.AsyncConnection.connect(address(), autocommit=True) as line:
        await line.execute("select pg_notify('homeward_events', %s)", [payload])


def run(story: Callable[[Application], Awaitable[None]]) -> None:
    async def told() -> None:
        application = Application()
        try:
            await asyncio.wait_for(story(application), 60)
        finally:
            if application.listening:
                application.listening.cancel()
            await sync_to_async(connections.close_all)()

    asyncio.run(told())


def begun(page: Page, application: Application) -> "asyncio.Task[None]":
    opening: Coroutine[Any, Any, None] = page.open(application)
    return asyncio.create_task(opening)
