"""Which work about plans is done by the clock? Each morning what was trusted for a while comes to its end."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from homeward.access.api import declare_job, gate, system
from homeward.foundation.errors import Refused
from homeward.plans.actions.decide_share import end_share
from homeward.plans.models import TrustedShare

JOB = "trusted-assessments"
MOST = 500  # in one transaction's list; the next round takes the rest

declare_job(JOB, words="ending shared assessments whose window is over", permits=("assessment.end",))


def end_what_is_over(at: datetime) -> int:
    """End every shared assessment whose window is over; returns how many."""
    done = 0
    while True:
        with gate.job(JOB, at=at, why="which shared assessments are over"):
            due = TrustedShare.objects.filter(closed_at__isnull=True, valid_until__lte=at)
            ids = list(due.order_by("valid_until").values_list("id", flat=True)[:MOST])
        ended = 0
        for share_id in ids:
            try:
                end_share(share_id=share_id, by=system(JOB), at=at)
            except Refused:
                continue
            ended += 1
        done += ended
        if not ended or len(ids) < MOST:
            return done


@app.periodic(cron="20 4 * * *")
@app.task(name="plans.end_what_is_over", queueing_lock="plans.end_what_is_over", pass_context=False)
def every_morning(timestamp: int) -> None:
    """What was trusted until yesterday is trusted no more."""
    end_what_is_over(datetime.fromtimestamp(timestamp, tz=UTC))
