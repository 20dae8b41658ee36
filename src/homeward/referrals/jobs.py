"""Which work does the hub do by the clock? Every minute it climbs the ladders of waits that nobody has answered."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from homeward.access.api import gate, system
from homeward.episodes.api import EscalationDue, escalations_due
from homeward.referrals.actions.escalate import escalate
from homeward.referrals.actions.look import forget_old_looks

JOB = "clocks"


def escalate_due(at: datetime) -> int:
    """Climb every rung reached by `at`; returns how many. One rung of a clock at a time, each once.

    One that cannot be climbed does not keep the others waiting: all are tried, then what went wrong is raised.
    """
    with gate.job(JOB, by=system(JOB), at=at):
        due = escalations_due(at)
    faults: list[Exception] = []
    for each in due:
        try:
            _climb(each, at)
        except Exception as fault:  # whatever it is, the next person's wait must still be told
            faults.append(fault)
    if faults:
        raise ExceptionGroup(f"{len(faults)} of {len(due)} escalations failed", faults)
    return len(due)


def _climb(due: EscalationDue, at: datetime) -> None:
    escalate(
        referral_id=due.subject_id,
        clock=due.clock,
        rung=due.rung,
        to_role=due.to_role,
        words=due.words,
        by=system(JOB),
        at=at,
    )


@app.periodic(cron="* * * * *")
@app.task(name="referrals.escalate", queueing_lock="referrals.escalate", pass_context=False)
def every_minute(timestamp: int) -> None:
    """Escalate what is due, and forget who was looking."""
    at = datetime.fromtimestamp(timestamp, tz=UTC)
    escalate_due(at)
    forget_old_looks(at)
