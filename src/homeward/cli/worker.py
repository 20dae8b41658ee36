"""`homeward worker`: carry out jobs that were put off, and those that come round by the clock."""

import argparse
import asyncio
import os
import threading
import time
from typing import Any

WORDS = "run background jobs (homeward serve runs one of these itself)"
HEARTBEAT = 5.0
STALLED_AFTER = 30
GRACE = 8


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


async def _take_up_stalled(app: Any) -> None:
    """Give the jobs of a worker that was killed back to the queue."""
    while True:
        for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER):
            await app.job_manager.retry_job(job)
        await asyncio.sleep(STALLED_AFTER)


async def _work(app: Any, concurrency: int) -> None:
    async with app.open_async():
        rescuer = asyncio.create_task(_take_up_stalled(app))
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
