"""Which work does the hub do by the clock? Every minute needs go to the hub on duty, and unanswered waits are told."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from procrastinate.contrib.django import app

from homeward.access.api import gate, system
from homeward.episodes.api import EscalationDue, escalations_due
from homeward.foundation.errors import Refused
from homeward.referrals.actions.escalate import DUTY, escalate
from homeward.referrals.actions.hand_over import hand_over
from homeward.referrals.actions.look import forget_old_looks
from homeward.referrals.queries.handing_over import HandOverDue, hand_overs_due

JOB = "clocks"
D = TypeVar("D")


def hand_over_due(at: datetime) -> int:
    """Give every need whose hub has closed to the hub on duty, and back when it opens; returns how many."""
    with gate.job(JOB, by=system(JOB), at=at):
        due = hand_overs_due(at)
    return _each(due, _hand_over, at, "hand-overs")


def escalate_due(at: datetime) -> int:
    """Climb every rung reached by `at`; returns how many. One rung of a clock at a time, each once."""
    with gate.job(JOB, by=system(JOB), at=at):
        due = escalations_due(at)
    return _each(due, _climb, at, "escalations")


def _each(due: Sequence[D], do: Callable[[D, datetime], object], at: datetime, called: str) -> int:
    """Do each; what another worker or a colleague did first is left as it is.

    One that cannot be done does not keep the others waiting: all are tried, then what went wrong is raised.
    """
    done, faults = 0, []
    for each in due:
        try:
            do(each, at)
            done += 1
        except Refused:
            continue
        except Exception as fault:  # whatever it is, the next person's wait must still be told
            faults.append(fault)
    if faults:
        raise ExceptionGroup(f"{len(faults)} of {len(due)} {called} failed", faults)
    return done


def _hand_over(due: HandOverDue, at: datetime) -> None:
    hand_over(referral_id=due.referral_id, expected_version=due.version, by=system(DUTY), at=at)


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


# Two of these may run at once (a slow minute, a second worker): each deed is asked for again under the referral's lock.
@app.periodic(cron="* * * * *")
@app.task(name="referrals.escalate", queueing_lock="referrals.escalate", pass_context=False)
def every_minute(timestamp: int) -> None:
    """Hand over, then escalate what is due, to whoever has it now; and forget who was looking."""
    at = datetime.fromtimestamp(timestamp, tz=UTC)
    try:
        hand_over_due(at)
    finally:
        escalate_due(at)
        forget_old_looks(at)
