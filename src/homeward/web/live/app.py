"""What does the live process answer? `GET /live/?list=…`: the changes that concern the asker, for as long as the page is open.

`list` is the address of the list that the page shows. Pages that see it alike are sent the changed rows themselves.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

from homeward.web.live.client import Client
from homeward.web.live.listener import listen
from homeward.web.live.making import Maker
from homeward.web.live.origin import host_is_ours, origin_is_ours
from homeward.web.live.stream import stream
from homeward.web.live.who import session_key, viewer_of

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class Application:
    """The live process: its desk, the task that listens, and an answer for each request."""

    def __init__(self) -> None:
        self.maker = Maker()
        self.desk = self.maker.desk
        self.listening: asyncio.Task[None] | None = None
        self.streams: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            self._ensure_listening()
            await self._answer(scope, receive, send)

    def _ensure_listening(self) -> None:
        if self.listening is None or self.listening.done():
            self.listening = asyncio.create_task(listen(self.desk))

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self._ensure_listening()
                await send({"type": "lifespan.startup.complete"})
            else:
                for task in (*self.streams, *self.maker.tasks, self.listening):
                    if task is not None:
                        task.cancel()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {name.decode().lower(): value.decode("latin-1") for name, value in scope["headers"]}
        host, origin = headers.get("host", ""), headers.get("origin", "")
        if scope["path"] == "/healthz":
            hearing = self.desk.hearing.is_set()
            await _short(send, 200 if hearing else 503, "hearing" if hearing else "not hearing the database")
        elif scope["path"] != "/live/" or scope["method"] != "GET":
            await _short(send, 404, "Not found")
        elif not host_is_ours(host) or (origin and not origin_is_ours(origin, host)):
            await _short(send, 403, "Not from here")
        elif self.desk.full():
            await _short(send, 503, "Full", origin)
        else:
            await self._push(scope, headers, receive, send)

    async def _push(self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send) -> None:
        origin = headers.get("origin", "")
        viewer = await asyncio.to_thread(viewer_of, session_key(headers.get("cookie", "")))
        if viewer is None:
            await _short(send, 401, "Sign in first", origin)
            return
        client = Client(
            teams=frozenset(viewer.actor.teams),
            asked=_list_asked(scope),
            host=headers.get("host", ""),
            scheme=headers.get("x-forwarded-proto", ""),
        )
        self.desk.place(client, viewer)
        task: asyncio.Task[None] = asyncio.create_task(self._stream(client, origin, send))
        self.streams.add(task)
        gone = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            task.cancel()
            gone.cancel()
            self.streams.discard(task)
            self.desk.leave(client)

    async def _stream(self, client: Client, origin: str, send: Send) -> None:
        with contextlib.suppress(TimeoutError, OSError):
            await send(
                {
                    "type": "http.response.start",
                    "status": 200,
                    "headers": _headers(b"text/event-stream", origin),
                }
            )
            await stream(client, self.desk, send)
            await send({"type": "http.response.body", "body": b"", "more_body": False})


def _list_asked(scope: Scope) -> str:
    """The address of the list that the page shows, as it gave it; empty where it gave none."""
    query = scope.get("query_string", b"")
    return parse_qs(query.decode("latin-1")).get("list", [""])[0]


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _headers(kind: bytes, origin: str) -> list[tuple[bytes, bytes]]:
    headers = [
        (b"content-type", kind),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"x-content-type-options", b"nosniff"),
        (b"vary", b"origin"),
    ]
    if origin:
        headers += [
            (b"access-control-allow-origin", origin.encode("latin-1")),
            (b"access-control-allow-credentials", b"true"),
        ]
    return headers


async def _short(send: Send, status: int, words: str, origin: str = "") -> None:
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": _headers(b"text/plain", origin),
        }
    )
    await send({"type": "http.response.body", "body": words.encode(), "more_body": False})
