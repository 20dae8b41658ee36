"""Do the clocks still agree with the event log? Asked every night of every wait that goes on; what differs is mended."""

import logging
from datetime import UTC, datetime

from django.db import transaction
from procrastinate.contrib.django import app

from homeward.access.api import gate, system
from homeward.episodes.actions.rebuild_clocks import rebuild_clocks
from homeward.episodes.models import Clock
from homeward.episodes.vocabulary import LIVE

JOB = "clocks"
log = logging.getLogger(__name__)


def check_clocks(at: datetime) -> int:
    """Read the clocks of every need that waits again from the log, one need at a time; returns how many had to be mended."""
    with gate.job(JOB, by=system(JOB), at=at):
        needs = list(Clock.objects.filter(phase__in=LIVE).values_list("subject_id", "person_id").distinct())
    mended = 0
    for subject_id, person_id in needs:
        with transaction.atomic(), gate.job(JOB, by=system(JOB), at=at):
            found = rebuild_clocks(subject_id, person_id)
        if found:
            mended += 1
            said = " ".join(f"{each.code}: {each.words}" for each in found)
            log.error("The clocks of need %s did not agree with the event log and were mended. %s", subject_id, said)
    return mended


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="episodes.check_clocks", pass_context=False)
def every_night(timestamp: int) -> int:
    """Check them all."""
    return check_clocks(datetime.fromtimestamp(timestamp, tz=UTC))
