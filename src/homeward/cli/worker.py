"""`homeward worker`: carry out jobs that were put off, and those that come round by the clock."""

import argparse
import asyncio
from typing import Any

WORDS = "run background jobs (homeward serve runs one of these itself)"
HEARTBEAT = 5.0
STALLED_AFTER = 30


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--concurrency", type=int, default=2, help="jobs at the same time")


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
                concurrency=concurrency, shutdown_graceful_timeout=8, update_heartbeat_interval=HEARTBEAT
            )
        finally:
            rescuer.cancel()


def run(options: argparse.Namespace) -> int:
    import django

    django.setup()
    from procrastinate.contrib.django import app

    connector: Any = app.connector
    with app.replace_connector(connector.get_worker_connector()):
        asyncio.run(_work(app, options.concurrency))
    return 0
