"""How are changes sent? Server-sent events: small batches, a heartbeat, and an end when the session ends or the browser stalls."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from homeward.web.live.desk import Client
from homeward.web.live.notice import Notice
from homeward.web.live.who import teams_of

Send = Callable[[dict[str, Any]], Awaitable[None]]
BATCH_SECONDS = 0.08  # the first change travels at once; those that follow it this closely travel together
HEARTBEAT_SECONDS = 15.0
STALL_SECONDS = 20.0  # a browser that takes nothing for so long is let go; it comes back by itself
SESSION_CHECK_SECONDS = 30.0


async def stream(client: Client, key: str, send: Send) -> None:
    """Send `client` what concerns it until the session ends or the browser stalls."""
    await _write(send, "retry: 1500\nevent: open\ndata: {}\n\n")
    loop = asyncio.get_running_loop()
    checked, sent = loop.time(), 0.0
    while True:
        if loop.time() - checked > SESSION_CHECK_SECONDS:
            teams = await asyncio.to_thread(teams_of, key)
            if teams is None:
                await _write(send, "event: over\ndata: {}\n\n")
                return
            client.teams, checked = teams, loop.time()
        try:
            await asyncio.wait_for(client.wake.wait(), HEARTBEAT_SECONDS)
        except TimeoutError:
            await _write(send, ": still here\n\n")
            continue
        await asyncio.sleep(max(0.0, BATCH_SECONDS - (loop.time() - sent)))
        await _write(send, said(*client.take()))
        sent = loop.time()


def said(notices: list[Notice], afresh: bool) -> str:
    """The lines for a batch: what changed, or only that the page should load its list again."""
    if afresh:
        return "event: afresh\ndata: {}\n\n"
    changed = [{"kind": each.kind, "of": each.subject_kind, "id": each.subject_id} for each in notices]
    return f"event: changed\ndata: {json.dumps(changed, separators=(',', ':'))}\n\n" if changed else ": \n\n"


async def _write(send: Send, words: str) -> None:
    body = {"type": "http.response.body", "body": words.encode(), "more_body": True}
    await asyncio.wait_for(send(body), STALL_SECONDS)
