"""Which work does the hub do by the clock? Every minute it climbs the ladders of waits that nobody has answered."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from homeward.access.api import gate, system
from homeward.episodes.api import escalations_due
from homeward.referrals.actions.escalate import escalate
from homeward.referrals.actions.look import forget_old_looks

JOB = "clocks"


def escalate_due(at: datetime) -> int:
    """Climb every rung reached by `at`; returns how many. One rung of a clock at a time, each once."""
    with gate.job(JOB, by=system(JOB), at=at):
        due = escalations_due(at)
    for each in due:
        escalate(
            referral_id=each.subject_id,
            clock=each.clock,
            rung=each.rung,
            to_role=each.to_role,
            words=each.words,
            by=system(JOB),
            at=at,
        )
    return len(due)


@app.periodic(cron="* * * * *")
@app.task(name="referrals.escalate", queueing_lock="referrals.escalate", pass_context=False)
def every_minute(timestamp: int) -> None:
    """Escalate what is due, and forget who was looking."""
    at = datetime.fromtimestamp(timestamp, tz=UTC)
    escalate_due(at)
    forget_old_looks(at)
