"""What does the queue of background work do by itself? It forgets what was done more than a week ago."""

from procrastinate.contrib.django import app

HOURS_KEPT = 7 * 24


@app.periodic(cron="7 3 * * *")
@app.task(name="foundation.forget_old_jobs", queueing_lock="foundation.forget_old_jobs", pass_context=False)
async def forget_old_jobs(timestamp: int) -> None:
    """Entries of work that ended long ago are deleted, so that finding the next piece costs the same after years."""
    await app.job_manager.delete_old_jobs(
        nb_hours=HOURS_KEPT, include_failed=True, include_cancelled=True, include_aborted=True
    )
