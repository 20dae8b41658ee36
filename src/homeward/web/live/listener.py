"""How does this process hear the event log? One connection that listens, and comes back by itself after the database does."""

import asyncio
import logging
from typing import Any

import psycopg
from django.db import connections
from psycopg.conninfo import make_conninfo

from homeward.foundation.events.wake import CHANNEL
from homeward.web.live.desk import Desk
from homeward.web.live.notice import read

log = logging.getLogger(__name__)
QUIET_SECONDS = 10.0  # with nothing heard for so long, ask whether the line is still open
RETRY_SECONDS = (0.2, 0.5, 1.0, 2.0)


def address() -> str:
    """The address of the application's own database."""
    entry: dict[str, Any] = connections["default"].settings_dict
    known = {
        each.keyword.decode() for each in psycopg.pq.Conninfo.get_defaults()
    }  # others are the driver's own, not an address's
    options = {key: value for key, value in entry.get("OPTIONS", {}).items() if key in known}
    parts = {
        "dbname": "NAME",
        "user": "USER",
        "password": "PASSWORD",
        "host": "HOST",
        "port": "PORT",
    }
    given = {name: entry.get(key) for name, key in parts.items() if entry.get(key)}
    return make_conninfo("", **given, **options, application_name="homeward-live", keepalives_idle="10")


async def listen(desk: Desk) -> None:
    """Listen for ever. After any break every client is told to load its list again."""
    tries = 0
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(address(), autocommit=True, connect_timeout=5) as line:
                await line.execute(f"listen {CHANNEL}")
                desk.hearing.set()
                desk.everyone_afresh()
                tries = 0
                await _hear(line, desk)
        except (psycopg.Error, OSError) as error:
            log.warning(
                "The live pushes lost the database (%s); trying again.",
                type(error).__name__,
            )
        desk.hearing.clear()
        await asyncio.sleep(RETRY_SECONDS[min(tries, len(RETRY_SECONDS) - 1)])
        tries += 1


async def _hear(line: psycopg.AsyncConnection[Any], desk: Desk) -> None:
    while True:
        async for heard in line.notifies(timeout=QUIET_SECONDS):
            notice = read(heard.payload)
            if notice is not None:
                desk.pass_on(notice)
        await line.execute("select 1")
