"""`homeward worker`: carry out jobs that were put off, and those that come round by the clock."""

import argparse
import asyncio
import logging
import os
import threading
import time
from typing import Any

WORDS = "run background jobs (homeward serve runs one of these itself)"
HEARTBEAT = 5.0
LOOK_EVERY = 10.0
GRACE = 8
log = logging.getLogger(__name__)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--concurrency", type=int, default=2, help="jobs at the same time")


def _leave_with_parent() -> None:
    """End within seconds of the process that started us: a database that is gone would be waited for without end."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        time.sleep(GRACE)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _take_up() -> None:
    """Give the work of workers that were killed to others; the connection goes back when it is done."""
    from django.db import connection

    from homeward.foundation.cut_short import take_up_cut_short

    try:
        take_up_cut_short()
    finally:
        connection.close()


async def _keep_taking_up() -> None:
    """Look again and again for work that was cut short, whatever befalls one look."""
    while True:
        try:
            await asyncio.to_thread(_take_up)
        except Exception:
            log.exception("Could not look for background work that was cut short; it is looked for again.")
        await asyncio.sleep(LOOK_EVERY)


async def _work(app: Any, concurrency: int) -> None:
    async with app.open_async():
        rescuer = asyncio.create_task(_keep_taking_up())
        try:
            await app.run_worker_async(
                concurrency=concurrency, shutdown_graceful_timeout=GRACE, update_heartbeat_interval=HEARTBEAT
            )
        finally:
            rescuer.cancel()


def run(options: argparse.Namespace) -> int:
    import django

    _leave_with_parent()
    django.setup()
    from procrastinate.contrib.django import app

    connector: Any = app.connector
    with app.replace_connector(connector.get_worker_connector()):
        asyncio.run(_work(app, options.concurrency))
    return 0
