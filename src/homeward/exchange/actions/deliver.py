"""How does what is due go out? Claimed, sent outside any transaction, and written down, one after another."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from homeward.access.api import consent, system
from homeward.directory import api as directory
from homeward.exchange.actions.claim import claim
from homeward.exchange.actions.record import record
from homeward.exchange.channels.chosen import way_for
from homeward.exchange.channels.protocol import Way
from homeward.exchange.models import Outgoing
from homeward.exchange.queries.state import outbox_state
from homeward.exchange.rules.trying import Outcome
from homeward.exchange.vocabulary import JOB, NEW_REFERRAL, UPDATED_REFERRAL

FEW, MOST = 5, 500
TOO_LATE = "It was not sent in time to be of use."


def deliver_due(*, clock: Callable[[], datetime], way: Callable[[Outgoing], Way] = way_for, most: int = MOST) -> int:
    """Send what is due until nothing is, or `most` were tried; returns how many were.

    Few are claimed at once, so that what a killed worker held is soon another's. `clock` is asked again for each, for
    sending takes time.
    """
    tried = 0
    while tried < most and (taken := claim(at=clock(), limit=FEW)):
        for row in taken:
            outcome = _tried(row, way, at=clock())
            record(message_id=row.id, outcome=outcome, by=system(JOB), at=clock())
        tried += len(taken)
    return tried


def deliver_history(*, until: datetime) -> int:
    """In a demonstration a year has passed in a minute: each thing goes out as at the moment it was due, up to `until`."""
    tried, oldest = 0, outbox_state(until).oldest
    while oldest is not None and oldest < until:
        done = deliver_due(clock=partial(_still, oldest))
        if not done:  # another worker has the rest
            break
        tried, oldest = tried + done, outbox_state(until).oldest
    return tried


def _not_shared(row: Outgoing, *, at: datetime) -> str:
    """Why it may not be handed over after all, in words: the person may have objected since it was put down; '' when it may."""
    partner = directory.place().partners.get(row.partner)
    if partner is None or row.person_id is None:
        return ""
    teams = directory.place().teams
    asked = {teams[team].organisation for team in partner.teams if team in teams}
    said = [
        consent.may_share(row.person_id, consent.care_purpose(), organisation, at) for organisation in sorted(asked)
    ]
    return next((each.words for each in said if not each.allowed), "")


def _still(moment: datetime) -> datetime:
    return moment


def _tried(row: Outgoing, way: Callable[[Outgoing], Way], *, at: datetime) -> Outcome:
    if row.useful_until is not None and row.useful_until < at:
        return Outcome(result="not_needed", words=TOO_LATE)
    if row.kind in (NEW_REFERRAL, UPDATED_REFERRAL) and (refusal := _not_shared(row, at=at)):
        return Outcome(result="refused", words=f"It was not sent: {refusal}")
    try:
        return way(row).deliver(row)
    except Exception as fault:  # whatever goes wrong with one, the others must go out, and a human must see this one
        return Outcome(result="again", words=f"Homeward could not send it ({type(fault).__name__}).")
