"""What does the live process answer? `GET /live/`: the changes of the asker's teams, for as long as the page is open."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from homeward.web.live.desk import Client, Desk
from homeward.web.live.listener import listen
from homeward.web.live.origin import host_is_ours, origin_is_ours
from homeward.web.live.stream import stream
from homeward.web.live.who import session_key, teams_of

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class Application:
    """The live process: its desk, the task that listens, and an answer for each request."""

    def __init__(self) -> None:
        self.desk = Desk()
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
                for task in (*self.streams, self.listening):
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
            await self._push(headers, origin, receive, send)

    async def _push(self, headers: dict[str, str], origin: str, receive: Receive, send: Send) -> None:
        key = session_key(headers.get("cookie", ""))
        teams = await asyncio.to_thread(teams_of, key)
        if teams is None:
            await _short(send, 401, "Sign in first", origin)
            return
        client = Client(teams=teams)
        self.desk.clients.add(client)
        task: asyncio.Task[None] = asyncio.create_task(self._stream(client, key, origin, send))
        self.streams.add(task)
        gone = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            task.cancel()
            gone.cancel()
            self.streams.discard(task)
            self.desk.clients.discard(client)

    async def _stream(self, client: Client, key: str, origin: str, send: Send) -> None:
        with contextlib.suppress(TimeoutError, OSError):
            await send(
                {
                    "type": "http.response.start",
                    "status": 200,
                    "headers": _headers(b"text/event-stream", origin),
                }
            )
            await stream(client, key, send)
            await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _headers(kind: bytes, origin: str) -> list[tuple[bytes, bytes]]:
    headers = [
        (b"content-type", kind),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
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
