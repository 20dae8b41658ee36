"""How are changes sent? Server-sent events: small batches, a heartbeat, and an end when the session ends or the browser stalls."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from homeward.web.live.client import Client
from homeward.web.live.desk import Desk
from homeward.web.live.notice import Notice
from homeward.web.live.who import viewer_of

Send = Callable[[dict[str, Any]], Awaitable[None]]
BATCH_SECONDS = 0.08  # the first change travels at once; those that follow it this closely travel together
HEARTBEAT_SECONDS = 15.0
STALL_SECONDS = 20.0  # a browser that takes nothing for so long is let go; it comes back by itself
SESSION_CHECK_SECONDS = 30.0


async def stream(client: Client, desk: Desk, send: Send) -> None:
    """Send `client` what concerns it until the session ends or the browser stalls."""
    await _write(send, b"retry: 1500\nevent: open\ndata: {}\n\n")
    loop = asyncio.get_running_loop()
    checked, sent = loop.time(), 0.0
    while True:
        if loop.time() - checked > SESSION_CHECK_SECONDS:
            await _check(client, desk)
            checked = loop.time()
        if client.over:
            await _write(send, b"event: over\ndata: {}\n\n")
            return
        try:
            await asyncio.wait_for(client.wake.wait(), HEARTBEAT_SECONDS)
        except TimeoutError:
            await _write(send, b": still here\n\n")
            continue
        await asyncio.sleep(max(0.0, BATCH_SECONDS - (loop.time() - sent)))
        for words in _waiting(client):
            await _write(send, words)
        sent = loop.time()


async def _check(client: Client, desk: Desk) -> None:
    viewer = await asyncio.to_thread(viewer_of, client.viewer.key) if client.viewer else None
    if viewer is None:
        client.end()
    else:
        desk.place(client, viewer)


def _waiting(client: Client) -> list[bytes]:
    """What to send now: that it should start afresh before anything made since, and nothing once its session is over."""
    notices, afresh = client.take()
    held = client.take_held()
    if client.over:
        return []
    return [said(notices, afresh).encode(), *held] if notices or afresh else held


def said(notices: list[Notice], afresh: bool) -> str:
    """The lines for a batch: what changed, or only that the page should load its list again."""
    if afresh:
        return "event: afresh\ndata: {}\n\n"
    changed = [{"kind": each.kind, "of": each.subject_kind, "id": each.subject_id} for each in notices]
    return f"event: changed\ndata: {json.dumps(changed, separators=(',', ':'))}\n\n" if changed else ": \n\n"


async def _write(send: Send, words: bytes) -> None:
    body = {"type": "http.response.body", "body": words, "more_body": True}
    await asyncio.wait_for(send(body), STALL_SECONDS)
